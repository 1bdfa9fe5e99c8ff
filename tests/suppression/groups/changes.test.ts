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

  it('is that of several corrections together, of which none is small', () => {
    const more = { ...atoms, 'HP@2': 20, 'DN@1': 20, 'DN@2': 13 }
    const problem: SuppressionProblem = {
      ...{ threshold: 5, atoms: more },
      restated: [...restated, ['DN@1', 'DN@2']],
      cells: [cell('project', ['HP@2', 'DN@2', 'QN', 'late']), cell('HP', ['HP@2', 'NA']), cell('late', ['late'])],
      earlier: [shown(['HP@1', 'DN@1', 'QN'], 39), hidden(['HP@1', 'NA'])],
    }
    expectGroups(problem, 'change 1: DN@2+HP@2 less DN@1+HP@1')
    expect(groupsOf(problem).probes).toBe(4)
  })

  it('is none of a part of what no figure tells apart', () => {
    // What was corrected, and three that have gone with it.
    const problem: SuppressionProblem = {
      ...{ threshold: 5, atoms: { ...atoms, gone: 3 }, restated },
      cells: [cell('project', ['HP@2', 'QN']), cell('NA', ['NA'])],
      earlier: [shown(['HP@1', 'gone', 'QN', 'NA'], 52, 'project')],
    }
    expectGroups(problem)
    expectGroups(
      { ...problem, earlier: [...problem.earlier!, hidden(['gone'])] },
      'change 1: HP@2 less HP@1',
      'finest 3: gone',
    )
  })

  it('asks for each sum once that is no figure', () => {
    const problem: SuppressionProblem = {
      ...{ threshold: 5, atoms: { ...atoms, 'HP@0': 11 } },
      restated: [['HP@0', 'HP@1'], ...restated],
      cells: [cell('project', ['HP@2', 'QN'])],
      earlier: [hidden(['HP@1', 'QN']), hidden(['HP@0', 'QN'])],
    }
    expectGroups(problem, 'change 1: HP@2 less HP@1', 'change 2: HP@2 less HP@0')
    expect(groupsOf(problem).probes).toBe(3)
    const figures = { ...problem, cells: [...problem.cells, cell('HP', ['HP@2'])] }
    expectGroups(figures, 'change 1: HP@2 less HP@1', 'change 2: HP@2 less HP@0')
    expect(groupsOf(figures).probes).toBe(2)
  })
})
