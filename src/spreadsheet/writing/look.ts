import type exceljs from 'exceljs'

/** Carries Vietnamese on every system that opens workbooks. */
export const FONT_NAME = 'Arial'
/** Of the file, by which programs measure columns: everybody has them, so a column is as wide in each. */
export const STANDARD_LETTERS = { name: FONT_NAME, size: 10 } as const

/** Of the colours of the pages, as ARGB, with enough contrast on paper and on screens (WCAG 2.2 AA). */
export const SHEET_COLOURS = { brand: 'FF0B5563', soft: 'FF4D5F64', white: 'FFFFFFFF', line: 'FFC3CFD1' } as const

/** Kept as text by spreadsheet programs even after somebody has edited the cell. */
export const TEXT_FORMAT = '@'
/** What stands between the rows of a table. */
export const HAIRLINE: Partial<exceljs.Borders> = {
  bottom: { style: 'hair', color: { argb: SHEET_COLOURS.line } },
}
export const HEADING_ALIGNMENT = { wrapText: true, vertical: 'middle' } as const

export function filled(argb: string): exceljs.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}
