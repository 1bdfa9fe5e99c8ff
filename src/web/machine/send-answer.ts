import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../calendar/day.ts'
import type { Format } from '../../vocabulary/programs/format.ts'
import { showsTag } from '../headers/entity-tag.ts'

/** Of this run of the program: what the database counts begins anew with the next. */
const RUN = randomUUID()

/**
 * Whether a program has this answer as it is now: it shows the tag that it got with it (RFC 9110, 13.1.2). A tag is of one token with what its
 * person may see, one address, one form, and one day in Viet Nam.
 * @param version what tells whether what the answer is made of is still the same
 */
export function isKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  format: Format,
  version: string | number,
): boolean {
  const { token, person, url, server } = request
  const who = [token?.id, person?.role, person?.partnerIds]
  const parts = [RUN, version, dayAt(server.context.now()), who, url, format]
  const etag = `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    vary: 'authorization, accept',
  })
  return showsTag(request, etag)
}

/** So many pieces are put together before they are sent, and others are answered. */
const AT_ONCE = 200

/** Sends what is made piece by piece, so that neither is all of it in memory nor does anybody wait for all of it. */
export function sendPieces(reply: FastifyReply, format: Format, pieces: Iterable<string>): FastifyReply {
  const type = format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8'
  return reply.type(type).send(Readable.from(batches(pieces)))
}

async function* batches(pieces: Iterable<string>): AsyncGenerator<string> {
  let batch: string[] = []
  for (const piece of pieces) {
    if (batch.push(piece) < AT_ONCE) continue
    yield batch.join('')
    batch = []
    await setImmediate()
  }
  if (batch.length > 0) yield batch.join('')
}

/** One object whose last property is a list: written as its rows are made. */
export function* jsonWithRows(head: object, name: string, rows: Iterable<object>): Generator<string> {
  const opened = JSON.stringify(head).slice(0, -1)
  yield `${opened}${opened === '{' ? '' : ','}${JSON.stringify(name)}:[`
  let between = ''
  for (const row of rows) {
    yield between + JSON.stringify(row)
    between = ','
  }
  yield ']}'
}
