import { NOTHING } from '../../../../language/text.ts'
import { wrappedLines } from '../../../../spreadsheet/text-width.ts'
import { roomAcross } from '../../../../spreadsheet/writing/room.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import type { Cell, ColumnPlan } from '../../plan.ts'
import { fittingColumn } from '../../print/column-widths.ts'
import { ROW_LETTERS } from '../../theme.ts'
import type { DetailColumn } from './periods.ts'
import { type BaseSide, basesOf, type DetailRow, type DetailTable, type ValueCells } from './rows.ts'

/** Where what a value rests on stands: in columns after it, or in rows under it. */
export type Arrangement = 'beside' | 'under'

const SIDES: readonly BaseSide[] = ['upper', 'lower']

export function headingsIn(table: DetailTable, how: Arrangement, bilingual: Bilingual): string[] {
  const { t } = bilingual
  const ofPeriod = (column: DetailColumn) => [
    column.heading,
    ...sidesBeside(column, table, how).map((side) =>
      inOneLine(`${t(`releases:workbook.line-beside.${side}`)}: ${column.short}`),
    ),
  ]
  return [
    ...[t('releases:workbook.column.ref'), ...table.lead].map(inOneLine),
    ...(how === 'under' ? [inOneLine(t('releases:workbook.column.line'))] : []),
    ...table.periods.flatMap(ofPeriod),
    ...table.after.map(({ heading }) => inOneLine(heading)),
  ]
}

/** The cells of a row, in one line or in as many as it has numbers. */
export function linesFor(row: DetailRow, table: DetailTable, how: Arrangement, bilingual: Bilingual): Cell[][] {
  const { indicator, lead, after } = row
  const start: Cell[] = [{ text: indicator.code, tone: 'strong' }, ...lead]
  const end = table.after.map(({ key }) => after.get(key) ?? NOTHING)
  if (how === 'beside') {
    const inPeriod = (column: DetailColumn) =>
      (['value', ...sidesBeside(column, table, how)] as const).map((side) => valuesIn(row, column)?.[side] ?? NOTHING)
    return [[...start, ...table.periods.flatMap(inPeriod), ...end]]
  }
  const bases = basesOf(indicator)
  const line = (name: string, side: BaseSide | 'value') => [
    ...[...start, name],
    ...table.periods.map((column) => valuesIn(row, column)?.[side] ?? NOTHING),
    ...(side === 'value' ? end : end.map(() => NOTHING)),
  ]
  const said = (name: 'value' | 'numerator' | 'denominator' | 'n') => bilingual.t(`releases:workbook.line.${name}`)
  return [
    line(bases.length === 0 ? NOTHING : said('value'), 'value'),
    ...bases.map(([name, side]) => line(said(name), side)),
  ]
}

/** Which columns stand after that of a value: those in which something stands. */
function sidesBeside(column: DetailColumn, { parts }: DetailTable, how: Arrangement): BaseSide[] {
  if (how === 'under') return []
  return SIDES.filter((side) => parts.some(({ rows }) => rows.some((row) => valuesIn(row, column)?.[side] != null)))
}

function valuesIn({ values }: DetailRow, { keys }: DetailColumn): ValueCells | undefined {
  const key = keys.find((one) => values.has(one))
  return key === undefined ? undefined : values.get(key)
}

/** As wide as what stands in them. @param words so many of the first hold words, the others numbers and single words, and are at least so wide */
export function fittingColumns(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  { words, least, bilingual, room }: { words: number; least: number; bilingual: Bilingual; room: Room },
): ColumnPlan[] {
  return headings.map((heading, at) => {
    const cells = rows.map((row) => row[at] ?? NOTHING)
    return fittingColumn(cells, {
      heading,
      bilingual,
      ...(at < words ? { least: 5, ...room.words } : { least, byWords: true, most: room.numbers }),
    })
  })
}

/** How wide columns may be: words that have to, stand on several lines, `lines` at most while they have room for that. */
type Room = { words: { most: number; byWords?: true; lines?: number }; numbers: number }

/** The first that has room on a page is taken. */
export const ROOMS: readonly Room[] = [
  { words: { most: 42 }, numbers: 14 },
  { words: { most: 34, byWords: true, lines: 2 }, numbers: 11 },
  { words: { most: 34, byWords: true, lines: 2 }, numbers: 8 },
  { words: { most: 34, byWords: true }, numbers: 11 },
  { words: { most: 34, byWords: true }, numbers: 8 },
  { words: { most: 26, byWords: true }, numbers: 8 },
  { words: { most: 22, byWords: true }, numbers: 8 },
  { words: { most: 19, byWords: true }, numbers: 8 },
  { words: { most: 16, byWords: true }, numbers: 8 },
]

/**
 * Room that is left over goes to headings, which stand on every page: first to those of the most lines, until these have fewer; then to
 * all alike.
 * @param first of those that hold numbers
 */
export function withRoom(
  columns: readonly ColumnPlan[],
  headings: readonly string[],
  { first, across }: { first: number; across: number },
): ColumnPlan[] {
  const linesIn = (at: number, width: number) =>
    wrappedLines(headings[at]!, roomAcross([{ width }]), ROW_LETTERS.heading)
  let widths = columns.map(({ width }) => width)
  for (;;) {
    const lines = widths.map((width, at) => (at < first ? 0 : linesIn(at, width)))
    const most = Math.max(...lines)
    const wider = widths.map((width, at) => {
      let own = width
      while (lines[at] === most && own < WIDEST_PERIOD && linesIn(at, own) === most) own = tenths(own + 0.2)
      return own
    })
    const isFewer = wider.every((width, at) => at < first || linesIn(at, width) < most)
    if (!isFewer || sum(wider) > across) break
    widths = wider
  }
  const more = Math.max(0, Math.floor((10 * (across - sum(widths))) / Math.max(1, columns.length - first)) / 10)
  return columns.map((column, at) => {
    const width = widths[at]!
    return at < first ? column : { ...column, width: Math.max(width, Math.min(WIDEST_PERIOD, tenths(width + more))) }
  })
}

const WIDEST_PERIOD = 14

function tenths(width: number): number {
  return Math.round(10 * width) / 10
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
