import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { record } from '../trail/store.ts'
import { type ActionContext, type Outcome, refusal } from './action.ts'
import { cutOf } from './cut-off.ts'
import { entriesOf, writeEntries } from './entries-store.ts'
import { changedEntries, type Entry, type EntryChange } from './entry.ts'
import type { LoadedSubmission } from './page-state.ts'
import { loadStanding } from './standing-load.ts'
import { addSubmission, setVersion, submissionById, submissionIdOf } from './store.ts'
import { changesBetween, flatten, forTrail } from './versions/merge.ts'
import { sittingAt } from './versions/sitting.ts'
import { addVersion, lastVersionOf } from './versions/store.ts'

/** What a form holds for the indicators that stand on it. */
export type Saving = {
  /** Indicators on the form: their stored values give way to `entries`. */
  indicators: readonly string[]
  entries: readonly Entry[]
  /** Indicators whose remark or reason looked like personal data and was kept on the person's word. */
  keptOnWord: readonly string[]
  /** It is saved while it is typed; without: because its person pressed a button. */
  asTyped?: true
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
    return { done: true, id, changed: saveVersion(db, id, { by, now, version: 1 }, changesOf(db, id, saving), saving) }
  })
}

/** Saves a draft as its next version; where nothing is changed there is none. */
export function saveEntries(db: Db, { by, now, version: seen }: ActionContext, id: number, saving: Saving): Outcome {
  return db.tx((): Outcome => {
    const known = submissionById(db, id)!
    const refused = refusal('save', loadStanding(db, by, known, now))
    if (refused) return { refused }
    if (known.version !== seen) return { stale: true }
    const changed = changesOf(db, id, saving)
    if (changed.length === 0) return { done: true, id, changed: 0 }
    const version = known.version + 1
    const fields = saveVersion(db, id, { by, now, version }, changed, saving)
    setVersion(db, id, { version, changedAt: now, changedBy: by.id })
    return { done: true, id, changed: fields }
  })
}

/** Saves what was entered for a submission as it was looked at: the next version of one that is stored, the first of one that is due. */
export function saveLoaded(db: Db, by: Person, loaded: LoadedSubmission, saving: Saving): Outcome {
  const { stored, partner, place, quarter, now } = loaded
  if (stored) return saveEntries(db, { by, now, version: stored.version }, stored.id, saving)
  const cut = cutOf(partner.cutOffDay, quarter)
  return beginSubmission(db, { by, now }, { partnerId: partner.id, placeId: place.id, quarter, cut }, saving)
}

function changesOf(db: Db, id: number, { indicators, entries }: Saving): EntryChange[] {
  const before = entriesOf(db, id).filter((one) => indicators.includes(one.indicator))
  return changedEntries(before, entries)
}

/**
 * Only what differs is written. What is typed in one sitting has one event in the trail, that of its first version: the
 * versions say the rest.
 * @returns how many fields that was
 */
function saveVersion(
  db: Db,
  id: number,
  { by, now, version }: ActionContext,
  changed: readonly EntryChange[],
  { keptOnWord, asTyped }: Saving,
): number {
  const sitting = asTyped ? sittingAt(lastVersionOf(db, id), by.id, now, version) : null
  addVersion(db, { submissionId: id, version, at: now, byId: by.id, sitting })
  writeEntries(db, { submissionId: id, version }, changed)
  const [from, to] = [changed.flatMap((one) => one.before ?? []), changed.flatMap((one) => one.after ?? [])]
  const changes = changesBetween(flatten(from), flatten(to))
  const kept = keptOnWord.length > 0 ? { keptOnWord } : {}
  const told = asTyped ? { asTyped } : { changes: forTrail(changes), ...kept }
  const subject = ['submission', id] as const
  if (sitting === null || sitting === version)
    record(db, { at: now, by, verb: 'submission.saved', subject: [...subject], detail: { version, ...told } })
  return Object.keys(changes).length
}
