import type { FastifyRequest } from 'fastify'

/** Whether whoever asks has what bears this tag already: it is among those they show (RFC 9110, 13.1.2). */
export function showsTag({ headers }: Pick<FastifyRequest, 'headers'>, etag: string): boolean {
  return (headers['if-none-match'] ?? '').split(',').some((one) => one.trim() === etag)
}
