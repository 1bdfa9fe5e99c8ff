import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { isRefusal, type SuppressionCell, type SuppressionProblem } from '../../src/suppression/problem.ts'
import { type Protection, protect } from '../../src/suppression/protect.ts'

let highs: Solver
beforeAll(async () => {
  highs = await loadSolver()
})

function protectedAs(problem: Omit<SuppressionProblem, 'threshold'>, solver = highs): Protection {
  const answer = protect({ threshold: 5, ...problem }, solver)
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const causesOf = (problem: Omit<SuppressionProblem, 'threshold'>) => protectedAs(problem).causes
const cells = (...sums: string[]): SuppressionCell[] => sums.map((sum) => ({ id: sum, sum: [...sum] }))
const mustShow = (...sums: string[]) => cells(...sums).map((cell) => ({ ...cell, suppressible: false }))
const shown = (sum: string, count: number) => ({ sum: [...sum], shown: count })
const hidden = (sum: string) => ({ sum: [...sum], shown: null })

describe('a small cell of which more is known than that it is small', () => {
  /** Three, which is what thirteen less ten is. */
  const atoms = { a: 3, b: 10 }

  it('is given away by cells that must be shown', () => {
    expect(causesOf({ atoms, cells: [...cells('a'), ...mustShow('b', 'ab')] })).toEqual({ a: 'shown' })
    expect(causesOf({ atoms, cells: [...cells('a', 'b'), ...mustShow('ab')] })).toEqual({})
  })

  it('is given away by earlier publications', () => {
    expect(causesOf({ atoms, cells: cells('a'), earlier: [shown('b', 10), shown('ab', 13)] })).toEqual({ a: 'earlier' })
  })

  it('is given away by the rule itself where it has two parts that are not nothing', () => {
    const parts = { a: 1, b: 2 }
    expect(causesOf({ atoms: parts, cells: cells('a', 'b', 'ab') })).toEqual({ ab: 'parts' })
    const atoms = { ...parts, x: 20 }
    expect(causesOf({ atoms, cells: [...cells('a', 'b', 'ab'), ...mustShow('abx')] })).toEqual({ ab: 'parts' })
  })

  it('is so by parts of another list of the same total', () => {
    const problem = { atoms: { f: 1, m: 2, l: 3 }, cells: cells('f', 'm', 'l') }
    expect(causesOf({ ...problem, sameTotal: [[['f', 'm'], ['l']]] })).toEqual({ l: 'parts' })
  })

  it('is given away by the one that tells all of it, at its low end or at its high one', () => {
    // The rule tells that ab is two or more; four less another one that is not nothing, that it is three at most.
    const high = { atoms: { a: 1, b: 2, w: 1 }, cells: cells('a', 'b', 'ab') }
    expect(causesOf({ ...high, earlier: [shown('abw', 4), hidden('w')] })).toEqual({
      a: 'earlier',
      b: 'earlier',
      ab: 'earlier',
    })
    // Six less one that is four at most is two or more.
    const low = { atoms: { a: 4, w: 2, v: 3 }, cells: cells('a') }
    expect(causesOf({ ...low, earlier: [shown('aw', 6), shown('wv', 5), hidden('v'), hidden('w')] })).toEqual({
      a: 'earlier',
    })
    // What must be shown tells the low end, what was shown before all of it.
    const both = { atoms: { ...low.atoms, b: 10 }, cells: [...cells('a'), ...mustShow('aw', 'wv', 'ab')] }
    expect(causesOf(both)).toEqual({})
    expect(causesOf({ ...both, cells: [...both.cells, ...cells('v', 'w')] })).toMatchObject({ a: 'shown' })
    expect(causesOf({ ...both, cells: [...both.cells, ...cells('v', 'w')], earlier: [shown('b', 10)] })).toMatchObject({
      a: 'earlier',
    })
  })

  it('is so in its own block, whatever stands in others', () => {
    const problem = {
      atoms: { a: 3, b: 10, f: 1, m: 2, l: 3, x: 2, y: 1 },
      cells: [...cells('a', 'f', 'm', 'l', 'x', 'y', 'xy'), ...mustShow('b', 'ab')],
      sameTotal: [[['f', 'm'], ['l']]],
    }
    expect(causesOf(problem)).toEqual({ a: 'shown', l: 'parts', xy: 'parts' })
  })

  it('has a cause where a sum that only earlier publications had is given away beside it', () => {
    const problem = { atoms: { a: 3, b: 10, c: 2 }, cells: cells('a', 'abc') }
    const earlier = [shown('b', 10), shown('ab', 13), hidden('c'), shown('bc', 12)]
    expect(causesOf({ ...problem, earlier })).toEqual({ a: 'earlier' })
    expect(causesOf({ ...problem, earlier: earlier.filter(({ sum }) => !sum.includes('a')) })).toEqual({})
  })
})

it('every program that was opened gives its memory back, those that looked for causes too', () => {
  let [opened, closed] = [0, 0]
  const counting: Solver = {
    open(shape) {
      opened++
      const model = highs.open(shape)
      return {
        setRowBounds: (...bounds) => model.setRowBounds(...bounds),
        setCost: (...cost) => model.setCost(...cost),
        solve: (limits) => model.solve(limits),
        close() {
          closed++
          model.close()
        },
      }
    },
  }
  protectedAs({ atoms: { a: 1, b: 2, x: 9, y: 8 }, cells: cells('a', 'b', 'ab', 'abx', 'xy', 'y') }, counting)
  expect(opened).toBeGreaterThan(2)
  expect(closed).toBe(opened)
})
