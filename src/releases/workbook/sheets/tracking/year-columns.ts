import type { NamedSpan } from '../../../../calendar/span.ts'
import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import { ofTargetCell, targetCell } from '../../cells.ts'
import { stageNames } from '../../data-sheet/live.ts'
import type { Cell } from '../../plan.ts'
import { datesUnder, yearDigits } from '../detail/dates-under.ts'
import { cellOfYear, yearCells, yearsOf } from '../years.ts'
import type { Tracked } from './tracked.ts'

const OF_YEAR = {
  planned: ({ indicator, bilingual, live }: Tracked, cell: PublishableCell) =>
    live.beside(targetCell(cell, indicator, bilingual), cell, 'target', stageNames(indicator, bilingual)),
  achieved: ({ indicator, bilingual, live }: Tracked, cell: PublishableCell) => live.value(cell, indicator, bilingual),
  percent: ({ live }: Tracked, cell: PublishableCell) => live.beside(ofTargetCell(cell), cell, 'of-target'),
} as const

/**
 * Each year of the donor in three columns beside each other: what was planned, what was achieved, and how much of it that is. Years
 * until the one after the report: what is planned beyond stands in the logframe.
 */
export function yearColumns(content: ReleaseContent, bilingual: Bilingual) {
  const cells = yearCells(content)
  const kinds = Object.keys(OF_YEAR) as (keyof typeof OF_YEAR)[]
  const years = yearsOf(content)
  const last = years.findIndex(({ from }) => from > content.release.to)
  return years.slice(0, last === -1 ? years.length : last + 1).map((year) => ({
    name: bilingual.period(year),
    columns: kinds.map((kind) => ({
      width: 7.6,
      heading: headingOf(year, kind, bilingual),
      cell: (tracked: Tracked): Cell => {
        const found = cellOfYear(cells.get(tracked.indicator.code), year)
        return found ? OF_YEAR[kind](tracked, found) : NOTHING
      },
    })),
  }))
}

/** A heading of three columns has room for the digits of a year, which are the same in both languages. */
function headingOf(year: NamedSpan, kind: keyof typeof OF_YEAR, bilingual: Bilingual): string {
  const name = yearDigits(bilingual.period(year))
  const said = inOneLine(bilingual.t(`releases:workbook.of-year.${kind}`))
  return `${name}: ${said} (${datesUnder(name, year, bilingual)})`
}
