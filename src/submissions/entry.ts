/** States of a value as stored; a blank is `not reported` and has no number, a typed 0 is `reported`. */
export const ENTRY_STATES = ['reported', 'not reported', 'not applicable'] as const
export type EntryState = (typeof ENTRY_STATES)[number]
