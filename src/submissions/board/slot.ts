import { reporterKey } from '../../assignments/assignment.ts'
import type { Expected } from '../../assignments/expected.ts'
import { isPast } from '../../calendar/day.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { SubmissionState } from '../../vocabulary/submission.ts'
import { STATUSES, type Status, type Submission, statusOf } from '../submission.ts'

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/status-counts': { counts: ReturnType<typeof statusCounts> }
  }
}

/** What a board knows of a submission that has been begun. */
export type BegunSubmission = Pick<Submission, 'id' | 'partnerId' | 'placeId' | 'quarter' | 'state' | 'changedAt'>

/** An expected submission with where it stands; `id` and `changedAt` are null until it is begun. */
export type Slot = Expected & { id: number | null; state: SubmissionState; status: Status; changedAt: number | null }

/** Where every expected submission stands. */
export function slotsOf(
  expected: readonly Expected[],
  begun: readonly BegunSubmission[],
  periods: readonly { quarter: Quarter; dueOn: string; closed: boolean }[],
  now: number,
): Slot[] {
  const known = new Map(begun.map((one) => [keyOf(one), one]))
  const byQuarter = new Map(periods.map((one) => [one.quarter, one]))
  return expected.map((one) => {
    const row = known.get(keyOf(one))
    const state = row?.state ?? 'due'
    const { closed, dueOn } = byQuarter.get(one.quarter)!
    const status = statusOf(state, closed, isPast(dueOn, now))
    return { ...one, id: row?.id ?? null, state, status, changedAt: row?.changedAt ?? null }
  })
}

/** How many stand where, in the order of the list of statuses; those that nothing stands in are left out. */
export function statusCounts(slots: readonly Slot[]): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({ status, count: slots.filter((slot) => slot.status === status).length })).filter(
    ({ count }) => count > 0,
  )
}

/** Slots under a name each, in the order in which the names first come up. */
export function groupedBy<Name>(slots: readonly Slot[], nameOf: (slot: Slot) => Name): Map<Name, Slot[]> {
  const groups = new Map<Name, Slot[]>()
  for (const slot of slots) {
    const known = groups.get(nameOf(slot))
    if (known) known.push(slot)
    else groups.set(nameOf(slot), [slot])
  }
  return groups
}

function keyOf(one: { partnerId: number; placeId: number; quarter: Quarter }): string {
  return `${reporterKey(one)}/${one.quarter}`
}
