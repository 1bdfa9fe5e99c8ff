import type { Db } from '../../../db/connection.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { workbookLayoutFor } from '../../project/donor.ts'
import { projectCard } from '../../project/store.ts'
import { ragFor } from '../content/donor-load.ts'
import type { Explanation } from '../explanations/explanation.ts'
import type { Preview } from '../protection/preview.ts'
import type { Release } from '../release.ts'
import { mindedIn } from '../ticks/tick.ts'
import type { LoadedDeviations } from './page.ts'
import { confirmedDeviations, deviationTextsOf } from './store.ts'

/** What of a protected report has to be explained; null where nothing has. */
export function loadDeviations(
  db: Db,
  release: Release,
  preview: Pick<Preview, 'deviations'> | null,
  comments: readonly Explanation[],
): LoadedDeviations | null {
  const deviations = preview?.deviations ?? []
  if (deviations.length === 0) return null
  const indicators = new Map(indicatorsAsAt(db, release.asAt).map((one) => [one.code, one]))
  const donors = projectCard(db, release.asAt)?.donors ?? []
  return {
    asked: deviations.map((one) => ({ ...one, ...mindedIn(indicators.get(one.indicator)) })),
    texts: deviationTextsOf(db, release.id),
    confirmed: confirmedDeviations(db, release.id),
    rule: workbookLayoutFor(donors, release.donorCode).deviations,
    thresholds: ragFor(db, { donors }, release),
    names: new Map([...indicators].map(([code, { name }]) => [code, name])),
    comments,
  }
}
