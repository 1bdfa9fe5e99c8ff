import { describe, expect, it } from 'vitest'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import { cell, expectGroups, groupsOf, hidden, shown } from './groups-of.ts'

describe('a change between two publications', () => {
  /** HP was corrected from twelve to thirteen. */
  const atoms = { 'HP@1': 12, 'HP@2': 13, NA: 30, QN: 7, late: 9 }
  const restated: [string, string][] = [['HP@1', 'HP@2']]

  it('is that of a figure whose parts are the same but for their versions, with the rows that tell it', () => {
    const problem: SuppressionProblem = {
      ...{ threshold: 5, atoms, restated },
      cells: [cell('project', ['HP@2', 'QN'])],
      earlier: [shown(['HP@1', 'QN'], 19)],
    }
    expectGroups(problem, 'change 1: HP@2 less HP@1')
    expect(groupsOf(problem).pairs).toEqual([['HP@2+QN - HP@1+QN']])
    expectGroups({ ...problem, earlier: [hidden(['HP@1', 'QN'])] }, 'change 1: HP@2 less HP@1')
    expect(groupsOf({ ...problem, earlier: [hidden(['HP@1', 'QN'])] }).pairs).toEqual([[]])
  })

  it('is less what it was, where it fell', () => {
    expectGroups(
      {
        ...{ threshold: 5, atoms: { ...atoms, 'HP@1': 15 }, restated },
        cells: [cell('HP', ['HP@2'])],
        earlier: [shown(['HP@1'], 15)],
      },
      'change 2: HP@1 less HP@2',
    )
  })

  it('is none of five and more, and none of nothing', () => {
    const of = (count: number): SuppressionProblem => ({
      ...{ threshold: 5, atoms: { ...atoms, 'HP@2': count }, restated },
      cells: [cell('project', ['HP@2', 'QN'])],
      earlier: [shown(['HP@1', 'QN'], 19)],
    })
    expectGroups(of(17))
    expectGroups(of(16), 'change 4: HP@2 less HP@1')
    expectGroups(of(12))
  })

  it('is that of what was corrected, beside a late report that is shown', () => {
    const problem: SuppressionProblem = {
      ...{ threshold: 5, atoms, restated },
      cells: [cell('project', ['HP@2', 'QN', 'late']), cell('late', ['late'])],
      earlier: [shown(['HP@1', 'QN'], 19)],
    }
    expectGroups(problem, 'change 1: HP@2 less HP@1')
  })

  it('is that of what the figure of the same id was, whatever it is made of now', () => {
    const cells = [cell('project', ['HP@2', 'NA']), cell('QN', ['QN'])]
    const earlier = [shown(['HP@1', 'QN'], 19, 'QN'), shown(['NA'], 30)]
    // Nineteen then and seven now: no small change; what was corrected in it is not in QN any more.
    expectGroups({ threshold: 5, atoms, restated, cells, earlier }, 'change 1: HP@2 less HP@1')
  })
})
