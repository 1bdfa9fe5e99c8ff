import type { FastifyReply } from 'fastify'

/** What no file system takes in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu
const LONGEST = 120

/** `name`: in words, without its ending; `shown`: the browser shows it, and saves it under this name. */
type HandedFile = { name: string; ending: string; type: string; bytes: string | Uint8Array; shown?: true }

/** Hands out a file under a name in words; for what cannot read those (RFC 6266) beside it one of plain letters. */
export function sendFile(reply: FastifyReply, { name, ending, type, bytes, shown }: HandedFile): FastifyReply {
  const words = `${name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim()}.${ending}`
  const plain = words.replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFD').replace(/\p{M}/gu, '')
  const letters = plain.replace(/[^\w.-]+/g, '-')
  return reply
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `${shown ? 'inline' : 'attachment'}; filename="${letters}"; filename*=UTF-8''${encoded(words)}`,
    )
    .type(type)
    .send(typeof bytes === 'string' ? bytes : Buffer.from(bytes))
}

/** RFC 8187 leaves fewer signs as they are than an address does. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
