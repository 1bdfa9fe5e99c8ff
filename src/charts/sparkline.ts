import { gapIn, type ShownFigure } from '../disclosure/publishable.ts'
import { bareSign, MARKS } from '../figures/marks.ts'
import { numberIn } from './point.ts'
import { half, isGap, isHollow, isKept, pathThrough, standsAlone } from './series-path.ts'

/** A value at the end of its span; what was planned for just this span beside it. */
export type SparkPoint = { at: number; shown: ShownFigure; planned: number | null }

/** A small picture of a series, in whole and half units of its box. */
export type Sparkline = {
  width: number
  height: number
  /** The values, as a path that is broken where there is none. */
  line: string
  /** The planned path; empty where nothing is planned. */
  plan: string
  /** Where something was due and there is no number. */
  gaps: number[]
  /** Where a number is hidden. */
  hidden: { x: number; sign: string }[]
  /** The last value and those that stand alone; hollow: it rests on fewer reports than expected, or is not settled otherwise. */
  dots: { x: number; y: number; hollow: boolean }[]
}

declare module '../web/views/models.ts' {
  interface Parts {
    /** `label`: what it shows, in words. */
    'charts/sparkline': { spark: Sparkline & { label: string } }
  }
}

const [WIDTH, HEIGHT, MARGIN] = [96, 20, 3]
const HIDDEN = bareSign(MARKS.confidential.sign)

/**
 * Draws a series without script: its values unbroken, its gaps as gaps, and what was planned.
 * @param fromZero of amounts, whose height means something; else the picture spans the values
 * @returns null where there is no number at all
 */
export function sparklineOf(points: readonly SparkPoint[], fromZero: boolean): Sparkline | null {
  const values = points.map(({ shown }) => numberIn(shown))
  const known = [...values, ...points.map(({ planned }) => planned)].filter((one) => one !== null)
  if (values.every((one) => one === null)) return null
  const [low, high] = [Math.min(...known, ...(fromZero ? [0] : [])), Math.max(...known, ...(fromZero ? [0] : []))]
  const [first, last] = [points[0]!.at, points.at(-1)!.at]
  const x = (at: number) => half(MARGIN + (last === first ? 0.5 : (at - first) / (last - first)) * (WIDTH - 2 * MARGIN))
  const y = (value: number) =>
    half(HEIGHT - MARGIN - (high === low ? 0.5 : (value - low) / (high - low)) * (HEIGHT - 2 * MARGIN))
  const path = (numbers: readonly (number | null)[], breaksAt: (nth: number) => boolean) =>
    pathThrough(
      numbers.map((value, nth) => (value === null ? null : { x: x(points[nth]!.at), y: y(value) })),
      breaksAt,
    )
  const end = values.findLastIndex((one) => one !== null)
  return {
    width: WIDTH,
    height: HEIGHT,
    line: path(values, (nth) => isGap(points[nth]!.shown)),
    plan: path(
      points.map(({ planned }) => planned),
      () => false,
    ),
    gaps: points.flatMap(({ at, shown }) => (isGap(shown) && !isKept(shown) ? [x(at)] : [])),
    hidden: points.flatMap(({ at, shown }) => (gapIn(shown) === 'confidential' ? [{ x: x(at), sign: HIDDEN }] : [])),
    dots: values.flatMap((value, nth) =>
      value !== null && (nth === end || standsAlone(values, nth) || isHollow(points[nth]!.shown))
        ? [{ x: x(points[nth]!.at), y: y(value), hollow: isHollow(points[nth]!.shown) }]
        : [],
    ),
  }
}
