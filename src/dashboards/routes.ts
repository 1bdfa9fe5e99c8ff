import type { FastifyReply, FastifyRequest } from 'fastify'
import { csvOf } from '../charts/csv.ts'
import { Refused } from '../figures/question.ts'
import type { Key } from '../language/words.ts'
import { projectCard } from '../project/store.ts'
import type { App, AppContext } from '../web/context.ts'
import { renderFragment } from '../web/fragment.ts'
import { PageCache } from '../web/page-cache.ts'
import { framed, page, showError } from '../web/render.ts'
import type { Query } from './choice.ts'
import { componentPage, provincePage } from './component-page.ts'
import { indicatorPage, indicatorTable } from './indicator-page.ts'
import { originPage } from './origin-page.ts'
import { overviewPage } from './overview-page.ts'

type Model = Record<string, unknown>
type Kept = { title: string; fragment: Buffer } | null

const MINUTE = 60_000
/** What the person sees of who they are has no part in these pages: all who may see figures see the same ones. */
const AUDIENCE = 'staff'

export function chartsRoutes(app: App, { db, now }: AppContext): void {
  const kept = new PageCache<Kept>(() => db.dataVersion())
  const may = { config: { may: 'figures.see' } } as const

  app.get('/overview', may, (request, reply) =>
    show(request, reply, 'overview', (query, at) => {
      const model = overviewPage(db, request.words, at, query)
      return model && { ...model, title: request.words.t('charts:overview.title') }
    }),
  )

  app.get('/components/:component', may, (request, reply) =>
    show(request, reply, 'board', (query, at) =>
      componentPage(db, request.words, at, param(request, 'component'), query),
    ),
  )

  app.get('/provinces/:place', may, (request, reply) =>
    show(request, reply, 'board', (query, at) => provincePage(db, request.words, at, param(request, 'place'), query)),
  )

  app.get('/indicators/:code', may, (request, reply) =>
    show(request, reply, 'indicator', (query, at) => {
      const model = indicatorPage(db, request.words, at, param(request, 'code'), query)
      return model && { ...model, title: `${model.code}. ${model.name}` }
    }),
  )

  app.get('/figures/origin', may, (request, reply) =>
    show(request, reply, 'origin', (query, at) => {
      const model = originPage(db, request.words, at, query)
      return model && { ...model, title: request.words.t('charts:origin.title') }
    }),
  )

  app.get('/indicators/:code/table.csv', may, (request, reply) =>
    orRefused(request, reply, () => {
      const found = indicatorTable(db, request.words, now(), param(request, 'code'), request.query as Query)
      if (!found) return showError(request, reply, 404)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${found.name.replace(/[^\w-]/g, '-')}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(csvOf(found.table, found.dates, request.words, projectCard(db)?.illustrative ?? false))
    }),
  )

  /** Works a page out once per data version, question, language and minute; the frame around it is each person's own. */
  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    view: string,
    make: (query: Query, at: number) => (Model & { title: string }) | null,
  ) {
    return orRefused(request, reply, () => {
      if (!projectCard(db)) return page(request, reply, 'charts/blank', {})
      const at = now()
      const key = [AUDIENCE, request.words.language, Math.floor(at / MINUTE), request.url].join(' ')
      const found = kept.get(key, () => {
        const model = make(request.query as Query, at)
        return model && { title: model.title, fragment: renderFragment(`charts/${view}`, model, request.words) }
      })
      return found
        ? framed(request, reply, { title: found.title, script: 'charts.js' }, found.fragment)
        : showError(request, reply, 404)
    })
  }
}

/** A question that has no answer gets its sentence, the same in every outlet: 404 for what does not exist, else 422. */
function orRefused(request: FastifyRequest, reply: FastifyReply, answer: () => unknown) {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const status = error.code === 'unknown-indicator' || error.code === 'unknown-place' ? 404 : 422
    const sentence = request.words.t(`figures:refused.${error.code}` as Key, { what: error.what })
    return page(request, reply.code(status), 'charts/refused', { code: error.code, sentence })
  }
}

function param(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? ''
}
