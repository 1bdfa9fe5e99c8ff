import { columnsOf } from '../../db/columns.ts'
import type { Db } from '../../db/connection.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { FIRST_QUARTER, LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'

/** A value of one cell, as it is entered or in force. */
export type StoredValue = {
  indicator: number
  cell: number
  state: 'reported' | 'not applicable'
  value: number | null
  base: number | null
}
export type FactInForce = StoredValue & { approvedFrom: number }
export type ReporterQuarter = Reporter & { quarter: Quarter }

const VALUES = columnsOf<StoredValue>()(['indicator', 'cell', 'state', 'value', 'base'])
const FACTS = columnsOf<FactInForce>()(['indicator', 'cell', 'state', 'value', 'base', 'approvedFrom'])
const SUBMISSION = columnsOf<ReporterQuarter>()(['partnerId', 'placeId', 'quarter'])

/** What a value is, where facts (`f`) and entries (`e`) give it alike. */
export const storedValueIn = (row: 'e' | 'f') => ({
  indicator: `${row}.indicator_id`,
  cell: `${row}.cell_id`,
  state: `${row}.state`,
  value: `${row}.value`,
  base: `${row}.base`,
})

/** Whose submission it is, and of which quarter; null when there is none. */
export function submissionOf(db: Db, id: number): ReporterQuarter | null {
  const columns = SUBMISSION.select({ partnerId: 'partner_id', placeId: 'place_id', quarter: 'quarter' })
  const [found] = SUBMISSION.read(db.prepared(`select ${columns} from submission where id = :id`).all({ id }))
  return found ?? null
}

/** What a submission says, but for what it says is not reported. */
export function reportedValues(db: Db, submissionId: number): StoredValue[] {
  const text = `select ${VALUES.select(storedValueIn('e'))} from entry e
    where e.submission_id = :submissionId and e.state <> 'not reported'`
  return VALUES.read(db.prepared(text).all({ submissionId }))
}

const OF_REPORTER = 'f.quarter = :quarter and f.place_id = :placeId and f.partner_id = :partnerId'

/** What is in force of a reporter's quarter, of whatever indicator. */
export function factsInForce(db: Db, reporter: ReporterQuarter): FactInForce[] {
  const columns = FACTS.select({ ...storedValueIn('f'), approvedFrom: 'f.approved_from' })
  const text = `select ${columns} from indicator i cross join fact f on f.indicator_id = i.id and ${OF_REPORTER}
    where f.approved_to is null`
  return FACTS.read(db.prepared(text).all(reporter))
}

/** Before every instant: nothing has been approved yet. */
export const NEVER = Number.NEGATIVE_INFINITY

/**
 * The last instant that facts of a reporter's quarter begin at, or before which they end: intervals of one cell must not be
 * empty or overlap, even if the clock has been set back or two approvals share a millisecond.
 */
export function lastChange(db: Db, reporter: ReporterQuarter): number {
  const text = `select max(max(f.approved_from), max(coalesce(f.approved_to, 0)) - 1)
    from indicator i cross join fact f on f.indicator_id = i.id and ${OF_REPORTER}`
  const [last] = db.prepared(text).get(reporter) as [number | null]
  return last ?? NEVER
}

export function closeFacts(db: Db, reporter: ReporterQuarter, facts: Iterable<FactInForce>, at: number): void {
  const close = db.prepared(`update fact set approved_to = :at where indicator_id = :indicator and quarter = :quarter
    and place_id = :placeId and partner_id = :partnerId and cell_id = :cell and approved_from = :approvedFrom`)
  for (const { indicator, cell, approvedFrom } of facts) close.run({ ...reporter, indicator, cell, approvedFrom, at })
}

export function openFacts(db: Db, reporter: ReporterQuarter, values: Iterable<StoredValue>, at: number): void {
  const open = db.prepared(`insert into fact
      (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
    values (:indicator, :quarter, :placeId, :partnerId, :cell, :at, :state, :value, :base)`)
  for (const value of values) open.run({ ...reporter, ...value, at })
}

/**
 * The latest quarter, of some, with a value approved by an instant; null when nothing has been approved. One step back from the end
 * of each indicator, so that it does not grow with the file.
 */
export function latestApprovedQuarter(db: Db, at: number, { from, to }: Span = EVER): Quarter | null {
  const [found] = db.prepared(LATEST).get(at, from, to) as [Quarter | null]
  return found
}

const EVER: Span = { from: FIRST_QUARTER, to: LAST_QUARTER }

const LATEST = `select max((select f.quarter from fact f where f.indicator_id = i.id and f.approved_from <= ?
  and f.quarter between ? and ? order by f.quarter desc limit 1)) from indicator i`

/** When a submission was approved for the first time; null when none has been. */
export function firstApproval(db: Db): number | null {
  const [at] = db.prepared("select min(at) from submission_fact where kind = 'approved'").get() as [number | null]
  return at
}
