import { expect } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { candidateGroups } from '../../../src/suppression/groups/candidates.ts'
import type { EarlierCell, SuppressionCell, SuppressionProblem } from '../../../src/suppression/problem.ts'

export const cell = (id: string, sum: string[], more: Partial<SuppressionCell> = {}): SuppressionCell => ({
  id,
  sum,
  ...more,
})
export const shown = (sum: string[], count: number, of?: string): EarlierCell => ({
  sum,
  shown: count,
  ...(of === undefined ? {} : { of }),
})
export const hidden = (sum: string[]): EarlierCell => ({ sum, shown: null })

/** Groups of the only block, as `kind count: atoms less atoms`, and the pairs of rows that tell each. */
export function groupsOf(problem: SuppressionProblem) {
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
    /** Sums that are no rows: only of these something has to be added to the programs. */
    probes: presolved.terms.length - block!.rows.length,
  }
}

/** These groups and no others; what each is over the unknowns is its count. */
export function expectGroups(problem: SuppressionProblem, ...expected: string[]) {
  const { said, counted, counts } = groupsOf(problem)
  expect(said.sort()).toEqual(expected.sort())
  expect(counted).toEqual(counts)
}
