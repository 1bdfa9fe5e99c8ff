import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page } from '../web/render.ts'
import { homeModel } from './page.ts'

export const homeRoutes: Routes = async (app, { db, now }) => {
  app.get('/', { config: { may: 'signed-in' } }, (request, reply) =>
    page(request, reply, 'home/home', homeModel(db, personOf(request), request.words, now())),
  )
}
