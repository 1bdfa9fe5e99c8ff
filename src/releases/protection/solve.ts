import { protectAgainstAll } from '../../disclosure/attackers.ts'
import { DamagedLedger } from '../../disclosure/earlier/ledger.ts'
import { CannotProtect } from '../../disclosure/request.ts'
import { loadSolver } from '../../suppression/highs.ts'
import type { SuppressionProblem, SuppressionRefusal } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import { type Failure, failureFrom } from '../release.ts'

/** Seconds of arithmetic, for a thread of its own; past `milliseconds` it answers with a refusal. */
export async function solve(
  { problem, others = [] }: { problem: SuppressionProblem; others?: readonly SuppressionProblem[] },
  milliseconds: number,
  say: (progress: { done: number; of: number }) => void,
): Promise<{ answer: Protection | SuppressionRefusal; seconds: number }> {
  const begun = performance.now()
  const solver = await loadSolver().catch((error): SuppressionRefusal => {
    return { refused: 'solver-failed', thrown: String(error) }
  })
  if ('refused' in solver) return { answer: solver, seconds: 0 }
  const deadline = () => milliseconds - (performance.now() - begun)
  const progress = (done: number, of: number) => say({ done, of })
  const answer = protectAgainstAll(
    [problem, ...others].map((one) => ({ ...one, deadline, progress })),
    solver,
  )
  return { answer, seconds: (performance.now() - begun) / 1000 }
}

/** What work on a report answers or, where that is said by throwing, why it can't be protected: a failure as the solver's refusals are. */
export async function orFailure<Answer>(work: Promise<Answer>): Promise<Answer | { failure: Failure }> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DamagedLedger) return { failure: { code: 'ledger-damaged', about: null } }
    if (error instanceof CannotProtect) return { failure: failureFrom({ refused: error.code, about: error.about }) }
    throw error
  }
}
