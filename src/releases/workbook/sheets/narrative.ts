import { quarter as quarterName } from '../../../language/format.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import type { RowPlan, SheetPlan } from '../plan.ts'
import { headRows } from './head.ts'
import { areaHeading, periodLine } from './in-words.ts'

const WIDTHS = { ref: 8, indicator: 40, place: 22, period: 16, narrative: 84 } as const

/**
 * What reporters wrote and a manager ticked, indicator by indicator, in the language it was written in; nothing else of what anybody
 * wrote. Null where nothing was ticked.
 */
export function narrativeSheet(content: ReleaseContent, bilingual: Bilingual, name: string): SheetPlan | null {
  if (content.explanations.length === 0) return null
  const names = new Map(content.indicators.map(({ code, name: called }) => [code, called]))
  const rows = content.explanations.map(({ indicator, place, quarter, text }): RowPlan => {
    const called = names.get(indicator)
    return {
      cells: [
        ...[
          { text: indicator, tone: 'strong' } as const,
          called ? bilingual.of(called) : indicator,
          bilingual.of(place),
        ],
        ...[bilingual.say(({ language }) => quarterName(quarter, language)), text],
      ],
    }
  })
  const headings = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((key) =>
    (key === 'place' ? areaHeading(content, bilingual) : bilingual.t(`releases:workbook.column.${key}`)).replaceAll(
      '\n',
      ' / ',
    ),
  )
  const columns = Object.values(WIDTHS).map((width) => ({ width }))
  const said = [periodLine(content, bilingual), bilingual.t('releases:workbook.narrative.lead')]
  const above = headRows(bilingual.t('releases:workbook.sheet.narrative'), said, columns)
  return {
    key: 'narrative',
    name,
    columns,
    rows: [...above, { cells: headings, style: 'heading' }, ...rows],
    freeze: { rows: above.length + 1, columns: 0 },
    print: { landscape: true, repeatRows: above.length + 1 },
    table: { name: 'Narrative', headingRow: above.length + 1, lastRow: above.length + 1 + rows.length },
  }
}
