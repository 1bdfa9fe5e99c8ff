import { csvOf } from '../../charts/csv.ts'
import { dates } from '../../language/format.ts'
import { projectCard } from '../../project/store.ts'
import type { Routes } from '../../web/context.ts'
import { orNotFound } from '../../web/not-found.ts'
import { choiceInAddress, figurePages, figureRequest, orRefused } from '../answer-routes.ts'
import { refuseWrong } from '../parameters/parameter.ts'
import { loadComparison } from './load.ts'
import { comparedTables, comparePage, titleOf } from './page.ts'
import { rowHeadings } from './table.ts'

/** Two held against each other: as a page, and what is drawn on it as a file. */
export const compareRoutes: Routes = async (app, context) => {
  const { db, now } = context
  const show = figurePages(context)
  const plain = { config: { may: 'figures.see' }, schema: { querystring: choiceInAddress } } as const

  app.get('/compare', plain, (request, reply) =>
    show(request, reply, 'dashboards/compare/compare', (asked) => {
      const loaded = loadComparison(asked)
      return loaded && comparePage(loaded)
    }),
  )

  app.get('/compare/table.csv', plain, (request, reply) =>
    orRefused(request, reply, () => {
      const view = orNotFound(loadComparison(figureRequest(request, { db, now: now() })))
      refuseWrong([...view.state.wrong, ...view.wrong])
      const { state, asked, sides } = view
      const tables = comparedTables(view, rowHeadings(sides[0], asked.kind, state), titleOf(view))
      const table = orNotFound(tables[request.query.panel === '2' ? 1 : 0])
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${asked.indicator.code}-${asked.kind}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(
          csvOf(
            table,
            dates(sides[0].whole, state.words.language),
            request.words,
            projectCard(db)?.illustrative ?? false,
          ),
        )
    }),
  )
}
