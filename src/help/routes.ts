import type { Routes } from '../web/context.ts'
import { page } from '../web/render.ts'
import { helpPage } from './page.ts'

export const helpRoutes: Routes = async (app) => {
  app.get('/help', { config: { may: 'signed-in' } }, (request, reply) =>
    page(request, reply, 'help/help', helpPage(request.words)),
  )
}
