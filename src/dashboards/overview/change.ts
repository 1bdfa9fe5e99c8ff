import type { Figure } from '../../figures/figure.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { numberStyleOf } from '../../indicators/measure.ts'
import { number } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'

/**
 * What changed from one period to the next, on the scale stored; null when one of them has no number, so that a missing
 * quarter is never read as a fall to zero, or when they are not of the same kind (a stage and a count of stages).
 */
export function changeOf(now: Figure, before: Figure): number | null {
  if (now.state !== 'reported' || before.state !== 'reported' || now.value === null || before.value === null)
    return null
  return now.of === before.of ? now.value - before.value : null
}

/** "+12", "−3", "+4.5 points" of a percentage. */
export function changeText(change: number | null, indicator: Indicator, words: Words): string {
  if (change === null) return ''
  const { scale, decimals, isPercent } = numberStyleOf(indicator)
  const scaled = number(Math.abs(change) * scale, words.language, decimals)
  if (Number(scaled.replace(',', '.')) === 0) return words.t('charts:overview.no-change')
  const signed = `${change > 0 ? '+' : '−'}${scaled}`
  return isPercent ? words.t('charts:overview.points', { change: signed }) : signed
}
