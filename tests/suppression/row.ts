import type { SumRow } from '../../src/suppression/rows.ts'

/** A row that may be suppressed, as far as losses and choices look at it. */
export function row(value: number, ...ids: string[]): SumRow {
  return {
    atoms: new Int32Array([0]),
    ids,
    value,
    present: true,
    earlier: null,
    was: [],
    open: false,
    primary: false,
    known: false,
    suppressed: false,
    candidate: true,
    sensitive: false,
    mustShow: null,
  }
}
