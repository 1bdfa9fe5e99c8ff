import { inFifteenDigits } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import type { Measure } from '../vocabulary/indicator.ts'

/** The two numbers a reported value is stored as. */
export type StoredPart = 'value' | 'base'
/** What can be summed of a value: a number as it is stored, or a mean times its n. */
export type SummedPart = StoredPart | 'product'
/** What of a figure counts persons or cases, and so can single somebody out. */
export const COUNTED_PARTS = ['amount', 'numerator', 'complement', 'denominator', 'n'] as const
export type CountedPart = (typeof COUNTED_PARTS)[number]

/** What `value` and `base` are called; null: nothing stands beside the value. */
type StoredNames =
  | { value: 'amount' | 'stage'; base: null }
  | { value: 'numerator' | 'mean' | 'median'; base: 'denominator' | 'n' }

/**
 * What a measure is like: the one place that says it. A sixth measure needs a line here, its arithmetic (`sums.ts` and
 * `add-up/` of the room figures) and its words, which do not compile before they are there.
 */
export type MeasureTraits = StoredNames & {
  /** The value counts something and has no fraction. What is stored as base always does. */
  wholeValue: boolean
  mayBeNegative: boolean
  /** What of several values is added before anything is divided; nothing = they can't be brought together. */
  summed: readonly SummedPart[]
  /** Several reporters may be told in one figure, if the rule over places allows it. */
  combinesReporters: boolean
  /** What a reader sees: the value itself, value ÷ base times the scale of the indicator, or the name of a stage. */
  shown: 'value' | 'quotient' | 'stage'
  /** Parts of it make up the whole: categories stack on each other, quarters fill a year's target, provinces the project's. */
  isAmount: boolean
  /** Judged by disclosure control. */
  counted: readonly CountedPart[]
  /** The two rules of adding up say how its figures are made, besides what is said of the measure itself. */
  followsRules: boolean
}

export const TRAITS: Readonly<Record<Measure, MeasureTraits>> = {
  count: {
    value: 'amount',
    base: null,
    wholeValue: true,
    mayBeNegative: false,
    summed: ['value'],
    combinesReporters: true,
    shown: 'value',
    isAmount: true,
    counted: ['amount'],
    followsRules: true,
  },
  ratio: {
    value: 'numerator',
    base: 'denominator',
    wholeValue: true,
    mayBeNegative: false,
    summed: ['value', 'base'],
    combinesReporters: true,
    shown: 'quotient',
    isAmount: false,
    counted: ['numerator', 'complement', 'denominator'],
    followsRules: true,
  },
  mean: {
    value: 'mean',
    base: 'n',
    wholeValue: false,
    mayBeNegative: true,
    summed: ['base', 'product'],
    combinesReporters: true,
    shown: 'value',
    isAmount: false,
    counted: ['n'],
    followsRules: true,
  },
  milestone: {
    value: 'stage',
    base: null,
    wholeValue: true,
    mayBeNegative: false,
    summed: [],
    combinesReporters: true,
    shown: 'stage',
    isAmount: false,
    counted: [],
    followsRules: true,
  },
  median: {
    value: 'median',
    base: 'n',
    wholeValue: false,
    mayBeNegative: false,
    summed: [],
    combinesReporters: false,
    shown: 'value',
    isAmount: false,
    counted: ['n'],
    followsRules: false,
  },
}

export function traitsOf({ measure }: { measure: Measure }): MeasureTraits {
  return TRAITS[measure]
}

/** Whether a value needs a second number: the denominator of a ratio, the n of a mean or median. */
export function hasBase(measure: Measure): boolean {
  return TRAITS[measure].base !== null
}

/** Counted things are whole; a mean and a median need not be, the n behind them is. */
export function isWholeNumber(measure: Measure, part: StoredPart): boolean {
  return part === 'base' || TRAITS[measure].wholeValue
}

/** Whether a value counts as much as its base: only then is value × base wanted. */
export function isWeighted(measure: Measure): boolean {
  return TRAITS[measure].summed.includes('product')
}

/** Whether several values can be brought together into one of the same kind. */
export function isSummed(measure: Measure): boolean {
  return TRAITS[measure].summed.length > 0
}

/** How numbers of an indicator are written: times what, and with how many decimals. Per cent is a sign of its own. */
export type NumberStyle = { scale: number; decimals: number; isPercent: boolean }

/** The one origin of rounding and scale: screens, forms, files and pictures write by it. */
export function numberStyleOf(indicator: { measure: Measure; scale: number; decimals: number }): NumberStyle {
  if (TRAITS[indicator.measure].shown === 'stage') return { scale: 1, decimals: 0, isPercent: false }
  return { scale: indicator.scale, decimals: indicator.decimals, isPercent: indicator.scale === 100 }
}

/**
 * The sign that such a number has behind it, in both languages and without a space: of a share that is divided, and where the unit is the
 * per cent sign and per cents are typed. A percentage is written one way.
 */
export function signBehind(indicator: Parameters<typeof numberStyleOf>[0] & { countingUnit?: Text }): '%' | '' {
  return numberStyleOf(indicator).isPercent || isTypedPercent(indicator) ? '%' : ''
}

/** What is stored are per cents already. */
export function isTypedPercent({ measure, scale, countingUnit }: Parameters<typeof signBehind>[0]): boolean {
  const { vi = '', en = '' } = countingUnit ?? {}
  return TRAITS[measure].shown !== 'stage' && scale === 1 && vi.startsWith('%') && en.startsWith('%')
}

/** A number on the scale stored as its unit counts it: 0.07 of a percentage is 7. */
export function inUnit(value: number, { scale }: Pick<NumberStyle, 'scale'>): number {
  return scale === 1 ? value : inFifteenDigits(value * scale)
}

/** The same where per cent is a format of the bare quotient, as in spreadsheets: any other scale has none and is in the number. */
export function onSheet(value: number, { scale, isPercent }: Pick<NumberStyle, 'scale' | 'isPercent'>): number {
  return isPercent ? value : inUnit(value, { scale })
}

/** Spreadsheets round by the same style as screens do. Per cent is a format of the bare quotient; other scales have none. */
export function spreadsheetFormat({ decimals, isPercent }: NumberStyle): string {
  const digits = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  return isPercent ? `0${digits}%` : `#,##0${digits}`
}
