import type { Breakdown } from '../indicators/breakdown.ts'
import type { IndicatorChange } from '../indicators/definitions/changes.ts'
import { breakSentences, firstDay } from '../indicators/definitions/in-words.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { isTypedPercent, type NumberStyle, numberStyleOf, traitsOf } from '../indicators/measure.ts'
import { takesLast } from '../indicators/rules.ts'
import { number, percent } from '../language/format.ts'
import { NOTHING } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import type { Language } from '../vocabulary/language.ts'
import type { Figure, Flag, NotAdditive } from './figure.ts'
import { type Gap, MARKS, type MarkName, type Sign } from './marks.ts'
import { bareValue, type Pair } from './sums.ts'

/** A figure as it is read: what it is rounded to, and everything that goes with it. */
export type FigureWords = {
  /** "541", "19%", or the sign in its place: "[x]". */
  text: string
  /** What the sign in `text` means, in a word or two; null beside a number. */
  says: string | null
  /** Why there is no total, or none for this period, in a sentence. */
  why: string | null
  /** "12 of 63" beside a ratio, "n = 63" beside a mean. */
  detail: string | null
  /** Signs after the number: "[p]", "[b]". */
  marks: Sign[]
  /** "partial: 4 of 5 reports", "carried forward". */
  notes: string[]
  /** On the scale stored, not rounded; null where there is no number. */
  exact: number | null
}

/** What says how a number of an indicator is written. */
export type Written = Pick<Indicator, 'measure' | 'scale' | 'decimals'> & Partial<Pick<Indicator, 'countingUnit'>>

export function figureInWords(figure: Figure, indicator: Indicator, words: Words): FigureWords {
  const { state, value, of } = figure
  const beside = {
    detail: detailOf(figure, words),
    marks: figure.flags.flatMap((flag) => MARKS[flag].sign ?? []),
    notes: notesOn(figure, indicator, words),
  }
  if (state !== 'reported') return { ...gapInWords(state, words), ...beside, why: whyNoTotal(figure, indicator, words) }
  const text = of === undefined ? valueText(value!, indicator, words) : words.t('figures:of', { k: value!, n: of })
  return { text, says: null, why: null, exact: value, ...beside }
}

/** Why there is no total, or why the period has none; null where nothing stands against it. */
export function whyNoTotal(
  { state, why }: Figure,
  { frequency }: Pick<Indicator, 'frequency'>,
  words: Words,
): string | null {
  if (state === 'not formed') return words.t(`figures:cut.${frequency}`)
  return why ? whyText(why, words) : null
}

/** What stands in the place of a number. */
export function gapInWords(gap: Gap, words: Words): FigureWords {
  return {
    text: MARKS[gap].sign,
    says: markWord(gap, words),
    why: null,
    detail: null,
    marks: [],
    notes: [],
    exact: null,
  }
}

export function markWord(name: MarkName, words: Words): string {
  return words.t(MARKS[name].word)
}

/** Why there is no total, in a sentence. */
export function whyText(why: NotAdditive, words: Words): string {
  return words.t(`figures:why.${why}`)
}

/** "[b] From 1 Jan 2022: Frequency: was “Every quarter”, is “Every year”." */
export function breakText(change: IndicatorChange, lists: readonly Breakdown[], words: Words): string {
  const what = breakSentences(change, lists, words).join(' ')
  return `${MARKS.break.sign} ${words.t('figures:broken-from', { day: firstDay(change.from, words), what })}`
}

/** "[b] break in series", "partial": the sign, where there is one, and its word. */
export function markText(name: MarkName, words: Words): string {
  const { sign, word } = MARKS[name]
  return sign === null ? words.t(word) : `${sign} ${words.t(word)}`
}

/** A mark explained: "[z] not applicable: …". */
export function legendText(name: MarkName, words: Words): string {
  return `${markText(name, words)}: ${words.t(MARKS[name].meaning)}`
}

/** What a flag of a figure says beside it: of a partial one with how much has come. */
export function flagText(flag: Flag, figure: Figure, indicator: Pick<Indicator, 'overTime'>, words: Words): string {
  const text = markText(flag, words)
  return flag === 'partial' ? `${text}: ${coverageText(figure, indicator, words)}` : text
}

/** What a reader has to know of one figure besides its number: its state, why it has no total, its flags, in sentences. */
export function remarksOn(figure: Figure, indicator: Pick<Indicator, 'frequency'>, words: Words): string[] {
  const {
    state,
    flags,
    coverage: [k, n],
  } = figure
  const why = whyNoTotal(figure, indicator, words)
  const first = why ? [why] : state === 'reported' ? [] : [markWord(state, words)]
  return [...first, ...flags.map((flag) => words.t(`figures:flag-long.${flag}`, { k, n }))]
}

function notesOn(figure: Figure, indicator: Indicator, words: Words): string[] {
  const notes: string[] = []
  for (const flag of figure.flags) {
    if (MARKS[flag].sign !== null || (flag === 'partial' && figure.state === 'not reported')) continue
    notes.push(flagText(flag, figure, indicator, words))
  }
  return notes
}

/** What stands under a ratio, mean or median: "12 of 30", "n = 14"; null of every other. */
export function detailOf({ numerator, denominator, n }: Figure, words: Words): string | null {
  const { language, t } = words
  if (numerator !== undefined && denominator !== undefined)
    return t('figures:ratio', {
      numerator: number(numerator, language, 2),
      denominator: number(denominator, language, 2),
    })
  return n === undefined ? null : t('figures:n', { n: number(n, language) })
}

/** "4 of 5 reports", of a stock "4 of 5 reporters". */
export function coverageText(
  { coverage: [k, n] }: Pick<Figure, 'coverage'>,
  { overTime }: Pick<Indicator, 'overTime'>,
  words: Words,
): string {
  if (n === 0) return words.t('figures:coverage.none')
  return words.t(takesLast(overTime) ? 'figures:coverage.reporters' : 'figures:coverage.submissions', {
    k,
    n,
    count: n,
  })
}

/** A value on the scale stored, as it is shown: 0.19 of a percentage is "19%", a stage has its name. */
export function valueText(value: number, indicator: Indicator, words: Words): string {
  const stage = traitsOf(indicator).shown === 'stage' ? indicator.stages[value] : undefined
  return stage ? words.of(stage) : measuredText(value, indicator, words.language)
}

/** A value with the sign that stands behind it; of stages their number. */
export function measuredText(value: number, indicator: Written, language: Language): string {
  const text = numberText(value, numberStyleOf(indicator), language)
  return isTypedPercent(indicator) ? `${text}%` : text
}

/** The only rounding: by the style of an indicator, or of what is derived from one. No unit but the per cent sign. */
export function numberText(value: number, { scale, decimals, isPercent }: NumberStyle, language: Language): string {
  return isPercent ? percent(value, language, decimals) : number(value * scale, language, decimals)
}

/** What is typed is read to whole millionths (`sums.ts`). */
export const TYPED_DECIMALS = 6

/** A number as it was typed: never rounded to fewer decimals than are read. */
export function typedText(value: number, language: Language): string {
  return number(value, language, TYPED_DECIMALS)
}

/** The same with the sign that stands behind it where per cents are typed. */
export function typedValueText(value: number, indicator: Written, language: Language): string {
  return `${typedText(value, language)}${isTypedPercent(indicator) ? '%' : ''}`
}

/** A value as it was typed, with the number behind it: "12", "45% (9 ÷ 20)", "63.55 (n = 40)". Stages have names of their own. */
export function pairText(pair: Pair, indicator: Written, language: Language): string {
  return withBase(pair, typedValueText(pair.value, indicator, language), indicator, language)
}

/** A total of such values: worked out, and rounded as figures are. */
export function totalText(total: Pair, indicator: Written, language: Language): string {
  const { shown } = traitsOf(indicator)
  const value =
    shown === 'value' ? numberText(total.value, numberStyleOf(indicator), language) : typedText(total.value, language)
  return withBase(total, value, indicator, language)
}

/** What numerator and denominator come to; null where nothing is divided. */
export function quotientText(pair: Pair, indicator: Written, language: Language): string | null {
  if (traitsOf(indicator).shown !== 'quotient') return null
  const quotient = bareValue(indicator.measure, pair)
  return quotient === null ? null : numberText(quotient, numberStyleOf(indicator), language)
}

function withBase(pair: Pair, value: string, indicator: Written, language: Language): string {
  const { base } = traitsOf(indicator)
  if (base === null) return value
  const beside = pair.base === null ? NOTHING : typedText(pair.base, language)
  if (base === 'n') return `${value} (n = ${beside})`
  const quotient = quotientText(pair, indicator, language)
  return quotient === null ? `${value} ÷ ${beside}` : `${quotient} (${value} ÷ ${beside})`
}
