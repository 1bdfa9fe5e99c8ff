import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { StoredState, SubmissionFact, SubmissionState } from '../vocabulary/submission.ts'

/** A submission that has been begun, without its values. */
export type Submission = Reporter & {
  id: number
  quarter: Quarter
  state: StoredState
  /** Goes up by one with every save. */
  version: number
  /** First and last day of the partner's own quarter, where they are not the calendar's. */
  cutFrom: string | null
  cutTo: string | null
  changedAt: number
  changedBy: string | null
}

/**
 * Something that happened to it besides being saved; `reason` is that of a return or a re-opening, `rows` those of single
 * indicators, where there are any.
 */
export type SubmissionEvent = {
  kind: SubmissionFact
  at: number
  by: string | null
  reason: string | null
  rows?: readonly RowReason[]
}

/** Why one indicator is to be corrected; `cell`: which of its values, '' for all of them; `version`: of the submission, as its reviewer saw it. */
export type RowReason = { indicator: string; cell: string; version: number; text: string }

/** One as its writer gives it: whether it was kept although it seemed to name a person. */
export type RowReasonGiven = Omit<RowReason, 'version'> & { keptOnWord: boolean }

/** What somebody said about it, or about one indicator of it, by code; `asks`: they wait for an answer of the other side. */
export type Comment = {
  id: number
  at: number
  by: string
  side: TalkSide
  indicator: string | null
  text: string
  asks: boolean
}

/** Whoever reports it, or those who look at it for the project. */
export type TalkSide = 'partner' | 'manager'

/** The state is the consequence of the last fact: what was re-opened is for the partner to correct, like what was returned. */
export const STATE_AFTER: Readonly<Record<SubmissionFact, StoredState>> = {
  submitted: 'submitted',
  withdrawn: 'draft',
  returned: 'returned',
  approved: 'approved',
  reopened: 'returned',
}

/** Whether it was given back to its partner to be corrected: returned when it was read, or re-opened once it was approved. */
export function isSentBack({ kind }: { kind: SubmissionFact }): boolean {
  return STATE_AFTER[kind] === 'returned'
}

/** The last time that it was. */
export function lastSentBack(facts: readonly SubmissionEvent[]): SubmissionEvent | undefined {
  return facts.findLast(isSentBack)
}

/** How a submission stands to its due day and to the closing of its quarter; each has words and a colour. */
export const STATUSES = ['due', 'overdue', 'missing', 'draft', 'returned', 'submitted', 'approved'] as const
export type Status = (typeof STATUSES)[number]

declare module '../web/views/models.ts' {
  interface Parts {
    'submissions/status': { status: Status }
  }
}

/**
 * The one origin of a status, for the board, the page, home and the periods. What is not handed in by its due day is
 * overdue, whether begun or not; what is not handed in when its quarter is closed is missing.
 * @param closed the quarter is closed for changes
 * @param past its due day has passed
 */
export function statusOf(state: SubmissionState, closed: boolean, past: boolean): Status {
  if (state !== 'due' && state !== 'draft') return state
  if (closed) return 'missing'
  return past ? 'overdue' : state
}

/** Whether its partner is late with it: it was not handed in by its due day, or was sent back. */
export function isLate({ status }: { status: Status }): boolean {
  return status === 'overdue' || status === 'returned'
}

/** A partner's own submission; a manager of the project owns all of them. */
export function isOwn(person: Pick<Person, 'role' | 'partnerIds'>, partnerId: number): boolean {
  return person.role === 'manager' || person.partnerIds.includes(partnerId)
}

/** What somebody said of the values of one indicator in a report. */
export type Note = Reporter & {
  indicatorId: number
  submissionId: number
  quarter: Quarter
  at: number
  by: string
  text: string
}
