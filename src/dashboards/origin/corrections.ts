import { quarterCode } from '../../calendar/quarter.ts'
import { gapInWords, markWord, pairText, valueText } from '../../figures/in-words.ts'
import type { Correction } from '../../figures/provenance/correction.ts'
import type { Categories } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { instant } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { address } from '../addresses.ts'
import { areaSlugOf, type PageState } from '../page-state.ts'
import { cellName, type EntryContext, naming } from './entries.ts'

/** A correction with the categories its value was typed under. */
export type NamedCorrection = Correction & { categories: Categories }

/** One correction in words: whose value, what it was and became, when, by whom and why. */
export type CorrectionModel = {
  partner: string
  place: string
  period: string
  dates: string
  cell: string
  was: string
  became: string
  when: string
  /** When, by whom and why, in one sentence: the same for all values of one approval. */
  told: string
}

export function correctionModels(
  context: EntryContext,
  indicator: DefinedIndicator,
  corrections: readonly NamedCorrection[],
): CorrectionModel[] {
  const { words } = context.state
  const named = naming(context, indicator.code)
  return corrections.map((one) => ({
    ...named(one),
    cell: cellName(context.state, one.categories, one.quarter),
    was: typedValue(one.wasState, one.wasValue, one.wasBase, indicator, words),
    became: typedValue(one.becameState, one.becameValue, one.becameBase, indicator, words),
    when: instant(one.at, words.language),
    told: toldOf(one, words),
  }))
}

/** Where the figure is told of that a corrected value belongs to: of its area and quarter. */
export function originOfCorrection(
  state: Pick<PageState, 'areas' | 'provinces' | 'places'>,
  one: Correction,
  code: string,
): string {
  const quarter = quarterCode(one.quarter)
  const group = areaSlugOf(state, one)
  return address('/figures/origin', { indicator: code, group, from: quarter, to: quarter })
}

function toldOf({ at, by, reason }: Correction, { t, language }: Words): string {
  const when = instant(at, language)
  const who = by === null ? when : t('charts:origin.approved-by', { name: by, instant: when })
  return reason === null ? t('charts:origin.corrected', { who }) : t('charts:origin.corrected-why', { who, reason })
}

/** A value as it was typed, or what stands in its place. */
export function typedValue(
  state: Correction['wasState'],
  value: number | null,
  base: number | null,
  indicator: DefinedIndicator,
  words: Words,
): string {
  if (state === null) return gapInWords('not reported', words).text
  if (value === null) return markWord(state, words)
  if (traitsOf(indicator).shown === 'stage') return valueText(value, indicator, words)
  return pairText({ value, base }, indicator, words.language)
}
