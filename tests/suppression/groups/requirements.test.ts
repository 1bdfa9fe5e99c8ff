import { beforeAll, describe, expect, it } from 'vitest'
import { Attacker, type Requirement } from '../../../src/suppression/attacker/attacker.ts'
import { blockSystem, idsOf } from '../../../src/suppression/blocks.ts'
import { Budget } from '../../../src/suppression/budget.ts'
import { candidateGroups } from '../../../src/suppression/groups/candidates.ts'
import { groupRequirements } from '../../../src/suppression/groups/requirements.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import type { SuppressionCell, SuppressionProblem } from '../../../src/suppression/problem.ts'
import { cell, hidden } from './groups-of.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** What has to stay possible of the groups of a problem, by what they are made of; `k` is 5. */
function needsOf(more: Partial<SuppressionProblem> & { cells: SuppressionCell[] }) {
  const problem = { threshold: 5, atoms: { f: 10, m: 1, x: 20 }, ...more }
  const { blocks, counts, names } = blockSystem(problem)
  const block = blocks[0]!
  const grouped = candidateGroups(block, counts, 5)
  const attacker = new Attacker(block, counts, solver, new Budget(), grouped)
  const { requirements, covers, given } = groupRequirements(block, attacker, grouped.list, 5)
  attacker.close()
  const groups = grouped.list.map(({ atoms }) => atoms.map((atom) => names[atom]).join('+'))
  const said = (requirement: Requirement) =>
    requirement.map(({ row, side, level }) => `${groups[row - block.rows.length]} ${side} ${level}`).join(' or ')
  return {
    groups,
    requirements: requirements.map(said),
    covers: covers.map((rows) => idsOf(block, rows).sort().join(' or ')),
    given: new Map(grouped.list.flatMap((group, nth) => (given.has(group) ? [[groups[nth], given.get(group)]] : []))),
  }
}
const open = { suppressible: false }

describe('of a group', () => {
  it('it must be possible that it is none or k, or else as little as 1 and as much as k - 1', () => {
    expect(needsOf({ cells: [cell('f', ['f']), cell('all', ['f', 'm'])] })).toEqual({
      groups: ['m'],
      requirements: ['m highest 5 or m lowest 1', 'm highest 4 or m lowest 0'],
      covers: ['all or f'],
      given: new Map(),
    })
  })

  it('one of each pair that tells it has to go, as far as it may', () => {
    const cells = [
      cell('f', ['f'], open),
      cell('all', ['f', 'm']),
      cell('fx', ['f', 'x']),
      cell('most', ['f', 'm', 'x']),
    ]
    expect(needsOf({ cells }).covers).toEqual(['all', 'fx or most'])
    expect(needsOf({ cells: [...cells.slice(1)], earlier: [hidden(['f'])] }).covers).toEqual(['fx or most'])
  })
})

describe('of groups that are given away whatever is suppressed', () => {
  it('it is said what is known of them, and nothing has to go for those of which all is', () => {
    const cells = [cell('f', ['f'], open), cell('all', ['f', 'm'], open)]
    expect(needsOf({ cells })).toEqual({
      groups: ['m'],
      requirements: [],
      covers: [],
      given: new Map([['m', [1, 1]]]),
    })
  })

  it('no more must become known of the others', () => {
    // Ten of twelve are women and eleven are adults: there is a man who is one, and not more than two.
    const atoms = { 'f adult': 9, 'f minor': 1, 'm adult': 2, 'm minor': 0 }
    const having = (part: string) => Object.keys(atoms).filter((name) => name.split(' ').includes(part))
    const cells = [
      ...['f', 'adult'].map((part) => cell(part, having(part), open)),
      cell('all', Object.keys(atoms), open),
    ]
    const { requirements, given } = needsOf({ atoms, cells })
    expect(Object.fromEntries(given)).toEqual({
      'm adult+m minor': [2, 2],
      'f minor+m minor': [1, 1],
      'm adult': [1, 2],
    })
    expect(requirements).toEqual(['m adult lowest 1', 'm adult highest 2'])
  })

  it('the others stand with all that has to stay possible of them', () => {
    const cells = [cell('f', ['f'], open), cell('all', ['f', 'm'], open), cell('x', ['x']), cell('xn', ['x', 'n', 'f'])]
    const { groups, requirements, given } = needsOf({ cells, atoms: { f: 10, m: 1, x: 30, n: 2 } })
    expect(groups).toEqual(['m', 'n'])
    expect(requirements).toEqual(['n highest 5 or n lowest 1', 'n highest 4 or n lowest 0'])
    expect([...given.keys()]).toEqual(['m'])
  })
})
