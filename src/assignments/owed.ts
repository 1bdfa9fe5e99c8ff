import { LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import { heldIn, overlaps, type Span } from '../calendar/span.ts'
import type { Partner } from '../partners/partner.ts'
import { type Assignment, type Reporter, reporterKey } from './assignment.ts'

/*
 * Who owes what when: the one origin of it. A reporter owes an indicator in a quarter when
 *
 *   1. an assignment of the indicator to the partner in the place holds in that quarter,
 *   2. the place exists on at least one day of it, and
 *   3. the indicator is due in it: by its frequency or its survey rounds, and while the project is at work and not before it,
 *      after it or in a pause (`isScheduledIn`).
 *
 * 1 and 2 make a duty, 3 counts its quarters. The board, the entry form and coverage ask here; `owedSql` in the store says
 * the same where values are read; the audit of figures works it out again by itself, which is what it is for.
 */

/** A reporter's duty to report an indicator: the runs of quarters in which it is assigned and its place exists, in order. */
export type Duty = Reporter & { indicatorId: number; intervals: Span[] }

/** Whether a reporter is bound by a duty in a quarter: it owes the indicator then, if that is due. */
export function isBoundIn({ intervals }: { intervals: readonly Span[] }, quarter: Quarter): boolean {
  return intervals.some((interval) => heldIn(interval, quarter))
}

/** What is owed in a span. */
export type Due = {
  count: number
  last: Quarter | null
  /** Which quarters, where they were asked for. */
  quarters: readonly Quarter[]
}

export const NOTHING_DUE: Due = { count: 0, last: null, quarters: [] }

/**
 * Duties from assignments, in the order of their first assignments; those that never hold are left out.
 * @param exists first and last quarter in which a place exists; last null = still does
 */
export function dutiesFrom(
  assignments: readonly Assignment[],
  exists: (placeId: number) => { first: Quarter; last: Quarter | null },
): Duty[] {
  const duties = new Map<string, Duty>()
  for (const { partnerId, placeId, indicatorId, from, to } of assignments) {
    const { first, last } = exists(placeId)
    const interval = { from: Math.max(from, first), to: Math.min(to ?? LAST_QUARTER, last ?? LAST_QUARTER) }
    if (interval.to < interval.from) continue
    const key = `${indicatorId}/${reporterKey({ partnerId, placeId })}`
    const known = duties.get(key)
    if (known) known.intervals.push(interval)
    else duties.set(key, { partnerId, placeId, indicatorId, intervals: [interval] })
  }
  return [...duties.values()].map((duty) => ({ ...duty, intervals: joined(duty.intervals) }))
}

/** Joins intervals that touch or overlap, so that no quarter is owed twice. */
function joined(intervals: readonly Span[]): Span[] {
  const sorted = [...intervals].sort((a, b) => a.from - b.from)
  const runs: Span[] = []
  for (const { from, to } of sorted) {
    const last = runs.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else runs.push({ from, to })
  }
  return runs
}

/** The quarters in which an indicator is due, in order, and what duties owe in them. */
export class DueQuarters {
  constructor(private readonly quarters: readonly Quarter[]) {}

  /**
   * What reporters with these intervals owe in a span.
   * @param list whether the quarters are wanted, or their number and the last one alone
   */
  in(intervals: readonly Span[], span: Span, list: boolean): Due {
    let count = 0
    let last: Quarter | null = null
    const quarters: Quarter[] = []
    for (const interval of intervals) {
      const [start, end] = this.within(interval, span)
      if (end <= start) continue
      count += end - start
      last = Math.max(last ?? 0, this.quarters[end - 1]!)
      if (list) quarters.push(...this.quarters.slice(start, end))
    }
    return { count, last, quarters }
  }

  /** How many quarters of one interval are owed in a span. */
  count(interval: Span, span: Span): number {
    const [start, end] = this.within(interval, span)
    return Math.max(0, end - start)
  }

  /** Where in the list the quarters of an interval that lie in a span begin, and where they have ended. */
  private within(interval: Span, span: Span): [start: number, end: number] {
    const start = this.firstFrom(Math.max(interval.from, span.from))
    return [start, this.firstFrom(Math.min(interval.to, span.to) + 1)]
  }

  private firstFrom(quarter: Quarter): number {
    let [low, high] = [0, this.quarters.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.quarters[middle]! < quarter) low = middle + 1
      else high = middle
    }
    return low
  }
}

/**
 * Those of some partners that are asked for anything in a span, in their order.
 * @param duties by id of the indicator
 */
export function reportingIn(
  duties: ReadonlyMap<number, readonly Duty[]>,
  partners: readonly Partner[],
  span: Span,
): Partner[] {
  const asked = [...duties.values()].flat().filter(({ intervals }) => intervals.some((one) => overlaps(one, span)))
  const reporting = new Set(asked.map(({ partnerId }) => partnerId))
  return partners.filter(({ id }) => reporting.has(id))
}
