import type exceljs from 'exceljs'
import { openTemplate } from './filled-template.ts'

/** A sheet of a workbook as Excel puts it on the clipboard when all of it is marked: with what is hidden, what is merged once. */
export async function copiedSheet(bytes: Uint8Array, nth: number): Promise<string> {
  const sheet = (await openTemplate(bytes)).worksheets[nth]!
  const lines: string[] = []
  for (let row = 1; row <= sheet.rowCount; row++) {
    const cells = Array.from({ length: sheet.columnCount }, (_, column) => textOf(sheet.getCell(row, column + 1)))
    lines.push(cells.join('\t'))
  }
  return lines.join('\r\n')
}

function textOf(cell: exceljs.Cell): string {
  if (cell.isMerged && cell.master !== cell) return ''
  return /[\t\n"]/.test(cell.text) ? `"${cell.text.replaceAll('"', '""')}"` : cell.text
}
