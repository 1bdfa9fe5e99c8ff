import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { SCOPE_PERMISSION } from '../access/token.ts'
import type { TokenScope } from '../vocabulary/access.ts'
import type { Format } from '../vocabulary/programs/format.ts'
import { jsonWithRows, sendPieces } from '../web/machine/send-answer.ts'
import { tidyLines } from './csv.ts'
import { csvColumns, type Endpoint } from './endpoints.ts'
import type { ListPage } from './lists/list.ts'

/** How a route declares what it reads, and with which token. */
export function routeFor<Q extends z.ZodObject>({ scope, query: querystring }: { scope: TokenScope; query: Q }) {
  return { config: { may: SCOPE_PERMISSION[scope], token: scope }, schema: { querystring } } as const
}

/** A list as it is asked for: one object with what is said of all of it and its rows, or the rows alone as tidy CSV. */
export function sendRows(
  reply: FastifyReply,
  format: Format,
  {
    name,
    head = {},
    rows,
    columns,
  }: { name: string; head?: object; rows: Iterable<object>; columns: readonly string[] },
): FastifyReply {
  const pieces = format === 'csv' ? tidyLines(columns, rows) : jsonWithRows(head, name, rows)
  return sendPieces(reply, format, pieces)
}

/** Columns of an endpoint that answers in rows. */
export function columnsIn({ row }: Endpoint): string[] {
  return row === null ? [] : csvColumns(row)
}

/** Says where the next rows of a list are (RFC 8288). */
export function linked({ url }: FastifyRequest, reply: FastifyReply, { next }: ListPage<unknown>): FastifyReply {
  if (next === null) return reply
  const [path, search] = url.split('?')
  const query = new URLSearchParams(search)
  query.set('after', next)
  return reply.header('link', `<${path}?${query}>; rel="next"`)
}
