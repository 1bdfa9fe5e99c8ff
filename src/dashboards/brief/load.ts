import type { Db } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { dueOn } from '../../calendar/store.ts'
import { hasAreas } from '../../language/terms.ts'
import { partners } from '../../partners/store.ts'
import { reportersByPartner } from '../../people/store.ts'
import { isArea } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import { loadSlotsSoFar } from '../../submissions/board/load.ts'
import { isLate } from '../../submissions/submission.ts'
import { loadSaid, loadSaidOfReports } from '../indicators/said/load.ts'
import type { Request } from '../load.ts'
import type { Reports } from '../overview/lists/late.ts'
import { type AreaOf, loadProvince, provinceNamed } from '../provinces/load.ts'
import { reportsFrom } from '../provinces/reports.ts'
import type { BriefView } from './view.ts'

/** A province or, in a project that has none, the one place that all of it is about. */
export const placeNamed: AreaOf = (db, state, slug) => {
  const place = places(db).bySlug.get(slug)
  return place && !isArea(place) && !hasAreas(state.words.terms) ? place : provinceNamed(db, state, slug)
}

/**
 * What a brief is shaped from: the figures of its page, what is late of its reports, and what was said in those of the quarter.
 * @returns null in a file without a project, or where there is no such page
 * @throws Refused unknown-place, unknown-partner, place-not-in-span
 */
export function loadBrief(request: Request, slug: string, areaOf: AreaOf): BriefView | null {
  const view = loadProvince(request, slug, areaOf)
  if (!view) return null
  const { db, now } = request
  const { state, place } = view
  const { asAt, to } = state.choice
  return {
    ...view,
    reports: reportsSoFar(db, now, reportsFrom(state, place)),
    duties: dutiesByIndicator(db),
    said: loadSaid(db, state, { span: { from: to, to }, until: asAt ?? now }),
    saidOfReports: loadSaidOfReports(db, state, { span: { from: to, to }, until: asAt ?? now }),
  }
}

function reportsSoFar(db: Db, now: number, isOfIts: ReturnType<typeof reportsFrom>): Reports {
  const slots = loadSlotsSoFar(db, now).filter(isOfIts)
  const late = new Set(slots.filter(isLate).map(({ quarter }) => quarter))
  return {
    slots,
    dueOn: new Map([...late].map((quarter) => [quarter, dueOn(db, quarter)])),
    partners: new Map(partners(db).map((partner) => [partner.id, partner])),
    places: places(db),
    reporters: reportersByPartner(db),
  }
}
