import { onSheet, spreadsheetFormat } from '../../indicators/measure.ts'
import type { Language } from '../../vocabulary/language.ts'
import { isNumberCell, regionalText } from './csv.ts'
import type { ExportSheet } from './sheet.ts'

/** A table to be pasted: each cell as it is typed in the region and, of a number, as spreadsheet programs take it from HTML. */
export type ClipboardTable = { title: string; head: string[]; rows: ClipboardCell[][] }
/** `format`: of Excel, as its style sheets write it. */
export type ClipboardCell = { text: string; exact: number | null; format: string }

declare module '../../web/views/models.ts' {
  interface Parts {
    'charts/export/pasted-table': { table: ClipboardTable }
  }
}

export function clipboardTable({ title, columns, rows }: ExportSheet, language: Language): ClipboardTable {
  return {
    title,
    head: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      row.map((cell) => ({
        text: regionalText(cell, language),
        exact: isNumberCell(cell) ? onSheet(cell.number, cell.style) : null,
        format: isNumberCell(cell) ? spreadsheetFormat(cell.style).replace(/[.,#]/g, '\\$&') : '@',
      })),
    ),
  }
}
