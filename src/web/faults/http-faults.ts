import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { wordsFor } from '../../language/words.ts'
import { answerProblem } from '../machine/answer-problem.ts'
import { HEADERS } from '../security.ts'
import { cookieName } from '../session/cookies.ts'
import { languageIn } from '../session/language.ts'
import { plainPage } from './plain.ts'
import { isForPrograms } from './problem.ts'
import { sentenceFor } from './sentence.ts'

/** An address that cannot be one: a bad % sequence, or a part longer than any of ours. No hook has run. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const cookie = cookieName('language', request.server.context.config)
  const status = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 404 : 400
  const language = languageIn(request.headers, cookie)
  if (isForPrograms(request)) {
    request.words = wordsFor(language)
    answerProblem({}, request, reply.headers(HEADERS), status)
    return
  }
  const { headers, html } = plainPage(sentenceFor(status), language)
  reply.code(status).headers(headers).send(html)
}

/** What is no HTTP that Node reads, by its code; anything else is a bad request. */
const STATUS: Record<string, [status: number, reason: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

/** Bytes that are no request, or that did not come in time: there is no request to ask for its language. */
export function answerBadBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, reason] = STATUS[error.code ?? ''] ?? [400, 'Bad Request']
  const { headers, html } = plainPage(sentenceFor(status), 'vi')
  const lines = Object.entries({ ...headers, 'content-length': html.length, connection: 'close' })
  const head = [`HTTP/1.1 ${status} ${reason}`, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n')
  socket.end(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), html]))
}
