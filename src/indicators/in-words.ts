import { unitBehind } from '../language/counted.ts'
import { dates, monthName, number, quarter } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import type { Measure } from '../vocabulary/indicator.ts'
import { type Breakdown, categoriesOf } from './breakdown.ts'
import type { Schedule, SurveyRound } from './frequency.ts'
import type { Indicator } from './indicator.ts'
import { isTypedPercent, numberStyleOf, type StoredPart, traitsOf } from './measure.ts'
import { effective } from './rules.ts'

/** What one of it is: "người", "% người", "trên 100.000 người dân", "điểm (0–100)". */
export function unitText(indicator: Indicator, words: Words): string {
  const unit = partUnitText(indicator, 'value', words)
  if (traitsOf(indicator).shown !== 'quotient') return unit
  const base = partUnitText(indicator, 'base', words)
  const { scale, isPercent } = numberStyleOf(indicator)
  if (isPercent) return `% ${base}`
  return scale === 1 ? unit : `${unit} ${words.t('figures:per', { scale: number(scale, words.language), base })}`
}

/** The unit short enough to stand behind a number as it is printed; the per cent sign is in the number already. */
export function unitBesideText(written: string, indicator: Indicator, words: Words): string {
  const { scale, isPercent } = numberStyleOf(indicator)
  if (traitsOf(indicator).shown === 'stage' || isPercent) return ''
  const unit = scale === 1 ? partUnitText(indicator, 'value', words) : unitText(indicator, words)
  return unitBehind(written, unitAfterSign(unit, indicator), words.language)
}

/** What is left of a unit where the number before it has its per cent sign: "% of revenue" is "of revenue", "%" nothing. */
export function unitAfterSign(unit: string, indicator: Indicator): string {
  return isTypedPercent(indicator) ? unit.slice(1).trim() : unit
}

/** What one of a number that is stored is: of what is counted, or of what stands under it. */
export function partUnitText(indicator: Indicator, part: StoredPart, words: Words): string {
  return words.of(part === 'value' ? indicator.countingUnit : (indicator.baseUnit ?? indicator.countingUnit))
}

/** What is said of a measure itself; null: the two rules say all of it. */
const OWN_RULE: Readonly<Record<Measure, Key | null>> = {
  count: null,
  ratio: 'figures:rule.ratio',
  mean: 'figures:rule.mean',
  milestone: 'figures:rule.milestone',
  median: 'figures:rule.median',
}

/** How an indicator's figures are made, in the order in which it happens. */
export function ruleText(indicator: Indicator, words: Words): string[] {
  const { overPlaces, overTime } = effective(indicator)
  const stage = indicator.stages[indicator.targetStage ?? 0]
  const own = OWN_RULE[indicator.measure]
  return [
    ...(own === null ? [] : [words.t(own, stage && { stage: words.of(stage) })]),
    ...(traitsOf(indicator).followsRules ? [words.t(`figures:rule.count.${overPlaces}-${overTime}`)] : []),
  ]
}

/** "from 0 to 100": between which its values lie; '' where there is no bound. */
export function rangeText({ range }: Pick<Indicator, 'range'>, { t, language }: Words): string {
  const { least, most } = range ?? { least: null, most: null }
  const write = (bound: number) => number(bound, language, 6)
  if (least !== null && most !== null) return t('indicators:range.both', { least: write(least), most: write(most) })
  if (least !== null) return t('indicators:range.least', { least: write(least) })
  return most === null ? '' : t('indicators:range.most', { most: write(most) })
}

/** How often it is asked for: "Every half-year …", "In survey rounds: Baseline (1 Apr 2019 – 30 Jun 2019), Q3 2020". */
export function frequencyText({ frequency, yearStart, rounds }: Schedule, words: Words): string {
  const { t, language } = words
  if (frequency === 'survey')
    return t('indicators:frequency.survey', { rounds: rounds.map((one) => roundText(one, words)).join(', ') })
  if (frequency === 'quarterly' || yearStart === 1) return t(`indicators:frequency.${frequency}`)
  return t(`indicators:frequency.${frequency}-from`, { month: monthName(yearStart, language) })
}

function roundText({ name, ...span }: SurveyRound, words: Words): string {
  const when = span.from === span.to ? quarter(span.to, words.language) : dates(span, words.language)
  return name ? `${words.of(name)} (${dates(span, words.language)})` : when
}

/** "Female, 16–17": a cell in words, in the order its breakdowns are shown. */
export function labelOf(key: string, breakdowns: readonly Breakdown[], words: Words): string {
  const chosen = categoriesOf(key)
  return breakdowns
    .filter((one) => chosen[one.code] !== undefined)
    .map((one) => one.categories.find((category) => category.code === chosen[one.code])?.name)
    .map((name) => (name ? words.of(name) : ''))
    .join(', ')
}
