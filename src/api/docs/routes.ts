import type { Routes } from '../../web/context.ts'
import { page } from '../../web/render.ts'
import { openapiDocument } from './openapi.ts'
import { docsPage } from './page.ts'

/** How programs read, for people and for programs. It tells nothing of the project. */
export const docsRoutes: Routes = async (app) => {
  app.get('/api/docs', { config: { may: 'signed-in' } }, (request, reply) =>
    page(request, reply, 'api/docs', docsPage(`${request.protocol}://${request.host}`, request.words)),
  )

  app.get('/api/openapi.json', { config: { may: 'signed-in', token: 'any' } }, (request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', vary: 'authorization, accept-language' })
      .send(openapiDocument(request.words)),
  )
}
