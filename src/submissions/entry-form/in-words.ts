import { bareValue, type Pair } from '../../figures/sums.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { hasBase, traitsOf } from '../../indicators/measure.ts'
import * as format from '../../language/format.ts'
import type { Key, Words } from '../../language/words.ts'
import type { Finding } from '../checks/finding.ts'
import { type Entry, fieldOf } from '../entry.ts'
import type { EntryFormDefinition } from './definition.ts'
import type { Problem } from './reading.ts'

/** "Female, 16–17": a cell in words, in the order its breakdowns are shown. */
export function labelOf(key: string, breakdowns: readonly Breakdown[], words: Words): string {
  const chosen = categoriesOf(key)
  return breakdowns
    .filter((one) => chosen[one.code] !== undefined)
    .map((one) => one.categories.find((category) => category.code === chosen[one.code])?.name)
    .map((name) => (name ? words.of(name) : ''))
    .join(', ')
}

/** A value with the number behind it: "12", "45% (9 ÷ 20)", "63,5 (n = 40)", or the name of a stage. */
export function pairInWords(indicator: DefinedIndicator, pair: Pair, words: Words): string {
  const { language } = words
  const plain = (value: number, decimals = 0) => format.number(value, language, decimals)
  switch (indicator.measure) {
    case 'count':
      return plain(pair.value)
    case 'milestone': {
      const stage = indicator.stages[pair.value]
      return stage ? words.of(stage) : plain(pair.value)
    }
    case 'mean':
    case 'median':
      return `${plain(pair.value, 4)} (n = ${pair.base === null ? '–' : plain(pair.base)})`
    case 'ratio': {
      const parts = `${plain(pair.value)} ÷ ${pair.base === null ? '–' : plain(pair.base)}`
      const quotient = bareValue('ratio', pair)
      return quotient === null ? parts : `${scaled(indicator, quotient, words)} (${parts})`
    }
  }
}

/** A quotient as it is shown: per cent with its sign, otherwise times the scale. */
export function scaled(
  indicator: Pick<DefinedIndicator, 'scale' | 'decimals'>,
  quotient: number,
  { language }: Words,
): string {
  if (indicator.scale === 100) return format.percent(quotient, language, Math.max(indicator.decimals, 1))
  return format.number(quotient * indicator.scale, language, indicator.decimals)
}

/** A problem or finding as a sentence, its numbers written as the person writes them. */
export function problemInWords(problem: Problem | Finding<string>, words: Words): string {
  if ('readings' in problem) return questionInWords(problem, words)
  return words.t(`submissions:problem.${problem.code}` as Key, numbersInWords(problem.numbers, words))
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

/** The numbers of a finding as text; quotients of percentages are small, so up to four decimals are kept. */
export function numbersInWords(numbers: Record<string, number>, { language }: Words): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      name === 'count' ? value : format.number(value, language, 4),
    ]),
  )
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
  const part =
    found.part === 's' || found.part === 'r' || (measure && hasBase(measure))
      ? words.t(
          `submissions:part.${found.part === 'v' || found.part === 'd' ? `${measure}-${found.part}` : found.part}` as Key,
        )
      : ''
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
  if (value === null)
    return found?.part === 's' ? words.t('submissions:state-of-row.reported') : words.t('submissions:blank')
  if (typeof value === 'string') return found?.part === 's' ? stateInWords(value as Entry['state'], words) : value
  const indicator = definition.rows.find((one) => one.indicator.code === found?.indicator)?.indicator
  if (indicator && traitsOf(indicator).shown === 'stage') return pairInWords(indicator, { value, base: null }, words)
  return format.number(value, words.language, 4)
}

export function stateInWords(state: Entry['state'], words: Words): string {
  return words.t(`submissions:state-of-row.${state.replace(' ', '-')}` as Key)
}
