/** A row that is known from an instant to an instant, ms; null = until further notice. */
export type Known = { knownFrom: number; knownTo: number | null }

/** Whether a row was known at an instant; absent = whether it is what is known now. */
export function isKnownAt({ knownFrom, knownTo }: Known, asAt?: number): boolean {
  return asAt === undefined ? knownTo === null : knownFrom <= asAt && (knownTo === null || knownTo > asAt)
}
