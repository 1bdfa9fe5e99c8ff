import { join } from 'node:path'
import files from '@fastify/static'
import { root } from '../config/root.ts'
import type { App } from './context.ts'

/** Stylesheet, scripts and icon, as build.mjs puts them into one folder; their addresses carry a mark of their content, so they may be kept for ever. */
export async function setUpAssets(app: App): Promise<void> {
  await app.register(files, {
    root: join(root, 'dist/assets'),
    serve: false,
    cacheControl: true,
    immutable: true,
    maxAge: '365d',
  })
  app.get('/assets/:name', { config: { may: 'anyone' } }, (request, reply) =>
    reply.sendFile((request.params as { name: string }).name),
  )
}
