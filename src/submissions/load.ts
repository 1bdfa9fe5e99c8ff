import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { owedIndicators } from '../assignments/load.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { dueOn, isClosed } from '../calendar/store.ts'
import { breakdowns } from '../indicators/store.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { targetsAsAt } from '../targets/store.ts'
import { targetsToReach } from '../targets/target.ts'
import { readTrail } from '../trail/store.ts'
import { standingOf } from './action.ts'
import type { Previous } from './checks/previous.ts'
import { inForceOf, previousOf } from './checks/previous-store.ts'
import { entriesOf } from './entries-store.ts'
import { formDefinition } from './entry-form/definition.ts'
import type { LoadedSubmission, Save, StoredSubmission, SubmissionPageState } from './page-state.ts'
import { commentsOf, factsOf, lastReasonOf, submissionById, submissionIdOf } from './store.ts'
import { isOwn, type Submission } from './submission.ts'
import { type Changes, type Flat, flatten, undo } from './versions/merge.ts'

/** A stored submission this person may see: a partner's own, a manager's any; null for everybody and everything else. */
export function loadSubmission(db: Db, person: Person, id: number, now: number): StoredSubmission | null {
  const stored = submissionById(db, id)
  return stored && isOwn(person, stored.partnerId) ? { ...load(db, person, stored, stored, now), stored } : null
}

/** What is named by partner, place and quarter: stored or not, if it is this person's own and anything is due in it. */
export function loadNamed(
  db: Db,
  person: Person,
  named: { partner: string; place: string; quarter: Quarter },
  now: number,
): LoadedSubmission | null {
  const partnerId = partners(db).find((one) => one.slug === named.partner)?.id
  const placeId = places(db).bySlug.get(named.place)?.id
  if (partnerId === undefined || placeId === undefined || !isOwn(person, partnerId)) return null
  const reporter = { partnerId, placeId, quarter: named.quarter }
  const id = submissionIdOf(db, reporter, named.quarter)
  const loaded = load(db, person, reporter, id === null ? null : submissionById(db, id), now)
  return loaded.definition.rows.length > 0 ? loaded : null
}

function load(
  db: Db,
  person: Person,
  { partnerId, placeId, quarter }: Reporter & { quarter: Quarter },
  stored: Submission | null,
  now: number,
): LoadedSubmission {
  const all = breakdowns(db)
  return {
    stored,
    quarter,
    partner: partners(db).find((one) => one.id === partnerId)!,
    place: places(db).byId.get(placeId)!,
    definition: formDefinition(owedIndicators(db, { partnerId, placeId }, quarter), all, quarter),
    breakdowns: all,
    entries: stored ? entriesOf(db, stored.id) : [],
    standing: standingOf(person, { partnerId, quarter, state: stored?.state ?? 'due' }, isClosed(db, quarter), now),
    now,
  }
}

/** What an older form of a submission showed when it was opened: what is saved, less what has been changed since. */
export function loadOpened(db: Db, { entries }: LoadedSubmission, { id }: Submission, version: number): Flat {
  return undo(flatten(entries), changesSince(db, id, version))
}

/** The earlier values that what is entered is compared with. */
export function loadPrevious(db: Db, { partner, place, quarter, definition }: LoadedSubmission): Map<string, Previous> {
  const ids = definition.rows.map((row) => row.indicator.id)
  return previousOf(db, { partnerId: partner.id, placeId: place.id }, quarter, ids)
}

export function loadPageState(db: Db, loaded: LoadedSubmission): SubmissionPageState {
  const { stored, quarter, partner, place, definition, now } = loaded
  const ids = definition.rows.map((row) => row.indicator.id)
  const corrected = stored !== null && stored.state !== 'approved'
  return {
    ...loaded,
    dueOn: dueOn(db, quarter),
    previous: loadPrevious(db, loaded),
    targets: targetsToReach(targetsAsAt(db, now, place.id), place.id, quarter),
    inForce: corrected ? inForceOf(db, { partnerId: partner.id, placeId: place.id }, quarter, ids) : [],
    lastReason: stored?.state === 'returned' ? lastReasonOf(db, stored.id) : null,
    facts: stored ? factsOf(db, stored.id) : [],
    saves: stored ? savesOf(db, stored.id) : [],
    comments: stored ? commentsOf(db, stored.id) : [],
  }
}

/** What was saved after a version, newest first. */
function changesSince(db: Db, id: number, version: number): Changes[] {
  return readTrail(db, { verb: 'submission.saved', subject: ['submission', String(id)] }, 500)
    .filter(({ detail }) => Number(detail.version ?? 0) > version)
    .map(({ detail }) => (detail.changes ?? {}) as Changes)
}

function savesOf(db: Db, id: number): Save[] {
  return readTrail(db, { verb: 'submission.saved', subject: ['submission', String(id)] }, 100).map((row) => ({
    at: row.at,
    by: row.by,
    changes: (row.detail.changes ?? {}) as Changes,
  }))
}
