import type { Sheet, SheetCell } from '../../../src/attack/read/read-xlsx.ts'
import { type Key, wordsFor } from '../../../src/language/words.ts'

type Written = string | number | null | { held: number }

export const { t } = wordsFor('en')
export const column = (key: string) => t(`releases:workbook.column.${key}` as Key)

/** A cell that stands at B2 as "B2", with a number that may be held. */
export function cell(written: Written, at = 'A1'): SheetCell {
  const unsaid = { at, text: null, number: null, sign: null }
  if (written !== null && typeof written === 'object') return { ...unsaid, number: written.held, sign: '[h]' }
  return typeof written === 'string' ? { ...unsaid, text: written } : { ...unsaid, number: written }
}

export function sheetOf(...rows: Written[][]): Sheet {
  const named = (nth: number) => String.fromCharCode(65 + nth)
  return { name: 'S', rows: rows.map((row, y) => row.map((one, x) => cell(one, `${named(x)}${y + 1}`))) }
}
