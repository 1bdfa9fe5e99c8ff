import type { Db } from '../../db/connection.ts'
import { breakdowns } from '../indicators/breakdown-store.ts'
import { results } from '../indicators/results/result-store.ts'
import { historiesAsAt } from '../indicators/store.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { projectCard } from '../project/store.ts'
import type { SubjectKind } from '../vocabulary/trail.ts'
import type { TrailFilter, TrailRow } from './event.ts'
import type { TrailNames } from './names.ts'
import { namedPeople, namedReleases, namedSubmissions } from './names-store.ts'
import type { TrailState } from './page.ts'
import { PAGE_ROWS } from './page.ts'
import { readTrail } from './store.ts'
import { isNamed } from './subject.ts'

/**
 * One page of the trail: one row more than it shows where there are older ones, and what everything in it is called. It is not narrowed
 * to what nobody knows, and says so: somebody who has no account, a thing that is not there and that nothing was ever done to.
 */
export function loadTrail(db: Db, filter: TrailFilter): TrailState {
  const people = namedPeople(db)
  const unknown = unknownIn(db, filter, people)
  const { byId, subject, ...others } = filter
  const known: TrailFilter = {
    ...others,
    ...(unknown.includes('by') ? {} : { byId }),
    ...(unknown.includes('subject') ? {} : { subject }),
  }
  const rows = readTrail(db, known, PAGE_ROWS + 1)
  return { rows, people, names: loadTrailNames(db, rows, known.subject), unknown }
}

function unknownIn(db: Db, { byId, subject }: TrailFilter, people: TrailState['people']): TrailState['unknown'] {
  const [kind, id] = subject ?? []
  const isThere = () => readTrail(db, { subject }, 1).length > 0 || isNamed(kind!, id!, loadTrailNames(db, [], subject))
  return [
    ...(byId === undefined || people.some((one) => one.id === byId) ? [] : (['by'] as const)),
    ...(id === undefined || isThere() ? [] : (['subject'] as const)),
  ]
}

/** @param asked what the trail is narrowed to, which is named even where nothing was done to it */
export function loadTrailNames(
  db: Db,
  rows: readonly Pick<TrailRow, 'subjectKind' | 'subjectId'>[],
  asked?: TrailFilter['subject'],
): TrailNames {
  const project = projectCard(db)
  const subjects = [...rows.map((row) => [row.subjectKind, row.subjectId] as const), ...(asked ? [asked] : [])]
  const idsOf = (kind: SubjectKind) => subjects.flatMap(([one, id]) => (one === kind && id ? [Number(id)] : []))
  return {
    project: project?.name ?? null,
    phases: project?.phases ?? [],
    people: new Map(namedPeople(db).map(({ id, name }) => [id, name])),
    partners: partners(db),
    places: places(db),
    results: new Map(results(db).map(({ code, statement }) => [code, statement])),
    indicators: new Map(historiesAsAt(db).map(({ code, definitions }) => [code, definitions.at(-1)!])),
    breakdowns: breakdowns(db),
    submissions: new Map(namedSubmissions(db, idsOf('submission')).map((one) => [one.id, one])),
    releases: new Map(namedReleases(db, idsOf('release')).map(({ id, title }) => [id, title])),
  }
}
