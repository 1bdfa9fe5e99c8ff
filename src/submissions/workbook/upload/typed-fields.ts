import { markText } from '../../../figures/in-words.ts'
import { fieldName, fieldOf } from '../../../indicators/value-field.ts'
import { inFifteenDigits, typed } from '../../../language/format.ts'
import { readNumber } from '../../../language/read-number.ts'
import type { Words } from '../../../language/words.ts'
import { ENTRY_STATES } from '../../../vocabulary/submission.ts'
import { type EntryFormDefinition, type FormRow, fieldsOfRow, numberField } from '../../entry-form/definition.ts'
import { LONGEST_TEXT } from '../../form.ts'
import type { Flat } from '../../versions/merge.ts'
import type { FilledCell } from './filled-template.ts'

/** What a filled template says otherwise than the template did, as it would have been typed into the entry form. */
export type FilledFields = {
  fields: Record<string, string>
  /** Fields of the file that the form no longer asks for and that were filled in. */
  gone: string[]
  /** Fields the form asks for that the file has no cell of. */
  missing: string[]
}

/**
 * Turns cells into what would have been typed. What the template held when it was made is not sent again, so that what
 * has been saved since stays; with a state other than "reported" all numbers of its row are, so that they are asked about.
 * @param opened what the template held
 * @param words of the language of the file
 */
export function typedFields(
  cells: ReadonlyMap<string, FilledCell>,
  opened: Flat,
  definition: EntryFormDefinition,
  words: Words,
): FilledFields {
  const rows = new Map(definition.rows.map((row) => [row.indicator.code, row]))
  const asked = new Set(definition.rows.flatMap(fieldsOfRow))
  const fields: Record<string, string> = {}
  const gone: string[] = []
  for (const [name, cell] of cells) {
    const { indicator, part } = fieldOf(name) ?? { indicator: '', part: 'k' }
    const row = rows.get(indicator)
    if (!row || !asked.has(name)) {
      if (cell.value !== null && part !== 's') gone.push(name)
      continue
    }
    const text = textOf(cell, name, row, words)
    if (!isOpened(text, name, row, opened, words) || standsAgainstState(name, text, row, cells, words))
      fields[name] = text
  }
  return { fields, gone, missing: [...asked].filter((name) => !cells.has(name)) }
}

/**
 * A number as the language of the file writes it, to be read as if it had been typed so: of 1.234 where whole things are
 * counted it is then asked what was meant. A spreadsheet shows 15 digits of what it worked out.
 */
function textOf(cell: FilledCell, field: string, row: FormRow, words: Words): string {
  const { value } = cell
  if (value === null) return ''
  const { part } = fieldOf(field)!
  if (part === 's') return stateNamed(String(value), words) ?? String(value).slice(0, LONGEST_TEXT)
  // One letter more than is stored, so that a longer text is seen to be too long.
  if (part === 'r' || typeof value === 'string') {
    const text = String(value).slice(0, LONGEST_TEXT + 1)
    return part === 'v' && row.indicator.stages.length > 0 ? stageNumber(text) : text
  }
  return numberText(cell, value, words)
}

/** Of a day, or of per cent, the number in the file is not the one that is seen: it is left to be refused as it would be typed. */
function numberText({ isDate, isPercent }: FilledCell, value: number, { language }: Words): string {
  const text = typed(inFifteenDigits(isPercent ? value * 100 : value), language)
  if (isDate) return `#${text}`
  return isPercent ? `${text}%` : text
}

function stateNamed(name: string, words: Words): string | undefined {
  const typed = nameOfState(name)
  return ENTRY_STATES.find((state) =>
    [words.in('vi'), words.in('en')].some((one) => nameOfState(markText(state, one)) === typed),
  )
}

/** In small letters, and without the sign that may stand before it. */
function nameOfState(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\s*\[\w\]/, '')
    .trim()
    .toLowerCase()
}

/** Of "2. Draft law" its number. */
function stageNumber(text: string): string {
  return /^\s*(\d{1,3})(?:\.|\s|$)/.exec(text)?.[1] ?? text
}

/** Whether a field holds what it held when the template was made. */
function isOpened(text: string, field: string, { indicator }: FormRow, opened: Flat, { language }: Words): boolean {
  const before = opened[field]
  const part = fieldOf(field)!.part
  if (part === 's') return text === (before ?? 'reported') || text === ''
  if (before === undefined) return text.trim() === ''
  if (part === 'r') return text.trim() === before
  const read = readNumber(text, language, numberField(indicator.measure, part === 'd' ? 'd' : 'v'))
  return read.kind === 'number' && read.value === before
}

/** A number beside a state that says there is none. */
function standsAgainstState(
  field: string,
  text: string,
  { indicator }: FormRow,
  cells: ReadonlyMap<string, FilledCell>,
  words: Words,
): boolean {
  const { part } = fieldOf(field)!
  if ((part !== 'v' && part !== 'd') || text.trim() === '') return false
  const state = stateNamed(String(cells.get(fieldName('s', indicator.code))?.value ?? ''), words)
  return state !== undefined && state !== 'reported'
}
