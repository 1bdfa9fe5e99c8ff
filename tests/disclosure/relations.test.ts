import { expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import { isRefusal, type SuppressionProblem } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'

/**
 * Three places with 2, 7 and 9 in the count V3 and under the ratio V6, and the totals of both. What stands under V6 in the second
 * place is shown whatever happens: so V6 hides the third beside the first.
 */
function problem(sameTotal: string[][][]): SuppressionProblem {
  const places = ['A', 'B', 'C']
  const amounts = [2, 7, 9]
  const codes = ['V3', 'V6']
  const atoms = Object.fromEntries(
    codes.flatMap((code) => places.map((place, nth) => [`${code} ${place}`, amounts[nth]!])),
  )
  const cells = codes.flatMap((code) => [
    { id: code, sum: places.map((place) => `${code} ${place}`), suppressible: false },
    ...places.map((place) => ({
      id: `${code} ${place}`,
      sum: [`${code} ${place}`],
      suppressible: code !== 'V6' || place !== 'B',
    })),
  ])
  return { threshold: 5, atoms, cells, sameTotal }
}

const related = ['A', 'B', 'C'].map((place) => [[`V3 ${place}`], [`V6 ${place}`]])

it('what one indicator shows is not hidden in vain by another that rests on it', async () => {
  const solver = await loadSolver()
  const hidden = (sameTotal: string[][][]) => {
    const found = protect(problem(sameTotal), solver)
    if (isRefusal(found)) throw new Error(found.refused)
    return Object.keys(found.suppressed).sort()
  }
  // Unrelated, V3 hides the smaller of its two others, and 18 - 7 - 9 is two people: V6 shows the seven, V3 the nine.
  expect(hidden([])).toEqual(['V3 A', 'V3 B', 'V6 A', 'V6 C'])
  expect(hidden(related)).toEqual(['V3 A', 'V3 C', 'V6 A', 'V6 C'])
})
