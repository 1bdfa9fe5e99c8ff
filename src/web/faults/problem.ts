import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemNamed } from '../../vocabulary/programs/problem.ts'

/** What is wrong with a request, for a program, with every reason by the name of its parameter. */
type ProblemDetails = {
  status: number
  detail: string
  errors?: { parameter: string | null; code: string; detail: string }[]
}

/** Whether a program asks, and not a person at a browser: where programs read, or one that takes JSON and no HTML. */
export function wantsJson(request: Pick<FastifyRequest, 'headers' | 'url'>): boolean {
  const { accept = '' } = request.headers
  if (isForPrograms(request)) return true
  return /\bapplication\/(problem\+)?json\b/.test(accept) && !accept.includes('text/html')
}

/** Where the API answers, other than its documentation: in what is wrong there no page is of use. */
export function isForPrograms({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return /^\/api(\/v\d+)?([/?]|$)/.test(url) && !/^\/api\/docs([/?]|$)/.test(url)
}

/** In the language of whoever asks, as they ask for one. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, detail, errors }: ProblemDetails,
): FastifyReply {
  const { words, url } = request
  const name = problemNamed(status)
  const problem = {
    type: `/api/docs#problem-${name}`,
    title: words.t(`common:problem.${name}.title`),
    status,
    detail,
    instance: url,
    ...(errors ? { errors } : {}),
  }
  return reply
    .code(status)
    .removeHeader('etag')
    .headers({ 'cache-control': 'no-store', 'content-language': words.language, vary: 'accept-language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
