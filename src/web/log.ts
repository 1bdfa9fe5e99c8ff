import type { FastifyServerOptions } from 'fastify'
import type { Config } from '../config/config.ts'
import { ReadableLog } from './readable-log.ts'

/**
 * Structured, a line for each request and answer, as programs read it; for a person at a terminal, and in the demo, in words.
 * Never a name, an address of a person, a cookie or anything typed.
 */
export function logging(config: Config): Exclude<FastifyServerOptions['logger'], undefined> {
  if (config.logLevel === 'silent') return false
  const isForPerson = config.mode === 'demo' || process.stdout.isTTY
  return {
    level: config.logLevel,
    ...(isForPerson ? { stream: new ReadableLog((text) => process.stdout.write(text)) } : {}),
    serializers: {
      req: (request: { method: string; url: string; id?: unknown }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        message: error.message,
        code: error.code ?? '',
        stack: error.stack ?? '',
      }),
    },
  }
}
