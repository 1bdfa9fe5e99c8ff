import { beforeAll, describe, expect, it } from 'vitest'
import { presolve } from '../../../src/suppression/attacker/presolve.ts'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import { isRefusal, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function presolved(problem: SuppressionProblem) {
  const system = blockSystem(problem)
  return system.blocks.map((block) => ({ block, ...presolve(block, system.counts) }))
}

/** Two years of places × half-years × sexes × ages, published by each of them and year only. */
function cross(): SuppressionProblem {
  const atoms: Record<string, number> = {}
  const names: string[] = []
  for (const year of ['18', '19'])
    for (const half of ['a', 'b'])
      for (const place of ['HP', 'QN', 'NA'])
        for (const sex of ['f', 'm'])
          for (const age of ['x', 'y', 'z']) {
            const name = [year, half, place, sex, age].join('/')
            atoms[name] = (names.push(name) * 7) % 5
          }
  const having = (...parts: string[]) => ({
    id: parts.join(' '),
    sum: names.filter((name) => parts.every((part) => name.split('/').includes(part))),
  })
  const cells = ['18', '19'].flatMap((year) => [
    having(year),
    ...['a', 'b', 'HP', 'QN', 'NA', 'f', 'm', 'x', 'y', 'z'].map((part) => having(year, part)),
  ])
  return { threshold: 5, atoms, cells: [...cells, { id: 'to date', sum: names }] }
}

describe('as few unknowns as can be', () => {
  it('atoms of the same cells are one', () => {
    const [only] = presolved({
      threshold: 5,
      atoms: { a: 2, b: 3, c: 9 },
      cells: [{ id: 'all', sum: ['a', 'b', 'c'] }],
    })
    expect(only).toMatchObject({ unknowns: 1, terms: [[0]], truth: [14], ties: [] })
  })

  it('a cross of which only margins are published is its margins', () => {
    const [only] = presolved(cross())
    // 2 years × (2 half-years + 3 places + 2 sexes + 3 ages), with the year's total three times the same.
    expect(only).toMatchObject({ unknowns: 20 })
    expect(only!.ties).toHaveLength(6)
  })

  it('every row keeps its value, and the ties hold for the true counts', () => {
    const [only] = presolved(cross())
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + only!.truth[unknown]!, 0)
    expect(only!.terms.map(total)).toEqual(only!.block.rows.map((row) => row.value))
    for (const [left, right] of only!.ties) expect(total(left)).toBe(total(right))
  })

  it('a cross with one cell left out is not taken for a full one', () => {
    const problem = cross()
    const { [Object.keys(problem.atoms)[0]!]: _, ...atoms } = problem.atoms
    const cells = problem.cells.map((cell) => ({ ...cell, sum: cell.sum.filter((name) => name in atoms) }))
    const [only] = presolved({ ...problem, atoms, cells })
    expect(only!.unknowns).toBeGreaterThan(20)
  })

  it('cells without a common atom are blocks of their own', () => {
    const problem = {
      threshold: 5,
      atoms: { a: 2, b: 3 },
      cells: [
        { id: 'a', sum: ['a'] },
        { id: 'b', sum: ['b'] },
      ],
    }
    expect(presolved(problem)).toHaveLength(2)
    expect(presolved({ ...problem, sameTotal: [] })).toHaveLength(2)
    expect(presolved({ ...problem, atoms: { a: 2, b: 2 }, sameTotal: [[['a'], ['b']]] })).toHaveLength(1)
  })
})

/**
 * Clients by sex, and a ratio that rests on them, of places × quarters: the clients by quarter, by place and by sex, what the ratio
 * rests on and its numerator by quarter and by place.
 */
function ratioOnCount(places: readonly string[], quarters: readonly string[]): SuppressionProblem {
  const atoms: Record<string, number> = {}
  const reports = places.flatMap((place) => quarters.map((quarter) => `${place}/${quarter}`))
  for (const [nth, report] of reports.entries())
    Object.assign(atoms, { [`${report}/f`]: 3, [`${report}/m`]: nth, [`${report}/n`]: 2, [`${report}/c`]: nth + 1 })
  const having = (parts: readonly string[], ends: readonly string[]) => ({
    id: [...parts, ...ends].join(' '),
    sum: Object.keys(atoms).filter(
      (name) => ends.includes(name.split('/')[2]!) && parts.every((part) => name.split('/').includes(part)),
    ),
  })
  const by = [...places, ...quarters].map((part) => [part])
  return {
    threshold: 5,
    atoms,
    cells: [
      ...by.flatMap((parts) => [having(parts, ['f', 'm']), having(parts, ['n', 'c']), having(parts, ['n'])]),
      ...['f', 'm', 'n'].map((end) => having([], [end])),
    ],
    sameTotal: reports.map((report) => [
      [`${report}/f`, `${report}/m`],
      [`${report}/n`, `${report}/c`],
    ]),
  }
}

describe('a ratio and the count that it rests on', () => {
  it('are no more unknowns than the ratio by itself and the breakdown of the count', () => {
    const [joined] = presolved(ratioOnCount(['A', 'B', 'C'], ['Q1', 'Q2', 'Q3', 'Q4']))
    // Of the two sides 3 places + 4 quarters each, and two sexes.
    expect(joined).toMatchObject({ unknowns: 16 })
    expect(joined!.ties).toHaveLength(3)
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + joined!.truth[unknown]!, 0)
    expect(joined!.terms.map(total)).toEqual(joined!.block.rows.map((row) => row.value))
    for (const [left, right] of joined!.ties) expect(total(left)).toBe(total(right))
  })

  it('say of each single count from what to what it may go while all they show stays as it is', () => {
    const problem = ratioOnCount(['A', 'B'], ['Q1'])
    const names = Object.keys(problem.atoms).sort()
    const rangeOf = (...atoms: string[]) => presolved(problem)[0]!.range(atoms.map((name) => names.indexOf(name)))
    // Place by place everything of the ratio is shown: 2 of 3 and 2 of 4.
    expect([rangeOf('A/Q1/n'), rangeOf('B/Q1/c')]).toEqual([
      [2, 2],
      [2, 2],
    ])
    // Of three clients in A and four in B six are women and one is a man.
    expect([rangeOf('A/Q1/f'), rangeOf('A/Q1/m'), rangeOf('B/Q1/f')]).toEqual([
      [2, 3],
      [0, 1],
      [3, 4],
    ])
    // Together they are six: what each may be by itself does not say so.
    expect(rangeOf('A/Q1/f', 'B/Q1/f')).toBeNull()
  })
})

describe('lists that come to the same', () => {
  it('are ties between the unknowns, each list as it is, and no rows', () => {
    const problem: SuppressionProblem = {
      threshold: 5,
      atoms: { a: 4, b: 3, c: 7, d: 9, e: 9, x: 20 },
      cells: [
        ...['a', 'b', 'd'].map((name) => ({ id: name, sum: [name] })),
        { id: 'all', sum: ['a', 'c', 'd', 'e', 'x'] },
      ],
      equal: [
        [['a', 'b'], ['c']],
        [['d'], ['e']],
      ],
    }
    const [only] = presolved(problem)
    const counts = (list: readonly number[]) => list.map((unknown) => only!.truth[unknown]).sort()
    expect(only!.ties.map(([one, other]) => [counts(one), counts(other)])).toEqual([
      [[3, 4], [7]],
      [[9], [9]],
    ])
    expect(only!.terms).toHaveLength(only!.block.rows.length)
    expect(presolved({ ...problem, equal: [] })[0]!.ties).toEqual([])
  })

  it('tell atoms apart that no row does: of these together it is not said from what to what they go', () => {
    const problem: SuppressionProblem = {
      threshold: 5,
      atoms: { a: 4, b: 3, c: 4 },
      cells: [{ id: 'all', sum: ['a', 'b', 'c'] }],
      equal: [[['a'], ['c']]],
    }
    const [only] = presolved(problem)
    expect([only!.range([0]), only!.range([0, 2]), only!.range([0, 1])]).toEqual([[4, 4], null, null])
  })
})

describe('a known total in two breakdowns', () => {
  it('gives the same answer as the full cross of the two', () => {
    const crossed = { 'f labour': 2, 'f sexual': 6, 'm labour': 9, 'm sexual': 1, 'f crime': 0, 'm crime': 1 }
    const sum = (part: string) => Object.keys(crossed).filter((name) => name.split(' ').includes(part))
    const parts = ['f', 'm', 'labour', 'sexual', 'crime']
    const full: SuppressionProblem = {
      threshold: 5,
      atoms: crossed,
      cells: [...parts.map((part) => ({ id: part, sum: sum(part) })), { id: 'total', sum: Object.keys(crossed) }],
    }
    const count = (part: string) => sum(part).reduce((total, name) => total + crossed[name as keyof typeof crossed], 0)
    const apart: SuppressionProblem = {
      threshold: 5,
      atoms: Object.fromEntries(parts.map((part) => [part, count(part)])),
      cells: [...parts.map((part) => ({ id: part, sum: [part] })), { id: 'total', sum: ['f', 'm'] }],
      sameTotal: [
        [
          ['f', 'm'],
          ['labour', 'sexual', 'crime'],
        ],
      ],
    }
    const [one, other] = [protect(full, solver), protect(apart, solver)]
    if (isRefusal(one) || isRefusal(other)) throw new Error('refused')
    expect(other.suppressed).toEqual(one.suppressed)
    expect(other.intervals).toEqual(one.intervals)
    expect(one.suppressed).toEqual({ crime: 'primary', sexual: 'secondary' })
  })
})
