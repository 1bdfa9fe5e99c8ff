import { isStateWord } from '../../language/state-words.ts'
import type { CellPlace } from './key-step.ts'

/** A block of the form: one breakdown of one indicator. */
export type FormBlock = {
  /** Labels of its lines and columns, in every language the form has; a list of cells has one column without a label. */
  rows: string[][]
  columns: string[][]
  /** What stands in its inputs now, line by line. */
  texts: string[][]
}

/** Lines and columns. */
export type BlockShape = { rows: number; columns: number }

/** What was pasted without its headings and totals, lying as the block does. */
export type PastedTable = {
  body: string[][]
  rowHeadings: string[] | null
  columnHeadings: string[] | null
  leftOut: string[]
}

/**
 * @param from the cell it was pasted into
 * @param numberIn the number a text is read as, null where it is none
 */
export function bareTable(
  cells: readonly (readonly string[])[],
  block: FormBlock,
  from: CellPlace,
  numberIn: NumberIn,
): PastedTable {
  const found = withoutHeadings(cells, (text) => isHeading(text, block, numberIn))
  return withoutTotals(isLying(found, block) ? turned(found) : found, roomFrom(from, block), numberIn)
}

/** Lines and columns of a block from a cell on. */
export function roomFrom({ row, column }: CellPlace, { rows, columns }: FormBlock): BlockShape {
  return { rows: rows.length - row, columns: columns.length - column }
}

/** A first line or column of words only is a heading, as of a table that was copied whole. */
function withoutHeadings(cells: readonly (readonly string[])[], isWord: (text: string) => boolean): PastedTable {
  const areWords = (texts: readonly string[]) =>
    texts.some(isWord) && texts.every((text) => text === '' || isWord(text))
  const [first = []] = cells
  const hasTop = cells.length > 1 && areWords(first)
  const below = hasTop ? cells.slice(1) : [...cells]
  const hasSide = first.length > 1 && areWords(below.map((line) => line[0] ?? ''))
  const body = below.map((line) => (hasSide ? line.slice(1) : [...line]))
  return {
    body,
    columnHeadings: hasTop ? (hasSide ? first.slice(1) : [...first]) : null,
    rowHeadings: hasSide ? below.map((line) => line[0] ?? '') : null,
    leftOut: [],
  }
}

/** Words or labels of the form such as "16–17"; not numbers, and not what people write where they have none. */
function isHeading(text: string, { rows, columns }: FormBlock, numberIn: NumberIn): boolean {
  if (text === '' || numberIn(text) !== null || isStateWord(text)) return false
  return /\p{L}/u.test(text) || labelAt(text, rows) !== -1 || labelAt(text, columns) !== -1
}

/** A line of cells pasted into a list, or a table whose headings stand the other way round, is turned. */
function isLying({ body, rowHeadings, columnHeadings }: PastedTable, { rows, columns }: FormBlock): boolean {
  if (columns.length === 1) return body.length === 1 && body[0]!.length > 1
  const areAll = (words: readonly string[] | null, labels: readonly (readonly string[])[]) =>
    words?.every((word) => labelAt(word, labels) !== -1 || isTotalWord(word)) ?? false
  const side = areAll(rowHeadings, columns) && !areAll(rowHeadings, rows)
  const top = areAll(columnHeadings, rows) && !areAll(columnHeadings, columns)
  return (side && (columnHeadings === null || top)) || (top && rowHeadings === null)
}

function turned({ body, rowHeadings, columnHeadings, leftOut }: PastedTable): PastedTable {
  return { body: acrossOf(body), rowHeadings: columnHeadings, columnHeadings: rowHeadings, leftOut }
}

function acrossOf(lines: readonly string[][]): string[][] {
  return lines[0]!.map((_, column) => lines.map((line) => line[column]!))
}

type NumberIn = (text: string) => number | null

/** Without totals at the right and below, which a sheet has and the form works out by itself. */
function withoutTotals(table: PastedTable, room: BlockShape, numberIn: NumberIn): PastedTable {
  const right = table.columnHeadings ? table : withoutSums(table, room.columns, numberIn)
  if (right.rowHeadings) return right
  const below = withoutSums({ ...right, body: acrossOf(right.body) }, room.rows, numberIn)
  return { ...below, body: acrossOf(below.body) }
}

/** A last number too many in each line is left out where it is the sum of those before it. */
function withoutSums(table: PastedTable, room: number, numberIn: NumberIn): PastedTable {
  const { body, leftOut } = table
  const isTooLong = room > 1 && body.every((line) => line.length === room + 1)
  if (!isTooLong || !areSums(body, numberIn)) return table
  const sums = body.map((line) => line.at(-1)!)
  return { ...table, body: body.map((line) => line.slice(0, -1)), leftOut: [...leftOut, ...sums] }
}

/** Nothing but zeros is no sum that could be told from values. */
function areSums(lines: readonly string[][], numberIn: NumberIn): boolean {
  const values = lines.map((line) => line.map((text) => (text === '' ? 0 : numberIn(text))))
  const sumOf = (line: readonly (number | null)[]) => line.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0)
  return (
    values.every((line) => sumOf(line.slice(0, -1)) === line.at(-1)) && values.some((line) => (line.at(-1) ?? 0) !== 0)
  )
}

/** Where a heading is one of the labels, -1 where it is none. */
export function labelAt(word: string, labels: readonly (readonly string[])[]): number {
  return labels.findIndex((names) => names.some((name) => bare(name) !== '' && bare(name) === bare(word)))
}

const TOTALS = new Set(['tổng', 'tổng cộng', 'tổng số', 'cộng', 'total', 'sum', 'grand total'].map(bare))

export function isTotalWord(word: string): boolean {
  return TOTALS.has(bare(word))
}

/** Without case, spaces and what a heading puts in brackets: its unit. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s:.*–-]+/g, '')
}
