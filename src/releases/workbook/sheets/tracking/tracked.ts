import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import type { Text } from '../../../../language/text.ts'
import { PERIOD, PHASE_TO_DATE, type ReleaseContent, TO_DATE } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'

/** An indicator with its two tracked figures, and what else its row says. */
export type Tracked = {
  indicator: ReleaseContent['indicators'][number]
  period: PublishableCell
  toDate: PublishableCell
  /** From when on its series is another one, in sentences. */
  breaks: readonly Text[]
  /** What it is rated by: from the beginning of the phase or, in a project without several, of the project. */
  rated: PublishableCell
  content: ReleaseContent
  bilingual: Bilingual
  live: LiveCells
}

/** The tracked figures of each indicator, in the order of the framework. */
export function trackedBy(content: ReleaseContent, bilingual: Bilingual, live: LiveCells): Tracked[] {
  const tables = new Map(
    content.tables.filter(({ section }) => section === 'tracking').map(({ table }) => [table.indicator.code, table]),
  )
  return content.indicators.flatMap((indicator): Tracked[] => {
    const table = tables.get(indicator.code)
    const cell = (key: string) => table?.cells[0]?.[table.columns.findIndex((column) => column.key === key)]
    const [period, toDate, phase] = [cell(PERIOD), cell(TO_DATE), cell(PHASE_TO_DATE)]
    if (!period || !toDate) return []
    return [
      { indicator, period, toDate, rated: phase ?? toDate, breaks: table?.breaks ?? [], content, bilingual, live },
    ]
  })
}
