import { fieldOf } from '../../indicators/value-field.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { Entry } from '../entry.ts'
import { type FormRow, fieldsOfRow } from '../entry-form/definition.ts'
import { NO_CONTROLS, type PostedForm, savedText } from '../entry-form/form.ts'
import type { ParsedForm, Problem } from '../entry-form/parsed-form.ts'
import { readRows } from '../entry-form/row-form.ts'
import { type Flat, flatten } from '../versions/merge.ts'
import type { TypedField } from './cells-form.ts'

/**
 * Reads what was typed as if the whole form had been sent: every other field of the indicators it belongs to stands as it is
 * saved, so that the rules between the fields of an indicator are those of the form.
 */
export function readTypedRows(
  typed: readonly TypedField[],
  language: Language,
  rows: readonly FormRow[],
  saved: readonly Entry[],
): { rows: FormRow[]; parsed: ParsedForm } {
  const touched = rows.filter((row) => typed.some(({ name }) => fieldOf(name)!.indicator === row.indicator.code))
  const flat = flatten(saved)
  const before = touched.flatMap((row) =>
    fieldsOfRow(row).map((name) => [name, savedText(name, flat, language)] as const),
  )
  const fields = Object.fromEntries([...before, ...typed.map(({ name, text }) => [name, text] as const)])
  const posted: PostedForm = { ...NO_CONTROLS, language, fields }
  return { rows: touched, parsed: readRows(posted, touched, saved) }
}

/** What kept a field from being saved: what is wrong with it, with its cell, or else with its indicator. */
export function problemAt(name: string, problems: readonly Problem[]): Problem | null {
  const { indicator, cell } = fieldOf(name)!
  const own = problems.filter((one) => one.indicator === indicator)
  const isOfCell = (one: Problem) => fieldOf(one.field)?.cell === cell
  return own.find((one) => one.field === name) ?? own.find(isOfCell) ?? own[0] ?? null
}

/** What a form that shows an earlier state has to show now, besides what was sent: texts by the names of fields. */
export function newerTexts(
  shown: Flat,
  now: Flat,
  sent: readonly TypedField[],
  language: Language,
): Record<string, string> {
  const own = new Set(sent.map(({ name }) => name))
  const names = new Set([...Object.keys(shown), ...Object.keys(now)])
  const newer = [...names].filter((name) => !own.has(name) && (shown[name] ?? null) !== (now[name] ?? null))
  return Object.fromEntries(newer.map((name) => [name, savedText(name, now, language)]))
}
