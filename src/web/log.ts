import type { FastifyServerOptions } from 'fastify'
import type { Config } from '../config/config.ts'

/** Structured, one line a request; never a name, an address of a person, a cookie or anything typed. */
export function logging(config: Config): Exclude<FastifyServerOptions['logger'], undefined> {
  if (config.logLevel === 'silent') return false
  return {
    level: config.logLevel,
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
