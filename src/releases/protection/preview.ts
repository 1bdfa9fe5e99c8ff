import type { Hidden } from '../../disclosure/preview.ts'
import type { Interval } from '../../suppression/attacker/attacker.ts'
import type { Cause } from '../../suppression/protect.ts'
import type { Layout } from '../release.ts'

/** What a manager sees before issuing, kept with the report until then. */
export type Preview = {
  /** Of everything that was protected: when it changes, protecting has to begin anew. */
  fingerprint: string
  /** By id of a count: the answer of `protect`. */
  suppressed: Record<string, 'primary' | 'secondary'>
  figures: number
  sensitive: number
  hidden: Hidden[]
  atoms: number
  programs: number
  /** No cheaper choice of hidden figures exists. */
  proven: boolean
  seconds: number
  earlier: number
  /** Figures that earlier reports hid and of which more can be worked out with this one, or could be already. */
  before: GivenBefore[]
  /** What other layouts would lose; null while they are being tried. */
  alternatives: Alternative[] | null
  /** After issuing: what stands in the ledger, so that damage to it is seen. */
  ledger?: { figures: number; atoms: number; checksum: string }
}

export type GivenBefore = { release: string; figure: Hidden | null; cause: Cause; after: Interval | null }

export type Alternative = { layout: Layout; figures: number; hidden: number } | { layout: Layout; refused: string }
