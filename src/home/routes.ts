import type { App, House } from '../web/house.ts'
import { page } from '../web/render.ts'

export function homeRoutes(app: App, _house: House): void {
  app.get('/', { config: { may: 'signed-in' } }, (request, reply) => page(request, reply, 'home/home', {}))
}
