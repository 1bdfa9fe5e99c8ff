import type { Indicator } from '../indicators/indicator.ts'
import { numberStyleOf } from '../indicators/measure.ts'
import { number, rounded } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { Figure } from './figure.ts'

/**
 * What changed from one period to the next, on the scale stored; null when one of them has no number, so that a missing
 * quarter is never read as a fall to zero, or when they are not of the same kind (a stage and a count of stages).
 */
export function changeOf(now: Figure, before: Figure): number | null {
  if (now.state !== 'reported' || before.state !== 'reported' || now.value === null || before.value === null)
    return null
  return now.of === before.of ? difference(now.value, before.value) : null
}

/** Without the noise of binary fractions: 0.3 − 0.1 is 0.2. */
export function difference(now: number, before: number): number {
  return Number((now - before).toPrecision(12))
}

/** "+12", "−3", "+4.5 points" of a percentage; what is nothing once it is rounded is no change. */
export function changeText(change: number | null, indicator: Indicator, words: Words): string {
  if (change === null) return ''
  const { scale, decimals, isPercent } = numberStyleOf(indicator)
  const size = rounded(Math.abs(change) * scale, decimals)
  if (size === 0) return words.t('figures:change.none')
  const signed = `${change > 0 ? '+' : '−'}${number(size, words.language, decimals)}`
  return isPercent ? words.t('figures:change.points', { change: signed }) : signed
}
