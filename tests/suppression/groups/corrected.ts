import { expect } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { atomClasses } from '../../../src/suppression/groups/classes.ts'
import { Versions } from '../../../src/suppression/groups/versions.ts'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import { cell } from './groups-of.ts'

/** `a` was corrected from twelve to thirteen, `c` has come since. */
const ATOMS = { a1: 12, a2: 13, b: 20, c: 9, z: 30 }
export const RESTATED: [string, string][] = [['a1', 'a2']]
export const NOW = [cell('p', ['a2', 'b'])]

export type Given = Partial<Pick<SuppressionProblem, 'cells' | 'earlier' | 'restated'>> & {
  atoms?: Record<string, number>
}

/** The only block of a problem of k = 5, with what groups in it are found by. */
export function blockOf({ cells = NOW, earlier = [], restated = RESTATED, atoms = {} }: Given) {
  const problem = { threshold: 5, atoms: { ...ATOMS, ...atoms }, cells, earlier, restated }
  const { blocks, counts, names } = blockSystem(problem)
  expect(blocks).toHaveLength(1)
  const [block] = blocks
  const classes = atomClasses(block!, counts)
  const named = (list: Iterable<number>) => [...list].map((atom) => names[atom]).join('+')
  return { block: block!, classes, versions: new Versions(block!), named }
}
