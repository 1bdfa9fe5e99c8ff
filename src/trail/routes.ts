import { may } from '../access/permissions.ts'
import type { Routes } from '../web/context.ts'
import { page } from '../web/render.ts'
import { readFilter } from './form.ts'
import { PAGE_ROWS, trailModel } from './page.ts'
import { readTrail, trailNames } from './store.ts'

export const trailRoutes: Routes = async (app, { db }) => {
  app.get('/trail', { config: { may: 'trail.see' } }, (request, reply) => {
    const { typed, filter } = readFilter(request.query)
    const rows = readTrail(db, filter, PAGE_ROWS + 1)
    const seesValues = may(request.person, 'submission.see')
    return page(request, reply, 'trail/trail', trailModel(rows, typed, seesValues, trailNames(db), request.words))
  })
}
