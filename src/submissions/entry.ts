import type { EntryState } from '../vocabulary/submission.ts'

/**
 * One reported value. `value` is the amount, numerator, mean, median or stage; `base` the denominator or n. `not reported`
 * and `not applicable` stand on the undivided cell alone.
 */
export type Entry = {
  /** Code of the indicator. */
  indicator: string
  /** Key of the cell: "age=16-17|sex=female"; "" is the undivided total. */
  cell: string
  state: EntryState
  value: number | null
  base: number | null
  /** Why it is not applicable. */
  reason: string | null
}

export function reported(indicator: string, cell: string, value: number, base: number | null = null): Entry {
  return { indicator, cell, state: 'reported', value, base, reason: null }
}

/** `v` value, `d` denominator or n, `s` state of the row, `r` its reason, `k` "the reason may be kept as it is". */
export type Part = 'v' | 'd' | 's' | 'r' | 'k'

/** Name of an input: "v.V3.age=16-17|sex=female", "d.V6", "s.V3". */
export function fieldName(part: Part, indicator: string, cell = ''): string {
  return cell === '' ? `${part}.${indicator}` : `${part}.${indicator}.${cell}`
}

export function fieldOf(name: string): { part: Part; indicator: string; cell: string } | null {
  const found = /^([vdsrk])\.([A-Z]+\d+)(?:\.(.+))?$/.exec(name)
  return found ? { part: found[1] as Part, indicator: found[2]!, cell: found[3] ?? '' } : null
}

/** What turns one list of entries into another: those to put in the place of what stands there, and those to take away. */
export function differingEntries(before: readonly Entry[], after: readonly Entry[]): { put: Entry[]; remove: Entry[] } {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  const kept = new Set(after.map(keyOf))
  return {
    put: after.filter((one) => !isSame(known.get(keyOf(one)), one)),
    remove: before.filter((one) => !kept.has(keyOf(one))),
  }
}

function keyOf({ indicator, cell }: Entry): string {
  return `${indicator}.${cell}`
}

function isSame(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && a.state === b.state && a.value === b.value && a.base === b.base && a.reason === b.reason
}
