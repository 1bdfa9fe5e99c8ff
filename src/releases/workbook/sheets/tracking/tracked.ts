import type { Text } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type RatedCells, ratedCells } from '../../../content/rated-cells.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'

/** An indicator with its tracked figures, and what else its row says. */
export type Tracked = Omit<RatedCells, 'table'> & {
  indicator: ReleaseContent['indicators'][number]
  /** From when on its series is another one, in sentences. */
  breaks: readonly Text[]
  content: ReleaseContent
  bilingual: Bilingual
  live: LiveCells
}

/** The tracked figures of each indicator, in the order of the framework. */
export function trackedBy(content: ReleaseContent, bilingual: Bilingual, live: LiveCells): Tracked[] {
  const cells = ratedCells(content.tables)
  return content.indicators.flatMap((indicator): Tracked[] => {
    const found = cells.get(indicator.code)
    if (!found) return []
    const { table, ...tracked } = found
    return [{ indicator, ...tracked, breaks: table.breaks ?? [], content, bilingual, live }]
  })
}
