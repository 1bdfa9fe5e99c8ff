import { folded } from '../../../../language/folded.ts'
import { columnLetters } from '../../../../spreadsheet/address.ts'
import type { FoundCell } from '../../../../spreadsheet/sheet-cells.ts'
import type { OwnMapping } from './mapping.ts'
import { quarterIn, type WrittenQuarter } from './quarter-text.ts'

/** A column of a sheet: how its headings name it, and by what it is found again when it has moved. */
export type SheetColumn = { column: number; name: string; key: string; quarter: WrittenQuarter | null }

/** Rows of headings, both counted from 0 and included. */
export type HeadingRows = { first: number; last: number }

/**
 * The columns of a sheet under some rows of headings. A heading that stands over several columns (a merged cell) holds for those to its
 * right until the next one; two of one name are told apart by their order, one without a name by its letters.
 */
export function headedColumns(cells: readonly FoundCell[], { first, last }: HeadingRows): SheetColumn[] {
  const used = [...new Set(cells.filter(({ row }) => row >= first).map(({ column }) => column))].sort((a, b) => a - b)
  const rows = Array.from({ length: last - first + 1 }, (_, nth) => textsIn(cells, first + nth))
  const seen = new Map<string, number>()
  return used.map((column) => {
    const isNamed = rows.some((row) => row.has(column))
    const path = rows.map(
      (row, nth) => row.get(column) ?? (isNamed && nth < rows.length - 1 ? leftOf(row, column) : ''),
    )
    const name = path.filter((text, nth) => text !== '' && text !== path[nth - 1]).join(' / ')
    const plain = folded(name)
    const nth = (seen.get(plain) ?? 0) + 1
    seen.set(plain, nth)
    const key = plain === '' ? `#${columnLetters(column)}` : nth > 1 ? `${plain} (${nth})` : plain
    return { column, name, key, quarter: quarterIn(name) }
  })
}

/** Headings stand in the first rows. */
export const FIRST_ROWS = 40

/** Where the headings of a mapping stand in a sheet now, each of them found; null: not all of them are in one place. */
export function headingsFound(cells: readonly FoundCell[], { depth, columns }: OwnMapping): HeadingRows | null {
  for (let first = 0; first < FIRST_ROWS; first++) {
    const rows = { first, last: first + depth - 1 }
    if (cells.every(({ row }) => row !== first)) continue
    const found = headedColumns(cells, rows)
    const keys = new Set(found.map(({ key }) => key))
    const isThere = ({ heading }: { heading: string }) =>
      heading === '' ? found.some(({ quarter }) => quarter !== null) : keys.has(heading)
    if (columns.every(isThere)) return rows
  }
  return null
}

/** Where they probably stand: the row above the first numbers, and the one above that where it is one of headings too. */
export function headingsGuessed(cells: readonly FoundCell[]): HeadingRows {
  const counted = new Map<number, { all: number; numbers: number }>()
  for (const { row, value } of cells) {
    const { all, numbers } = counted.get(row) ?? { all: 0, numbers: 0 }
    counted.set(row, { all: all + 1, numbers: numbers + (typeof value === 'number' ? 1 : 0) })
  }
  const isHeading = (row: number) => (counted.get(row)?.all ?? 0) >= 2 && counted.get(row)!.numbers === 0
  for (let row = 1; row < FIRST_ROWS; row++) {
    if (!counted.get(row)?.numbers) continue
    const last = row - 1
    if (!isHeading(last)) continue
    const first = last > 0 && isHeading(last - 1) ? last - 1 : last
    return { first, last }
  }
  return { first: 0, last: 0 }
}

function textsIn(cells: readonly FoundCell[], row: number): Map<number, string> {
  const texts = cells.filter((cell) => cell.row === row).map(({ column, value }) => [column, plainText(value)] as const)
  return new Map(texts.filter(([, text]) => text !== ''))
}

function leftOf(row: ReadonlyMap<number, string>, column: number): string {
  const left = [...row.keys()].filter((one) => one < column)
  return left.length > 0 ? row.get(Math.max(...left))! : ''
}

/** What stands in a cell on one line. */
export function plainText(value: FoundCell['value']): string {
  return String(value ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}
