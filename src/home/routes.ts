import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page } from '../web/render.ts'
import { loadHome } from './load.ts'
import { homePage } from './page.ts'

export const homeRoutes: Routes = async (app, { db, now }) => {
  app.get('/', { config: { may: 'signed-in' } }, (request, reply) =>
    page(request, reply, 'home/home', homePage(loadHome(db, personOf(request), request.words, now()), request.words)),
  )
}
