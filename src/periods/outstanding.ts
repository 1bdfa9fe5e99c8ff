import { createHash } from 'node:crypto'
import type { Slot } from '../submissions/board/slot.ts'
import type { Status } from '../submissions/submission.ts'

/** What is not settled in a quarter, in the order in which it is named. */
export const OUTSTANDING = ['overdue', 'draft', 'due', 'returned', 'submitted'] as const satisfies readonly Status[]
type Outstanding = (typeof OUTSTANDING)[number]

/** The submissions of a quarter that are neither approved nor given up. */
export function outstandingIn(slots: readonly Slot[]): (Slot & { status: Outstanding })[] {
  return slots.filter((slot): slot is Slot & { status: Outstanding } => OUTSTANDING.some((one) => one === slot.status))
}

/** Stands for exactly what was named when somebody was asked: another one as soon as one of them stands otherwise. */
export function outstandingMark(outstanding: readonly Slot[]): string {
  const named = outstanding.map(({ partnerId, placeId, status, changedAt }) => [partnerId, placeId, status, changedAt])
  return createHash('sha256').update(JSON.stringify(named.sort())).digest('base64url')
}
