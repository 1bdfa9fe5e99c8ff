import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { cell, comment, indicator, submission, submissionFact } from '../../db/schema.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { type Quarter, quarterAt } from '../calendar/quarter.ts'
import { isClosed } from '../calendar/store.ts'
import { approveFacts } from '../figures/approve.ts'
import { categoriesOf } from '../indicators/breakdown.ts'
import { cellIdOf } from '../indicators/store.ts'
import { record } from '../trail/store.ts'
import type { SubmissionFact, SubmissionState } from '../vocabulary/submission.ts'
import type { Entry } from './entry.ts'
import { changesBetween, flatten, forTrail } from './entry-form/merge.ts'
import { entriesOf, isOwn, submissionIdOf } from './store.ts'
import { type Deed, type Refusal, refusal, STATE_AFTER } from './submission.ts'

/** Who does it, when, and on which version they looked. */
export type Hand = { by: Person; now: number; version: number }
/** `stale`: somebody has saved since the version looked at; nothing was written. */
export type Outcome = { done: true; id: number; changed: number } | { refused: Refusal } | { stale: true }

export type Saving = {
  /** Indicators on the form: their stored values give way to `entries`. */
  indicators: readonly string[]
  entries: readonly Entry[]
  /** Indicators whose reason looked like personal data and was kept on the person's word. */
  keptOnWord: readonly string[]
}

type Known = { id: number; partnerId: number; quarter: Quarter; state: SubmissionState; version: number }

/** Begins a submission with what was typed first. When it exists by now, it is `stale`: another tab was quicker. */
export function beginSubmission(
  db: Db,
  hand: Omit<Hand, 'version'>,
  reporter: Reporter & { cut: { from: string; to: string } | null },
  quarter: Quarter,
  saving: Saving,
): Outcome {
  return db.tx((): Outcome => {
    const { by, now } = hand
    if (submissionIdOf(db, reporter, quarter) !== null) return { stale: true }
    const why = whyNot(db, 'save', by, { partnerId: reporter.partnerId, quarter, state: 'due' }, now)
    if (why) return { refused: why }
    const { partnerId, placeId, cut } = reporter
    const row = { partnerId, placeId, quarter, cutFrom: cut?.from ?? null, cutTo: cut?.to ?? null }
    const written = db
      .insert(submission)
      .values({ ...row, state: 'draft', version: 1, changedAt: now, changedBy: by.id })
      .run()
    const id = Number(written.lastInsertRowid)
    return { done: true, id, changed: writeEntries(db, { by, now, version: 1 }, id, saving) }
  })
}

/** Saves a draft; every save makes a new version, also one that changes nothing. */
export function saveEntries(db: Db, hand: Hand, id: number, saving: Saving): Outcome {
  return db.tx((): Outcome => {
    const known = look(db, id)
    const why = whyNot(db, 'save', hand.by, known, hand.now)
    if (why) return { refused: why }
    if (known.version !== hand.version) return { stale: true }
    const version = known.version + 1
    db.update(submission)
      .set({ version, changedAt: hand.now, changedBy: hand.by.id })
      .where(eq(submission.id, id))
      .run()
    return { done: true, id, changed: writeEntries(db, { ...hand, version }, id, saving) }
  })
}

/** @param confirmed findings the partner was asked about and stands by, as codes with their fields */
export function handIn(db: Db, hand: Hand, id: number, confirmed: readonly string[]): Outcome {
  return happen(db, hand, id, 'submit', 'submitted', { confirmed })
}

export type Worded = { reason: string; keptOnWord: boolean }

export function returnSubmission(db: Db, hand: Hand, id: number, { reason, keptOnWord }: Worded): Outcome {
  return happen(db, hand, id, 'return', 'returned', { ...(keptOnWord ? { keptOnWord } : {}) }, reason)
}

/** Opens an approved submission for correction; its approved values stay in force until the correction is approved. */
export function reopenSubmission(db: Db, hand: Hand, id: number, { reason, keptOnWord }: Worded): Outcome {
  return happen(db, hand, id, 'reopen', 'reopened', { ...(keptOnWord ? { keptOnWord } : {}) }, reason)
}

/** Approves what was handed in: its values are in force from this instant. */
export function approveSubmission(db: Db, hand: Hand, id: number): Outcome {
  return happen(db, hand, id, 'approve', 'approved', {})
}

export function addComment(
  db: Db,
  hand: Omit<Hand, 'version'>,
  id: number,
  said: { text: string; indicatorId: number | null; keptOnWord: boolean },
): Outcome {
  return db.tx((): Outcome => {
    const { by, now } = hand
    const why = whyNot(db, 'comment', by, look(db, id), now)
    if (why) return { refused: why }
    const { text, indicatorId, keptOnWord } = said
    db.insert(comment)
      .values({ submissionId: id, indicatorId, at: now, byId: by.id, text, confirmed: keptOnWord })
      .run()
    const detail = keptOnWord ? { keptOnWord } : {}
    record(db, { at: now, by, verb: 'submission.commented', subject: ['submission', id], detail })
    return { done: true, id, changed: 0 }
  })
}

/** A fact, the state that follows from it and the line in the trail, all or nothing. */
function happen(
  db: Db,
  { by, now, version }: Hand,
  id: number,
  deed: Deed,
  kind: SubmissionFact,
  detail: Record<string, unknown>,
  reason: string | null = null,
): Outcome {
  return db.tx((): Outcome => {
    const known = look(db, id)
    const why = whyNot(db, deed, by, known, now)
    if (why) return { refused: why }
    if (known.version !== version) return { stale: true }
    db.insert(submissionFact).values({ submissionId: id, kind, at: now, byId: by.id, reason }).run()
    db.update(submission).set({ state: STATE_AFTER[kind] }).where(eq(submission.id, id)).run()
    if (kind === 'approved') approveFacts(db, { submissionId: id, now })
    record(db, { at: now, by, verb: `submission.${kind}`, subject: ['submission', id], detail: { version, ...detail } })
    return { done: true, id, changed: 0 }
  })
}

function look(db: Db, id: number): Known {
  const { partnerId, quarter, state, version } = submission
  const row = db
    .select({ id: submission.id, partnerId, quarter, state, version })
    .from(submission)
    .where(eq(submission.id, id))
    .get()
  if (!row) throw new Error(`no submission ${id}`)
  return row
}

function whyNot(db: Db, deed: Deed, by: Person, known: Omit<Known, 'id' | 'version'>, now: number): Refusal | null {
  return refusal(deed, {
    role: by.role,
    own: isOwn(by, known.partnerId),
    state: known.state,
    closed: isClosed(db, known.quarter),
    begun: known.quarter <= quarterAt(now),
  })
}

/** Only what differs is written; how many fields that was. `db` is the connection the transaction is open on. */
function writeEntries(db: Db, { by, now, version }: Hand, id: number, saving: Saving): number {
  const before = entriesOf(db, id).filter((one) => saving.indicators.includes(one.indicator))
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const fresh = saving.entries.filter((one) => {
    const known = old.get(keyOf(one))
    return !known || !same(known, one)
  })
  for (const one of saving.entries) old.delete(keyOf(one))
  const gone = [...old.values()]
  const indicatorIds = idsOf(db, saving.indicators)
  const cellIds = cellIdsOf(db, [...fresh, ...gone])
  const at = (one: Entry) => ({ id, indicator: indicatorIds.get(one.indicator)!, cell: cellIds.get(one.cell)! })
  // Prepared once and run for each value: a builder would take ten times as long as the writing itself.
  const put = db.$client.prepare(PUT)
  for (const one of fresh) {
    const { state, value, base, reason } = one
    put.run({ ...at(one), state, value, base, reason })
  }
  const remove = db.$client.prepare(REMOVE)
  for (const one of gone) remove.run(at(one))
  const changes = changesBetween(flatten(before), flatten(saving.entries))
  const kept = saving.keptOnWord.length > 0 ? { keptOnWord: saving.keptOnWord } : {}
  const detail = { version, changes: forTrail(changes), ...kept }
  record(db, { at: now, by, verb: 'submission.saved', subject: ['submission', id], detail })
  return Object.keys(changes).length
}

const PUT = `insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason)
  values (:id, :indicator, :cell, :state, :value, :base, :reason)
  on conflict do update set state = excluded.state, value = excluded.value, base = excluded.base, reason = excluded.reason`
const REMOVE = 'delete from entry where submission_id = :id and indicator_id = :indicator and cell_id = :cell'

/** Ids of the cells used, all read at once; combinations nobody has used yet are made. */
function cellIdsOf(db: Db, entries: readonly Entry[]): Map<string, number> {
  const keys = [...new Set(entries.map((one) => one.cell))]
  const rows = db.select({ id: cell.id, key: cell.key }).from(cell).where(inArray(cell.key, keys)).all()
  const known = new Map(rows.map((row) => [row.key, row.id]))
  for (const key of keys) if (!known.has(key)) known.set(key, cellIdOf(db, categoriesOf(key)))
  return known
}

function idsOf(db: Db, codes: readonly string[]): Map<string, number> {
  const rows = db
    .select({ id: indicator.id, code: indicator.code })
    .from(indicator)
    .where(inArray(indicator.code, [...codes]))
    .all()
  return new Map(rows.map((row) => [row.code, row.id]))
}

function keyOf({ indicator: code, cell }: Entry): string {
  return `${code}.${cell}`
}

function same(a: Entry, b: Entry): boolean {
  return a.state === b.state && a.value === b.value && a.base === b.base && a.reason === b.reason
}
