import { asc } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { assignment, handover } from '../../db/schema.ts'
import { places } from '../places/store.ts'
import { type Assignment, reporterKey } from './assignment.ts'
import { heirDuties, overhangs } from './ended-places.ts'
import { type Handover, heirsFrom } from './heirs.ts'
import { type Duty, dutiesFrom } from './owed.ts'

/** Every duty to report, by the id of its indicator. */
export const dutiesByIndicator = oncePerVersion((db) => grouped(duties(db), (duty) => duty.indicatorId, itself))

/** Every duty to report, by the key of its reporter. */
export const dutiesByReporter = oncePerVersion((db) => grouped(duties(db), reporterKey, itself))

const itself = (duty: Duty) => duty

const duties = oncePerVersion((db): Duty[] => {
  const tree = places(db)
  return dutiesFrom(assignmentsIn(db), (placeId) => tree.quartersOf(placeId))
})

/** Who continues whose line of reporting, by the id of the indicator. */
export const heirsByIndicator = oncePerVersion((db) => {
  const tree = places(db)
  return heirsFrom(duties(db), (placeId) => tree.becameOf(placeId), handoversIn(db))
})

/** Assignments that were to go on after their places had ended, and who took them up. */
export const overhanging = oncePerVersion((db) => {
  const tree = places(db)
  const beyond = overhangs(assignmentsIn(db), tree)
  return { beyond, heirsOf: beyond.length === 0 ? () => [] : heirDuties(duties(db), tree, handoversIn(db)) }
})

/** Ids of the provinces, as they were, in which anybody was ever asked to report. */
export const reportingProvinces = oncePerVersion((db): Set<number> => {
  const tree = places(db)
  const assigned = db.selectDistinct({ placeId: assignment.placeId }).from(assignment).all()
  return new Set(assigned.map(({ placeId }) => tree.rootOf(placeId)))
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
}

/**
 * The rule of `owed.ts` in SQL, for statements that go through values: whether a reporter owed an indicator in a quarter,
 * 0 or 1.
 */
export function owedSql({ due, indicator, place, partner, quarter, firstDay, lastDay }: OwedIn): string {
  return `iif(${due}, exists (select 1 from assignment owed_by join place owed_for on owed_for.id = owed_by.place_id
    where owed_by.indicator_id = ${indicator} and owed_by.place_id = ${place} and owed_by.partner_id = ${partner}
      and owed_by.from_quarter <= ${quarter} and (owed_by.to_quarter is null or owed_by.to_quarter >= ${quarter})
      and owed_for.valid_from <= ${lastDay} and (owed_for.valid_to is null or owed_for.valid_to > ${firstDay})), 0)`
}

function assignmentsIn(db: Db): Assignment[] {
  const { indicatorId, placeId, partnerId, fromQuarter, toQuarter } = assignment
  return db
    .select({ indicatorId, placeId, partnerId, from: fromQuarter, to: toQuarter })
    .from(assignment)
    .orderBy(asc(indicatorId), asc(placeId), asc(partnerId), asc(fromQuarter))
    .all()
}

/** Every hand-over, in the order of what was handed over. */
function handoversIn(db: Db): Handover[] {
  const { indicatorId, placeId, partnerId, predecessorPlaceId, predecessorPartnerId, predecessorFrom } = handover
  return db
    .select({ indicatorId, placeId, partnerId, predecessorPlaceId, predecessorPartnerId })
    .from(handover)
    .orderBy(asc(indicatorId), asc(predecessorPlaceId), asc(predecessorPartnerId), asc(predecessorFrom))
    .all()
    .map((row) => ({
      indicatorId: row.indicatorId,
      from: { placeId: row.predecessorPlaceId, partnerId: row.predecessorPartnerId },
      to: { placeId: row.placeId, partnerId: row.partnerId },
    }))
}
