import { asc, between, eq, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, indicator, person, place, submission } from '../../../db/schema.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import type { Release } from '../release.ts'
import { reporterNames } from '../ticks/reporter-names-store.ts'
import { mindedIn } from '../ticks/tick.ts'
import type { Explanation } from './explanation.ts'

/** Every comment on an indicator in a submission of the release's quarters: what a manager may choose from. */
export function explanationsFor(db: Db, { from, to, asAt }: Pick<Release, 'from' | 'to' | 'asAt'>): Explanation[] {
  return read(db, between(submission.quarter, from, to), asAt)
}

/** Some of them, by the numbers of the comments: nothing else of what anybody wrote goes into a workbook. */
export function explanationsByIds(db: Db, ids: readonly number[], asAt: number): Explanation[] {
  return ids.length === 0 ? [] : read(db, inArray(comment.id, [...ids]), asAt)
}

function read(db: Db, which: SQL, asAt: number): Explanation[] {
  const indicators = new Map(indicatorsAsAt(db, asAt).map((one) => [one.code, one]))
  const namesOf = reporterNames(db, asAt)
  return db
    .select({
      id: comment.id,
      indicator: indicator.code,
      partnerId: submission.partnerId,
      placeId: submission.placeId,
      quarter: submission.quarter,
      role: person.role,
      text: comment.text,
    })
    .from(comment)
    .innerJoin(submission, eq(submission.id, comment.submissionId))
    .innerJoin(indicator, eq(indicator.id, comment.indicatorId))
    .innerJoin(place, eq(place.id, submission.placeId))
    .innerJoin(person, eq(person.id, comment.byId))
    .where(which)
    .orderBy(asc(indicator.id), asc(submission.quarter), asc(place.position), asc(comment.id))
    .all()
    .map(({ partnerId, placeId, ...row }) => ({
      ...row,
      ...mindedIn(indicators.get(row.indicator)),
      ...namesOf({ partnerId, placeId, quarter: row.quarter }),
    }))
}
