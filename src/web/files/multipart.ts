import type { IncomingMessage } from 'node:http'
import { Busboy } from '@fastify/busboy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A file that came with a form. What does not fit is not kept: `isTooLarge`, and there are no bytes. */
export type SentFile = { name: string; bytes: Uint8Array; isTooLarge: boolean }

/** A form with a file is read until here; what is sent beyond is let go by. */
const LIMITS = { files: 1, fields: 20, fieldSize: 10_000, parts: 25, headerPairs: 50 }

/** Something that is no form with files, or breaks off. */
class NotMultipart extends Error {
  readonly statusCode = 400
}

/**
 * Lets the routes that are declared beside it take forms with a file: fields are read as of any form, before the guard and
 * the token are asked, and the file is under its name as a `SentFile`. Nothing is written to the disk.
 * @param mostBytes of the file
 */
export function takeFiles(app: FastifyInstance, mostBytes: number): void {
  app.addContentTypeParser('multipart/form-data', (request: FastifyRequest, payload: IncomingMessage) =>
    readParts(request.headers, payload, mostBytes),
  )
}

function readParts(
  headers: IncomingMessage['headers'],
  payload: IncomingMessage,
  mostBytes: number,
): Promise<Record<string, string | SentFile>> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new NotMultipart('not a form with a file'))
    const body = new Map<string, string | SentFile>()
    try {
      const type = headers['content-type'] ?? ''
      const parts = new Busboy({
        headers: { ...headers, 'content-type': type },
        limits: { ...LIMITS, fileSize: mostBytes },
      })
      parts.on('field', (name, value) => {
        body.set(name, value)
      })
      parts.on('file', (field, stream, name) => {
        let pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('limit', () => {
          pieces = []
        })
        stream.on('end', () => {
          const isTooLarge = stream.truncated
          body.set(field, {
            name: name ?? '',
            bytes: isTooLarge ? new Uint8Array() : Buffer.concat(pieces),
            isTooLarge,
          })
        })
      })
      parts.on('error', fail)
      parts.on('finish', () => resolve(Object.fromEntries(body)))
      payload.on('error', fail)
      payload.pipe(parts)
    } catch {
      fail()
    }
  })
}

const sent = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array), isTooLarge: z.boolean() })

/** The file that was sent under a name; null: none was chosen. */
export function sentFile(body: unknown, field: string): SentFile | null {
  const file = z.object({ [field]: sent }).safeParse(body).data?.[field]
  return file && (file.isTooLarge || file.bytes.length > 0) ? file : null
}
