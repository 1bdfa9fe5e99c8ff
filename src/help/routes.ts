import type { App } from '../web/context.ts'
import { page } from '../web/render.ts'

export function helpRoutes(app: App): void {
  app.get('/help', { config: { may: 'signed-in' } }, (request, reply) => page(request, reply, 'help/help', {}))
}
