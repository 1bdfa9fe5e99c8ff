import { gapIn, type ShownFigure } from '../disclosure/publishable.ts'
import { isWithheld } from '../figures/figure.ts'
import { isUnsettled } from './legend.ts'

/** Where something is drawn, in units of its box. */
export type Position = { x: number; y: number }

/**
 * A line through what has a value, as a path.
 * @param at null where there is no value
 * @param isGap whether the line is broken at a place without a value; else it goes on over it
 */
export function pathThrough(at: readonly (Position | null)[], isGap: (nth: number) => boolean): string {
  let text = ''
  let open = false
  at.forEach((position, nth) => {
    if (position === null) open &&= !isGap(nth)
    else {
      text += `${open ? 'L' : 'M'}${position.x} ${position.y}`
      open = true
    }
  })
  return text
}

/** Whether there is something at a place of a series and nothing beside it: no line goes through it. */
export function standsAlone(series: readonly unknown[], nth: number): boolean {
  return [nth - 1, nth + 1].every((beside) => (series[beside] ?? null) === null)
}

/** There is no number where there could be one: no line goes over it. */
export function isGap(shown: ShownFigure): boolean {
  const gap = gapIn(shown)
  return gap !== null && gap !== 'not due' && gap !== 'not applicable'
}

/** It is kept from whoever looks, whether there is a number or not. */
export function isKept(shown: ShownFigure): boolean {
  const gap = gapIn(shown)
  return gap !== null && isWithheld(gap)
}

/** It rests on fewer reports than expected, or is not settled otherwise. */
export function isHollow(shown: ShownFigure): boolean {
  return shown.kind === 'figure' && shown.figure.value !== null && isUnsettled(shown.figure.flags)
}

/** Lengths are written to the half: no screen shows more, and a page has hundreds of them. */
export function half(length: number): number {
  return Math.round(length * 2) / 2
}
