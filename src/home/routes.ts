import type { App, AppContext } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page } from '../web/render.ts'
import { homeModel } from './page.ts'

export function homeRoutes(app: App, { db, now }: AppContext): void {
  app.get('/', { config: { may: 'signed-in' } }, (request, reply) =>
    page(request, reply, 'home/home', homeModel(db, personOf(request), request.words, now())),
  )
}
