import { describe, expect, it } from 'vitest'
import { Attacker, type End } from '../../../src/suppression/attacker/attacker.ts'
import { patternOf } from '../../../src/suppression/attacker/feasible-points.ts'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { Budget, SolveFailure } from '../../../src/suppression/budget.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import { infeasible, scriptedSolver } from './scripted-solver.ts'

/* Many ends with one program: what it reaches is not asked for again, and what needs no program has none. */

const highs = await loadSolver()
const problem = {
  threshold: 5,
  atoms: { HP: 2, QN: 30, NA: 3, HT: 40 },
  cells: [
    { id: 'HP', sum: ['HP'] },
    { id: 'HP+QN', sum: ['HP', 'QN'] },
    { id: 'NA', sum: ['NA'] },
    { id: 'NA+HT', sum: ['NA', 'HT'] },
    { id: 'all', sum: ['HP', 'QN', 'NA', 'HT'] },
  ],
}
const { blocks, counts } = blockSystem(problem)
const block = blocks[0]!
const rowOf = (id: string) => block.rows.findIndex((row) => row.ids.includes(id))
const end = (id: string, side: End['side'], level: number): End => ({ row: rowOf(id), side, level })
const pattern = patternOf(block, ['HP', 'HP+QN', 'NA', 'NA+HT'].map(rowOf))

/** How many programs reaching these together takes, and how many each of the others takes afterwards. */
function programs(together: readonly End[], afterwards: readonly End[]) {
  const budget = new Budget()
  const attacker = new Attacker(block, counts, highs, budget)
  attacker.reachTogether(pattern, together)
  const first = budget.programs
  const each = afterwards.map((one) => {
    const before = budget.programs
    expect(attacker.cover(pattern, [one])).toBeNull()
    return budget.programs - before
  })
  return { together: first, each }
}

describe('ends reached together', () => {
  it('are reached with one program a side, and cost nothing afterwards', () => {
    const high = [end('HP', 'highest', 4), end('NA', 'highest', 4)]
    const low = [end('HP', 'lowest', 1), end('NA', 'lowest', 1)]
    expect(programs(high, high)).toEqual({ together: 1, each: [0, 0] })
    expect(programs(low, low)).toEqual({ together: 1, each: [0, 0] })
    expect(programs([...high, ...low], [...high, ...low])).toEqual({ together: 2, each: [0, 0, 0, 0] })
  })

  it('are reached as far as the furthest of each row', () => {
    const levels = [4, 9, 6].map((level) => end('HP', 'highest', level))
    expect(programs([...levels, end('NA', 'highest', 4)], levels)).toEqual({ together: 1, each: [0, 0, 0] })
    const low = [20, 12, 15].map((level) => end('HP+QN', 'lowest', level))
    expect(programs([...low, end('NA', 'lowest', 1)], low)).toEqual({ together: 1, each: [0, 0, 0] })
  })

  it('go no further than that', () => {
    const ends = [end('HP', 'highest', 4), end('NA', 'highest', 4)]
    expect(programs(ends, [end('HP', 'highest', 5)])).toEqual({ together: 1, each: [1] })
    const low = [end('HP+QN', 'lowest', 20), end('NA', 'lowest', 2)]
    expect(programs(low, [end('HP+QN', 'lowest', 19)])).toEqual({ together: 1, each: [1] })
  })

  it.each([
    ['one alone', [end('HP', 'highest', 4)]],
    ['one of each side', [end('HP', 'highest', 4), end('NA', 'lowest', 1)]],
    ['what is told', [end('all', 'highest', 80), end('HP', 'highest', 4)]],
    ['what is so anyway', [end('NA', 'highest', 3), end('HP', 'highest', 4)]],
    ['nothing', []],
  ])('have no program of their own when they are %s', (_, ends) => {
    expect(programs(ends, []).together).toBe(0)
  })

  it('are never believed of a solver that finds the truth impossible', () => {
    const attacker = new Attacker(block, counts, scriptedSolver(infeasible).solver, new Budget())
    const ends = [end('HP', 'highest', 4), end('NA', 'highest', 4)]
    expect(() => attacker.reachTogether(pattern, ends)).toThrow(new SolveFailure('solver-failed'))
  })
})
