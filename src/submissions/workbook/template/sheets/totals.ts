import type { Pair } from '../../../../figures/sums.ts'
import { bareValue } from '../../../../figures/sums.ts'
import type { Indicator } from '../../../../indicators/indicator.ts'
import {
  hasBase,
  isSummed,
  isWeighted,
  numberStyleOf,
  spreadsheetFormat,
  traitsOf,
} from '../../../../indicators/measure.ts'

/** A number that is worked out while the template is filled in, and what it comes to as saved. */
export type LiveNumber = { formula: string; value: number | ''; format: string }

/** Where values stand and, column by column, the numbers behind them. */
export type InputRanges = { values: readonly string[]; bases: readonly string[] }

/**
 * The total of a block by the rule of its measure, as `totalOf` has it: sums, a quotient of sums, a mean weighted by its n.
 * Null: such values are not brought together.
 */
export function liveTotal(indicator: Indicator, { values, bases }: InputRanges, now: Pair | null): LiveNumber | null {
  const { measure } = indicator
  if (!isSummed(measure)) return null
  const [sum, under] = [`SUM(${values.join(',')})`, `SUM(${bases.join(',')})`]
  if (!hasBase(measure)) {
    const blank = `COUNT(${values.join(',')})=0`
    return {
      formula: `IF(${blank},"",${sum})`,
      value: now?.value ?? '',
      format: spreadsheetFormat(numberStyleOf(indicator)),
    }
  }
  const over = isWeighted(measure) ? values.map((range, nth) => `SUMPRODUCT(${range},${bases[nth]})`).join('+') : sum
  return quotient(indicator, over, under, now)
}

/** What a numerator and its denominator come to; null where the value itself is what is read. */
export function liveQuotient(
  indicator: Indicator,
  [value, base]: readonly [value: string, base: string],
  now: Pair | null,
): LiveNumber | null {
  return traitsOf(indicator).shown === 'quotient' ? quotient(indicator, value, base, now) : null
}

/** The sum of some cells, or nothing while they are blank. */
export function liveSum(ranges: readonly string[], now: number | null | undefined): LiveNumber {
  const all = ranges.join(',')
  return { formula: `IF(COUNT(${all})=0,"",SUM(${all}))`, value: now ?? '', format: '#,##0' }
}

/** Per cent is a format of the bare quotient; other scales have none, so the number itself is on the scale. */
function quotient(indicator: Indicator, over: string, under: string, now: Pair | null): LiveNumber {
  const style = numberStyleOf(indicator)
  const times = style.isPercent || style.scale === 1 ? '' : `*${style.scale}`
  const bare = now && bareValue(indicator.measure, now)
  return {
    formula: `IF(N(${under})=0,"",(${over})/${under}${times})`,
    value: bare === null ? '' : times === '' ? bare : bare * style.scale,
    format: spreadsheetFormat(style),
  }
}
