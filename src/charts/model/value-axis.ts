import type { NumberStyle } from '../../indicators/measure.ts'
import { number, withoutNoise } from '../../language/format.ts'
import type { Language } from '../../vocabulary/language.ts'

/** The axis of numbers: from where to where, on the scale stored, and what is written beside it. */
export type ValueAxis = { min: number; max: number; ticks: { value: number; label: string }[] }

const MOST_TICKS = 6
const MOST_DECIMALS = 4
/** The round numbers that ticks are apart, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10]

/**
 * Round numbers from below the lowest value to above the highest.
 * @param values on the scale stored
 * @param fromZero of amounts and shares, whose height means something
 * @param style how numbers are written; those of no decimals and no scale count whole things
 * @param sign behind each
 */
export function valueAxis(
  values: readonly number[],
  fromZero: boolean,
  { scale, decimals }: NumberStyle,
  language: Language,
  sign = '',
): ValueAxis {
  const known = [...values, ...(fromZero || values.length === 0 ? [0] : [])].map((value) => value * scale)
  const [low, high] = spread(Math.min(...known), Math.max(...known), fromZero)
  const step = stepFor(high - low, scale === 1 && decimals === 0)
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)]
  const ticks = Array.from({ length: last - first + 1 }, (_, nth) => {
    const shown = withoutNoise((first + nth) * step)
    return { value: shown / scale, label: `${number(shown, language, MOST_DECIMALS)}${sign}` }
  })
  return { min: ticks[0]!.value, max: ticks.at(-1)!.value, ticks }
}

/**
 * Stages from the first to the last, by their names.
 * @param room beyond them, for series that are drawn a little apart from their levels
 */
export function stageAxis(stages: readonly string[], room = 0): ValueAxis {
  return { min: 0 - room, max: stages.length - 1 + room, ticks: stages.map((label, value) => ({ value, label })) }
}

/** Where all is the same there is room around it. */
function spread(low: number, high: number, fromZero: boolean): [number, number] {
  if (low !== high) return [low, high]
  if (low === 0) return [0, 1]
  const room = Math.abs(low) / 10
  return fromZero ? [Math.min(low, 0), Math.max(low, 0)] : [low - room, high + room]
}

function stepFor(range: number, isWhole: boolean): number {
  const least = range / (MOST_TICKS - 1)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = STEPS.map((one) => one * power).find((one) => one >= least - 1e-9 && !(isWhole && one % 1 !== 0))
  return isWhole ? Math.max(1, step ?? 1) : step!
}
