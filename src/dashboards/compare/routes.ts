import type { Routes } from '../../web/context.ts'
import { choiceInAddress, figurePages } from '../answer-routes.ts'
import { loadComparison } from './load.ts'
import { comparePage } from './page.ts'

/** Two held against each other. */
export const compareRoutes: Routes = async (app, context) => {
  const show = figurePages(context)
  const plain = { config: { may: 'figures.see' }, schema: { querystring: choiceInAddress } } as const

  app.get('/compare', plain, (request, reply) =>
    show(request, reply, 'dashboards/compare/compare', (asked) => {
      const loaded = loadComparison(asked)
      return loaded && comparePage(loaded)
    }),
  )
}
