import { expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import { isRefusal, type SuppressionProblem } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'

/**
 * Three places of which an earlier report hid two, four and five, and showed the third and all; the four are five now. With a total of the
 * two shown now, ten less what fifteen less six were is the one that was added.
 */
const PROBLEM: SuppressionProblem = {
  threshold: 5,
  atoms: { A: 5, 'C@1': 4, 'C@2': 5, Z: 6 },
  cells: [
    { id: 'both', sum: ['A', 'C@2'] },
    { id: 'A', sum: ['A'] },
    { id: 'C', sum: ['C@2'] },
    { id: 'C before', sum: ['C@1'], past: true },
  ],
  earlier: [
    { sum: ['A', 'C@1', 'Z'], shown: 15 },
    { sum: ['Z'], shown: 6 },
    { sum: ['A'], shown: null },
    { sum: ['C@1'], shown: null },
  ],
  restated: [['C@1', 'C@2']],
}

it('a correction by one of what was small and hidden is not told by a total that only this report has', async () => {
  const found = protect(PROBLEM, await loadSolver())
  if (isRefusal(found)) throw new Error(found.refused)
  expect(found.suppressed).toMatchObject({ both: 'secondary', 'C before': 'primary' })
})
