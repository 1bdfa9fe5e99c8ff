import { quarterCode } from '../../../calendar/quarter.ts'
import type { Option } from '../../../forms/option.ts'
import { instant } from '../../../language/format.ts'
import type { Words } from '../../../language/words.ts'
import { namedInWords } from '../../page/heading.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import type { RefusedUpload } from '../upload/refusal.ts'
import { KEPT_MINUTES } from '../upload/upload.ts'
import { reportText } from './choosing/kept-sheets.ts'
import type { RememberedMapping } from './reading/mapping.ts'

/** Why a sheet of one's own is not taken; the sentences are under `submissions.own-sheet.refused`. */
export type OwnRefusal = 'no-report' | 'no-table' | 'too-many-cells'

/** The page that a partner's own sheet is sent from. */
export type OwnSheetModel = {
  reports: Option[]
  chosen: string
  /** Sheets that are known already. */
  remembered: string[]
  problem: string | null
  megabytes: number
  minutes: number
}

declare module '../../../web/views/models.ts' {
  interface Views {
    'submissions/own-sheet/start': OwnSheetModel
  }
}

export function ownSheetPage(
  reports: readonly LoadedSubmission[],
  remembered: readonly RememberedMapping[],
  { chosen, refused, megabytes }: { chosen: string; refused: RefusedUpload | OwnRefusal | null; megabytes: number },
  words: Words,
): OwnSheetModel {
  const { t, language } = words
  return {
    reports: reports.map((loaded) => ({ value: reportText(nameOfReport(loaded)), label: namedInWords(loaded, words) })),
    chosen,
    remembered: remembered.map(({ sheet, by, at }) =>
      t('submissions:own-sheet.remembered', { sheet, by, at: instant(at, language) }),
    ),
    problem: refused && problemText(refused, megabytes, words),
    megabytes,
    minutes: KEPT_MINUTES,
  }
}

/** The slugs and the quarter by which a report is named. */
export function nameOfReport({ partner, place, quarter }: LoadedSubmission) {
  return { partner: partner.slug, place: place.slug, quarter: quarterCode(quarter) }
}

function problemText(refused: RefusedUpload | OwnRefusal, megabytes: number, { t }: Words): string {
  if (typeof refused === 'string') return t(`submissions:own-sheet.refused.${refused}`)
  return t(`submissions:workbook.refused.${refused.refused}`, { at: refused.at, megabytes })
}
