import { beforeAll, describe, expect, it } from 'vitest'
import { protectAgainstAll } from '../../src/disclosure/attackers.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { type EarlierCell, isRefusal, type SuppressionProblem } from '../../src/suppression/problem.ts'
import { type Protection, protect } from '../../src/suppression/protect.ts'
import fc from '../fast-check.ts'
import { BruteForce } from '../suppression/generated/brute-force.ts'
import { groupsByHand } from '../suppression/generated/groups-by-hand.ts'
import { tables } from '../suppression/generated/tables.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function answered(problems: readonly SuppressionProblem[]): Protection {
  const found = protectAgainstAll(problems, solver)
  if (isRefusal(found)) throw new Error(found.refused)
  return found
}

/** A release for donors, then what those who saw it, and those who did not, have of a public one. */
function publicAfterDonors(problem: SuppressionProblem, more: number): [SuppressionProblem, SuppressionProblem] {
  const forDonors = answered([problem])
  const earlier = problem.cells.map(({ id, sum }): EarlierCell => {
    const total = sum.reduce((all, name) => all + problem.atoms[name]!, 0)
    return { sum, shown: forDonors.suppressed[id] ? null : total }
  })
  return [
    { ...problem, threshold: problem.threshold + more },
    { ...problem, earlier },
  ]
}

/** With everything suppressed that may be, and with what is: what an attacker learns of small cells and groups. */
function learns(problem: SuppressionProblem, hidden: ReadonlySet<string>) {
  const brute = new BruteForce(problem)
  const small = problem.cells.filter(({ sum }) => brute.value(sum) >= 1 && brute.value(sum) < problem.threshold)
  return {
    cells: small.map(({ id, sum }) => [id, brute.end(hidden, sum, 'lowest'), brute.end(hidden, sum, 'highest')]),
    groups: groupsByHand(problem)
      .filter((group) => brute.isGivenAway(hidden, group))
      .map(({ plus, minus }) => [plus, minus]),
  }
}

describe('a release that several may attack', () => {
  it('tells none of them more than it would with everything suppressed', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 3 }), (problem, more) => {
        const attacks = publicAfterDonors(problem, more)
        const found = answered(attacks)
        const hidden = new Set(Object.keys(found.suppressed))
        for (const attack of attacks) {
          const brute = new BruteForce(attack)
          const everything = new Set(attack.cells.filter(({ sum }) => brute.value(sum) > 0).map(({ id }) => id))
          expect(learns(attack, hidden)).toEqual(learns(attack, everything))
        }
      }),
      { numRuns: 100, verbose: fc.VerbosityLevel.Verbose },
    )
  })

  it('hides from those who saw nothing what others have seen long since', () => {
    const problem: SuppressionProblem = {
      threshold: 5,
      atoms: { HP: 11, QN: 15, NA: 7 },
      cells: [
        { id: 'HP', sum: ['HP'] },
        { id: 'QN', sum: ['QN'] },
        { id: 'NA', sum: ['NA'] },
        { id: 'all', sum: ['HP', 'QN', 'NA'] },
      ],
    }
    const [fresh, informed] = publicAfterDonors(problem, 5)
    const together = protect({ ...informed, threshold: 10 }, solver) as Protection
    expect(together.suppressed, 'as one attacker: 33 − 11 − 15 = 7').toEqual({ NA: 'primary' })
    expect(answered([fresh, informed]).suppressed).toEqual({ NA: 'primary', HP: 'secondary' })
    expect(answered([fresh, informed]).unprotectable).toEqual([])
  })

  const counts = (atoms: Record<string, number>, threshold = 5): SuppressionProblem => ({
    ...{ threshold, atoms },
    cells: [...Object.keys(atoms).map((id) => ({ id, sum: [id] })), { id: 'all', sum: Object.keys(atoms) }],
  })

  it('is hidden for its own sake where it is small to any of them, whoever is asked first', () => {
    const [few, more] = [counts({ HP: 7, NA: 3, QN: 30 }), counts({ HP: 7, NA: 3, QN: 30 }, 10)]
    expect(answered([few]).suppressed).toEqual({ NA: 'primary', HP: 'secondary' })
    for (const attacks of [
      [few, more],
      [more, few],
    ])
      expect(answered(attacks).suppressed).toMatchObject({ NA: 'primary', HP: 'primary' })
  })

  it.each(['HP', 'QN'])(
    'goes without what it goes without anyhow: beside a small one %s, which others may not see',
    (gone) => {
      const seenByNobody: SuppressionProblem = {
        threshold: 5,
        atoms: { [gone]: 3 },
        cells: [{ id: gone, sum: [gone] }],
      }
      const alike = counts({ HP: 7, QN: 7, NA: 3 })
      expect(answered([seenByNobody, alike]).suppressed).toEqual({ NA: 'primary', [gone]: 'primary' })
    },
  )

  it('tells of everything what any of them could, of what both could as the first finds it, and how much work it was', () => {
    // One can work out a small count from what was shown before; the other sees two small ones.
    const told: SuppressionProblem = {
      ...counts({ A: 3, B: 40 }),
      earlier: [
        { sum: ['A', 'B'], shown: 43 },
        { sum: ['B'], shown: 40 },
      ],
    }
    const other = counts({ C: 3, D: 4, E: 30 })
    const [one, two, all] = [answered([told]), answered([other]), answered([told, other])]
    expect(one.unprotectable.length).toBeGreaterThan(0)
    expect(all.unprotectable).toEqual([...one.unprotectable, ...two.unprotectable])
    expect(answered([told, told]).unprotectable).toEqual(one.unprotectable)
    for (const key of ['causes', 'intervals'] as const) {
      expect(Object.keys(all[key]).length).toBeGreaterThan(0)
      expect(all[key]).toEqual({ ...two[key], ...one[key] })
    }
    expect(all.groups).toEqual([...one.groups, ...two.groups])
    for (const key of ['programs', 'blocks', 'unknowns'] as const) expect(all[key]).toBe(one[key] + two[key])
    expect(one.programs * two.programs * two.blocks * two.unknowns).toBeGreaterThan(0)
    expect(all.proven).toBe(one.proven && two.proven)
  })

  it('is not released when any of the attacks cannot be made', () => {
    const problem: SuppressionProblem = { threshold: 5, atoms: { HP: 9 }, cells: [{ id: 'HP', sum: ['HP'] }] }
    expect(protectAgainstAll([problem, { ...problem, threshold: 0.5 }], solver)).toEqual({ refused: 'bad-threshold' })
    expect(() => protectAgainstAll([], solver)).toThrow('nobody to protect against')
  })
})
