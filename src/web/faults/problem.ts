import type { FastifyReply, FastifyRequest } from 'fastify'

/** What is wrong with a request, for a program: RFC 9457, with every reason by the name of its parameter. */
export type ProblemDetails = {
  title: string
  status: number
  detail: string
  errors: { parameter: string | null; code: string; detail: string }[]
}

/** Whether a program asks, and not a person at a browser: one that takes JSON and no HTML. */
export function wantsJson({ headers: { accept = '' } }: Pick<FastifyRequest, 'headers'>): boolean {
  return /\bapplication\/(problem\+)?json\b/.test(accept) && !accept.includes('text/html')
}

export function sendProblem(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', ...problem }))
}
