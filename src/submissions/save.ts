import type { Db } from '../../db/connection.ts'
import type { Reporter } from '../assignments/assignment.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { record } from '../trail/store.ts'
import { type ActionContext, type Outcome, refusal } from './action.ts'
import { entriesOf, writeEntries } from './entries-store.ts'
import { changedEntries, type Entry } from './entry.ts'
import { loadStanding } from './standing-load.ts'
import { addSubmission, setVersion, submissionById, submissionIdOf } from './store.ts'
import { changesBetween, flatten, forTrail } from './versions/merge.ts'
import { addVersion } from './versions/store.ts'

/** What a form holds for the indicators that stand on it. */
export type Saving = {
  /** Indicators on the form: their stored values give way to `entries`. */
  indicators: readonly string[]
  entries: readonly Entry[]
  /** Indicators whose reason looked like personal data and was kept on the person's word. */
  keptOnWord: readonly string[]
}

/** Begins a submission with what was typed first. When it exists by now, it is `stale`: another tab was quicker. */
export function beginSubmission(
  db: Db,
  { by, now }: Omit<ActionContext, 'version'>,
  { partnerId, placeId, quarter, cut }: Reporter & { quarter: Quarter; cut: { from: string; to: string } | null },
  saving: Saving,
): Outcome {
  return db.tx((): Outcome => {
    if (submissionIdOf(db, { partnerId, placeId }, quarter) !== null) return { stale: true }
    const standing = loadStanding(db, by, { partnerId, quarter, state: 'due' }, now)
    const refused = refusal('save', standing)
    if (refused) return { refused }
    const own = { cutFrom: cut?.from ?? null, cutTo: cut?.to ?? null }
    const id = addSubmission(db, { partnerId, placeId, quarter, ...own, changedAt: now, changedBy: by.id })
    return { done: true, id, changed: saveVersion(db, id, { by, now, version: 1 }, saving) }
  })
}

/** Saves a draft; every save makes a new version, also one that changes nothing. */
export function saveEntries(db: Db, { by, now, version: seen }: ActionContext, id: number, saving: Saving): Outcome {
  return db.tx((): Outcome => {
    const known = submissionById(db, id)!
    const refused = refusal('save', loadStanding(db, by, known, now))
    if (refused) return { refused }
    if (known.version !== seen) return { stale: true }
    const version = known.version + 1
    setVersion(db, id, { version, changedAt: now, changedBy: by.id })
    return { done: true, id, changed: saveVersion(db, id, { by, now, version }, saving) }
  })
}

/** Only what differs is written. @returns how many fields that was */
function saveVersion(db: Db, id: number, { by, now, version }: ActionContext, saving: Saving): number {
  const before = entriesOf(db, id).filter((one) => saving.indicators.includes(one.indicator))
  addVersion(db, { submissionId: id, version, at: now, byId: by.id })
  const changed = changedEntries(before, saving.entries)
  writeEntries(db, { submissionId: id, version }, changed)
  const [from, to] = [changed.flatMap((one) => one.before ?? []), changed.flatMap((one) => one.after ?? [])]
  const changes = changesBetween(flatten(from), flatten(to))
  const kept = saving.keptOnWord.length > 0 ? { keptOnWord: saving.keptOnWord } : {}
  const detail = { version, changes: forTrail(changes), ...kept }
  record(db, { at: now, by, verb: 'submission.saved', subject: ['submission', id], detail })
  return Object.keys(changes).length
}
