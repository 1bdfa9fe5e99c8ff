import { fieldOf } from '../../indicators/value-field.ts'
import { NUMBER_PROBLEMS } from '../../language/read-number.ts'
import { rewriteNumber } from '../../language/rewrite-number.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { Entry } from '../entry.ts'
import { type FormRow, numberField } from './definition.ts'

/** What keeps a typed field from being saved; the sentences are under `submissions.problem`. */
export const FIELD_PROBLEMS = [
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
export type FieldProblem = (typeof FIELD_PROBLEMS)[number]
export type Problem = {
  field: string
  indicator: string
  code: FieldProblem
  numbers: Record<string, number>
  /** What an ambiguous number can have meant, as far as its field takes it. */
  readings?: number[]
}

/** A posted form as it was read. */
export type ParsedForm = {
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

/** What was typed, written for a form of another language where the page has changed its own meanwhile. */
export function typedFor({ typed: texts, language: from }: ParsedForm, rows: readonly FormRow[], to: Language) {
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

/** What comes back as it was typed: whatever is at a field with a problem, and the whole of its row. */
export function typedAt(typed: ParsedForm['typed'], problems: ParsedForm['problems']): ParsedForm['typed'] {
  const rows = new Set(problems.map((problem) => problem.indicator))
  return Object.fromEntries(Object.entries(typed).filter(([field]) => rows.has(fieldOf(field)?.indicator ?? '')))
}
