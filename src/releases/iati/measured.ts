import type { Indicator } from '../../indicators/indicator.ts'
import { inUnit, numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import { poolable } from '../../indicators/rules.ts'
import { typed } from '../../language/format.ts'

/** Codes of the standard's list IndicatorMeasure: stages have an order, so they are ordinal and not only nominal. */
const UNIT = 1
const PERCENTAGE = 2
const ORDINAL = 4

/**
 * What is told of an indicator: its values or, of stages, which one has been reached by one reporter and how many of several reached the
 * one that counts. The two are told apart: a stage and a number of reporters are measured otherwise, and an indicator of the standard
 * has one measure.
 */
export const SERIES_KINDS = ['value', 'stage', 'reached'] as const
export type SeriesKind = (typeof SERIES_KINDS)[number]

/** Which of them a figure is, or would be. */
export function kindOf(
  indicator: Indicator,
  { of, isWhole }: { of: number | undefined; isWhole: boolean },
): SeriesKind {
  if (traitsOf(indicator).shown !== 'stage') return 'value'
  return of !== undefined || (isWhole && indicator.overPlaces !== 'project') ? 'reached' : 'stage'
}

export function measureCode(indicator: Indicator, kind: SeriesKind): number {
  if (kind === 'stage') return ORDINAL
  return kind === 'value' && numberStyleOf(indicator).isPercent ? PERCENTAGE : UNIT
}

/** Whether values may be added by whoever reads them: amounts that add up over places and over quarters, and nothing else. */
export function mayBeAdded(indicator: Indicator): boolean {
  return traitsOf(indicator).isAmount && poolable(indicator)
}

/** A number as `@value` has it: in its unit, so that 0.07 of a percentage is 7; how many have reached a stage is as it is. */
export function valueAttribute(number: number, indicator: Indicator, kind: SeriesKind): string {
  return typed(kind === 'value' ? inUnit(number, numberStyleOf(indicator)) : number, 'en')
}
