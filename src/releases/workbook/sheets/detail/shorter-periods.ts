import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { liveCells } from '../../data-sheet/live.ts'
import type { DataTable } from '../../data-sheet/table.ts'
import type { RowPlan, SheetPlan } from '../../plan.ts'
import { running } from '../../print/running.ts'
import { areaHeading, periodLine } from '../in-words.ts'
import { blocksFor, type DetailPart, sheetFor } from './blocks.ts'
import { type Detailed, detailsOf, leadOf } from './detailed.ts'
import { type DetailPeriod, detailHeading, detailPeriods, longestAndWithin, periodKey } from './periods.ts'
import { type Context, detailTitle, linesUnder } from './rows.ts'
import { tableNotes } from './table-notes.ts'

/** So many quarters have room on paper one by one; of a longer report years have. */
const ONE_YEAR = 4

/**
 * The indicators of all components by the quarters and half-years within the years of their own sheets; null where there are none. Of a
 * long report it is for the screen: on paper it says only that.
 */
export function shorterPeriodsSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  data: DataTable,
): SheetPlan | null {
  const context = { bilingual, live: liveCells(data) }
  const components = [null, ...content.project.terms.components.map(({ code }) => code)]
  const parts = components
    .flatMap((component) => detailsOf(content, component, bilingual))
    .flatMap((one) => partOf(one, content, context))
  if (parts.length === 0) return null
  const lead = [
    bilingual.t('releases:workbook.column.ref'),
    areaHeading(content, bilingual),
    bilingual.t('releases:workbook.column.line'),
  ]
  const tables = { lead, parts }
  const sheet = sheetFor(tables, bilingual)
  const isLong = content.release.to - content.release.from >= ONE_YEAR
  const line = (text: string) => running(text, sheet.columns, 'subtitle')
  const above: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.periods')], style: 'title' },
    ...line(periodLine(content, bilingual)),
    ...(isLong ? line(bilingual.t('releases:workbook.periods-left')) : []),
  ]
  return {
    key: 'periods',
    name,
    columns: sheet.columns,
    rows: blocksFor(tables, sheet, above),
    freeze: { rows: 1, columns: 2 },
    print: {
      landscape: true,
      repeatRows: 0,
      ...(isLong ? { columns: sheet.columns.length, rows: above.length } : {}),
    },
  }
}

/** The periods within the years, with what their values rest on under them; nothing where there are none. */
function partOf({ tables, indicator, places }: Detailed, content: ReleaseContent, context: Context): DetailPart[] {
  const { bilingual } = context
  const { within } = longestAndWithin(detailPeriods(tables, content.release.to))
  const hasSome = ({ figures }: Detailed['places'][number]) => figures.some(({ period }) => isAmong(within, period))
  const own = places.filter(hasSome)
  if (own.length === 0) return []
  return [
    {
      title: detailTitle(indicator, bilingual),
      about: tableNotes(tables, bilingual, { periods: within, isWhole: false }),
      columns: within.map((period) => ({ key: period.key, heading: detailHeading(period, bilingual) })),
      lines: own.map(({ label, figures }) =>
        linesUnder({ lead: leadOf(indicator, label), figures }, indicator, context),
      ),
      notes: [],
    },
  ]
}

function isAmong(periods: readonly DetailPeriod[], span: PublishableCell['period']): boolean {
  return periods.some(({ key }) => key === periodKey(span))
}
