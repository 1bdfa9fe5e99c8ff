import type { Quarter } from '../../calendar/quarter.ts'
import { gapIn } from '../../disclosure/publishable.ts'
import { bareSign, MARKS } from '../../figures/marks.ts'
import { flagsIn } from '../legend.ts'
import { gapOf, numberIn } from '../point.ts'
import { half, isGap, isHollow, type Position, pathThrough, standsAlone } from '../series-path.ts'
import type { MultipleKind, MultiplePoint, MultipleSeries, SmallMultiple } from './model.ts'
import { BOTTOM, HEIGHT, type Scale } from './scale.ts'

/** Narrower than this, and a sign in brackets would stand on the next one. */
const ROOM_FOR_SIGN = 13

/** A bar takes up the quarters that its value covers, as far as they lie on the axis. */
export function barOf({ from, to, shown }: MultiplePoint, { x, y, slot, left }: Scale): SmallMultiple['bars'] {
  const value = numberIn(shown)
  if (value === null || value === 0) return []
  const begin = half(Math.max(left, x(from)) + slot * 0.12)
  const [top, bottom] = [half(y(Math.max(0, value))), half(y(Math.min(0, value)))]
  const width = half(x(to + 1) - slot * 0.12 - begin)
  return [{ x: begin, y: top, width, height: Math.max(1, bottom - top), hollow: isHollow(shown) }]
}

/** What adds up from another quarter on is another line. */
export function pathOf(
  { kind, toDate }: MultipleSeries,
  positions: readonly (Position | null)[],
  isGap: (nth: number) => boolean,
): string {
  if (kind !== 'bars') return pathThrough(positions, isGap)
  const begins = [...new Set(toDate.map(({ from }) => from))]
  const since = (begin: Quarter) => positions.map((one, nth) => (toDate[nth]!.from === begin ? one : null))
  return begins.map((begin) => pathThrough(since(begin), isGap)).join('')
}

/** A stage holds until the next is known. */
export function steppedThrough(
  points: readonly MultiplePoint[],
  positions: readonly (Position | null)[],
  { x, slot, left }: Scale,
): string {
  let path = ''
  let height: number | null = null
  positions.forEach((position, nth) => {
    const { from, to, shown } = points[nth]!
    if (position === null) {
      if (isGap(shown)) height = null
      return
    }
    const [begin, end] = [half(Math.max(left, x(from))), half(x(to) + slot)]
    if (height === null) path += `M${begin} ${position.y}`
    else if (height !== position.y) path += `H${begin}V${position.y}`
    path += `H${end}`
    height = position.y
  })
  return path
}

/** The last value, those that stand alone, and the unsettled ones. */
export function dotsOf(
  points: readonly MultiplePoint[],
  positions: readonly (Position | null)[],
  kind: MultipleKind,
): SmallMultiple['dots'] {
  const end = positions.findLastIndex((one) => one !== null)
  return positions.flatMap((position, nth) => {
    const hollow = isHollow(points[nth]!.shown)
    // Of a sum the bars say which are unsettled.
    const isMarked = nth === end || standsAlone(positions, nth) || (hollow && kind !== 'bars')
    return position && isMarked ? [{ ...position, hollow }] : []
  })
}

/** What stands in the place of a number, or over one. */
export function signsOn(point: MultiplePoint, scale: Scale, kind: MultipleKind): SmallMultiple['signs'] {
  const { shown, to } = point
  const value = numberIn(shown)
  const x = half(scale.x(to) + scale.slot / 2)
  const state = gapIn(shown)
  if (state === 'not due') return []
  const gap = gapOf(shown, kind === 'bars' ? 'bar' : 'line')
  if (gap !== null) {
    const isNarrow = state !== null && scale.slot < ROOM_FOR_SIGN
    return [{ x, y: HEIGHT - BOTTOM - 3, text: isNarrow ? bareSign(MARKS[state].sign) : gap }]
  }
  const marks = flagsIn(shown).flatMap((flag) => (MARKS[flag].role === 'turn' ? (MARKS[flag].sign ?? []) : []))
  return marks.length === 0 ? [] : [{ x, y: half(scale.y(value!)) - 4, text: marks.join('') }]
}
