import { strFromU8, strToU8 } from 'fflate'
import { columnLetters } from '../../spreadsheet/address.ts'
import type { WorkbookParts } from '../../spreadsheet/native-charts/add-charts.ts'
import { rowsXml, SharedTexts, type SheetRow, type WrittenCell } from '../../spreadsheet/writing/sheet-rows.ts'
import { type PackedPart, packedPieces } from '../../spreadsheet/writing/zip-file.ts'
import type { Style } from './theme.ts'

/** A cell before its style has a number in the file. */
export type LookedCell = Omit<WrittenCell, 'style'> & { style: Style }
export type LookedRows = () => Iterable<SheetRow<LookedCell>>

/**
 * The rows of a table that may be long: the library, which holds a cell of its own for each cell, writes one of each look; the rows are
 * written as they are made, and packed as they are written.
 */
export type TableRows = {
  /** Number of the sheet, from 1. */
  sheet: number
  headingRow: number
  columns: number
  rows: LookedRows
  /** How many there are. */
  count: number
  /** So many of them are the table's; absent: all. */
  own?: number | undefined
  /** A row under the other holds each look of each column once. */
  samples: Style[][]
}

/** @param styles the looks of the cells of all rows, by which they are written later */
export function tableRows(
  of: Pick<TableRows, 'sheet' | 'headingRow' | 'columns' | 'rows' | 'own'>,
  styles: Iterable<SheetRow<Style>>,
): TableRows {
  const looks = Array.from({ length: of.columns }, () => new Set<Style>())
  let count = 0
  for (const { cells } of styles) {
    count += 1
    for (const [at, style] of cells.entries()) if (style) looks[at]!.add(style)
  }
  return { ...of, count, samples: looks.map((own) => [...own]) }
}

/** How many rows of samples stand under the headings. */
export function sampleCount({ samples }: TableRows): number {
  return Math.max(0, ...samples.map(({ length }) => length))
}

/** Puts the rows in the place of their samples. The parts of the file that have to know of it are changed; the sheet itself is returned, packed. */
export async function withTableRows(parts: WorkbookParts, table: TableRows): Promise<PackedPart> {
  const { sheet, headingRow, columns, rows, count, own = count } = table
  const name = `xl/worksheets/sheet${sheet}.xml`
  const xml = strFromU8(parts[name]!)
  const styles = stylesIn(xml, table)
  const strings = 'xl/sharedStrings.xml'
  const shared = strFromU8(parts[strings]!)
  const texts = new SharedTexts(Number(/uniqueCount="(\d+)"/.exec(shared)?.[1] ?? 0))
  // What stood in the samples stands nowhere else.
  const [start, last] = [xml.indexOf(`<row r="${headingRow + 1}"`), xml.indexOf('</sheetData>')]
  const end = (rows: number) => `${columnLetters(columns - 1)}${headingRow + rows}`
  const before = xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${end(count)}"/>`)
  function* numbered(): Generator<SheetRow<WrittenCell>> {
    for (const { cells, height } of rows())
      yield { cells: cells.map((cell) => cell && { ...cell, style: styles.get(cell.style)! }), height }
  }
  function* pieces(): Generator<string> {
    yield before
    yield* rowsXml(numbered(), headingRow + 1, texts)
    yield xml.slice(last)
  }
  const packed = await packedPieces(name, pieces())
  parts[strings] = strToU8(texts.addedTo(shared))
  for (const path of tablesOf(parts, sheet))
    parts[path] = strToU8(
      strFromU8(parts[path]!).replace(/\bref="A\d+:[A-Z]+\d+"/g, () => `ref="A${headingRow}:${end(own)}"`),
    )
  delete parts[name]
  return packed
}

/** By which number the file knows each look, from where its sample stands. */
function stylesIn(xml: string, { headingRow, samples }: TableRows): Map<Style, number> {
  const found = new Map(Array.from(xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g), ([, at, s]) => [at!, Number(s)]))
  return new Map(
    samples.flatMap((own, column) =>
      own.map((style, nth) => [style, found.get(`${columnLetters(column)}${headingRow + 1 + nth}`) ?? 0] as const),
    ),
  )
}

function tablesOf(parts: WorkbookParts, sheet: number): string[] {
  const relations = parts[`xl/worksheets/_rels/sheet${sheet}.xml.rels`]
  if (!relations) return []
  return Array.from(strFromU8(relations).matchAll(/Target="\.\.\/(tables\/[^"]+)"/g), ([, path]) => `xl/${path}`)
}
