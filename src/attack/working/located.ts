import type { Composition } from './composition.ts'
import type { KnownCount } from './known-count.ts'
import type { PlacesTold } from './leaves.ts'

/** One indicator's counts, with the unknowns that they are sums of. */
export type Located = {
  facts: readonly KnownCount[]
  shape: Composition
  told: PlacesTold
  leavesOf: (fact: KnownCount) => readonly string[]
  columnsFor: (leaves: Iterable<string>, report: number) => number[]
}
