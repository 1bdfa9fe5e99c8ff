import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solution, Solver } from '../../src/suppression/lp.ts'
import {
  isRefusal,
  type RefusalCode,
  SUPPRESSION_REFUSALS,
  type SuppressionProblem,
} from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'
import { BruteForce } from './generated/brute-force.ts'

let highs: Solver
beforeAll(async () => {
  highs = await loadSolver()
})

const good: SuppressionProblem = {
  threshold: 5,
  atoms: { HP: 3, QN: 30, NA: 41 },
  cells: [
    { id: 'HP', sum: ['HP'] },
    { id: 'QN', sum: ['QN'] },
    { id: 'NA', sum: ['NA'] },
    { id: 'project', sum: ['HP', 'QN', 'NA'] },
  ],
}
const withCell = (cell: SuppressionProblem['cells'][number]): SuppressionProblem => ({
  ...good,
  cells: [...good.cells, cell],
})

const bad: [string, RefusalCode, string | undefined, SuppressionProblem][] = [
  ['k is not a number', 'bad-threshold', undefined, { ...good, threshold: Number.NaN }],
  ['k is not whole', 'bad-threshold', undefined, { ...good, threshold: 5.5 }],
  ['k of 1', 'bad-threshold', undefined, { ...good, threshold: 1 }],
  ['an atom below zero', 'bad-atom', 'HP', { ...good, atoms: { ...good.atoms, HP: -3 } }],
  ['half an atom', 'bad-atom', 'QN', { ...good, atoms: { ...good.atoms, QN: 0.5 } }],
  ['an atom too large to count', 'bad-atom', 'QN', { ...good, atoms: { ...good.atoms, QN: 2 ** 53 } }],
  ['a total too large to count', 'bad-atom', 'QN', { ...good, atoms: { HP: 2 ** 52, QN: 2 ** 52, NA: 41 } }],
  ['an unknown atom', 'bad-figure', 'HT', withCell({ id: 'HT', sum: ['HT'] })],
  ['a name every object has', 'bad-figure', 'x', withCell({ id: 'x', sum: ['toString'] })],
  ['an atom twice in a cell', 'bad-figure', 'x', withCell({ id: 'x', sum: ['HP', 'HP'] })],
  ['two cells of one id', 'bad-figure', 'HP', withCell({ id: 'HP', sum: ['QN'] })],
  ['an unknown atom earlier', 'bad-earlier', '1', { ...good, earlier: [{ sum: ['HT'], shown: 5 }] }],
  ['a version of an unknown atom', 'bad-restated', '1', { ...good, restated: [['HP', 'HT']] }],
  ['an atom restated by itself', 'bad-restated', '1', { ...good, restated: [['HP', 'HP']] }],
  ['half a person shown earlier', 'bad-earlier', '1', { ...good, earlier: [{ sum: ['QN'], shown: 29.5 }] }],
  [
    'another count shown earlier',
    'earlier-disagrees',
    '2',
    {
      ...good,
      earlier: [
        { sum: ['NA'], shown: 41 },
        { sum: ['QN'], shown: 29 },
      ],
    },
  ],
  [
    'a zero hidden earlier',
    'earlier-disagrees',
    '1',
    { ...good, atoms: { ...good.atoms, HP: 0 }, earlier: [{ sum: ['HP'], shown: null }] },
  ],
  ['totals that differ', 'bad-same-total', '1', { ...good, sameTotal: [[['HP'], ['QN']]] }],
  ['one list of a total', 'bad-same-total', '1', { ...good, sameTotal: [[['HP']]] }],
  [
    'an atom in two totals',
    'bad-same-total',
    '2',
    {
      ...good,
      atoms: { ...good.atoms, HP: 0, QN: 0 },
      sameTotal: [
        [['HP'], ['QN']],
        [['QN'], []],
      ],
    },
  ],
  [
    'lists that are not alike',
    'bad-equal',
    '2',
    {
      ...good,
      equal: [
        [['HP'], ['HP']],
        [['HP'], ['QN']],
      ],
    },
  ],
  ['a list of what is not there', 'bad-equal', '1', { ...good, equal: [[['XX'], ['XX']]] }],
  [
    'a cell over two lists of one total',
    'bad-figure',
    'project',
    { ...good, atoms: { HP: 3, QN: 3, NA: 41 }, sameTotal: [[['HP'], ['QN']]] },
  ],
  [
    'an earlier cell over two lists of one total',
    'bad-earlier',
    '1',
    {
      threshold: 5,
      atoms: { f: 9, labour: 9 },
      cells: [],
      earlier: [{ sum: ['f', 'labour'], shown: 18 }],
      sameTotal: [[['f'], ['labour']]],
    },
  ],
  ['a small cell that must be shown', 'small-must-show', 'x', withCell({ id: 'x', sum: ['HP'], suppressible: false })],
]

describe('bad problems', () => {
  it.each(bad)('%s', (_, refused, about, problem) => {
    expect(protect(problem, highs)).toEqual(about === undefined ? { refused } : { refused, about })
  })

  it('all codes are met in this file', () => {
    const met = [...bad.map(([, code]) => code), ...faults.map(([, code]) => code)]
    expect(new Set(met)).toEqual(new Set(SUPPRESSION_REFUSALS))
  })
})

/** A solver whose programs run like this. */
function solverThat(run: (run: () => Solution, count: number) => Solution): Solver {
  let count = 0
  return {
    open(shape) {
      const model = highs.open(shape)
      return {
        setRowBounds: (row, lower, upper) => model.setRowBounds(row, lower, upper),
        setCost: (column, cost) => model.setCost(column, cost),
        solve: (limits) => run(() => model.solve(limits), ++count),
        close: () => model.close(),
      }
    },
  }
}

const crash = () => {
  throw new WebAssembly.RuntimeError('unreachable')
}
const faults: [string, RefusalCode, Solver, thrown?: string][] = [
  ['crashes at once', 'solver-failed', solverThat(crash), 'RuntimeError: unreachable'],
  [
    'crashes later',
    'solver-failed',
    solverThat((run, count) => (count > 5 ? crash() : run())),
    'RuntimeError: unreachable',
  ],
  [
    'cannot even be opened',
    'solver-failed',
    {
      open: () => {
        throw new Error('out of memory')
      },
    },
    'Error: out of memory',
  ],
  ['says that the truth is impossible', 'solver-failed', solverThat(() => ({ status: 'infeasible' }))],
  ['runs out of time', 'out-of-time', solverThat(() => ({ status: 'out-of-time' }))],
]

describe('a solver that', () => {
  it.each(faults)('%s: nothing is released', (_, refused, solver, thrown) => {
    expect(protect(good, solver)).toStrictEqual(thrown === undefined ? { refused } : { refused, thrown })
  })

  it.each([
    ['that every count is one', () => 1],
    ['that every count is nothing', () => 0],
    ['that every count is large', () => 1000],
    ['fractions', () => 0.4],
    ['no numbers at all', () => Number.NaN],
    ['nearly the truth', (count: number) => count + 0.3],
  ])('answers %s is not believed', (_, lie) => {
    const liar = solverThat((run) => {
      const outcome = run()
      return outcome.status === 'optimal' ? { ...outcome, point: Array.from(outcome.point, lie) } : outcome
    })
    const answer = protect(good, liar)
    if (isRefusal(answer)) return expect(answer.refused).toBe('solver-failed')
    const hidden = new Set(Object.keys(answer.suppressed))
    expect(hidden).toContain('HP')
    if (answer.unprotectable.includes('HP')) return
    const brute = new BruteForce(good)
    expect([brute.end(hidden, ['HP'], 'lowest'), brute.end(hidden, ['HP'], 'highest')]).toEqual([1, 4])
  })
})

describe('time', () => {
  it('that is up stops the work', () => {
    let calls = 0
    expect(protect({ ...good, deadline: () => (++calls > 3 ? 0 : 1000) }, highs)).toEqual({ refused: 'out-of-time' })
    expect(protect({ ...good, deadline: () => Number.NaN }, highs)).toEqual({ refused: 'out-of-time' })
  })

  it('that is left is handed to the solver', () => {
    const given: number[] = []
    const watching: Solver = {
      open(shape) {
        const model = highs.open(shape)
        return {
          setRowBounds: (row, lower, upper) => model.setRowBounds(row, lower, upper),
          setCost: (column, cost) => model.setCost(column, cost),
          close: () => model.close(),
          solve(limits) {
            given.push(limits.seconds)
            return model.solve(limits)
          },
        }
      },
    }
    protect({ ...good, deadline: () => 2500 }, watching)
    expect(new Set(given)).toEqual(new Set([2.5]))
  })

  it('passes with progress', () => {
    const seen: [number, number][] = []
    protect({ ...good, progress: (done, of) => seen.push([done, of]) }, highs)
    expect(seen).toEqual([[1, 1]])
  })
})
