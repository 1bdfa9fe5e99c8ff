import { notAmong } from '../../forms/asked.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { NotFound, orNotFound } from '../../web/not-found.ts'
import { page } from '../../web/render.ts'
import { releaseOf } from '../routes.ts'
import { workbookPlanOf } from '../store.ts'
import { sheetInAddress, sheetOnScreen } from './page.ts'

/** The tables of a report that can be issued, on screen, for whoever decides about it. */
export const tableRoutes: Routes = async (app, { db }) => {
  const see = { config: { may: 'release.make' }, schema: { params: byId, querystring: sheetInAddress } } as const

  app.get('/releases/:id/tables', see, (request, reply) => {
    const release = releaseOf(request)
    // What has been issued is its file, and nothing beside it.
    if (release.state !== 'protected') throw new NotFound()
    const plan = orNotFound(workbookPlanOf(db, release.id))
    const model = orNotFound(sheetOnScreen(release, plan, request.query, request.words))
    const keys = plan.sheets.map(({ key }) => key)
    const notThere = notAmong('sheet', request.query.sheet, keys)
    return page(request, reply, 'releases/tables/tables', model, notThere)
  })
}
