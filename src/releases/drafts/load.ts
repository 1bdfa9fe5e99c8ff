import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { isMeasuredIn } from '../../indicators/definitions/history.ts'
import { isCutByYears } from '../../indicators/periods.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import type { Donor } from '../../project/donor.ts'
import { lastOver } from '../../project/project.ts'
import { settingAsAt } from '../../settings/store.ts'
import { hasComeIn } from '../content/awaited-load.ts'
import type { CutByYears } from './new-form.ts'

/** How many indicators of a span have values that the fiscal years of a donor, or of the project, would cut. */
export function cutByYears(db: Db, span: Span, donor: Pick<Donor, 'fiscalStartMonth'> | null, now: number): CutByYears {
  const start = donor?.fiscalStartMonth ?? settingAsAt(db, 'fiscalStartMonth', now)
  const measured = historiesAsAt(db).filter((history) => isMeasuredIn(history, span))
  return { start, cut: measured.filter((one) => isCutByYears(one, span, start)).length, of: measured.length }
}

/** The last quarter of a span that is over and has come in; the last one that is over where none has. */
export function lastComeIn(db: Db, span: Span, now: number): Quarter {
  const last = lastOver(span, now)
  for (let quarter = last; quarter >= span.from; quarter--) if (hasComeIn(db, quarter, now)) return quarter
  return last
}
