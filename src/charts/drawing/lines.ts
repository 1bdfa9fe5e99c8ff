import { isUnsettled } from '../legend.ts'
import type { Dataset } from '../model/chart-data.ts'
import { drawnValue, type PlotFrame, percentOf, pixels } from './frame.ts'
import type { DrawnSeries, PointForm } from './model.ts'

const FORMS = ['circle', 'rect', 'triangle', 'rectRot'] as const
/** Pixels: half of a point, of a hollow one, what a ring is wider, and half of a stroke. */
const SIZES = { full: 4, open: 5, ring: 3, stroke: 6, upright: 8 }

/** The line of a series, broken where it has no number; of levels in steps, half-way between two. */
export function linePath(one: Dataset, { flat, slotAt, valueAt }: PlotFrame): string {
  if (one.type !== 'line' || flat) return ''
  const x = (share: number) => Math.round(share * 1000)
  let path = ''
  one.data.forEach((_, nth) => {
    const [value, before] = [drawnValue(one, nth), drawnValue(one, nth - 1)]
    if (value === null) return
    const [here, level] = [x(slotAt(nth)), pixels(valueAt(value))]
    if (before === null) path += `M${here} ${level}`
    else if (one.stepped) path += `H${x((slotAt(nth - 1) + slotAt(nth)) / 2)}V${level}H${here}`
    else path += `L${here} ${level}`
  })
  return path
}

export function pointsOf(
  one: Dataset,
  nth: number,
  frame: PlotFrame,
): Omit<DrawnSeries['points'][number], 'outline'>[] {
  if (one.type !== 'line') return []
  return one.data.flatMap((_, i) => {
    const value = drawnValue(one, i)
    const look = pointLook(one, nth, i, frame.flat)
    if (value === null || look === null) return []
    const [along, level] = [frame.slotAt(i), frame.valueAt(value)]
    const at = frame.flat ? { x: percentOf(level), y: percentOf(along) } : { x: percentOf(along), y: pixels(level) }
    return [{ ...at, ...look }]
  })
}

/**
 * How a point looks: hollow where it is not settled, larger where others lie on it, a stroke where something was planned.
 * @returns null where a line alone is drawn
 */
export function pointLook(
  { role, flags, rings }: Pick<Dataset, 'role' | 'flags' | 'rings'>,
  series: number,
  nth: number,
  flat: boolean,
): { form: PointForm; size: number; open: boolean } | null {
  if (role === 'baseline') return null
  if (role === 'target') {
    return flat
      ? { form: 'upright', size: SIZES.upright, open: false }
      : { form: 'line', size: SIZES.stroke, open: false }
  }
  const open = isUnsettled(flags[nth] ?? [])
  const size = (open ? SIZES.open : SIZES.full) + (rings?.[nth] ?? 0) * SIZES.ring
  // A place has its form as it has its colour, wherever it stands among others.
  const own = Number(/\d+$/.exec(role)?.[0] ?? series)
  return { form: role === 'figure' ? 'circle' : FORMS[own % FORMS.length]!, size, open }
}

/** The outline of a point around its middle. */
export function pointPath({ form, size }: Pick<DrawnSeries['points'][number], 'form' | 'size'>): string {
  // As Chart.js draws them.
  const side = pixels(size * Math.SQRT1_2)
  const outlines: Readonly<Record<PointForm, string>> = {
    circle: `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`,
    rect: `M${-side} ${-side}h${2 * side}v${2 * side}h${-2 * side}z`,
    triangle: `M0 ${-size}l${pixels(size * 0.866)} ${pixels(size * 1.5)}h${pixels(size * -1.732)}z`,
    rectRot: `M0 ${-size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
    line: `M${-size} 0h${2 * size}`,
    upright: `M0 ${-size}v${2 * size}`,
  }
  return outlines[form]
}
