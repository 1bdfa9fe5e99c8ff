import { protectAgainstAll } from '../../disclosure/attackers.ts'
import { loadSolver } from '../../suppression/highs.ts'
import type { Solver } from '../../suppression/lp.ts'
import type { SuppressionProblem, SuppressionRefusal } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'

/** Seconds of arithmetic, for a thread of its own; past `milliseconds` it answers with a refusal. */
export async function solve(
  { problem, others = [] }: { problem: SuppressionProblem; others?: readonly SuppressionProblem[] },
  milliseconds: number,
  say: (progress: { done: number; of: number }) => void,
): Promise<{ answer: Protection | SuppressionRefusal; seconds: number }> {
  const begun = performance.now()
  const solver = await loadSolver().catch((): Solver | null => null)
  if (!solver) return { answer: { refused: 'solver-failed' }, seconds: 0 }
  const deadline = () => milliseconds - (performance.now() - begun)
  const progress = (done: number, of: number) => say({ done, of })
  const answer = protectAgainstAll(
    [problem, ...others].map((one) => ({ ...one, deadline, progress })),
    solver,
  )
  return { answer, seconds: (performance.now() - begun) / 1000 }
}
