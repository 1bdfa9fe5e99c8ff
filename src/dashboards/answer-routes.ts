import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type QuestionRefusal, Refused } from '../figures/question.ts'
import { projectCard } from '../project/store.ts'
import type { AppContext } from '../web/context.ts'
import { orNotFound } from '../web/not-found.ts'
import { framed, page } from '../web/render.ts'
import { type Fragment, renderFragment } from '../web/views/fragment.ts'
import type { Parts } from '../web/views/models.ts'
import { PageCache } from '../web/views/page-cache.ts'
import type { Request } from './load.ts'
import { figuresVersion } from './version-load.ts'

type KeptPage = { title: string; fragment: Fragment } | null

declare module '../web/views/models.ts' {
  interface Views {
    'dashboards/blank': object
    'dashboards/refused': { code: string; sentence: string }
  }
}

const MINUTE = 60_000
/** What the person sees of who they are has no part in these pages: all who may see figures see the same ones. */
const AUDIENCE = 'staff'

/** Pages with charts, which a script draws again; the others come without it, and are asked for again when they are come back to as those are. */
const WITH_CHARTS: ReadonlySet<keyof Parts> = new Set<keyof Parts>(['dashboards/indicators/page'])

/** The query of a page of figures; `readChoice` reads it. */
export const choiceInAddress = z.record(z.string(), z.unknown())
/** A request of such a page, its query read. */
export type FigureRequest = FastifyRequest & { query: z.output<typeof choiceInAddress> }

/** How a page of figures answers: worked out once per data version, question, language and minute. */
export type FigurePages = <V extends keyof Parts>(
  request: FigureRequest,
  reply: FastifyReply,
  view: V,
  make: (request: Request) => (Parts[V] & { title: string }) | null,
) => unknown

/** @returns what shows a page; the frame around it is each person's own */
export function figurePages({ db, now }: AppContext): FigurePages {
  const kept = new PageCache<KeptPage>(figuresVersion(db))
  return (request, reply, view, make) =>
    orRefused(request, reply, () => {
      if (!projectCard(db)) return page(request, reply, 'dashboards/blank', {})
      const at = now()
      const key = [AUDIENCE, request.words.language, Math.floor(at / MINUTE), request.url].join(' ')
      const found = kept.get(key, () => {
        const model = make(figureRequest(request, { db, now: at }))
        return model && { title: model.title, fragment: renderFragment(view, model, request.words) }
      })
      const { title, fragment } = orNotFound(found)
      return framed(request, reply, { title, script: WITH_CHARTS.has(view) ? 'charts.js' : 'shown-again.js' }, fragment)
    })
}

/** What a loader is given of a request. */
export function figureRequest({ words, query }: FigureRequest, { db, now }: Pick<Request, 'db' | 'now'>): Request {
  return { db, words, now, query }
}

/** What is asked for by name and is not there. */
const NOT_THERE: readonly QuestionRefusal[] = ['unknown-indicator', 'unknown-place', 'unknown-partner']

/** A question that has no answer gets its sentence, the same in every outlet: 404 for what does not exist, else 422. */
export function orRefused(request: FastifyRequest, reply: FastifyReply, answer: () => unknown): unknown {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const status = NOT_THERE.includes(error.code) ? 404 : 422
    const named = Object.entries(error.names).map(([name, texts]) => [name, texts.map(request.words.of).join(', ')])
    const values = { ...error.values, what: error.what, ...Object.fromEntries(named) }
    const sentence = request.words.t(`figures:refused.${error.code}`, values)
    return page(request, reply.code(status), 'dashboards/refused', { code: error.code, sentence })
  }
}
