import exceljs from 'exceljs'
import { readRowMark } from '../../../src/submissions/workbook/marks.ts'

/** Where each field of a template is typed, by its name: found by the marks that stand beside it. */
export function fieldCells(book: exceljs.Workbook): Map<string, exceljs.Cell> {
  const cells = new Map<string, exceljs.Cell>()
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      for (const { column, field } of readRowMark(row.getCell(1).value)?.fields ?? [])
        cells.set(field, row.getCell(column))
    })
  return cells
}

export async function openTemplate(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}

/** A template in which somebody has typed something, and done something else besides. */
export async function filledTemplate(
  bytes: Uint8Array,
  typed: Record<string, exceljs.CellValue>,
  besides: (book: exceljs.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = await openTemplate(bytes)
  const cells = fieldCells(book)
  for (const [field, value] of Object.entries(typed)) {
    const cell = cells.get(field)
    if (!cell) throw new Error(`${field} is not in the template`)
    cell.value = value
  }
  besides(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
