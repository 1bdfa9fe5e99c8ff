import type { Indicator } from '../indicators/indicator.ts'
import { isTypedPercent, numberStyleOf, signBehind } from '../indicators/measure.ts'
import { rounded, signed, withoutNoise } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { Figure } from './figure.ts'
import { coverageText, TYPED_DECIMALS } from './in-words.ts'

/**
 * Why no change is shown. `nothing now`, `nothing then`: a period without a number, which is never read as a fall to zero.
 * `kind`: a stage against a count of stages. `break`: the map, the breakdown or the rule is another one. `reporters`: not the
 * same reporters stand in both.
 */
export const NO_CHANGES = ['nothing now', 'nothing then', 'kind', 'break', 'reporters'] as const
export type NoChange = (typeof NO_CHANGES)[number]

/** What changed from one period to the next, on the scale stored, or why that is not shown. */
export type FigureChange = { size: number } | { why: NoChange }

/**
 * What changed from the previous due period: like with like, or nothing.
 * @param sameReporters whether those who reported in one reported in the other
 */
export function changeOf(now: Figure, before: Figure, sameReporters: boolean): FigureChange {
  if (now.value === null) return { why: 'nothing now' }
  if (before.value === null) return { why: 'nothing then' }
  if ((now.of === undefined) !== (before.of === undefined)) return { why: 'kind' }
  if (now.flags.includes('break')) return { why: 'break' }
  return sameReporters ? { size: difference(now.value, before.value) } : { why: 'reporters' }
}

export function difference(now: number, before: number): number {
  return withoutNoise(now - before)
}

/** "+12", "−3", "+4.5 points" of a percentage; what is nothing once it is rounded is no change. */
export function changeText(change: number, indicator: Indicator, words: Words): string {
  const text = bareChangeText(change, indicator, words)
  const isOfPercent = signBehind(indicator) !== ''
  return isOfPercent && shownChange(change, indicator) !== 0 ? words.t('figures:change.points', { change: text }) : text
}

/** What changed from one value to another as they were typed: told to the last digit that is read. */
export function typedChangeText(now: number, before: number, indicator: Indicator, words: Words): string {
  const text = signed(difference(now, before), words.language, TYPED_DECIMALS)
  return isTypedPercent(indicator) ? words.t('figures:change.points', { change: text }) : text
}

/** What changed where something is left of it once it is rounded; else 0: it went no way, and did not move. */
export function shownChange(change: number, indicator: Indicator): number {
  const { scale, decimals } = numberStyleOf(indicator)
  return rounded(change * scale, decimals) === 0 ? 0 : change
}

/** The change without its unit, where that stands elsewhere. */
export function bareChangeText(change: number, indicator: Indicator, words: Words): string {
  const { scale, decimals } = numberStyleOf(indicator)
  if (shownChange(change, indicator) === 0) return words.t('figures:change.none')
  return signed(change * scale, words.language, decimals)
}

/** "1 of 5 reports here, 5 of 5 reports then": why there is no change; nothing where there is no number now. */
export function noChangeText(why: NoChange, now: Figure, before: Figure, indicator: Indicator, words: Words): string {
  if (why === 'nothing now') return ''
  const [here, then] = [coverageText(now, indicator, words), coverageText(before, indicator, words)]
  if (why === 'reporters' && here !== then) return words.t('figures:change.coverage', { here, then })
  return words.t(`figures:change.${why === 'nothing then' ? 'nothing-then' : why}`)
}
