import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { unitText } from '../../../../indicators/in-words.ts'
import { traitsOf } from '../../../../indicators/measure.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'
import type { Cell } from '../../plan.ts'
import { type DetailPeriod, periodKey } from './periods.ts'

type Indicator = ReleaseTable['table']['indicator']

/** One line of a table: what it is of, what kind of number it holds, its cells by period, and what follows them. */
export type DetailLine = {
  /** Before the kind of number: the code first. */
  lead: Cell[]
  kind: string
  cells: ReadonlyMap<string, Cell>
  after: Cell[]
}

/** Lines that stay together on paper: a value with what it rests on. */
export type DetailLines = DetailLine[]

export type Context = { bilingual: Bilingual; live: LiveCells }

/** The value itself, or what it rests on: numerator or n above, denominator below. */
export type LineSide = 'value' | 'upper' | 'lower'

/** A row of figures, by the period of each. */
export type LineFigures = { lead: Cell[]; figures: readonly PublishableCell[]; after?: (side: LineSide) => Cell[] }

/** A value and, of a ratio, mean or median, the lines of what it rests on. */
export function linesFor({ lead, figures, after }: LineFigures, indicator: Indicator, { bilingual, live }: Context) {
  const { base } = traitsOf(indicator)
  const line = (name: 'value' | 'numerator' | 'denominator' | 'n', side: LineSide): DetailLine => {
    const cellOf = (cell: PublishableCell) =>
      side === 'value' ? live.value(cell, indicator, bilingual) : live.base(cell, indicator)[side]
    return {
      lead,
      kind: base === null ? NOTHING : bilingual.t(`releases:workbook.line.${name}`),
      cells: new Map(figures.map((cell) => [periodKey(cell.period), cellOf(cell)])),
      after: after?.(side) ?? [],
    }
  }
  if (base === null) return [line('value', 'value')]
  return base === 'n'
    ? [line('value', 'value'), line('n', 'upper')]
    : [line('value', 'value'), line('numerator', 'upper'), line('denominator', 'lower')]
}

/** "P1  Name (unit)": over the lines of an indicator. */
export function detailTitle(indicator: Indicator, bilingual: Bilingual): string {
  const unit = bilingual.say((words) => unitText(indicator, words))
  return oneLine(`${indicator.code}  ${bilingual.of(indicator.name)} (${unit})`)
}

/** The cells of a line in the order of periods; where there is none of a period it was not asked for. */
export function cellsInOrder({ cells }: DetailLine, periods: readonly DetailPeriod[]): Cell[] {
  return periods.map(({ key }) => cells.get(key) ?? NOTHING)
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
