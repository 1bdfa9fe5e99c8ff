import { hasBase, TRAITS } from '../../indicators/measure.ts'
import { typed } from '../../language/format.ts'
import { NUMBER_PROBLEMS, type NumberField, readNumber, takes } from '../../language/read-number.ts'
import { rewriteNumber } from '../../language/rewrite-number.ts'
import { type FreeText, readFreeText } from '../../privacy/free-text.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import { ENTRY_STATES, type EntryState } from '../../vocabulary/submission.ts'
import { type Entry, fieldName, fieldOf, reported } from '../entry.ts'
import { hardInCell } from './checks.ts'
import { numberField, type Row } from './definition.ts'
import type { Flat } from './merge.ts'

/** What keeps a typed field from being saved; the sentences are under `submissions.problem`. */
export const TYPING = [
  ...NUMBER_PROBLEMS,
  'ambiguous',
  'needs-value',
  'numerator-larger',
  'zero-base',
  'not-in-list',
  'state-and-values',
  'needs-reason',
  'too-long',
  'may-identify',
] as const
export type Typing = (typeof TYPING)[number]
export type Problem = {
  field: string
  indicator: string
  code: Typing
  numbers: Record<string, number>
  /** What an ambiguous number can have meant, as far as its field takes it. */
  readings?: number[]
}

/** A posted form as it was read. */
export type Reading = {
  /** The language whose numbers were typed. */
  language: Language
  /** Exactly what was typed, field by field. */
  typed: Record<string, string>
  /** What the rows hold now: what could be read, and what was stored before where it could not. */
  entries: Entry[]
  problems: Problem[]
  /** Indicators whose reason looked like personal data and was kept on the person's word. */
  keptOnWord: string[]
}

export type Body = Readonly<Record<string, unknown>>
export const LONGEST_TEXT = 2000

/**
 * The language in which the numbers of a form were typed: that of the page it stood on, which it carries. Its person may
 * read another by now, in another tab.
 */
export function languageOf(body: Body, now: Language): Language {
  return LANGUAGES.find((language) => language === body.language) ?? now
}

/**
 * Reads the rows of a posted form. A field that was not sent stays as it is stored; a blank is never 0; a field that
 * can't be read keeps what is stored and comes back as typed with its problem.
 * @param body field name -> text; `fill` names an indicator whose blanks are to become 0, because its person said so
 */
export function readForm(body: Body, rows: readonly Row[], language: Language, stored: readonly Entry[]): Reading {
  const reading: Reading = { language, typed: {}, entries: [], problems: [], keptOnWord: [] }
  for (const row of rows) {
    const { code } = row.indicator
    const before = stored.filter((entry) => entry.indicator === code)
    const kept = readRow(new RowForm(body, row, language, before, reading))
    reading.entries.push(...(kept ?? before))
  }
  return reading
}

/** What was typed, written for a form of another language where the page has changed its own meanwhile. */
export function typedFor({ typed: texts, language: from }: Reading, rows: readonly Row[], to: Language) {
  if (from === to) return texts
  const measures = new Map(rows.map((row) => [row.indicator.code, row.indicator.measure]))
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const { part, indicator } = fieldOf(name)!
      const measure = measures.get(indicator)
      const isNumber = measure && (part === 'v' || part === 'd')
      return [name, isNumber ? rewriteNumber(text, from, to, numberField(measure, part)) : text]
    }),
  )
}

/** What is left out of a body's order is settled here: one row, its text and its stored values. */
class RowForm {
  readonly code: string
  constructor(
    readonly body: Body,
    readonly row: Row,
    readonly language: Language,
    readonly before: readonly Entry[],
    readonly reading: Reading,
  ) {
    this.code = row.indicator.code
  }

  /** Null when the field was not sent at all. */
  text(field: string): string | null {
    const sent = this.body[field]
    const one = Array.isArray(sent) ? sent.at(-1) : sent
    if (typeof one !== 'string') return null
    this.reading.typed[field] = one
    return one
  }

  wrong(field: string, code: Typing, numbers: Record<string, number> = {}): null {
    this.reading.problems.push({ field, indicator: this.code, code, numbers })
    return null
  }

  ask(field: string, meant: number[], kind: NumberField): void {
    const numbers = Object.fromEntries(meant.map((reading, nth) => [nth === 0 ? 'a' : 'b', reading]))
    const readings = meant.filter((reading) => takes(kind, reading))
    this.reading.problems.push({ field, indicator: this.code, code: 'ambiguous', numbers, readings })
  }
}

/** The row's entries from now on, or null when it stays as stored. */
function readRow(form: RowForm): Entry[] | null {
  const field = fieldName('s', form.code)
  const state = form.text(field) ?? form.before.find((entry) => entry.state !== 'reported')?.state ?? 'reported'
  if (!ENTRY_STATES.includes(state as EntryState)) return form.wrong(field, 'not-in-list')
  const wanted = form.body.fill === form.code ? 'reported' : (state as EntryState)
  if (wanted !== 'reported') form.reading.typed[field] = wanted
  const reason = form.text(fieldName('r', form.code))
  if (wanted === 'reported') return readCells(form)
  if (hasTypedValues(form)) return form.wrong(field, 'state-and-values')
  const without = { indicator: form.code, cell: '', value: null, base: null }
  if (wanted === 'not reported') return [{ ...without, state: wanted, reason: null }]
  const why = readReason(form, reason ?? form.before[0]?.reason ?? '')
  return why === null ? null : [{ ...without, state: wanted, reason: why }]
}

/** A reason that is stored already was looked at when it was. */
function readReason(form: RowForm, typed: string): string | null {
  const field = fieldName('r', form.code)
  const confirmed = form.text(fieldName('k', form.code)) === 'yes'
  const { text, keptOnWord, problem } = readFreeText(typed, LONGEST_TEXT, true)
  if (problem) return form.wrong(field, problem === 'needs-text' ? 'needs-reason' : problem)
  if (!keptOnWord || form.before.some((entry) => entry.reason === text)) return text
  if (!confirmed) return form.wrong(field, 'may-identify')
  form.reading.keptOnWord.push(form.code)
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
  form.wrong(finding.field, finding.code as Typing, finding.numbers)
  return before
}

function readPart(form: RowForm, part: 'v' | 'd', cell: string, before: number | null): number | null | 'problem' {
  const field = fieldName(part, form.code, cell)
  const sent = form.text(field)
  if (sent === null) return before
  const { measure } = form.row.indicator
  const blankIsZero = form.body.fill === form.code && TRAITS[measure].shown !== 'stage'
  const kind = numberField(measure, part)
  const read = readNumber(sent, form.language, kind)
  switch (read.kind) {
    case 'blank':
      if (blankIsZero) form.reading.typed[field] = '0'
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

/** Where two forms differed and theirs was chosen, what is saved takes the place of what was typed. */
export function withChoices(body: Body, stored: Flat, language: Language): Body {
  const chosen: Record<string, unknown> = { ...body }
  for (const [name, choice] of Object.entries(body)) {
    if (!name.startsWith('c.') || choice !== 'theirs') continue
    const field = name.slice(2)
    const value = stored[field]
    if (field.startsWith('s.')) chosen[field] = value ?? 'reported'
    else chosen[field] = typeof value === 'number' ? typed(value, language) : (value ?? '')
    if (field.startsWith('r.')) chosen[`k.${field.slice(2)}`] = 'yes'
  }
  return chosen
}

/** Reads a reason or a comment; what looks like personal data is kept only when its writer has said so (`keep`). */
export function readWords(body: Body): FreeText {
  return readFreeText(body.text, LONGEST_TEXT, body.keep === 'yes')
}
