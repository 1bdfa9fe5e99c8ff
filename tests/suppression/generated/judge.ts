import { expect } from 'vitest'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { BruteForce } from './brute-force.ts'

/** Holds a protection to what it promises, with an attacker who knows nothing of the code that made it. */
export function judge(problem: SuppressionProblem, answer: Protection): void {
  const { threshold, cells } = problem
  const brute = new BruteForce(problem)
  const hidden = new Set(Object.keys(answer.suppressed))
  const everything = new Set(
    cells
      .filter(({ id, sum, suppressible }) => hidden.has(id) || (brute.value(sum) > 0 && suppressible !== false))
      .map(({ id }) => id),
  )
  const small = cells.filter(
    ({ sum, sensitive }) => sensitive !== false && brute.value(sum) >= 1 && brute.value(sum) < threshold,
  )
  const primary = Object.keys(answer.suppressed).filter((id) => answer.suppressed[id] === 'primary')
  expect(primary.sort(), 'primary are the small ones').toEqual(small.map(({ id }) => id).sort())
  for (const { id, sum, suppressible } of cells) {
    if (brute.value(sum) === 0 || suppressible === false) expect(hidden.has(id), `${id} is shown`).toBe(false)
  }
  for (const { id, sum } of small) {
    const span = [brute.end(hidden, sum, 'lowest'), brute.end(hidden, sum, 'highest')]
    const best = [brute.end(everything, sum, 'lowest'), brute.end(everything, sum, 'highest')]
    expect(span, `${id}: no more is known than with everything hidden`).toEqual(best)
    const safe = best[0] === 1 && best[1] === threshold - 1
    expect(answer.unprotectable.includes(id), `${id} is unprotectable`).toBe(!safe)
    expect(answer.causes[id] === undefined, `${id} has a cause`).toBe(safe)
    const [lowest, highest] = answer.intervals[id]!.after
    expect([lowest, Math.min(highest ?? threshold, threshold - 1)], `${id}: the interval printed`).toEqual(span)
  }
  for (const { sum, shown } of problem.earlier ?? []) {
    const value = brute.value(sum)
    if (shown !== null || value >= threshold || cells.some((cell) => sameSum(cell.sum, sum))) continue
    const span = [brute.end(hidden, sum, 'lowest'), brute.end(hidden, sum, 'highest')]
    const best = [brute.end(everything, sum, 'lowest'), brute.end(everything, sum, 'highest')]
    expect(span, `${sum}, hidden earlier, is not given away now`).toEqual(best)
  }
}

/** How many cells were hidden to protect others, and the sum of them. */
export function loss(problem: SuppressionProblem, answer: Protection): { cells: number; value: number } {
  const brute = new BruteForce(problem)
  const primary = problem.cells.filter(({ id }) => answer.suppressed[id] === 'primary')
  const secondary = problem.cells.filter(
    ({ id, sum }) => answer.suppressed[id] === 'secondary' && !primary.some((other) => sameSum(other.sum, sum)),
  )
  return { cells: secondary.length, value: secondary.reduce((total, { sum }) => total + brute.value(sum), 0) }
}

function sameSum(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join()
}
