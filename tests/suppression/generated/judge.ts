import { expect } from 'vitest'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { BruteForce } from './brute-force.ts'
import { groupsByHand } from './groups-by-hand.ts'

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
    // A group is named by its atoms: where one atom bears the name of this cell, it may be the one that is meant.
    const isNamed = answer.unprotectable.includes(id) && (answer.causes[id] !== undefined || !(id in problem.atoms))
    expect(isNamed, `${id} is unprotectable`).toBe(!safe)
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
  judgeGroups(problem, answer, brute, hidden, everything)
}

/** No group is given away; of those that are whatever is hidden no more becomes known, and they are named. */
function judgeGroups(
  problem: SuppressionProblem,
  answer: Protection,
  brute: BruteForce,
  hidden: ReadonlySet<string>,
  everything: ReadonlySet<string>,
): void {
  const lost = new Set<string>()
  for (const group of groupsByHand(problem)) {
    const { kind, plus, minus } = group
    const name = `${plus.join('+')} less ${minus.join('+')}`
    if (brute.isGivenAway(everything, group)) {
      expect(brute.range(hidden, group), `${name}: no more is known than with everything hidden`).toEqual(
        brute.range(everything, group),
      )
      if (kind !== 'change') lost.add([...plus].sort().join('+'))
    } else expect(brute.isGivenAway(hidden, group), `${name} is given away`).toBe(false)
  }
  const ids = new Set(problem.cells.map(({ id }) => id))
  const named = answer.unprotectable.filter((one) => !ids.has(one) || !answer.causes[one])
  expect(named.map((one) => one.split('+').sort().join('+')).sort(), 'groups given away').toEqual([...lost].sort())
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
