import type { Reporter } from '../assignments/assignment.ts'
import { dayAt, daysBetween, daysLater } from '../calendar/day.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { ReminderKind } from '../vocabulary/reminder.ts'
import type { SubmissionFact, SubmissionState } from '../vocabulary/submission.ts'

/** An expected report with all that decides whether anybody is reminded of it. */
export type RemindableReport = Reporter & {
  quarter: Quarter
  /** null until it is begun. */
  id: number | null
  state: SubmissionState
  dueOn: string
  /** The quarter is closed for changes. */
  closed: boolean
  /** The last thing that happened to it. */
  fact: { id: number; kind: SubmissionFact; at: number } | null
}

/**
 * One thing to remind of on a day. `occasion` tells one time from another: nobody is reminded twice of the same occasion of the
 * same report.
 */
export type ReminderItem = Reporter & {
  kind: ReminderKind
  quarter: Quarter
  id: number | null
  dueOn: string
  occasion: string
}

/** So many days an approval is news. */
export const NEWS_DAYS = 7

/**
 * What there is to remind of on a day in Viet Nam. Nothing of a closed quarter, in which nobody can do anything.
 *
 * - due: not handed in, from so many days before the due day up to it; one occasion, and another when the day is moved.
 * - overdue: not handed in after it; an occasion on the day after, then on Mondays, so that reports late since different days come
 *   in one message.
 * - returned: until it is handed in again; one occasion a return.
 * - approved: for a week; one occasion an approval.
 * - to-approve: handed in; an occasion a day.
 * @param days how many days before its due day a report is called to mind
 */
export function remindersOn(day: string, reports: readonly RemindableReport[], days: number): ReminderItem[] {
  return reports.flatMap(({ partnerId, placeId, quarter, id, state, dueOn, closed, fact }) => {
    const told = closed ? null : occasionOf(day, { state, dueOn, fact }, days)
    return told ? [{ ...told, partnerId, placeId, quarter, id, dueOn }] : []
  })
}

function occasionOf(
  day: string,
  { state, dueOn, fact }: Pick<RemindableReport, 'state' | 'dueOn' | 'fact'>,
  days: number,
): Pick<ReminderItem, 'kind' | 'occasion'> | null {
  switch (state) {
    case 'due':
    case 'draft':
      if (day > dueOn) return { kind: 'overdue', occasion: overdueOccasion(day, dueOn) }
      return day < daysLater(dueOn, -days) ? null : { kind: 'due', occasion: dueOn }
    case 'submitted':
      return { kind: 'to-approve', occasion: day }
    case 'returned':
      return fact && { kind: 'returned', occasion: String(fact.id) }
    case 'approved':
      return fact && daysBetween(dayAt(fact.at), day) < NEWS_DAYS
        ? { kind: 'approved', occasion: String(fact.id) }
        : null
  }
}

/** The latest day up to this one on which what is overdue is reminded of: the day after it was due, then each Monday from a week later. */
function overdueOccasion(day: string, dueOn: string): string {
  const first = daysLater(dueOn, 1)
  const monday = daysLater(day, -sinceMonday(day))
  return daysBetween(first, monday) >= 7 ? monday : first
}

/** 2024-01-01 was a Monday. */
function sinceMonday(day: string): number {
  return ((daysBetween('2024-01-01', day) % 7) + 7) % 7
}
