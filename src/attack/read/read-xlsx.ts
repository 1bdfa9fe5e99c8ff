import type exceljs from 'exceljs'
import { isoDay } from '../../calendar/day.ts'

/** What stands in one cell; `sign`: what its format writes after a number, "[h]"; `formula`: what it is worked out by, if by anything. */
export type SheetCell = {
  at: string
  text: string | null
  number: number | null
  sign: string | null
  formula?: string
}

/** Rows from the top, entries from the left; also of sheets and rows that are hidden. */
export type Sheet = { name: string; rows: SheetCell[][] }

/** Everything that stands in a workbook, cell by cell. @throws when it is not one */
export async function sheetsOf(file: Uint8Array): Promise<Sheet[]> {
  const { Workbook } = (await import('exceljs')).default
  const workbook = new Workbook()
  await workbook.xlsx.load(file as never)
  return workbook.worksheets.map((sheet) => {
    const rows: SheetCell[][] = []
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const entries: SheetCell[] = []
      row.eachCell({ includeEmpty: true }, (cell) => {
        const sign = signIn(cell.numFmt)
        const formula = cell.formula ? { formula: cell.formula } : {}
        entries.push({ at: `${sheet.name}!${cell.address}`, ...contentOf(worth(cell)), sign, ...formula })
      })
      rows.push(entries)
    })
    return { name: sheet.name, rows }
  })
}

/** Of a formula what it was last worked out to be: beside the formula the library leaves out a result of 0. */
function worth({ formula, result, value }: exceljs.Cell): exceljs.CellValue {
  return formula ? (result as exceljs.CellValue) : value
}

function contentOf(value: exceljs.CellValue | undefined): Pick<SheetCell, 'text' | 'number'> {
  if (typeof value === 'number') return { text: null, number: value }
  if (typeof value === 'string') return { text: value, number: null }
  if (value instanceof Date) return { text: isoDay(value), number: null }
  if (typeof value !== 'object' || value === null) return { text: null, number: null }
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join(''), number: null }
  return { text: 'text' in value ? String(value.text) : null, number: null }
}

function signIn(format: string | undefined): string | null {
  return /" (\[\w\])"/.exec(format ?? '')?.[1] ?? null
}

export function textAt(row: readonly SheetCell[], column: number): string | null {
  return row[column]?.text ?? null
}
