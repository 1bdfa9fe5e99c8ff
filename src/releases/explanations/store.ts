import { asc, between, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, indicator, person, place, submission } from '../../../db/schema.ts'
import { datesOf } from '../../calendar/span.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import type { Release } from '../release.ts'
import type { Explanation } from './explanation.ts'

/** Every comment on an indicator in a submission of the report's quarters: what a manager may choose from. */
export function explanationsFor(db: Db, release: Pick<Release, 'from' | 'to' | 'asAt'>): Explanation[] {
  const known = new Map(indicatorsAsAt(db, release.asAt).map(({ code, sensitivity }) => [code, sensitivity]))
  const partnersById = new Map(partners(db).map((partner) => [partner.id, partner]))
  return db
    .select({
      id: comment.id,
      indicator: indicator.code,
      partnerId: submission.partnerId,
      placeVi: place.nameVi,
      placeEn: place.nameEn,
      quarter: submission.quarter,
      role: person.role,
      text: comment.text,
    })
    .from(comment)
    .innerJoin(submission, eq(submission.id, comment.submissionId))
    .innerJoin(indicator, eq(indicator.id, comment.indicatorId))
    .innerJoin(place, eq(place.id, submission.placeId))
    .innerJoin(person, eq(person.id, comment.byId))
    .where(between(submission.quarter, release.from, release.to))
    .orderBy(asc(indicator.id), asc(submission.quarter), asc(place.position), asc(comment.id))
    .all()
    .map(({ partnerId, placeVi, placeEn, ...row }) => {
      const day = datesOf({ from: row.quarter, to: row.quarter }).last
      return {
        ...row,
        // An indicator nobody defined by then is taken for one that has something to hide.
        sensitive: known.get(row.indicator) !== 0,
        partner: nameOn(partnersById.get(partnerId)!, day).name,
        place: { vi: placeVi, en: placeEn },
      }
    })
}

/** Those that were chosen, read again by number: nothing else of what anybody wrote goes into a workbook. */
export function chosenExplanations(db: Db, release: Release): Explanation[] {
  if (release.narrative.length === 0) return []
  return explanationsFor(db, release).filter(({ id }) => release.narrative.includes(id))
}
