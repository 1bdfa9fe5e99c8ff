import type { Expected } from '../../assignments/expected.ts'
import { isPast } from '../../calendar/day.ts'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Component } from '../../vocabulary/indicator.ts'
import type { StoredState, SubmissionState } from '../../vocabulary/submission.ts'

/** A submission that has been begun, without its values. */
export type Begun = {
  id: number
  partnerId: number
  placeId: number
  quarter: Quarter
  state: StoredState
  changedAt: number
}

/** What a board says of one expected submission; each has words and a colour. */
export const STATUSES = ['due', 'overdue', 'missing', 'draft', 'returned', 'submitted', 'approved'] as const
export type Status = (typeof STATUSES)[number]

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/status': { status: Status }
    'submissions/tally': { counts: readonly { status: Status; count: number }[] }
  }
}

/** An expected submission with where it stands. */
export type Slot = Expected & { id: number | null; state: SubmissionState; status: Status; changedAt: number | null }

/**
 * Where every expected submission stands. One not handed in by its due day is overdue, whether begun or not; one not
 * handed in when its quarter was closed is missing.
 */
export function slotsOf(
  expected: readonly Expected[],
  begun: readonly Begun[],
  periods: readonly { quarter: Quarter; dueOn: string; closed: boolean }[],
  now: number,
): Slot[] {
  const known = new Map(begun.map((one) => [keyOf(one), one]))
  const byQuarter = new Map(periods.map((one) => [one.quarter, one]))
  return expected.map((one) => {
    const row = known.get(keyOf(one))
    const state = row?.state ?? 'due'
    const period = byQuarter.get(one.quarter)!
    const status = statusOf(state, period.closed, isPast(period.dueOn, now))
    return { ...one, id: row?.id ?? null, state, status, changedAt: row?.changedAt ?? null }
  })
}

/** Where a submission stands on its day: what was not handed in by its due day is overdue, when its quarter is closed missing. */
export function statusOf(state: SubmissionState, closed: boolean, past: boolean): Status {
  if (state !== 'due' && state !== 'draft') return state
  if (closed) return 'missing'
  return past ? 'overdue' : state
}

export function isHandedIn({ state }: Pick<Slot, 'state'>): boolean {
  return state === 'submitted' || state === 'approved'
}

/** Where a slot is worked on: its own page, or the page that begins it. */
export function addressOf(slot: Pick<Slot, 'id' | 'quarter'>, partner: string, place: string): string {
  if (slot.id !== null) return `/submissions/${slot.id}`
  return `/submissions/start?partner=${partner}&place=${place}&quarter=${quarterCode(slot.quarter)}`
}

/** k of n: how many of the expected submissions have been handed in, and how many of those are approved. */
export type Completeness = { expected: number; handedIn: number; approved: number }

export function completenessOf(slots: readonly Slot[]): Completeness {
  return {
    expected: slots.length,
    handedIn: slots.filter(isHandedIn).length,
    approved: slots.filter((slot) => slot.state === 'approved').length,
  }
}

/** The slots that report on a component; null is what belongs to none. */
export function slotsOn(slots: readonly Slot[], component: Component | null): Slot[] {
  return slots.filter((slot) => slot.components.includes(component))
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
  return `${one.partnerId}/${one.placeId}/${one.quarter}`
}
