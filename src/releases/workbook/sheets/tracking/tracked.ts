import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import type { Text } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type RatedCells, ratedCells } from '../../../content/rated-cells.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'
import { lastValueOf, ownFigures } from './last-value.ts'

/** An indicator with its tracked figures, and what else its row says. */
export type Tracked = Omit<RatedCells, 'table'> & {
  indicator: ReleaseContent['indicators'][number]
  /** What is read where it is told how far it is: of what is not added up over time, its last value. */
  reached: Record<'toDate' | 'rated', PublishableCell>
  /** From when on its series is another one, in sentences. */
  breaks: readonly Text[]
  content: ReleaseContent
  bilingual: Bilingual
  live: LiveCells
}

/** The tracked figures of each indicator, in the order of the framework. */
export function trackedBy(content: ReleaseContent, bilingual: Bilingual, live: LiveCells): Tracked[] {
  const [cells, own] = [ratedCells(content.tables), ownFigures(content.tables)]
  return content.indicators.flatMap((indicator): Tracked[] => {
    const found = cells.get(indicator.code)
    if (!found) return []
    const { table, ...tracked } = found
    const last = (cell: PublishableCell) => lastValueOf(cell, own.get(indicator.code) ?? [])
    const reached = { toDate: last(tracked.toDate), rated: last(tracked.rated) }
    return [{ indicator, ...tracked, reached, breaks: table.breaks ?? [], content, bilingual, live }]
  })
}
