import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver, type Solver } from '../../../src/suppression/highs.ts'
import { isRefusal, type Question } from '../../../src/suppression/problem.ts'
import { type Protection, protect } from '../../../src/suppression/protect.ts'
import { BruteForce } from './brute-force.ts'
import { judge, loss } from './judge.ts'
import { optimum } from './optimum.ts'
import { cutShort, ratioCutShort, ratioToOptimum } from './ratio.ts'
import { mixedTables, tables, tablesWithEarlier } from './tables.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** Null for the one refusal that a generated table may earn: a small figure equal to one that must be shown. */
function answer(question: Question): Protection | null {
  const found = protect(question, solver)
  if (!isRefusal(found)) return found
  expect(found.refused).toBe('small-must-show')
  return null
}

describe.each([
  ['tables', tables],
  ['tables with an earlier release', tablesWithEarlier],
  ['tables with figures that are open, fixed or gone', mixedTables],
])('%s', (_, arbitrary) => {
  it('the attack fails on each', () => {
    fc.assert(
      fc.property(arbitrary, (question) => {
        const found = answer(question)
        if (found) judge(question, found)
      }),
      { numRuns: 400 },
    )
  })

  it('the order of figures, atoms and earlier figures changes nothing', () => {
    fc.assert(
      fc.property(arbitrary, (question) => {
        const turned: Question = {
          ...question,
          atoms: Object.fromEntries(Object.entries(question.atoms).reverse()),
          figures: question.figures.map((figure) => ({ ...figure, sum: [...figure.sum].reverse() })).reverse(),
          ...(question.earlier ? { earlier: [...question.earlier].reverse() } : {}),
        }
        const [one, other, again] = [answer(question), answer(turned), answer(question)]
        expect(other?.suppressed).toEqual(one?.suppressed)
        expect(other?.intervals).toEqual(one?.intervals)
        expect(again).toEqual(one)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the cost', () => {
  it('is that of the cheapest choice, in number and then in size', () => {
    fc.assert(
      fc.property(tablesWithEarlier, (question) => {
        const found = answer(question)!
        expect(loss(question, found)).toEqual(optimum(question))
      }),
      { numRuns: 100 },
    )
  })

  it('is at most 1.15 of the optimum on the mean, as measured, whether or not the search ends', async () => {
    for (const ratio of [await ratioToOptimum(200, 7), await ratioCutShort(200, 7)]) {
      expect(ratio.tables).toBeGreaterThan(50)
      expect(ratio.mean).toBeLessThanOrEqual(1.15)
    }
  })

  it('may be higher when the search is cut short, never at the cost of safety', () => {
    fc.assert(
      fc.property(tablesWithEarlier, fc.integer({ min: 0, max: 3 }), (question, rounds) => {
        const whole = answer(question)!
        const hidden = cutShort(question, solver, rounds)
        const primary = Object.entries(whole.suppressed).filter(([, kind]) => kind === 'primary')
        const brute = new BruteForce(question)
        for (const { id, sum } of question.figures) {
          if (whole.suppressed[id] !== 'primary' || whole.unprotectable.includes(id)) continue
          const all = new Set([...primary.map(([other]) => other), ...hidden])
          expect([brute.end(all, sum, 'lowest'), brute.end(all, sum, 'highest')]).toEqual([1, question.threshold - 1])
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('from release to release', () => {
  const release = (question: Question, found: Protection) =>
    question.figures.map(({ id, sum }) => ({
      sum,
      shown: found.suppressed[id] ? null : sum.reduce((total, atom) => total + question.atoms[atom]!, 0),
    }))

  it('the same data keep the same pattern, and the earlier release takes nothing from it', () => {
    fc.assert(
      fc.property(tables, (question) => {
        const first = answer(question)!
        const second = answer({
          ...question,
          earlier: release(question, first),
          keep: Object.keys(first.suppressed),
        })!
        expect(second.suppressed).toEqual(first.suppressed)
        expect(second.unprotectable).toEqual(first.unprotectable)
        const inferred = ({ intervals }: Protection) =>
          Object.entries(intervals).map(([id, found]) => [id, found.after])
        expect(inferred(second)).toEqual(inferred(first))
      }),
      { numRuns: 150 },
    )
  })

  it('a release of part of the figures, then one of all of them, is safe', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 4 }), (question, every) => {
        const part = { ...question, figures: question.figures.filter((_, index) => index % (every + 1) !== 0) }
        const first = answer(part)!
        const next = { ...question, earlier: release(part, first), keep: Object.keys(first.suppressed) }
        judge(next, answer(next)!)
      }),
      { numRuns: 150 },
    )
  })
})
