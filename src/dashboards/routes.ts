import type { FastifyReply, FastifyRequest } from 'fastify'
import { csvOf } from '../charts/csv.ts'
import { Refused } from '../figures/question.ts'
import type { Key } from '../language/words.ts'
import { projectCard } from '../project/store.ts'
import type { Routes } from '../web/context.ts'
import { renderFragment } from '../web/fragment.ts'
import { PageCache } from '../web/page-cache.ts'
import { framed, page, showError } from '../web/render.ts'
import type { Query } from './choice.ts'
import { loadComponent } from './components/load.ts'
import { componentPage } from './components/page.ts'
import { loadIndicator, loadIndicatorTable } from './indicators/load.ts'
import { indicatorPage } from './indicators/page.ts'
import type { Request } from './load.ts'
import { loadOrigin } from './origin/load.ts'
import { originPage } from './origin/page.ts'
import { loadOverview } from './overview/load.ts'
import { overviewPage } from './overview/page.ts'
import { loadProvince } from './provinces/load.ts'
import { provincePage } from './provinces/page.ts'

type Model = Record<string, unknown>
type Kept = { title: string; fragment: Buffer } | null

const MINUTE = 60_000
/** What the person sees of who they are has no part in these pages: all who may see figures see the same ones. */
const AUDIENCE = 'staff'

export const chartsRoutes: Routes = async (app, { db, now }) => {
  const kept = new PageCache<Kept>(() => db.dataVersion())
  const may = { config: { may: 'figures.see' } } as const

  app.get('/overview', may, (request, reply) =>
    show(request, reply, 'overview', (query, at) => {
      const loaded = loadOverview(asked(request, query, at))
      return loaded && { ...overviewPage(loaded), title: request.words.t('charts:overview.title') }
    }),
  )

  app.get('/components/:component', may, (request, reply) =>
    show(request, reply, 'board', (query, at) => {
      const loaded = loadComponent(asked(request, query, at), param(request, 'component'))
      return loaded && componentPage(loaded)
    }),
  )

  app.get('/provinces/:place', may, (request, reply) =>
    show(request, reply, 'board', (query, at) => {
      const loaded = loadProvince(asked(request, query, at), param(request, 'place'))
      return loaded && provincePage(loaded)
    }),
  )

  app.get('/indicators/:code', may, (request, reply) =>
    show(request, reply, 'indicator', (query, at) => {
      const loaded = loadIndicator(asked(request, query, at), param(request, 'code'))
      const model = loaded && indicatorPage(loaded)
      return model && { ...model, title: `${model.code}. ${model.name}` }
    }),
  )

  app.get('/figures/origin', may, (request, reply) =>
    show(request, reply, 'origin', (query, at) => {
      const loaded = loadOrigin(asked(request, query, at))
      return loaded && { ...originPage(loaded), title: request.words.t('charts:origin.title') }
    }),
  )

  app.get('/indicators/:code/table.csv', may, (request, reply) =>
    orRefused(request, reply, () => {
      const found = loadIndicatorTable(asked(request, request.query as Query, now()), param(request, 'code'))
      if (!found) return showError(request, reply, 404)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${found.name.replace(/[^\w-]/g, '-')}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(csvOf(found.table, found.dates, request.words, projectCard(db)?.illustrative ?? false))
    }),
  )

  function asked({ words }: FastifyRequest, query: Query, at: number): Request {
    return { db, words, now: at, query }
  }

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
