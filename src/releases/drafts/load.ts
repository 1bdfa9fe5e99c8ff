import type { Db } from '../../../db/connection.ts'
import type { Span } from '../../calendar/span.ts'
import { isMeasuredIn } from '../../indicators/definitions/history.ts'
import { isCutByYears } from '../../indicators/periods.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import type { Donor } from '../../project/donor.ts'
import { settingAsAt } from '../../settings/store.ts'
import type { CutByYears } from './form-page.ts'

/** How many indicators of a span have values that the fiscal years of a donor, or of the project, would cut. */
export function cutByYears(db: Db, span: Span, donor: Pick<Donor, 'fiscalStartMonth'> | null, now: number): CutByYears {
  const start = donor?.fiscalStartMonth ?? settingAsAt(db, 'fiscalStartMonth', now)
  const measured = historiesAsAt(db).filter((history) => isMeasuredIn(history, span))
  return { start, cut: measured.filter((one) => isCutByYears(one, span, start)).length, of: measured.length }
}
