import { hasBase, isSummed, isWeighted, TRAITS } from '../indicators/measure.ts'
import type { Measure } from '../vocabulary/indicator.ts'

/**
 * Amounts, numerators or stages (`value`), denominators or n (`base`), and value x base, in whole millionths: sums of
 * them are exact, whatever the order, and 0.1 + 0.2 is 0.3. What is typed with more than six decimals is read to six.
 */
export type Sums = { value: number; base: number; product: number }

export const MILLION = 1_000_000

/** A value as it is stored: an amount, numerator, mean, median or stage, and the denominator or n beside it. */
export type Pair = { value: number; base: number | null }

export function noSums(): Sums {
  return { value: 0, base: 0, product: 0 }
}

export function add(sum: Sums, one: Sums): void {
  sum.value += one.value
  sum.base += one.base
  sum.product += one.product
}

export function sumsOf(pairs: readonly Pair[]): Sums {
  const sum = noSums()
  for (const { value, base } of pairs)
    add(sum, { value: millionths(value), base: millionths(base ?? 0), product: millionths(value * (base ?? 0)) })
  return sum
}

export function millionths(amount: number): number {
  return Math.round(amount * MILLION)
}

/** The one division: what sums come to as a bare number. Null: there is nothing to divide by. */
export function divided(measure: Measure, { value, base, product }: Sums): number | null {
  switch (measure) {
    case 'count':
    case 'milestone':
      return value / MILLION
    case 'median':
      return base === 0 ? null : value / MILLION
    case 'ratio':
      return base === 0 ? null : value / base
    case 'mean':
      return base === 0 ? null : product / base
  }
}

/**
 * Several values brought together into one that could have been typed instead: amounts, numerators and denominators add
 * up, means are weighted by their n. Null when there are none, or when they can't be brought together (stages, medians, a
 * mean without its n, or with n = 0).
 */
export function totalOf(measure: Measure, pairs: readonly Pair[]): Pair | null {
  if (pairs.length <= 1) return pairs[0] ?? null
  if (!isSummed(measure)) return null
  const sums = sumsOf(pairs)
  const base = hasBase(measure) ? sums.base / MILLION : null
  if (!isWeighted(measure)) return { value: sums.value / MILLION, base }
  const mean = pairs.some((pair) => pair.base === null) ? null : divided(measure, sums)
  return mean === null ? null : { value: mean, base }
}

/** What a stored value says in one number: the quotient of a ratio, else the value itself. Null: a ratio with d = 0 or no d. */
export function bareValue(measure: Measure, { value, base }: Pair): number | null {
  if (TRAITS[measure].shown !== 'quotient') return value
  return divided(measure, sumsOf([{ value, base }]))
}

/** Whether two values are the same number, however their fractions were come by: compared in whole millionths. */
export function isSame(one: Pair, other: Pair): boolean {
  return millionths(one.value) === millionths(other.value) && (one.base ?? 0) === (other.base ?? 0)
}

/** The numbers of values as they are summed; a value without one has none. */
export function pairsOf(values: readonly { value: number | null; base: number | null }[]): Pair[] {
  return values.flatMap(({ value, base }) => (value === null ? [] : [{ value, base }]))
}
