import { changeOf, changeText, difference, noChangeText, shownChange } from '../../figures/change.ts'
import type { Figure } from '../../figures/figure.ts'
import { waySign } from '../../figures/marks.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Words } from '../../language/words.ts'
import { type ComparedKind, isOfOneUnit } from './side.ts'

/** Why two figures are not subtracted: no number in one of them, another unit, a stage, reports that have not all come, other reporters, a break. */
export type NoDifference = { why: 'nothing' | 'unit' | 'stage' | 'partial' | 'said'; sentence: string }

/** By how much the first figure is more than the second, in words with a sign; or why that is not said. */
export type SideDifference = { text: string; sign: string; size: number } | NoDifference

/** A figure with the definition that it stands under. */
export type Of = { figure: Figure; own: DefinedIndicator }

/**
 * Subtracts like from like, or says why not: a year, or what was known, on the same reporters; areas and indicators where everything
 * expected of both has come.
 * @param areSameReporters whether the same reporters gave both
 */
export function sideDifference(
  kind: ComparedKind,
  one: Of,
  other: Of,
  areSameReporters: boolean,
  words: Words,
): SideDifference {
  const { t } = words
  if (one.figure.value === null || other.figure.value === null) return { why: 'nothing', sentence: '' }
  if (!isOfOneUnit(one.own, other.own)) return { why: 'unit', sentence: t('charts:compare.why.unit') }
  if (one.own.stages.length > 0 && one.figure.of === undefined)
    return { why: 'stage', sentence: t('charts:compare.why.stage') }
  if (kind === 'years' || kind === 'days') {
    const found = changeOf(withoutBreak(kind, one.figure), other.figure, areSameReporters)
    if ('why' in found)
      return { why: 'said', sentence: noChangeText(found.why, one.figure, other.figure, one.own, words) }
    return sized(found.size, one.own, words)
  }
  if ((one.figure.of === undefined) !== (other.figure.of === undefined))
    return { why: 'stage', sentence: t('charts:compare.why.stage') }
  if (isPartial(one.figure) || isPartial(other.figure))
    return { why: 'partial', sentence: t('charts:compare.why.partial') }
  return sized(difference(one.figure.value, other.figure.value), one.own, words)
}

/** A break in a series stands between periods: of one period, known twice, it parts nothing. */
function withoutBreak(kind: ComparedKind, figure: Figure): Figure {
  return kind === 'days' ? { ...figure, flags: figure.flags.filter((flag) => flag !== 'break') } : figure
}

function isPartial({ coverage: [k, n] }: Figure): boolean {
  return k < n
}

function sized(size: number, own: DefinedIndicator, words: Words): SideDifference {
  return { text: changeText(size, own, words), sign: waySign(shownChange(size, own)), size }
}
