import { describe, expect, it } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { candidateGroups } from '../../../src/suppression/groups/candidates.ts'
import type { EarlierCell, SuppressionCell, SuppressionProblem } from '../../../src/suppression/problem.ts'

const cell = (id: string, sum: string[], more: Partial<SuppressionCell> = {}): SuppressionCell => ({ id, sum, ...more })
const shown = (sum: string[], count: number, of?: string): EarlierCell => ({
  sum,
  shown: count,
  ...(of === undefined ? {} : { of }),
})
const hidden = (sum: string[]): EarlierCell => ({ sum, shown: null })

/** Groups of the only block, as `kind count: atoms less atoms`, and the pairs of rows that tell each. */
function groupsOf(problem: SuppressionProblem) {
  const { blocks, counts, names } = blockSystem(problem)
  expect(blocks).toHaveLength(1)
  const [block] = blocks
  const { list, presolved } = candidateGroups(block!, counts, problem.threshold)
  const named = (atoms: readonly number[]) => atoms.map((atom) => names[atom]).join('+')
  const sumOf = (row: number) => named([...block!.rows[row]!.atoms])
  return {
    said: list.map(({ kind, count, atoms, less }) => {
      const taken = less.length === 0 ? '' : ` less ${named(less)}`
      return `${kind} ${count}: ${named(atoms)}${taken}`
    }),
    pairs: list.map(({ pairs }) => pairs.map((pair) => pair.map(sumOf).join(' - '))),
    /** What each comes to over the unknowns: the same as over its atoms. */
    counted: list.map(({ plus, minus }) => {
      const total = (rows: readonly number[]) =>
        rows.flatMap((row) => presolved.terms[row]!).reduce((sum, unknown) => sum + presolved.truth[unknown]!, 0)
      return total(plus) - total(minus)
    }),
    counts: list.map(({ count }) => count),
  }
}

function expectGroups(problem: SuppressionProblem, ...expected: string[]) {
  const { said, counted, counts } = groupsOf(problem)
  expect(said.sort()).toEqual(expected.sort())
  expect(counted).toEqual(counts)
}

describe('a difference of two figures', () => {
  const atoms = { f: 10, m: 1, x: 20 }

  it('is a group, once, with all the pairs that tell it', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm']), cell('more', ['f', 'x']), cell('most', ['f', 'm', 'x'])]
    expectGroups({ threshold: 5, atoms, cells }, 'difference 1: m')
    expect(groupsOf({ threshold: 5, atoms, cells }).pairs).toEqual([['f+m - f', 'f+m+x - f+x']])
  })

  it('is none where it is a cell of this publication, which has a rule of its own', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm']), cell('m', ['m'])]
    expectGroups({ threshold: 5, atoms, cells })
    const earlier = [shown(['f'], 10), shown(['f', 'm'], 11)]
    expectGroups({ threshold: 5, atoms, cells: cells.slice(1), earlier })
  })

  it('is one where it was hidden before, and is no cell now', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'])]
    expectGroups({ threshold: 5, atoms, cells, earlier: [hidden(['m'])] }, 'difference 1: m')
  })

  it('is none where all of it stands in figures that are not sensitive, and one where some of it does not', () => {
    const open = { sensitive: false }
    expectGroups({ threshold: 5, atoms, cells: [cell('f', ['f'], open), cell('all', ['f', 'm'], open)] })
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'], open)]
    expectGroups({ threshold: 5, atoms, cells })
    expectGroups({ threshold: 5, atoms, cells: [...cells, cell('most', ['f', 'm', 'x'])] }, 'difference 1: m')
  })

  it('is none for k = 2: that it is one person says no more than the rule', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'])]
    expectGroups({ threshold: 2, atoms, cells })
    expectGroups({ threshold: 3, atoms, cells }, 'difference 1: m')
  })
})

describe('the finest that no figure tells apart', () => {
  const crossed = { 'f adult': 8, 'f minor': 2, 'm adult': 2, 'm minor': 1 }
  const having = (part: string) => Object.keys(crossed).filter((name) => name.split(' ').includes(part))
  const sums = ['f', 'm', 'adult', 'minor'].map((part) => cell(part, having(part)))
  const cells = [...sums, cell('all', Object.keys(crossed))]

  it('is none where it could be nothing though everything was shown', () => {
    // Of three men and three minors none may be a boy, or all.
    expectGroups({ threshold: 5, atoms: crossed, cells })
  })

  it('is one where it could be anything but is somebody', () => {
    // Of two men and one minor one may be a boy: a man there is.
    const atoms = { ...crossed, 'f adult': 9, 'f minor': 1, 'm minor': 0 }
    expectGroups({ threshold: 5, atoms, cells }, 'finest 2: m adult')
  })

  it('is one where all shown figures together tell it', () => {
    const parts = { a: 4, b: 10, c: 20 }
    const pairs = [cell('ab', ['a', 'b']), cell('bc', ['b', 'c']), cell('ac', ['a', 'c'])]
    expectGroups({ threshold: 5, atoms: parts, cells: pairs }, 'finest 4: a')
    expectGroups({ threshold: 4, atoms: parts, cells: pairs })
  })

  it('is one number, whatever atoms it is made of', () => {
    const parts = { a1: 1, a2: 3, b: 10, c: 20 }
    const pairs = [cell('ab', ['a1', 'a2', 'b']), cell('bc', ['b', 'c']), cell('ac', ['a2', 'a1', 'c'])]
    expectGroups({ threshold: 5, atoms: parts, cells: pairs }, 'finest 4: a1+a2')
  })
})

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
