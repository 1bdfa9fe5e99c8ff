import type { Quarter } from '../calendar/quarter.ts'
import { heldIn } from '../calendar/span.ts'
import type { Key } from '../language/words.ts'
import { type Assignment, reporterKey } from './assignment.ts'
import type { Passing } from './handover.ts'

/** Why a hand-over stands. */
export const WITHDRAWAL_REFUSALS = [
  'not-recorded',
  /** What was recorded with it has been changed since: the heir has handed the duty on, say. */
  'changed-since',
  /** The heir has given a value in a quarter in which it would not be asked any more. */
  'heir-has-reported',
] as const
export type WithdrawalRefusal = (typeof WITHDRAWAL_REFUSALS)[number]

/** What to say of it, with `heir`, `predecessor`, `indicator` and the `quarter` it is about. */
export const REFUSED_WITHDRAWAL = {
  'not-recorded': 'indicators:withdrawal.not-recorded',
  'changed-since': 'indicators:withdrawal.changed-since',
  'heir-has-reported': 'indicators:withdrawal.heir-has-reported',
} as const satisfies Readonly<Record<WithdrawalRefusal, Key>>

/** An assignment as known from an instant to an instant. */
export type KnownAssignment = Assignment & { knownFrom: number; knownTo: number | null }

/**
 * The assignments as they were before a hand-over was recorded: what was known then is known again. A hand-over that came with the
 * project itself changed no assignment, and leaves them as they are.
 * @param recordedAt since when it is known, ms
 * @param assignments of the indicator, as they have ever been known
 */
export function withdrawn(
  { predecessor, heir }: Passing,
  recordedAt: number,
  assignments: readonly KnownAssignment[],
): { ended: KnownAssignment[]; begun: KnownAssignment[] } | { refused: WithdrawalRefusal } {
  const first = Math.min(...assignments.map(({ knownFrom }) => knownFrom))
  if (recordedAt <= first) return { ended: [], begun: [] }
  const both = new Set([reporterKey(predecessor), reporterKey(heir)])
  const theirs = assignments.filter((one) => both.has(reporterKey(one)))
  const recorded = theirs.filter(({ knownFrom }) => knownFrom === recordedAt)
  // What was said otherwise in between, and is said again now, is known anew.
  const ended = recorded.flatMap((one) => theirs.find((now) => now.knownTo === null && isSame(now, one)) ?? [])
  if (ended.length < recorded.length) return { refused: 'changed-since' }
  return { ended, begun: theirs.filter(({ knownTo }) => knownTo === recordedAt) }
}

function isSame(one: Assignment, other: Assignment): boolean {
  return reporterKey(one) === reporterKey(other) && one.from === other.from && one.to === other.to
}

/** Whether a reporter is asked in a quarter by some assignments of the indicator. */
export function isAsked(reporter: string, assignments: readonly Assignment[], quarter: Quarter): boolean {
  return assignments.some((one) => reporterKey(one) === reporter && heldIn(one, quarter))
}
