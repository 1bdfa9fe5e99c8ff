import type { Routes } from '../../web/context.ts'
import { figurePages } from '../answer-routes.ts'
import { areaRoutes } from '../provinces/area-routes.ts'
import { loadBrief, placeNamed } from './load.ts'
import { briefPage } from './page.ts'

/** Pages that are made to be printed. */
export const briefRoutes: Routes = async (app, context) => {
  const show = figurePages(context)
  areaRoutes(
    app,
    context,
    { province: '/provinces/:place/brief', partner: '/partners/:partner/brief' },
    placeNamed,
    (request, reply, slug, areaOf) =>
      show(request, reply, 'dashboards/brief/brief', (asked) => {
        const loaded = loadBrief(asked, slug, areaOf)
        return loaded && briefPage(loaded)
      }),
  )
}
