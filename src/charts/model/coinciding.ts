import type { Dataset } from './chart-data.ts'
import type { ValueAxis } from './value-axis.ts'

/** Series that run along the same levels are drawn this part of the axis apart from each other: a few pixels, however few levels. */
const APART = 0.022
/** Closer than this part of the axis, and two points are one. */
const SAME = 0.01
const MOST_RINGS = 4

/** Levels of several series would hide each other: each is drawn a little above or below its own. */
export function withShifts(series: readonly Dataset[], levels: number): Dataset[] {
  if (series.length === 1) return [...series]
  const middle = (series.length - 1) / 2
  const apart = APART * Math.max(1, levels - 1)
  return series.map((one, nth) => ({ ...one, shift: Math.round((middle - nth) * apart * 1000) / 1000 }))
}

/** Points of several series in one place: the later ones are drawn around the earlier ones, which lie on top, so that all are seen. */
export function withRings(series: readonly Dataset[], { min, max }: ValueAxis): Dataset[] {
  const isPoint = ({ role }: Dataset) => role !== 'target' && role !== 'baseline'
  return series.map((one, nth) => {
    if (!isPoint(one) || one.shift !== undefined) return one
    const above = series.slice(0, nth).filter(isPoint)
    const rings = one.data.map((value, i) => {
      if (value === null) return 0
      const same = above.filter(({ data }) => {
        const other = data[i] ?? null
        return other !== null && Math.abs(other - value) <= (max - min) * SAME
      })
      return Math.min(MOST_RINGS, same.length)
    })
    return rings.some((count) => count > 0) ? { ...one, rings } : one
  })
}
