import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { liveCells } from '../../data-sheet/live.ts'
import type { DataTable } from '../../data-sheet/table.ts'
import type { SheetPlan } from '../../plan.ts'
import { headRows } from '../head.ts'
import { areaHeading, periodLine } from '../in-words.ts'
import { detailSheet, detailTable } from './detail-table.ts'
import { type Detailed, detailsOf } from './detailed.ts'
import { columnsOfPeriods, type DetailPeriod, detailPeriods, inOrder, longestAndWithin, periodKey } from './periods.ts'
import { type Context, type DetailPart, detailRow, detailTitle } from './rows.ts'
import { tableNotes } from './table-notes.ts'

/** So many quarters have room on paper one by one; of a longer report years have. */
const ONE_YEAR = 4

/**
 * The indicators of all components by the quarters and half-years within the years of their own sheets; null where there are none. Of a
 * long report it is for the screen alone, and says so.
 */
export function shorterPeriodsSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  data: DataTable,
): SheetPlan | null {
  const context = { bilingual, live: liveCells(data) }
  const components = [null, ...content.project.terms.components.map(({ code }) => code)]
  const details = components.flatMap((component) => detailsOf(content, component, bilingual))
  const parts = details.flatMap((one) => partOf(one, content, context))
  if (parts.length === 0) return null
  const within = details.flatMap((one) => withinOf(one, content))
  const isLong = content.release.to - content.release.from >= ONE_YEAR
  const said = [periodLine(content, bilingual), ...(isLong ? [bilingual.t('releases:workbook.periods-left')] : [])]
  const laidOut = detailTable(
    {
      lead: [areaHeading(content, bilingual)],
      periods: columnsOfPeriods(inOrder(within), bilingual),
      after: [],
      parts,
    },
    bilingual,
    {
      above: (columns) => headRows(bilingual.t('releases:workbook.sheet.periods'), said, columns),
    },
  )
  const sheet = detailSheet({ key: 'periods', name, table: 'Periods' }, laidOut, 2)
  return isLong ? { ...sheet, print: { landscape: true, repeatRows: 0, isOff: true } } : sheet
}

function withinOf({ tables }: Detailed, { release }: ReleaseContent): DetailPeriod[] {
  return longestAndWithin(detailPeriods(tables, release.to)).within
}

/** The periods within the years; nothing where there are none. */
function partOf(one: Detailed, content: ReleaseContent, context: Context): DetailPart[] {
  const { tables, indicator, places } = one
  const { bilingual } = context
  const within = withinOf(one, content)
  const keys = new Set(within.map(({ key }) => key))
  const own = places.filter(({ figures }) => figures.some(({ period }) => keys.has(periodKey(period))))
  if (own.length === 0) return []
  return [
    {
      indicator,
      title: detailTitle(indicator, bilingual),
      about: tableNotes(tables, bilingual, { periods: within, isWhole: false }),
      rows: own.map(({ label, figures }) => detailRow({ lead: [label], figures }, indicator, context)),
      notes: [],
    },
  ]
}
