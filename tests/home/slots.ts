import type { Slot } from '../../src/submissions/board/slot.ts'
import type { Status } from '../../src/submissions/submission.ts'

/** A submission that is expected, where it stands, and when that was last changed. */
export function slot(status: Status, quarter: number, changedAt: number | null = null, id: number | null = 1): Slot {
  const state = status === 'overdue' || status === 'missing' ? 'due' : status
  return { partnerId: 1, placeId: 1, components: [], id, state, status, quarter, changedAt }
}
