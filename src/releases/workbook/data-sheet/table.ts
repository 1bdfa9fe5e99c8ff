import type { PublishableCell } from '../../../disclosure/publishable.ts'
import { columnLetters } from '../../../spreadsheet/address.ts'
import type { ReleaseContent } from '../../content/content.ts'
import { inOneLine } from '../bilingual.ts'
import type { Cell } from '../plan.ts'
import type { DataKey } from './columns.ts'
import { columnAt, dataAddress, type PlacedColumn, placedColumns, ROWS_ABOVE } from './layout.ts'
import { type DataRow, dataRows } from './rows.ts'
import { type Operand, type RowNumbers, workedOut } from './worked-out.ts'

/** The sheet of data before it is one: each figure with its cells, and where other sheets find it. */
export type DataTable = {
  columns: readonly PlacedColumn[]
  rows: readonly DataRow[]
  cells: readonly Cell[][]
  /** The number that a figure has in a column, with its address; null where it has none. */
  numberOf: (cell: PublishableCell, key: DataKey) => Operand | null
  rowOf: (cell: PublishableCell) => DataRow
  /** Which row of these it is, from 0. */
  nthOf: (cell: PublishableCell) => number
  /** The cells of a column, "$B$3:$B$99": all, or those of some rows. */
  rangeOf: (key: DataKey, first?: number, last?: number) => string
}

const made = new WeakMap<ReleaseContent, DataTable>()

/** Made once of a content: sheets, other files and what reads them back all ask for it. */
export function dataTable(content: ReleaseContent): DataTable {
  const known = made.get(content)
  if (known) return known
  const table = tableOf(content)
  made.set(content, table)
  return table
}

function tableOf(content: ReleaseContent): DataTable {
  const columns = placedColumns(content)
  const positions = new Map(columns.map(({ key }) => [key, columnAt(columns, key)]))
  const { list: rows, rowOf } = dataRows(content)
  const numberIn = (cells: readonly Cell[], nth: number, key: DataKey): Operand | null => {
    const at = positions.get(key) ?? -1
    const number = numberOfCell(cells[at] ?? null)
    return number === null ? null : { at: dataAddress(at, nth), number }
  }
  const cells = rows.map((row, nth) => {
    const made = columns.map(({ cell, bilingual }) => ofOneLine(cell(row, bilingual)))
    const numbers: RowNumbers = (key) => numberIn(made, nth, key)
    // From the left: what rests on a quotient rests on it as it is written.
    for (const [at, { key }] of columns.entries()) made[at] = workedOut(key, made[at] ?? null, row, numbers)
    return made
  })
  return {
    columns,
    rows,
    cells,
    numberOf: (cell, key) => numberIn(cells[rowOf(cell)] ?? [], rowOf(cell), key),
    rowOf: (cell) => rows[rowOf(cell)]!,
    nthOf: rowOf,
    rangeOf: (key, first = 0, last = rows.length - 1) => {
      const letters = columnLetters(positions.get(key)!)
      return `$${letters}$${ROWS_ABOVE + first + 1}:$${letters}$${ROWS_ABOVE + last + 1}`
    },
  }
}

function numberOfCell(cell: Cell): number | null {
  if (typeof cell === 'number') return cell
  return typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : null
}

/** Rows of one height. */
function ofOneLine(cell: Cell): Cell {
  return typeof cell === 'string' ? inOneLine(cell) : cell
}
