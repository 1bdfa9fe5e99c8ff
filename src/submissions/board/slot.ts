import type { Expected } from '../../assignments/expected.ts'
import { isPast } from '../../calendar/day.ts'
import type { DueDay } from '../../calendar/period.ts'
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
  periods: readonly DueDay[],
  now: number,
): Slot[] {
  const known = new Map<Quarter, Map<number, BegunSubmission[]>>()
  for (const one of begun) {
    const inQuarter = known.get(one.quarter) ?? new Map<number, BegunSubmission[]>()
    known.set(one.quarter, inQuarter)
    const inPlace = inQuarter.get(one.placeId)
    if (inPlace) inPlace.push(one)
    else inQuarter.set(one.placeId, [one])
  }
  const slotOf = slotsAt(periods, now)
  return expected.map((one) => {
    const inPlace = known.get(one.quarter)?.get(one.placeId)
    return slotOf(
      one,
      inPlace?.find(({ partnerId }) => partnerId === one.partnerId),
    )
  })
}

/** The same slots where some submissions stand otherwise; all others are the objects that they were. */
export function slotsWith(
  slots: readonly Slot[],
  changed: readonly BegunSubmission[],
  periods: readonly DueDay[],
  now: number,
): readonly Slot[] {
  const slotOf = slotsAt(periods, now)
  const found = changed.map((row) => ({
    row,
    nth: slots.findIndex(
      ({ partnerId, placeId, quarter }) =>
        quarter === row.quarter && placeId === row.placeId && partnerId === row.partnerId,
    ),
  }))
  if (found.every(({ nth }) => nth < 0)) return slots
  const after = [...slots]
  for (const { row, nth } of found) if (nth >= 0) after[nth] = slotOf(slots[nth]!, row)
  return after
}

function slotsAt(periods: readonly DueDay[], now: number): (one: Expected, row?: BegunSubmission) => Slot {
  const byQuarter = new Map(
    periods.map(({ quarter, closed, dueOn }) => [quarter, { closed, past: isPast(dueOn, now) }]),
  )
  return ({ partnerId, placeId, quarter, components }, row) => {
    const state: SubmissionState = row?.state ?? 'due'
    const { closed, past } = byQuarter.get(quarter)!
    const status = statusOf(state, closed, past)
    const stored = { id: row?.id ?? null, state, status, changedAt: row?.changedAt ?? null }
    return { partnerId, placeId, quarter, components, ...stored }
  }
}

/** How many stand where, in the order of the list of statuses; those that nothing stands in are left out. */
export function statusCounts(slots: readonly Slot[]): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({ status, count: slots.filter((slot) => slot.status === status).length })).filter(
    ({ count }) => count > 0,
  )
}

/** Slots, or what has been begun, under a name each, in the order in which the names first come up. */
export function groupedBy<One extends Slot, Name>(all: readonly One[], nameOf: (one: One) => Name): Map<Name, One[]> {
  const groups = new Map<Name, One[]>()
  for (const one of all) {
    const name = nameOf(one)
    const known = groups.get(name)
    if (known) known.push(one)
    else groups.set(name, [one])
  }
  return groups
}
