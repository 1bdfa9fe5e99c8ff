import { nthOf, type Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { numberIn } from '../point.ts'
import { half } from '../series-path.ts'
import type { MultipleSeries, SmallMultiple } from './model.ts'

export const [WIDTH, HEIGHT, TOP, BOTTOM, RIGHT] = [280, 104, 14, 16, 8]
const LETTER = 6.2
const MOST_YEARS = 6

/** The two axes of a picture. */
export type Scale = {
  left: number
  slot: number
  grid: { value: number; label: string }[]
  /** Where a quarter begins. */
  x: (quarter: Quarter) => number
  y: (value: number) => number
}

/** Every number that the axis of a series has to hold. */
export function numbersOn({ kind, points, toDate }: Pick<MultipleSeries, 'kind' | 'points' | 'toDate'>): number[] {
  const values = [...points, ...toDate].flatMap(({ shown }) => numberIn(shown) ?? [])
  const plans = (kind === 'bars' ? toDate : points).flatMap(({ planned }) => planned ?? [])
  const outOf = points.flatMap(({ shown }) => (shown.kind === 'figure' ? (shown.figure.of ?? []) : []))
  return [...values, ...plans, ...outOf]
}

export function scaleOf(series: MultipleSeries): Scale {
  const { kind, span, stages, fromZero, numberText, beside = [] } = series
  const known = [
    ...numbersOn(series),
    ...beside,
    ...(fromZero || kind !== 'line' ? [0] : []),
    ...stages.map((_, i) => i),
  ]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const ends = [...new Set([low, high])].map((value) => ({ value, label: numberText(value) }))
  const grid = stages.length > 0 ? stages.map((label, value) => ({ value, label })) : ends
  const letters = stages.length > 0 ? 0 : Math.max(...ends.map(({ label }) => label.length))
  const left = half(6 + letters * LETTER)
  const slot = (WIDTH - RIGHT - left) / (span.to - span.from + 1)
  const rise = HEIGHT - TOP - BOTTOM
  return {
    left,
    slot,
    grid,
    x: (quarter) => left + (quarter - span.from) * slot,
    y: (value) => HEIGHT - BOTTOM - (high === low ? 0 : (value - low) / (high - low)) * rise,
  }
}

/** A line across the picture: numbers end before it, names of stages stand on it. */
export function gridLine(
  y: number,
  label: string,
  { stages }: MultipleSeries,
  { left }: Scale,
): SmallMultiple['grid'][number] {
  return stages.length > 0
    ? { y, label, at: { x: left, y: y - 4 }, isBefore: false }
    : { y, label, at: { x: left - 3, y: y + 3.5 }, isBefore: true }
}

/** The first quarters of the years on the axis; of many years some. */
export function yearsIn({ from, to }: Span): Quarter[] {
  const first = from - nthOf(from) + 1
  const count = Math.floor((to - first) / 4) + 1
  const step = Math.ceil(count / MOST_YEARS)
  return Array.from({ length: Math.ceil(count / step) }, (_, nth) => first + nth * step * 4)
}
