import { LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { dueUnder, type IndicatorHistory, isMeasuredIn, lastDefinition } from '../indicators/definitions/history.ts'
import { type Duty, isBoundIn } from './owed.ts'

/** Why nobody is asked for an indicator any more: it was retired, or nobody is assigned to it any more. */
export type EndOfUse = {
  why: 'retired' | 'unassigned'
  /** The first quarter in which it is asked for no more. */
  since: Quarter
  /** The last quarter it was asked for; null: it never was. */
  lastAsked: Quarter | null
}

/**
 * When an indicator stops being asked for; null = it goes on until further notice.
 * @param duties to report it
 */
export function endOfUse(history: IndicatorHistory, duties: readonly Duty[]): EndOfUse | null {
  const retired = lastDefinition(history).to ?? LAST_QUARTER
  const intervals = duties.flatMap((duty) => duty.intervals)
  const assigned = intervals.length === 0 ? LAST_QUARTER : Math.max(...intervals.map(({ to }) => to))
  const last = Math.min(retired, assigned)
  if (last >= LAST_QUARTER) return null
  const why = last === retired ? 'retired' : 'unassigned'
  return { why, since: last + 1, lastAsked: lastAskedUntil(last, history, intervals) }
}

function lastAskedUntil(last: Quarter, history: IndicatorHistory, intervals: readonly Span[]): Quarter | null {
  const first = Math.min(...intervals.map(({ from }) => from))
  for (let quarter = last; quarter >= first; quarter--) {
    if (isBoundIn({ intervals }, quarter) && dueUnder(history, quarter)) return quarter
  }
  return null
}

/** Whether an indicator belongs on a list of a span: it is measured in it, and has not stopped being asked for before it. */
export function isInUse(history: IndicatorHistory, end: EndOfUse | null, span: Span): boolean {
  if (!isMeasuredIn(history, span)) return false
  return end === null || span.from < end.since
}
