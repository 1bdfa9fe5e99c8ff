import exceljs from 'exceljs'
import type { CellValue, FoundCell } from '../../../../src/spreadsheet/sheet-cells.ts'

export type Rows = readonly (readonly (CellValue | undefined)[])[]

/** The cells of a sheet, row by row as they stand there. */
export function cellsFrom(rows: Rows): FoundCell[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((value, column) =>
      value === null || value === undefined || value === ''
        ? []
        : [{ row, column, value, isFormula: false, isDate: false, isPercent: false }],
    ),
  )
}

/** A workbook with such sheets, as somebody's own. */
export async function workbookOf(sheets: Record<string, Rows>): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
