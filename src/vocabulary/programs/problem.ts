/**
 * What kinds of problem programs are told of, by status (RFC 9457): each is explained at its address in the documentation of the API. A
 * status that is not here is one of a bad request, or a fault of the server.
 */
export const PROBLEMS = {
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
type ProblemName = (typeof PROBLEMS)[keyof typeof PROBLEMS]

export function problemNamed(status: number): ProblemName {
  return PROBLEMS[status as keyof typeof PROBLEMS] ?? (status >= 500 ? PROBLEMS[500] : PROBLEMS[400])
}
