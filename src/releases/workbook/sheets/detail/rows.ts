import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { unitText } from '../../../../indicators/in-words.ts'
import { traitsOf } from '../../../../indicators/measure.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'
import type { Cell } from '../../plan.ts'
import { type DetailPeriod, detailHeading, periodKey } from './periods.ts'

type Indicator = ReleaseTable['table']['indicator']

export type DetailColumn = { key: string; heading: string }

/** One line of a table: what it is of, the code first, and its cells by the key of their column. */
export type DetailLine = { lead: Cell[]; cells: ReadonlyMap<string, Cell> }

/** Lines that stay together on paper: a value with what it rests on. */
export type DetailLines = DetailLine[]

export type Context = { bilingual: Bilingual; live: LiveCells }

/** The value itself, or what it rests on: numerator or n above, denominator below. */
type LineSide = 'value' | 'upper' | 'lower'

/** A row of figures. */
export type LineFigures = { lead: Cell[]; figures: readonly PublishableCell[] }

const SIDES = {
  denominator: { numerator: 'upper', denominator: 'lower' },
  n: { n: 'upper' },
} as const satisfies Record<string, Record<string, LineSide>>

type BaseName = 'numerator' | 'denominator' | 'n'

/** What a value of an indicator rests on, by its name: nothing, n, or numerator and denominator. */
function basesOf(indicator: Indicator): [BaseName, LineSide][] {
  const { base } = traitsOf(indicator)
  return base === null ? [] : (Object.entries(SIDES[base]) as [BaseName, LineSide][])
}

/** A value and, of a ratio, mean or median, the lines of what it rests on under it: each says after its lead which it is. */
export function linesUnder({ lead, figures }: LineFigures, indicator: Indicator, context: Context): DetailLines {
  const { bilingual } = context
  const bases = basesOf(indicator)
  const line = (kind: string, side: LineSide): DetailLine => ({
    lead: [...lead, kind],
    cells: new Map(figures.map((cell) => [periodKey(cell.period), cellOf(cell, side, indicator, context)])),
  })
  const said = (name: 'value' | BaseName) => bilingual.t(`releases:workbook.line.${name}`)
  return [
    line(bases.length === 0 ? NOTHING : said('value'), 'value'),
    ...bases.map(([name, side]) => line(said(name), side)),
  ]
}

/** The same in one line: what a value rests on stands in the columns after it. */
export function lineBeside({ lead, figures }: LineFigures, indicator: Indicator, context: Context): DetailLine {
  const cells = figures.flatMap((cell) => besideCells(periodKey(cell.period), cell, indicator, context))
  return { lead, cells: new Map(cells) }
}

/** The cells of a figure in the columns that `columnsBeside` gives its key. */
export function besideCells(
  key: string,
  cell: PublishableCell,
  indicator: Indicator,
  context: Context,
): [string, Cell][] {
  return [
    [key, cellOf(cell, 'value', indicator, context)],
    ...basesOf(indicator).map(([name, side]): [string, Cell] => [
      `${key} ${name}`,
      cellOf(cell, side, indicator, context),
    ]),
  ]
}

/** A column for a value and one for each number that it rests on, which names what it belongs to again. */
export function columnsBeside(
  { key, heading, short }: DetailColumn & { short: string },
  indicator: Indicator,
  bilingual: Bilingual,
): DetailColumn[] {
  return [
    { key, heading },
    ...basesOf(indicator).map(([name]) => ({
      key: `${key} ${name}`,
      heading: `${bilingual.t(`releases:workbook.line-beside.${name}`)}\n${short}`,
    })),
  ]
}

/** Columns of periods with what their values rest on. */
export function columnsOfPeriods(
  periods: readonly DetailPeriod[],
  indicator: Indicator,
  bilingual: Bilingual,
): DetailColumn[] {
  return periods.flatMap((period) =>
    columnsBeside(
      { key: period.key, heading: detailHeading(period, bilingual), short: bilingual.short(period.label) },
      indicator,
      bilingual,
    ),
  )
}

function cellOf(cell: PublishableCell, side: LineSide, indicator: Indicator, { bilingual, live }: Context): Cell {
  return side === 'value' ? live.value(cell, indicator, bilingual) : live.base(cell, indicator)[side]
}

/** "P1  Name (unit)": over the lines of an indicator. */
export function detailTitle(indicator: Indicator, bilingual: Bilingual): string {
  const unit = bilingual.say((words) => unitText(indicator, words))
  return oneLine(`${indicator.code}  ${bilingual.of(indicator.name)} (${unit})`)
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
