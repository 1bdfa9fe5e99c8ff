import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { projectCard } from '../project/store.ts'
import { prospectFor } from '../releases/prospective/begin-protecting.ts'
import { LOOK_AGAIN } from '../threads/jobs.ts'
import type { AppContext } from '../web/context.ts'
import { answerNotShown } from '../web/faults/not-shown.ts'
import { wantsJson } from '../web/faults/problem.ts'
import { orNotFound } from '../web/not-found.ts'
import { framed, page } from '../web/render.ts'
import { type Fragment, renderFragment } from '../web/views/fragment.ts'
import type { Parts } from '../web/views/models.ts'
import { PageCache } from '../web/views/page-cache.ts'
import { StillProtecting } from './donor-view/donor-view.ts'
import { protectingPage } from './donor-view/protecting-page.ts'
import type { Request } from './load.ts'
import { noAnswerFor } from './no-answer.ts'
import type { WrongModel } from './parameters/in-words.ts'
import { figuresVersion } from './version-load.ts'

/** `unknown`: what of its address could not be shown. */
type KeptPage = { title: string; fragment: Fragment; unknown: readonly WrongModel[] } | null

declare module '../web/views/models.ts' {
  interface Views {
    'dashboards/blank': object
  }
}

const MINUTE = 60_000
/** What the person sees of who they are has no part in these pages: all who may see figures see the same ones. */
const AUDIENCE = 'staff'

/** Pages with charts, which a script draws again; the others come without it, and are asked for again when they are come back to as those are. */
const WITH_CHARTS: ReadonlySet<keyof Parts> = new Set<keyof Parts>([
  'dashboards/indicators/page',
  'dashboards/compare/compare',
])

/** The page that is made for paper, which has a stylesheet of its own. */
const FOR_PAPER: keyof Parts = 'dashboards/brief/brief'

/** The query of a page of figures; `readChoice` reads it. */
export const choiceInAddress = z.record(z.string(), z.unknown())
/** A request of such a page, its query read. */
export type FigureRequest = FastifyRequest & { query: z.output<typeof choiceInAddress> }

/** How a page of figures answers: worked out once per data version, question, language and minute. */
export type FigurePages = <V extends keyof Parts>(
  request: FigureRequest,
  reply: FastifyReply,
  view: V,
  make: (request: Request) => (Parts[V] & { title: string; unknown: readonly WrongModel[] }) | null,
) => unknown

/** @returns what shows a page; the frame around it is each person's own */
export function figurePages(context: AppContext): FigurePages {
  const { db, now } = context
  const kept = new PageCache<KeptPage>(figuresVersion(db))
  return (request, reply, view, make) =>
    orRefused(request, reply, () => {
      if (!projectCard(db)) return page(request, reply, 'dashboards/blank', {})
      const at = now()
      const key = [AUDIENCE, request.words.language, Math.floor(at / MINUTE), request.url].join(' ')
      const made = (): KeptPage => {
        const model = make(figureRequest(request, context, at))
        return (
          model && {
            title: model.title,
            unknown: model.unknown,
            fragment: renderFragment(view, model, request.words),
          }
        )
      }
      // What a donor would see rests on reports too, which move no figure: only their protection is kept, by all that it rests on.
      const found = request.query.donor ? made() : kept.get(key, made)
      const { title, fragment, unknown } = orNotFound(found)
      if (unknown.length > 0 && wantsJson(request)) return answerNotShown(request, reply, 400, unknown.map(asRefused))
      return framed(
        request,
        reply,
        {
          title,
          script: WITH_CHARTS.has(view) ? 'charts.js' : 'shown-again.js',
          style: view === FOR_PAPER ? 'brief.css' : null,
        },
        fragment,
      )
    })
}

/** A program is shown nothing in the place of what it asked for. */
function asRefused({ why, parameter, refusal }: WrongModel) {
  return { why, parameter, sentence: refusal }
}

/** What a loader is given of a request. */
export function figureRequest({ words, query }: FigureRequest, context: AppContext, now = context.now()): Request {
  const prospects = (donor: string, asAt: number | null) => prospectFor(context, donor, asAt)
  return { db: context.db, words, now, query, prospects }
}

/** A question that has no answer gets the page that says why or, where a program asks, the same as JSON. */
export function orRefused(request: FigureRequest, reply: FastifyReply, answer: () => unknown): unknown {
  try {
    return answer()
  } catch (error) {
    const asked = { path: request.url.split('?')[0]!, query: request.query }
    if (error instanceof StillProtecting)
      return showWaiting(request, reply, protectingPage(error, asked, request.words))
    const refused = noAnswerFor(error, asked, request.words)
    if (!refused) throw error
    return wantsJson(request)
      ? answerNotShown(request, reply, refused.status, refused.reasons)
      : page(request, reply.code(refused.status), 'dashboards/refused', refused)
  }
}

/** Looks again by itself, without a script; a program is told to come back. */
function showWaiting(request: FigureRequest, reply: FastifyReply, model: ReturnType<typeof protectingPage>): unknown {
  const { t } = request.words
  if (!wantsJson(request))
    return page(request, reply.code(202).header('refresh', LOOK_AGAIN), 'dashboards/donor-view/protecting', model)
  const sentence = t('charts:seen.waiting', { donor: model.donor })
  return answerNotShown(request, reply.header('retry-after', LOOK_AGAIN), 503, [
    { why: 'protecting', parameter: 'donor', sentence },
  ])
}
