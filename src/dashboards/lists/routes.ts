import { hasAreas } from '../../language/terms.ts'
import type { Routes } from '../../web/context.ts'
import { redirectTo } from '../../web/redirect.ts'
import { choiceInAddress, type FigureRequest, figurePages } from '../answer-routes.ts'
import { areasPage } from './areas-page.ts'
import { componentsPage } from './components-page.ts'
import { indicatorsPage } from './indicators-page.ts'
import { loadList } from './load.ts'

/** Lists of what has pages of figures. Who may see those may see these. */
export const listRoutes: Routes = async (app, context) => {
  const show = figurePages(context)
  const plain = { config: { may: 'figures.see' }, schema: { querystring: choiceInAddress } } as const

  app.get('/indicators', plain, (request, reply) =>
    show(request, reply, 'dashboards/lists/indicators', (asked) => {
      const view = loadList(asked)
      return view && indicatorsPage(view)
    }),
  )

  app.get('/components', plain, (request, reply) =>
    show(request, reply, 'dashboards/lists/components', (asked) => {
      const view = loadList(asked)
      return view && componentsPage(view)
    }),
  )

  const showAreas = (request: FigureRequest, reply: Parameters<typeof redirectTo>[0]) =>
    show(request, reply, 'dashboards/lists/areas', (asked) => {
      const view = loadList(asked)
      return view && areasPage(view)
    })

  // Figures are compared by areas or, in a project that has none, by partners: the list of the other is this one.
  app.get('/provinces', plain, (request, reply) =>
    hasAreas(request.words.terms) ? showAreas(request, reply) : redirectTo(reply, '/partners'),
  )
  app.get('/partners', plain, (request, reply) =>
    hasAreas(request.words.terms) ? redirectTo(reply, '/provinces') : showAreas(request, reply),
  )
}
