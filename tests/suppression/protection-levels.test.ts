import { beforeAll, expect, test } from 'vitest'
import { Attacker } from '../../src/suppression/attacker/attacker.ts'
import { patternOf } from '../../src/suppression/attacker/feasible-points.ts'
import { blockSystem, smallRows } from '../../src/suppression/blocks.ts'
import { Budget, SolveFailure } from '../../src/suppression/budget.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import type { EarlierCell } from '../../src/suppression/problem.ts'
import { audit, protectionLevels } from '../../src/suppression/protection-levels.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** Some places and sums of them under attack; without sums, their total. */
function attacked(atoms: Readonly<Record<string, number>>, earlier: EarlierCell[] = [], sums = [Object.keys(atoms)]) {
  const cells = [...Object.keys(atoms).map((name) => [name]), ...sums].map((sum) => ({ id: sum.join('+'), sum }))
  const { blocks, counts } = blockSystem({ threshold: 5, atoms, cells, earlier })
  const block = blocks[0]!
  const attacker = new Attacker(block, counts, solver, new Budget())
  const levels = protectionLevels(block, attacker, smallRows(block), 5)
  const without = (...ids: string[]) =>
    patternOf(
      block,
      [...block.rows.keys()].filter((row) => block.rows[row]!.ids.some((id) => ids.includes(id))),
    )
  const audited = (...ids: string[]) => audit(attacker, levels, without(...ids))
  return { levels: levels.map(({ lowest, highest }) => [lowest, highest]), audited }
}
const failed = new SolveFailure('solver-failed')

test('a small count is to be left anything from 1 to k - 1', () => {
  expect(attacked({ a: 3, b: 10, c: 20 }).levels).toEqual([[1, 4]])
})

test('or what it would be left with everything suppressed, where earlier publications say more', () => {
  const both: EarlierCell = { sum: ['a', 'b'], shown: 6 }
  expect(attacked({ a: 3, b: 3, c: 20 }, [both]).levels).toEqual([
    [1, 4],
    [1, 4],
  ])
  expect(attacked({ a: 1, b: 1, c: 20 }, [{ sum: ['a', 'b'], shown: 2 }]).levels).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(
    attacked({ a: 4, b: 4, c: 20 }, [
      { sum: ['a', 'b'], shown: 8 },
      { sum: ['c'], shown: 20 },
    ]).levels,
  ).toEqual([
    [1, 4],
    [1, 4],
  ])
})

test('nothing goes out when the attack succeeds on the pattern as it will be published', () => {
  const { audited } = attacked({ a: 3, b: 10, c: 20 })
  expect(() => audited()).toThrow(failed)
  expect(() => audited('b')).not.toThrow()
  expect(() => audited('a+b+c')).not.toThrow()
})

test('that one cannot be as much as k - 1 is enough', () => {
  const { audited } = attacked({ a: 2, b: 2, c: 20 })
  expect(() => audited()).toThrow(failed)
  expect(() => audited('c')).not.toThrow()
})

test('that one cannot be as little as 1 is enough', () => {
  // d is at least 1, so b at most 6 and a at least 4; a and d may both be 4 all the same.
  const sums = [
    ['a', 'b'],
    ['b', 'd'],
  ]
  const { audited } = attacked({ a: 4, b: 6, d: 1 }, [], sums)
  expect(() => audited('b')).toThrow(failed)
  expect(() => audited('b', 'a+b')).not.toThrow()
})
