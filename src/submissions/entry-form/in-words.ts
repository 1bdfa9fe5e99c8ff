import { markText, pairText, totalText, typedText, valueText } from '../../figures/in-words.ts'
import type { Pair } from '../../figures/sums.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { labelOf } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { TRAITS, traitsOf } from '../../indicators/measure.ts'
import { type FieldPart, fieldOf } from '../../indicators/value-field.ts'
import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import type { Finding } from '../checks/finding.ts'
import type { Hard } from '../checks/hard.ts'
import type { Entry } from '../entry.ts'
import type { EntryFormDefinition } from './definition.ts'
import type { Problem } from './parsed-form.ts'

/** A value as it was typed: "12", "45% (9 ÷ 20)", "63,55 (n = 40)", or the name of a stage. */
export function pairInWords(indicator: DefinedIndicator, pair: Pair, words: Words): string {
  if (traitsOf(indicator).shown === 'stage') return valueText(pair.value, indicator, words)
  return pairText(pair, indicator, words.language)
}

/** The total of such values, rounded as figures are. */
export function totalInWords(indicator: DefinedIndicator, total: Pair, words: Words): string {
  if (traitsOf(indicator).shown === 'stage') return valueText(total.value, indicator, words)
  return totalText(total, indicator, words.language)
}

/** A problem or finding as a sentence, its numbers written as the person writes them. */
export function problemInWords(problem: Problem | Finding<Hard>, words: Words): string {
  if ('readings' in problem) return questionInWords(problem, words)
  return words.t(`submissions:problem.${problem.code}`, numbersInWords(problem.numbers, words))
}

/** What a number can have meant and how to write that, without the signs that made it doubtful. */
function questionInWords({ numbers, readings = [] }: Problem, words: Words): string {
  const write = (value: number | undefined) => (value === undefined ? '' : format.typed(value, words.language))
  const [a, b] = [write(numbers.a), write(numbers.b)]
  if (b === '') return words.t('submissions:question.one', { a })
  if (readings.length > 1) return words.t('submissions:problem.ambiguous', { a, b })
  const whole = write(readings[0])
  return words.t('submissions:question.whole', { whole, other: whole === a ? b : a })
}

/** The numbers of a finding as text, to the last digit that is compared: two that differ read as two. */
export function numbersInWords(numbers: Record<string, number>, { language }: Words): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, name === 'count' ? value : typedText(value, language)]),
  )
}

/** Which number of a value it is, or what else of it; nothing where there is but one number. */
export function partText(measure: Measure | null, part: FieldPart, { t }: Words): string {
  if (part === 's') return t('submissions:part.state')
  if (part === 'r') return t('submissions:part.reason')
  const traits = measure && TRAITS[measure]
  if (part === 'k' || !traits || traits.base === null) return ''
  return t(`submissions:part.${part === 'v' ? traits.value : traits.base}`)
}

/** "V3, Female, 16–17": where a field is, for summaries, differences and history. */
export function placeOf(
  field: string,
  definition: EntryFormDefinition,
  breakdowns: readonly Breakdown[],
  words: Words,
): string {
  const found = fieldOf(field)
  const row = definition.rows.find((one) => one.indicator.code === found?.indicator)
  if (!found) return field
  const cell = labelOf(found.cell, breakdowns, words)
  const measure = row?.indicator.measure
  const part = partText(measure ?? null, found.part, words)
  return [found.indicator, cell, part].filter(Boolean).join(', ')
}

/** A field's value in words: a state, a number, a stage, a reason; a blank says so. */
export function fieldValueInWords(
  field: string,
  value: number | string | null,
  definition: EntryFormDefinition,
  words: Words,
): string {
  const found = fieldOf(field)
  if (value === null) return found?.part === 's' ? markText('reported', words) : words.t('submissions:blank')
  if (typeof value === 'string') return found?.part === 's' ? markText(value as Entry['state'], words) : value
  const indicator = definition.rows.find((one) => one.indicator.code === found?.indicator)?.indicator
  if (indicator && traitsOf(indicator).shown === 'stage') return pairInWords(indicator, { value, base: null }, words)
  return typedText(value, words.language)
}

/** One field that was changed: which, what it was and what it is. */
export type FieldChangeInWords = { where: string; from: string; to: string }

/** @param change what stood in the field, and what was put in its place; null: it was blank */
export function fieldChangeInWords(
  field: string,
  [from, to]: readonly [number | string | null, number | string | null],
  { definition, breakdowns }: { definition: EntryFormDefinition; breakdowns: readonly Breakdown[] },
  words: Words,
): FieldChangeInWords {
  return {
    where: placeOf(field, definition, breakdowns, words),
    from: fieldValueInWords(field, from, definition, words),
    to: fieldValueInWords(field, to, definition, words),
  }
}
