/** A row that is known from an instant to an instant, ms; null = until further notice. */
export type Known = { knownFrom: number; knownTo: number | null }

/** Whether a row was known at an instant; absent = whether it is what is known now. */
export function isKnownAt({ knownFrom, knownTo }: Known, asAt?: number): boolean {
  return asAt === undefined ? knownTo === null : knownFrom <= asAt && (knownTo === null || knownTo > asAt)
}

/**
 * Since when what a row says has been known, ms: one that was only cut, or written anew with the same words, goes back to the one
 * before it.
 * @param same the rows that say of its first quarter what it does
 */
export function knownSince(row: Known, same: readonly Known[]): number {
  let since = row.knownFrom
  for (;;) {
    const before = same.find(({ knownFrom, knownTo }) => knownTo === since && knownFrom < since)
    if (!before) return since
    since = before.knownFrom
  }
}
