import { asc, between, eq, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, indicator, person, place, submission } from '../../../db/schema.ts'
import { datesOf } from '../../calendar/span.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import type { Release } from '../release.ts'
import type { Explanation } from './explanation.ts'

/** Every comment on an indicator in a submission of the release's quarters: what a manager may choose from. */
export function explanationsFor(db: Db, { from, to, asAt }: Pick<Release, 'from' | 'to' | 'asAt'>): Explanation[] {
  return read(db, between(submission.quarter, from, to), asAt)
}

/** Those that were chosen, read again by number: nothing else of what anybody wrote goes into a workbook. */
export function explanationsOf(db: Db, { explanations, asAt }: Pick<Release, 'explanations' | 'asAt'>): Explanation[] {
  return explanations.length === 0 ? [] : read(db, inArray(comment.id, explanations), asAt)
}

function read(db: Db, which: SQL, asAt: number): Explanation[] {
  const sensitivities = new Map(indicatorsAsAt(db, asAt).map(({ code, sensitivity }) => [code, sensitivity]))
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
    .where(which)
    .orderBy(asc(indicator.id), asc(submission.quarter), asc(place.position), asc(comment.id))
    .all()
    .map(({ partnerId, placeVi, placeEn, ...row }) => {
      const day = datesOf({ from: row.quarter, to: row.quarter }).last
      return {
        ...row,
        // An indicator nobody defined by then is taken for one that has something to hide.
        sensitive: sensitivities.get(row.indicator) !== 0,
        partner: nameOn(partnersById.get(partnerId)!, day).name,
        place: { vi: placeVi, en: placeEn },
      }
    })
}
