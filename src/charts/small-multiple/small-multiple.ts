import { type Quarter, yearOf } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { numberIn } from '../point.ts'
import { half, isGap } from '../series-path.ts'
import type { MultipleSeries, SmallMultiple } from './model.ts'
import { gridLine, HEIGHT, RIGHT, scaleOf, WIDTH, yearsIn } from './scale.ts'
import { barOf, dotsOf, pathOf, signsOn, steppedThrough } from './shapes.ts'

/** @returns null where there is no number at all */
export function smallMultipleOf(series: MultipleSeries): SmallMultiple | null {
  const { kind, points, toDate, span } = series
  if (points.every(({ shown }) => numberIn(shown) === null)) return null
  const scale = scaleOf(series)
  const { x, y, slot } = scale
  const middle = (quarter: Quarter) => half(x(quarter) + slot / 2)
  const at = ({ to }: Span, value: number | null) => (value === null ? null : { x: middle(to), y: half(y(value)) })
  const drawn = kind === 'bars' ? toDate : points
  const breaksAt = (nth: number) => isGap(drawn[nth]!.shown)
  const positions = drawn.map((one) => at(one, numberIn(one.shown)))
  const planned = drawn.map((one) => at(one, one.planned))
  return {
    width: WIDTH,
    height: HEIGHT,
    left: scale.left,
    right: WIDTH - RIGHT,
    grid: scale.grid.map(({ value, label }) => gridLine(half(y(value)), label, series, scale)),
    years: yearsIn(span).map((year) => ({ x: half(x(Math.max(year, span.from))), label: String(yearOf(year)) })),
    bars: kind === 'bars' ? points.flatMap((one) => barOf(one, scale)) : [],
    line: kind === 'steps' ? steppedThrough(points, positions, scale) : pathOf(series, positions, breaksAt),
    plan: pathOf(series, planned, () => false),
    dots: dotsOf(drawn, positions, kind),
    signs: points.flatMap((one) => signsOn(one, scale, kind)),
  }
}
