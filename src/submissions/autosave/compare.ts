import { fieldOf } from '../../indicators/value-field.ts'
import { readText } from '../../language/plain-text.ts'
import { readNumber } from '../../language/read-number.ts'
import type { Language } from '../../vocabulary/language.ts'
import { type FormRow, numberField } from '../entry-form/definition.ts'
import { LONGEST_TEXT } from '../form.ts'
import type { Flat } from '../versions/merge.ts'
import type { TypedField } from './cells-form.ts'

/** How what was typed stands to what is saved. */
export type ComparedTyping = {
  /** What is to be saved: what stands there is what its person knows. */
  mine: TypedField[]
  /** Saved already: sent twice, or typed by two people alike. */
  same: TypedField[]
  /** Changed by its person, and otherwise by somebody else: neither is taken unasked. */
  both: TypedField[]
}

/**
 * Sorts what was typed by what is saved. A batch that is sent twice finds itself saved: it needs no number of its own, and a
 * lost answer does no harm.
 * @param saved what stands there now
 */
export function compareTyped(
  { fields, language }: { fields: readonly TypedField[]; language: Language },
  rows: readonly FormRow[],
  saved: Flat,
): ComparedTyping {
  const byCode = new Map(rows.map((row) => [row.indicator.code, row]))
  const compared: ComparedTyping = { mine: [], same: [], both: [] }
  for (const field of fields) {
    const now = saved[field.name] ?? null
    const row = byCode.get(fieldOf(field.name)!.indicator)
    const meant = (text: string) => meaningOf(field.name, text, row, language)
    if (meant(field.text) === now) compared.same.push(field)
    else if (field.known.some((text) => meant(text) === now)) compared.mine.push(field)
    else compared.both.push(field)
  }
  return compared
}

/** What a text of a field stands for, as it is stored; undefined: it can't be read, which is like nothing that is stored. */
export function meaningOf(
  name: string,
  text: string,
  row: FormRow | undefined,
  language: Language,
): number | string | null | undefined {
  const { part } = fieldOf(name)!
  if (part === 's') return text === 'reported' ? null : text
  if (part === 'r') return readText(text, LONGEST_TEXT) || null
  if (!row || part === 'k') return undefined
  const read = readNumber(text, language, numberField(row.indicator.measure, part))
  if (read.kind === 'blank') return null
  return read.kind === 'number' ? read.value : undefined
}
