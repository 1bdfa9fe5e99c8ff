/** What is wrong with the reason for re-opening a period. */
export type ReasonProblem = 'needs-text' | 'too-long' | 'may-identify'

const LONGEST = 500

/** @param mayIdentify whether a text looks as if it named or singled out a person */
export function readReason(
  body: Readonly<Record<string, unknown>>,
  mayIdentify: (text: string) => boolean,
): { reason: string; problem: ReasonProblem | null } {
  const reason = typeof body.text === 'string' ? body.text.normalize('NFC').trim() : ''
  if (reason === '') return { reason, problem: 'needs-text' }
  if (reason.length > LONGEST) return { reason, problem: 'too-long' }
  return { reason, problem: mayIdentify(reason) && body.keep !== 'yes' ? 'may-identify' : null }
}
