import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What kinds of problem programs are told of, by status (RFC 9457): each is explained at its address in the documentation of the API. A
 * status that is not here is one of a bad request, or a fault of the server.
 */
const PROBLEMS = {
  400: 'bad-request',
  401: 'no-token',
  403: 'out-of-scope',
  404: 'not-found',
  405: 'wrong-verb',
  406: 'not-acceptable',
  422: 'no-answer',
  429: 'too-many',
  500: 'fault',
  503: 'not-now',
} as const
type ProblemStatus = keyof typeof PROBLEMS
type ProblemName = (typeof PROBLEMS)[ProblemStatus]

/** What is wrong with a request, for a program, with every reason by the name of its parameter. */
type ProblemDetails = {
  status: number
  detail: string
  errors?: { parameter: string | null; code: string; detail: string }[]
}

/** Whether a program asks, and not a person at a browser: one that takes JSON and no HTML. */
export function wantsJson({ headers: { accept = '' } }: Pick<FastifyRequest, 'headers'>): boolean {
  return /\bapplication\/(problem\+)?json\b/.test(accept) && !accept.includes('text/html')
}

/** Where the API answers, other than its documentation: in what is wrong there no page is of use. */
export function isForPrograms({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return /^\/api(\/v\d+)?([/?]|$)/.test(url) && !/^\/api\/docs([/?]|$)/.test(url)
}

export function problemNamed(status: number): ProblemName {
  return PROBLEMS[status as ProblemStatus] ?? (status >= 500 ? PROBLEMS[500] : PROBLEMS[400])
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
    .headers({ 'cache-control': 'no-store', 'content-language': words.language, vary: 'accept-language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
