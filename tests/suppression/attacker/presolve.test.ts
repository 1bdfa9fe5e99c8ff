import { beforeAll, describe, expect, it } from 'vitest'
import { condense } from '../../../src/suppression/attacker/presolve.ts'
import { loadSolver, type Solver } from '../../../src/suppression/highs.ts'
import { isRefusal, type Question } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import { readSystem } from '../../../src/suppression/rows.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function condensed(question: Question) {
  const system = readSystem(question)
  return system.parts.map((part) => ({ part, ...condense(part, system.counts) }))
}

/** Two years of places × half-years × sexes × ages, published by each of them and year only. */
function cross(): Question {
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
  const figures = ['18', '19'].flatMap((year) => [
    having(year),
    ...['a', 'b', 'HP', 'QN', 'NA', 'f', 'm', 'x', 'y', 'z'].map((part) => having(year, part)),
  ])
  return { threshold: 5, atoms, figures: [...figures, { id: 'to date', sum: names }] }
}

describe('as few unknowns as can be', () => {
  it('atoms of the same figures are one', () => {
    const [only] = condensed({
      threshold: 5,
      atoms: { a: 2, b: 3, c: 9 },
      figures: [{ id: 'all', sum: ['a', 'b', 'c'] }],
    })
    expect(only).toMatchObject({ unknowns: 1, terms: [[0]], truth: [14], ties: [] })
  })

  it('a cross of which only margins are published is its margins', () => {
    const [only] = condensed(cross())
    // 2 years × (2 half-years + 3 places + 2 sexes + 3 ages), with the year's total three times the same.
    expect(only).toMatchObject({ unknowns: 20 })
    expect(only!.ties).toHaveLength(6)
  })

  it('every row keeps its value, and the ties hold for the true counts', () => {
    const [only] = condensed(cross())
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + only!.truth[unknown]!, 0)
    expect(only!.terms.map(total)).toEqual(only!.part.rows.map((row) => row.value))
    for (const [left, right] of only!.ties) expect(total(left)).toBe(total(right))
  })

  it('a cross with one cell left out is not taken for a full one', () => {
    const question = cross()
    const { [Object.keys(question.atoms)[0]!]: _, ...atoms } = question.atoms
    const figures = question.figures.map((figure) => ({ ...figure, sum: figure.sum.filter((name) => name in atoms) }))
    const [only] = condensed({ ...question, atoms, figures })
    expect(only!.unknowns).toBeGreaterThan(20)
  })

  it('figures without a common atom are parts of their own', () => {
    const question = {
      threshold: 5,
      atoms: { a: 2, b: 3 },
      figures: [
        { id: 'a', sum: ['a'] },
        { id: 'b', sum: ['b'] },
      ],
    }
    expect(condensed(question)).toHaveLength(2)
    expect(condensed({ ...question, sameTotal: [] })).toHaveLength(2)
    expect(condensed({ ...question, atoms: { a: 2, b: 2 }, sameTotal: [[['a'], ['b']]] })).toHaveLength(1)
  })
})

describe('a known total in two breakdowns', () => {
  it('gives the same answer as the full cross of the two', () => {
    const crossed = { 'f labour': 2, 'f sexual': 6, 'm labour': 9, 'm sexual': 1, 'f crime': 0, 'm crime': 1 }
    const sum = (part: string) => Object.keys(crossed).filter((name) => name.split(' ').includes(part))
    const parts = ['f', 'm', 'labour', 'sexual', 'crime']
    const full: Question = {
      threshold: 5,
      atoms: crossed,
      figures: [...parts.map((part) => ({ id: part, sum: sum(part) })), { id: 'total', sum: Object.keys(crossed) }],
    }
    const count = (part: string) => sum(part).reduce((total, name) => total + crossed[name as keyof typeof crossed], 0)
    const apart: Question = {
      threshold: 5,
      atoms: Object.fromEntries(parts.map((part) => [part, count(part)])),
      figures: [...parts.map((part) => ({ id: part, sum: [part] })), { id: 'total', sum: ['f', 'm'] }],
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
