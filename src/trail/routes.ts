import { may } from '../access/permissions.ts'
import { misreadAs } from '../forms/asked.ts'
import type { Routes } from '../web/context.ts'
import { page } from '../web/render.ts'
import { readFilter } from './form.ts'
import { loadTrail } from './load.ts'
import { trailModel } from './page.ts'

export const trailRoutes: Routes = async (app, { db }) => {
  app.get('/trail', { config: { may: 'trail.see' } }, (request, reply) => {
    const { filter, typed, misread } = readFilter(request.query)
    const state = loadTrail(db, filter)
    const model = trailModel(state, typed, (one) => may(request.person, one), request.words)
    const unknown = state.unknown.map((name) => misreadAs(name, typed[name]))
    return page(request, reply, 'trail/trail', model, [...misread, ...unknown])
  })
}
