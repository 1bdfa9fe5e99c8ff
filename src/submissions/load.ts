import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { indicatorsOutOfTime, isReporter, owedIndicators } from '../assignments/load.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { NamedSpan } from '../calendar/span.ts'
import { dueOn } from '../calendar/store.ts'
import { namedOver } from '../indicators/breakdown.ts'
import { breakdowns } from '../indicators/breakdown-store.ts'
import { valueSpanIn } from '../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { historiesAsAt } from '../indicators/store.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { loadBeside, loadTargetsToReach } from './checks/beside-load.ts'
import type { Previous } from './checks/previous.ts'
import { loadPreviousOf } from './checks/previous-load.ts'
import { inForceOf } from './checks/previous-store.ts'
import { entriesOf } from './entries-store.ts'
import type { Entry } from './entry.ts'
import { formDefinition } from './entry-form/definition.ts'
import { countByIndicator } from './evidence/evidence.ts'
import { evidenceOf } from './evidence/store.ts'
import type { AskedReasons, LoadedSubmission, Save, StoredSubmission, SubmissionPageState } from './page-state.ts'
import { loadStanding } from './standing-load.ts'
import { doubtNotesOf, eventsOf, submissionById, submissionIdOf } from './store.ts'
import { isOwn, lastSentBack, type RowReason, type Submission } from './submission.ts'
import { commentsOf } from './talk/store.ts'
import { type Flat, flatten } from './versions/merge.ts'
import { changesIn, entriesAt } from './versions/revisions.ts'
import { bySitting } from './versions/sitting.ts'
import { revisionsFrom, versionsOf } from './versions/store.ts'
import { queueAt } from './waiting/queue.ts'
import { waitingSubmissions } from './waiting/store.ts'

/** A stored submission this person may see: a partner's own, a manager's any; null for everybody and everything else. */
export function loadSubmission(db: Db, person: Person, id: number, now: number): StoredSubmission | null {
  const stored = submissionById(db, id)
  return stored && isOwn(person, stored.partnerId) ? { ...load(db, person, stored, stored, now), stored } : null
}

/** What is named by partner, place and quarter: stored or not, if it is this person's own and anything was ever asked for there. */
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
  return loaded.definition.rows.length > 0 || isReporter(db, reporter) ? loaded : null
}

function load(
  db: Db,
  person: Person,
  { partnerId, placeId, quarter }: Reporter & { quarter: Quarter },
  stored: Submission | null,
  now: number,
): LoadedSubmission {
  const all = breakdowns(db)
  const standing = loadStanding(db, person, { partnerId, quarter, state: stored?.state ?? 'due' }, now)
  const asked = standing.outOfTime === null ? owedIndicators : indicatorsOutOfTime
  const definition = formDefinition(asked(db, { partnerId, placeId }, quarter), all, quarter, spansIn(db, quarter))
  return {
    stored,
    quarter,
    partner: partners(db).find((one) => one.id === partnerId)!,
    place: places(db).byId.get(placeId)!,
    definition,
    breakdowns: all.map((one) => namedOver(one, { from: quarter, to: quarter })),
    entries: stored ? entriesOf(db, stored.id) : [],
    standing: { ...standing, nothingAsked: definition.rows.length === 0 },
    now,
  }
}

/** Which dates the values asked for in a quarter stand under. */
function spansIn(db: Db, quarter: Quarter): (indicator: DefinedIndicator) => NamedSpan {
  const histories = new Map(historiesAsAt(db).map((history) => [history.id, history]))
  return ({ id }) => valueSpanIn(histories.get(id)!, quarter)
}

/** What an older form of a submission showed when it was opened. */
export function loadOpened(db: Db, { stored, entries }: StoredSubmission, version: number): Flat {
  return flatten(entriesAt(entries, revisionsFrom(db, stored.id, version + 1), version))
}

/** The earlier values that what is entered is compared with. */
export function loadPrevious(db: Db, { partner, place, quarter, definition }: LoadedSubmission): Map<string, Previous> {
  const indicators = definition.rows.map((row) => row.indicator)
  return loadPreviousOf(db, { partnerId: partner.id, placeId: place.id }, quarter, indicators)
}

export function loadPageState(db: Db, loaded: LoadedSubmission): SubmissionPageState {
  const { stored, quarter, partner, place, definition, standing } = loaded
  const ids = definition.rows.map((row) => row.indicator.id)
  const previous = loadPrevious(db, loaded)
  const corrected = stored !== null && stored.state !== 'approved'
  const facts = stored ? eventsOf(db, stored.id) : []
  const last = corrected ? lastSentBack(facts) : undefined
  return {
    ...loaded,
    dueOn: dueOn(db, quarter),
    previous,
    reviewed: stored && standing.role === 'manager' ? loadReviewed(db, loaded, stored.id, previous) : null,
    targets: loadTargetsToReach(db, loaded),
    inForce: corrected ? inForceOf(db, { partnerId: partner.id, placeId: place.id }, quarter, ids) : [],
    lastReason: last && (isBeingCorrected(stored!) || standing.role === 'manager') ? last : null,
    asked: last?.rows ? askedAt(db, loaded, last.at, last.rows) : null,
    facts,
    saves: stored ? loadSaves(db, stored, loaded.entries) : [],
    comments: stored ? commentsOf(db, stored.id) : [],
    evidence: countByIndicator(stored ? evidenceOf(db, stored.id) : []),
    queue: stored && standing.role === 'manager' ? queueAt(waitingSubmissions(db), stored.id) : null,
  }
}

/** What was asked of single indicators, with the values as their reviewer saw them. */
function askedAt(db: Db, { stored, entries }: LoadedSubmission, at: number, rows: readonly RowReason[]): AskedReasons {
  const { version } = rows[0]!
  return { at, rows, before: entriesAt(entries, revisionsFrom(db, stored!.id, version + 1), version) }
}

/** What was handed in again and taken back has still to be corrected. */
function isBeingCorrected({ state }: Submission): boolean {
  return state === 'returned' || state === 'draft'
}

/** What a reviewer is told besides: what is unusual, and what the partner said of it. */
function loadReviewed(db: Db, loaded: LoadedSubmission, id: number, previous: ReadonlyMap<string, Previous>) {
  return { beside: loadBeside(db, loaded, previous), notes: doubtNotesOf(db, id) }
}

/** Older saves are on the page of every value; here they would make a heavy page. */
const MOST_SAVES = 100

/** All that was ever changed in it, and what was done to it. */
export function loadHistory(db: Db, { stored, entries }: StoredSubmission) {
  return { facts: eventsOf(db, stored.id), saves: loadSaves(db, stored, entries, stored.version) }
}

function loadSaves(db: Db, { id }: Submission, entries: readonly Entry[], most = MOST_SAVES): Save[] {
  const versions = versionsOf(db, id, most)
  const revisions = revisionsFrom(db, id, versions.at(-1)?.version ?? 1)
  const changes = changesIn(
    versions.map((one) => one.version),
    entries,
    revisions,
  )
  return bySitting(versions, changes)
}
