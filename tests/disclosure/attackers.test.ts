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

  it('is not released when any of the attacks cannot be made', () => {
    const problem: SuppressionProblem = { threshold: 5, atoms: { HP: 9 }, cells: [{ id: 'HP', sum: ['HP'] }] }
    expect(protectAgainstAll([problem, { ...problem, threshold: 0.5 }], solver)).toEqual({ refused: 'bad-threshold' })
    expect(() => protectAgainstAll([], solver)).toThrow('nobody to protect against')
  })
})
