import { beforeAll, describe, expect, it } from 'vitest'
import { Attack } from '../../../src/suppression/attacker/attacker.ts'
import { patternOf } from '../../../src/suppression/attacker/feasible-points.ts'
import { Effort } from '../../../src/suppression/budget.ts'
import { loadSolver, type Solver } from '../../../src/suppression/highs.ts'
import type { Question } from '../../../src/suppression/problem.ts'
import { readSystem } from '../../../src/suppression/rows.ts'
import { BruteForce } from '../generated/brute-force.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** The attack on the only part of a question with these figures hidden, and the row of each figure. */
function attackOn(question: Question, hidden: readonly string[]) {
  const system = readSystem(question)
  const [part] = system.parts
  const row = (id: string) => part!.rows.findIndex((one) => one.ids.includes(id))
  const pattern = patternOf(part!, hidden.map(row))
  return { attack: new Attack(part!, system.counts, solver, new Effort()), pattern, row }
}

/** Three pairs of three counts, each pair at most 1: at most one of the three is 1, though halves would make 1.5. */
function triangle(name: string): { atoms: Record<string, number>; figures: Question['figures'] } {
  const pairs = [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ].map((pair) => pair.map((atom) => name + atom))
  const atoms = Object.fromEntries(['a', 'b', 'c'].map((atom) => [name + atom, 0]))
  const figures = pairs.map((pair, index) => {
    atoms[`${name}rest${index}`] = 1
    return { id: `${name}${index}`, sum: [...pair, `${name}rest${index}`], sensitive: false }
  })
  return { atoms: { ...atoms, [`${name}a`]: 1, [`${name}rest0`]: 0, [`${name}rest1`]: 0 }, figures }
}

describe('whole numbers', () => {
  const [left, right] = [triangle('l'), triangle('r')]
  const corners = ['la', 'lb', 'lc', 'ra', 'rb', 'rc']
  const question: Question = {
    threshold: 4,
    atoms: { ...left.atoms, ...right.atoms },
    figures: [...left.figures, ...right.figures, { id: 'corners', sum: corners }],
  }

  it('are the bound where fractions would reach further', () => {
    const { attack, pattern, row } = attackOn(question, ['corners'])
    expect(attack.interval(pattern, row('corners'))).toEqual([1, 2])
    expect(attack.blame(pattern, row('corners'), 'highest', 2)).toBeNull()
    // 1.5 and 1.5 would make 3; no whole numbers do, and any of the shown sums may be to blame.
    expect(attack.blame(pattern, row('corners'), 'highest', 3)).toHaveLength(6)
    expect(new BruteForce(question).end(new Set(['corners']), corners, 'highest')).toBe(2)
  })

  it('are solved exactly at the low end as well', () => {
    const { atoms, figures } = triangle('t')
    const rest = ['trest0', 'trest1', 'trest2']
    const low: Question = { threshold: 4, atoms, figures: [...figures, { id: 'rest', sum: rest }] }
    const { attack, pattern, row } = attackOn(low, ['rest'])
    expect(attack.interval(pattern, row('rest'))).toEqual([1, 3])
    expect(attack.blame(pattern, row('rest'), 'lowest', 1)).toBeNull()
  })
})

describe('intervals', () => {
  const question: Question = {
    threshold: 5,
    atoms: { HP: 3, QN: 30, NA: 41 },
    figures: [
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
    const { attack, pattern, row } = attackOn(question, hidden)
    expect(attack.interval(pattern, row('HP'))).toEqual(interval)
  })

  it('of a shown figure is the figure', () => {
    const { attack, pattern, row } = attackOn(question, [])
    expect(attack.interval(pattern, row('project'))).toEqual([74, 74])
  })

  it('names the shown figures that an inference rests on', () => {
    const { attack, pattern, row } = attackOn(question, [])
    expect(attack.blame(pattern, row('HP'), 'highest', 4)).toEqual([row('QN'), row('HP+QN')])
  })
})
