import { type FieldPart, fieldOf } from '../../indicators/value-field.ts'
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
  /** Indicators whose remark or reason looked like personal data and was kept on the person's word. */
  keptOnWord: string[]
}

/** What was typed, written for a form of another language where the page has changed its own meanwhile. */
export function typedFor(
  { typed: texts, language: from }: Pick<ParsedForm, 'typed' | 'language'>,
  rows: readonly FormRow[],
  to: Language,
) {
  if (from === to) return texts
  const measures = new Map(rows.map((row) => [row.indicator.code, row.indicator.measure]))
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const { part, indicator } = fieldOf(name)!
      const measure = measures.get(indicator)
      const isNumber = measure && isNumberPart(part)
      return [name, isNumber ? rewriteNumber(text, from, to, numberField(measure, part)) : text]
    }),
  )
}

/**
 * What comes back as it was typed: whatever is in a cell with a problem, its number and the one behind it; the whole row
 * where its state or reason has one, since nothing of it could be saved then.
 */
export function typedAt(typed: ParsedForm['typed'], problems: ParsedForm['problems']): ParsedForm['typed'] {
  const at = problems.map(({ field }) => fieldOf(field)!)
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => {
      const field = fieldOf(name)!
      return at.some(
        ({ part, indicator, cell }) =>
          indicator === field.indicator &&
          (isNumberPart(part) ? isNumberPart(field.part) && cell === field.cell : true),
      )
    }),
  )
}

function isNumberPart(part: FieldPart): part is 'v' | 'd' {
  return part === 'v' || part === 'd'
}
