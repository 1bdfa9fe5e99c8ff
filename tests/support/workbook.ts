import ExcelJS from 'exceljs'
import { isoDay } from '../../src/calendar/day.ts'

export type ReadSheet = { name: string; rows: unknown[][] }

/** The values of a workbook's cells, as a reader sees them. */
export async function sheetsOf(file: string): Promise<ReadSheet[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook.worksheets.map((sheet) => {
    const rows: unknown[][] = []
    sheet.eachRow((row) => {
      const cells: unknown[] = []
      row.eachCell({ includeEmpty: true }, (cell) => cells.push(plain(cell.value)))
      rows.push(cells)
    })
    return { name: sheet.name, rows }
  })
}

function plain(value: ExcelJS.CellValue): unknown {
  if (value instanceof Date) return isoDay(value)
  if (value === null || typeof value !== 'object') return value
  if ('result' in value) return value.result
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return value.text
  return value
}
