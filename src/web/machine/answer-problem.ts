import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Words } from '../../language/words.ts'
import { problemNamed } from '../../vocabulary/programs/problem.ts'
import { sendProblem } from '../faults/problem.ts'
import { NoToken, OutOfScope, TooManyAttempts } from './refusals.ts'

/** What protects the addresses of the API (RFC 9110, 11.6.1). */
const REALM = 'Bearer realm="3P Tracker"'

/** Whatever goes wrong where programs read, as a problem (RFC 9457) with the headers that belong to it. */
export function answerProblem(
  error: Partial<FastifyError>,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): FastifyReply {
  const { t } = request.words
  if (error instanceof NoToken) {
    const why = error.why === 'missing' ? '' : ', error="invalid_token"'
    reply.header('www-authenticate', `${REALM}${why}`)
    return sendProblem(request, reply, { status, detail: t(`common:problem.no-token.${error.why}`) })
  }
  if (error instanceof OutOfScope) {
    const { scope } = error
    reply.header('www-authenticate', `${REALM}, error="insufficient_scope", scope="${scope}"`)
    return sendProblem(request, reply, { status, detail: t('common:problem.out-of-scope.detail', { scope }) })
  }
  if (error instanceof TooManyAttempts) {
    const seconds = Math.ceil(error.wait / 1000)
    reply.header('retry-after', String(seconds))
    return sendProblem(request, reply, { status, detail: t('common:problem.too-many.detail', { seconds }) })
  }
  const { validationContext } = error
  if (error instanceof z.ZodError && validationContext === 'querystring') {
    const errors = error.issues.flatMap((issue) => reasonsOf(issue, request.words))
    return sendProblem(request, reply, { status, detail: errors.map(({ detail }) => detail).join(' '), errors })
  }
  return sendProblem(request, reply, { status, detail: t(`common:problem.${problemNamed(status)}.detail`) })
}

/** What is wrong with a parameter, by its name. */
function reasonsOf(issue: z.core.$ZodIssue, { t }: Words) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const parameter = key.slice(0, LONGEST)
      return { parameter, code: 'unknown-parameter', detail: t('common:problem.unknown-parameter', { parameter }) }
    })
  const parameter = String(issue.path[0] ?? '')
  if (issue.code === 'invalid_value') {
    const list = issue.values.map(String).join(', ')
    return [{ parameter, code: 'not-offered', detail: t('common:problem.not-offered', { parameter, list }) }]
  }
  return [{ parameter, code: 'bad-parameter', detail: t('common:problem.bad-parameter', { parameter }) }]
}

/** As much of a name that nobody knows as is said again. */
const LONGEST = 40
