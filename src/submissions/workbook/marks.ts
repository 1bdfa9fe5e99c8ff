import { createHash } from 'node:crypto'
import { rowFields } from './row-fields.ts'

/** The sheet that nobody sees: the key and the lists. */
export const KEY_SHEET = '3P'
/** What stands in the first cell of a template's sheet. @param form its number in the file, from 0; null: none stands there */
export function sheetMark(form: number | null): string {
  return `3P/${form ?? ''}`
}

/** Null: it is no sheet of a template. */
export function readSheetMark(mark: unknown): { form: number | null } | null {
  const found = typeof mark === 'string' && /^3P\/(\d{0,3})$/.exec(mark)
  return found ? { form: found[1] === '' ? null : Number(found[1]) } : null
}

/**
 * What stands, hidden, before a row of inputs: which field is typed in which column, and what the row is called, in short, so
 * that a row whose words were moved without it is found out.
 * @param fields "C=v.V3.sex=male"
 */
export function rowMark(fields: readonly string[], label: string): string {
  return [...fields, `~${shortOf(label)}`].join(' ')
}

/** Null: it is no mark of a row. */
export function readRowMark(
  mark: unknown,
): { fields: { column: string; field: string }[]; isOf: (label: string) => boolean } | null {
  const found = typeof mark === 'string' ? rowFields(mark) : null
  return found && { fields: found.fields, isOf: (label) => found.hash === `~${shortOf(label)}` }
}

function shortOf(label: string): string {
  return createHash('sha256').update(label.normalize('NFC').trim()).digest('base64url').slice(0, 8)
}
