import type { Db } from '../../db/connection.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import { keepTally } from './summary/store.ts'

type Fact = [indicator: number, cell: number, state: string, value: number | null, base: number | null, from: number]
type Entry = [indicator: number, cell: number, state: string, value: number | null, base: number | null]

export type Approved = {
  /** The instant from which the new facts are in force: `now`, or a millisecond after older ones that claim to be newer. */
  from: number
  opened: number
  closed: number
}

/**
 * Turns a submission's entries into facts: those that are no longer said are closed, new and changed ones opened, and
 * those that stay the same are left alone, so that a correction says exactly what it corrects. The tally is kept with
 * them. Synchronous; call it inside the transaction that approves: `db.tx(() => { … approveFacts(db, …) … })`.
 * @param now instant of approval, ms
 */
export function approveFacts(db: Db, { submissionId, now }: { submissionId: number; now: number }): Approved {
  return db.tx(() => {
    const submission = submissionOf(db, submissionId)
    const facts = new Map(factsOf(db, submission).map((fact) => [`${fact[0]}/${fact[1]}`, fact]))
    const entries = db.prepared(ENTRIES).all({ submissionId }) as Entry[]
    const from = Math.max(now, lastChange(db, submission) + 1)
    const touched = new Set<number>()

    db.prepared('insert into tally_keeping (id) values (1)').run()
    const close = db.prepared(CLOSE)
    const open = db.prepared(OPEN)
    const opened: Entry[] = []
    for (const entry of entries) {
      const name = `${entry[0]}/${entry[1]}`
      const fact = facts.get(name)
      if (fact && entry.every((part, i) => part === fact[i])) facts.delete(name)
      else opened.push(entry)
    }
    for (const [indicator, cell, , , , approvedFrom] of facts.values()) {
      close.run({ ...submission, indicator, cell, approvedFrom, from })
      touched.add(indicator)
    }
    for (const [indicator, cell, state, value, base] of opened) {
      open.run({ ...submission, indicator, cell, from, state, value, base })
      touched.add(indicator)
    }
    const changed = indicatorsAsAt(db).filter(({ id }) => touched.has(id))
    keepTally(db, submission, changed, from)
    db.prepared('delete from tally_keeping').run()
    return { from, opened: opened.length, closed: facts.size }
  })
}

type Submission = { partnerId: number; placeId: number; quarter: number }

function submissionOf(db: Db, id: number): Submission {
  const row = db.prepared('select partner_id, place_id, quarter from submission where id = :id').get({ id })
  if (!row) throw new Error(`no such submission: ${id}`)
  const [partnerId, placeId, quarter] = row as [number, number, number]
  return { partnerId, placeId, quarter }
}

const REPORTER = 'f.quarter = :quarter and f.place_id = :placeId and f.partner_id = :partnerId'

/** What is in force of a reporter's quarter, of whatever indicator. */
function factsOf(db: Db, submission: Submission): Fact[] {
  const text = `select f.indicator_id, f.cell_id, f.state, f.value, f.base, f.approved_from
    from indicator i cross join fact f on f.indicator_id = i.id and ${REPORTER} where f.approved_to is null`
  return db.prepared(text).all(submission) as Fact[]
}

/** Intervals of one cell must not be empty or overlap, even if the clock has been set back or two approvals share a millisecond. */
function lastChange(db: Db, submission: Submission): number {
  const text = `select max(max(f.approved_from), max(coalesce(f.approved_to, 0)) - 1)
    from indicator i cross join fact f on f.indicator_id = i.id and ${REPORTER}`
  const [last] = db.prepared(text).get(submission) as [number | null]
  return last ?? Number.NEGATIVE_INFINITY
}

const ENTRIES = `select indicator_id, cell_id, state, value, base from entry
  where submission_id = :submissionId and state <> 'not reported'`
const CLOSE = `update fact set approved_to = :from where indicator_id = :indicator and quarter = :quarter
  and place_id = :placeId and partner_id = :partnerId and cell_id = :cell and approved_from = :approvedFrom`
const OPEN = `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
  values (:indicator, :quarter, :placeId, :partnerId, :cell, :from, :state, :value, :base)`
