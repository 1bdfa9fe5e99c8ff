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
  /** Why it is not applicable; of a remark its text. */
  reason: string | null
}

export function reported(indicator: string, cell: string, value: number, base: number | null = null): Entry {
  return { indicator, cell, state: 'reported', value, base, reason: null }
}

/** Key under which a remark stands among the entries of its indicator: no breakdown makes such a cell. */
export const REMARK = '#'

/** What is remarked of an indicator, whether it has values or not: saved, compared and kept in versions as entries are. */
export function remarked(indicator: string, text: string): Entry {
  return { indicator, cell: REMARK, state: 'reported', value: null, base: null, reason: text }
}

export function isRemark({ cell }: Pick<Entry, 'cell'>): boolean {
  return cell === REMARK
}

/** What is said of an indicator in words: a remark, or why it does not apply. */
export function wordsOf(own: readonly Entry[]): string {
  return own.find(({ reason }) => reason !== null)?.reason ?? ''
}

/** Where the row of an indicator begins, for what is about the whole of it. */
export function rowAnchor(indicator: string): string {
  return `row.${indicator}`
}

/** One entry that two lists differ in: what it was and what it becomes; null = blank. */
export type EntryChange = { before: Entry | null; after: Entry | null }

/** What turns one list of entries into another. */
export function changedEntries(before: readonly Entry[], after: readonly Entry[]): EntryChange[] {
  const known = new Map(before.map((one) => [entryKey(one), one]))
  const wanted = new Set(after.map(entryKey))
  return [
    ...after
      .map((one) => ({ before: known.get(entryKey(one)) ?? null, after: one }))
      .filter((change) => change.before === null || !isSame(change.before, change.after)),
    ...before.filter((one) => !wanted.has(entryKey(one))).map((one) => ({ before: one, after: null })),
  ]
}

/** One entry of a submission in one word, to look it up by. */
export function entryKey({ indicator, cell }: Pick<Entry, 'indicator' | 'cell'>): string {
  return `${indicator}.${cell}`
}

function isSame(a: Entry, b: Entry): boolean {
  return a.state === b.state && a.value === b.value && a.base === b.base && a.reason === b.reason
}
