import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import { z } from 'zod'
import { root } from '../../config/root.ts'
import type { App } from '../context.ts'

const byName = z.object({ name: z.string() })

const hashes = new Map<string, string>()

/**
 * Stylesheet, scripts and icon, as build.mjs puts them into one folder; their addresses carry a mark of their content, so they may be kept
 * for ever.
 */
export async function setUpAssets(app: App): Promise<void> {
  await app.register(files, {
    root: join(root, 'dist/assets'),
    serve: false,
    cacheControl: true,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  app.get('/assets/:name', { config: { may: 'anyone' }, schema: { params: byName } }, (request, reply) =>
    reply.sendFile(request.params.name),
  )
}

/** The address of a stylesheet or script, with a mark of its content, so that browsers may keep it for ever. */
export function assetAddress(name: string): string {
  let hash = hashes.get(name)
  if (!hash) {
    const file = join(root, 'dist/assets', name)
    hash = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10) : 'none'
    hashes.set(name, hash)
  }
  return `/assets/${name}?v=${hash}`
}
