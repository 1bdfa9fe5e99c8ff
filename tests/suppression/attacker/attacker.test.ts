import { beforeAll, describe, expect, it } from 'vitest'
import { Attacker } from '../../../src/suppression/attacker/attacker.ts'
import { patternOf } from '../../../src/suppression/attacker/feasible-points.ts'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { Budget } from '../../../src/suppression/budget.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import { BruteForce } from '../generated/brute-force.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** The attacker of the only block of a problem with these cells suppressed, and the row of each cell. */
function attackOn(problem: SuppressionProblem, suppressed: readonly string[]) {
  const system = blockSystem(problem)
  const [block] = system.blocks
  const row = (id: string) => block!.rows.findIndex((one) => one.ids.includes(id))
  const pattern = patternOf(block!, suppressed.map(row))
  return { attacker: new Attacker(block!, system.counts, solver, new Budget()), pattern, row }
}

/** Three pairs of three counts, each pair at most 1: at most one of the three is 1, though halves would make 1.5. */
function triangle(name: string): { atoms: Record<string, number>; cells: SuppressionProblem['cells'] } {
  const pairs = [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ].map((pair) => pair.map((atom) => name + atom))
  const atoms = Object.fromEntries(['a', 'b', 'c'].map((atom) => [name + atom, 0]))
  const cells = pairs.map((pair, index) => {
    atoms[`${name}rest${index}`] = 1
    return { id: `${name}${index}`, sum: [...pair, `${name}rest${index}`], sensitive: false }
  })
  return { atoms: { ...atoms, [`${name}a`]: 1, [`${name}rest0`]: 0, [`${name}rest1`]: 0 }, cells }
}

describe('whole numbers', () => {
  const [left, right] = [triangle('l'), triangle('r')]
  const corners = ['la', 'lb', 'lc', 'ra', 'rb', 'rc']
  const problem: SuppressionProblem = {
    threshold: 4,
    atoms: { ...left.atoms, ...right.atoms },
    cells: [...left.cells, ...right.cells, { id: 'corners', sum: corners }],
  }

  it('are the bound where fractions would reach further', () => {
    const { attacker, pattern, row } = attackOn(problem, ['corners'])
    expect(attacker.interval(pattern, row('corners'))).toEqual([1, 2])
    expect(attacker.cover(pattern, [{ row: row('corners'), side: 'highest', level: 2 }])).toBeNull()
    // 1.5 and 1.5 would make 3; no whole numbers do, and any of the shown sums may have to be suppressed.
    expect(attacker.cover(pattern, [{ row: row('corners'), side: 'highest', level: 3 }])).toHaveLength(6)
    expect(new BruteForce(problem).end(new Set(['corners']), corners, 'highest')).toBe(2)
  })

  it('are solved exactly at the low end as well', () => {
    const { atoms, cells } = triangle('t')
    const rest = ['trest0', 'trest1', 'trest2']
    const low: SuppressionProblem = { threshold: 4, atoms, cells: [...cells, { id: 'rest', sum: rest }] }
    const { attacker, pattern, row } = attackOn(low, ['rest'])
    expect(attacker.interval(pattern, row('rest'))).toEqual([1, 3])
    expect(attacker.cover(pattern, [{ row: row('rest'), side: 'lowest', level: 1 }])).toBeNull()
  })
})

describe('intervals', () => {
  const problem: SuppressionProblem = {
    threshold: 5,
    atoms: { HP: 3, QN: 30, NA: 41 },
    cells: [
      { id: 'HP', sum: ['HP'] },
      { id: 'QN', sum: ['QN'] },
      { id: 'HP+QN', sum: ['HP', 'QN'] },
      { id: 'project', sum: ['HP', 'QN', 'NA'] },
    ],
  }

  it.each([
    [[], [3, 3]],
    [['QN'], [1, 32]],
    [['HP+QN'], [1, 44]],
    [
      ['HP+QN', 'QN'],
      [1, 73],
    ],
    [['project'], [3, 3]],
    [
      ['project', 'HP+QN'],
      [1, null],
    ],
    [
      ['project', 'HP+QN', 'QN'],
      [1, null],
    ],
  ] as const)('with HP and %j hidden HP is %j', (hidden, interval) => {
    const { attacker, pattern, row } = attackOn(problem, hidden)
    expect(attacker.interval(pattern, row('HP'))).toEqual(interval)
  })

  it('of a shown cell is the cell', () => {
    const { attacker, pattern, row } = attackOn(problem, [])
    expect(attacker.interval(pattern, row('project'))).toEqual([74, 74])
  })

  it('names the shown cells that an inference rests on', () => {
    const { attacker, pattern, row } = attackOn(problem, [])
    expect(attacker.cover(pattern, [{ row: row('HP'), side: 'highest', level: 4 }])).toEqual([row('QN'), row('HP+QN')])
  })
})
