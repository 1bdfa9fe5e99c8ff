import { hasBase, TRAITS } from '../../indicators/measure.ts'
import { fieldName } from '../../indicators/value-field.ts'
import { type NumberField, readNumber, takes } from '../../language/read-number.ts'
import { readFreeText } from '../../privacy/free-text.ts'
import { ENTRY_STATES, type EntryState } from '../../vocabulary/submission.ts'
import { hardInCell } from '../checks/hard.ts'
import { type Entry, remarked, reported, wordsOf } from '../entry.ts'
import { LONGEST_TEXT } from '../form.ts'
import { type FormRow, numberField } from './definition.ts'
import type { PostedForm } from './form.ts'
import type { FieldProblem, ParsedForm } from './parsed-form.ts'

/**
 * Reads the rows of a posted form. A field that was not sent stays as it is stored; a blank is never 0; a field that
 * can't be read keeps what is stored and comes back as typed with its problem.
 */
export function readRows(posted: PostedForm, rows: readonly FormRow[], stored: readonly Entry[]): ParsedForm {
  const parsed: ParsedForm = { language: posted.language, typed: {}, entries: [], problems: [], keptOnWord: [] }
  for (const row of rows) {
    const { code } = row.indicator
    const before = stored.filter((entry) => entry.indicator === code)
    const kept = readRow(new RowForm(posted, row, before, parsed))
    parsed.entries.push(...(kept ?? before))
  }
  return parsed
}

/** One row of a posted form: its texts and its stored values. */
class RowForm {
  readonly code: string
  constructor(
    readonly posted: PostedForm,
    readonly row: FormRow,
    readonly before: readonly Entry[],
    readonly parsed: ParsedForm,
  ) {
    this.code = row.indicator.code
  }

  /** Null when the field was not sent at all. */
  text(field: string): string | null {
    const sent = this.posted.fields[field]
    if (sent === undefined) return null
    this.parsed.typed[field] = sent
    return sent
  }

  wrong(field: string, code: FieldProblem, numbers: Record<string, number> = {}): null {
    this.parsed.problems.push({ field, indicator: this.code, code, numbers })
    return null
  }

  ask(field: string, meant: number[], kind: NumberField): void {
    const numbers = Object.fromEntries(meant.map((reading, nth) => [nth === 0 ? 'a' : 'b', reading]))
    const readings = meant.filter((reading) => takes(kind, reading))
    this.parsed.problems.push({ field, indicator: this.code, code: 'ambiguous', numbers, readings })
  }
}

/** The row's entries from now on, or null when it stays as stored. */
function readRow(form: RowForm): Entry[] | null {
  const field = fieldName('s', form.code)
  const state = form.text(field) ?? form.before.find((entry) => entry.state !== 'reported')?.state ?? 'reported'
  if (!ENTRY_STATES.includes(state as EntryState)) return form.wrong(field, 'not-in-list')
  const wanted = form.posted.fill === form.code ? 'reported' : (state as EntryState)
  if (wanted !== 'reported') form.parsed.typed[field] = wanted
  const said = form.text(fieldName('r', form.code)) ?? wordsOf(form.before)
  if (wanted === 'reported') return [...readCells(form), ...readRemark(form, said)]
  if (hasTypedValues(form)) return form.wrong(field, 'state-and-values')
  const without = { indicator: form.code, cell: '', value: null, base: null }
  if (wanted === 'not reported') return [{ ...without, state: wanted, reason: null }, ...readRemark(form, said)]
  const why = readWords(form, said)
  return why === null ? null : [{ ...without, state: wanted, reason: why }]
}

/** A remark that can't be taken leaves what stood there, and the values are taken all the same. */
function readRemark(form: RowForm, typed: string): Entry[] {
  const text = typed.trim() === '' ? '' : (readWords(form, typed) ?? wordsOf(form.before))
  return text === '' ? [] : [remarked(form.code, text)]
}

/** Words that are stored already were looked at when they were. */
function readWords(form: RowForm, typed: string): string | null {
  const field = fieldName('r', form.code)
  const confirmed = form.text(fieldName('k', form.code)) === 'yes'
  const { text, keptOnWord, problem } = readFreeText(typed, LONGEST_TEXT, true)
  if (problem) return form.wrong(field, problem === 'needs-text' ? 'needs-reason' : problem)
  if (!keptOnWord || form.before.some((entry) => entry.reason === text)) return text
  if (!confirmed) return form.wrong(field, 'may-identify')
  form.parsed.keptOnWord.push(form.code)
  return text
}

/** Reads every cell, so that everything typed is noted, and says whether there was a number among them. */
function hasTypedValues(form: RowForm): boolean {
  const fields = form.row.grids.flatMap((grid) =>
    grid.cells.flatMap((cell) => [
      form.text(fieldName('v', form.code, cell)),
      form.text(fieldName('d', form.code, cell)),
    ]),
  )
  return fields.some((text) => text !== null && text.trim() !== '')
}

function readCells(form: RowForm): Entry[] {
  return form.row.grids.flatMap((grid) => grid.cells).flatMap((cell) => readCell(form, cell) ?? [])
}

/** One value with the number behind it: both are kept, or neither is. */
function readCell(form: RowForm, cell: string): Entry | null {
  const { measure } = form.row.indicator
  const before = form.before.find((entry) => entry.cell === cell && entry.state === 'reported') ?? null
  const value = readPart(form, 'v', cell, before?.value ?? null)
  const base = hasBase(measure) ? readPart(form, 'd', cell, before?.base ?? null) : null
  if (value === 'problem' || base === 'problem') return before
  if (value === null) {
    if (base !== null) form.wrong(fieldName('v', form.code, cell), 'needs-value')
    return base === null ? null : before
  }
  const entry = reported(form.code, cell, value, base)
  const [finding] = hardInCell(form.row, entry).filter((one) => one.code !== 'needs-base')
  if (!finding) return entry
  form.wrong(finding.field, finding.code as FieldProblem, finding.numbers)
  return before
}

function readPart(form: RowForm, part: 'v' | 'd', cell: string, before: number | null): number | null | 'problem' {
  const field = fieldName(part, form.code, cell)
  const sent = form.text(field)
  if (sent === null) return before
  const { measure } = form.row.indicator
  const blankIsZero = form.posted.fill === form.code && TRAITS[measure].shown !== 'stage'
  const kind = numberField(measure, part)
  const read = readNumber(sent, form.posted.language, kind)
  switch (read.kind) {
    case 'blank':
      if (blankIsZero) form.parsed.typed[field] = '0'
      return blankIsZero ? 0 : null
    case 'number':
      return read.value
    case 'ambiguous':
      form.ask(field, read.readings, kind)
      return 'problem'
    case 'problem':
      form.wrong(field, read.problem)
      return 'problem'
  }
}
