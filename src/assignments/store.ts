import { asc } from 'drizzle-orm'
import { columnsOf } from '../../db/columns.ts'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { assignment, handover, placeDefinition, succession } from '../../db/schema.ts'
import { isKnownAt, type Known } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import { places } from '../places/store.ts'
import { type Assignment, reporterKey } from './assignment.ts'
import { heirDuties, overhangs } from './ended-places.ts'
import { type DatedHandover, type Heirs, heirsFrom } from './heirs.ts'
import { type Duty, dutiesFrom } from './owed.ts'

/**
 * Every duty to report, by the id of its indicator, as known at an instant.
 * @param asAt ms; absent = as they are known now
 */
export function dutiesByIndicator(db: Db, asAt?: number): ReadonlyMap<number, Duty[]> {
  return dutiesOfIndicators(db, asAt)
}

/** Every duty to report as known now, by the key of its reporter. */
export const dutiesByReporter = oncePerVersion((db) =>
  grouped([...dutiesByIndicator(db).values()].flat(), reporterKey, itself),
)

const itself = (duty: Duty) => duty

const dutiesOfIndicators = asKnown(learnt, (db, asAt) =>
  grouped(dutiesOf(db, asAt), (duty) => duty.indicatorId, itself),
)

function dutiesOf(db: Db, asAt?: number): Duty[] {
  const tree = places(db, asAt)
  return dutiesFrom(assignmentsIn(db, asAt), (placeId) => tree.quartersOf(placeId))
}

/** Who continues whose line of reporting, by the id of the indicator, as known at an instant (ms; absent = now). */
export function heirsByIndicator(db: Db, asAt?: number): ReadonlyMap<number, Heirs> {
  return heirsOfIndicators(db, asAt)
}

const heirsOfIndicators = asKnown(learnt, (db, asAt) => {
  const tree = places(db, asAt)
  const duties = [...dutiesByIndicator(db, asAt).values()].flat()
  return heirsFrom(duties, (placeId) => tree.becameOf(placeId), handoversKnown(db, asAt))
})

/** Whatever is known from an instant to an instant and says who owes what, or whose line goes on with whom. */
function learnt(db: Db): Known[] {
  return [assignment, handover, succession, placeDefinition].flatMap((table) =>
    db.selectDistinct({ knownFrom: table.knownFrom, knownTo: table.knownTo }).from(table).all(),
  )
}

/** Assignments that were to go on after their places had ended, and who took them up, as known at an instant (ms; absent = now). */
export function overhanging(db: Db, asAt?: number) {
  return overhangingAsKnown(db, asAt)
}

const overhangingAsKnown = asKnown(learnt, (db, asAt) => {
  const tree = places(db, asAt)
  const beyond = overhangs(assignmentsIn(db, asAt), tree)
  const duties = () => [...dutiesByIndicator(db, asAt).values()].flat()
  return { beyond, heirsOf: beyond.length === 0 ? () => [] : heirDuties(duties(), tree, handoversKnown(db, asAt)) }
})

/** Ids of the provinces, as they were, in which anybody was ever asked to report, as known at an instant (ms; absent = now). */
export function reportingProvinces(db: Db, asAt?: number): ReadonlySet<number> {
  return provincesReporting(db, asAt)
}

const provincesReporting = asKnown(learnt, (db, asAt) => {
  const tree = places(db, asAt)
  return new Set(assignmentsIn(db, asAt).map(({ placeId }) => tree.rootOf(placeId)))
})

/** What a statement calls the parts of the question whether something was owed. */
export type OwedIn = {
  /** Whether the indicator is due in the quarter: 0 or 1, as `isScheduledIn` says. */
  due: string
  indicator: string
  place: string
  partner: string
  quarter: string
  /** First and last day of the quarter. */
  firstDay: string
  lastDay: string
  /** The instant as at which it is asked, ms; absent = as it is known now. */
  asAt?: string
}

/**
 * The rule of `owed.ts` in SQL, for statements that go through values: whether a reporter owed an indicator in a quarter,
 * 0 or 1.
 */
export function owedSql({ due, indicator, place, partner, quarter, firstDay, lastDay, asAt }: OwedIn): string {
  const known = (row: string) => knownSql(row, asAt)
  return `iif(${due}, exists (select 1 from assignment owed_by join place_definition owed_for on owed_for.place_id = owed_by.place_id
    where owed_by.indicator_id = ${indicator} and owed_by.place_id = ${place} and owed_by.partner_id = ${partner}
      and owed_by.from_quarter <= ${quarter} and (owed_by.to_quarter is null or owed_by.to_quarter >= ${quarter})
      and ${known('owed_by')} and ${known('owed_for')} and owed_for.valid_from <= ${lastDay}
      and (owed_for.valid_to is null or owed_for.valid_to > ${firstDay})), 0)`
}

/** The assignments of an indicator as they are known now. */
export function assignmentsKnown(db: Db, indicatorId: number): Assignment[] {
  return assignmentsIn(db).filter((one) => one.indicatorId === indicatorId)
}

/** Every assignment as known at an instant (ms; absent = now), in the order of indicators, places, partners and time. */
function assignmentsIn(db: Db, asAt?: number): readonly Assignment[] {
  return assignmentsAsKnown(db, asAt)
}

const ASSIGNED = columnsOf<Assignment>()(['indicatorId', 'placeId', 'partnerId', 'from', 'to'])
const ASSIGNED_COLUMNS = 'indicator_id, place_id, partner_id, from_quarter, to_quarter'

const assignmentsAsKnown = asKnown(learnt, (db, asAt): Assignment[] => {
  const text = `select ${ASSIGNED_COLUMNS} from assignment where ${knownSql('assignment', asAt === undefined ? undefined : ':asAt')}
    order by indicator_id, place_id, partner_id, from_quarter`
  return ASSIGNED.read(asAt === undefined ? db.prepared(text).all() : db.prepared(text).all({ asAt }))
})

/** The rule of `isKnownAt` in SQL. @param asAt what the statement calls the instant, ms; absent = as it is known now */
function knownSql(row: string, asAt?: string): string {
  return asAt
    ? `${row}.known_from <= ${asAt} and (${row}.known_to is null or ${row}.known_to > ${asAt})`
    : `${row}.known_to is null`
}

/** Every hand-over as known at an instant (ms; absent = now), in the order of what was handed over. */
export function handoversKnown(db: Db, asAt?: number): readonly DatedHandover[] {
  return handoversAsKnown(db, asAt)
}

const handoversAsKnown = asKnown(learnt, (db, asAt): DatedHandover[] => {
  const { indicatorId, predecessorPlaceId, predecessorPartnerId, predecessorFrom } = handover
  return db
    .select()
    .from(handover)
    .orderBy(asc(indicatorId), asc(predecessorPlaceId), asc(predecessorPartnerId), asc(predecessorFrom))
    .all()
    .filter((row) => isKnownAt(row, asAt))
    .map((row) => ({
      indicatorId: row.indicatorId,
      from: { placeId: row.predecessorPlaceId, partnerId: row.predecessorPartnerId },
      to: { placeId: row.placeId, partnerId: row.partnerId },
      since: row.fromQuarter,
    }))
})
