import { isUnsettled } from '../legend.ts'
import type { ChartData } from '../model/chart-data.ts'
import { drawnValue, LYING, type PlotFrame, percentOf, pixels } from './frame.ts'
import type { DrawnSeries } from './model.ts'
import { patternName } from './patterns.ts'

/** How much of its slot a bar, or a group of them, takes up: few periods do not make broad ones. */
export function slotShare({ data: { labels } }: ChartData): number {
  return Math.min(0.78, 0.1 * labels.length)
}

/** Of its share of the slot, what a bar beside others fills. */
export const BESIDE = 0.9

/** The bars of one series; stacked on those before it, or beside them. */
export function barsOf(chart: ChartData, nth: number, frame: PlotFrame, share: number): DrawnSeries['bars'] {
  const { data, options } = chart
  const one = data.datasets[nth]!
  if (one.type !== 'bar') return []
  const bars = [...data.datasets.keys()].filter((s) => data.datasets[s]!.type === 'bar')
  const abreast = options.stacked ? 1 : bars.length
  const [place, chunk] = [options.stacked ? 0 : bars.indexOf(nth), (frame.slot * share) / abreast]
  const breadth = chunk * (abreast === 1 ? 1 : BESIDE)
  return data.labels.flatMap((_, i) => {
    const value = drawnValue(one, i)
    if (value === null || value === 0) return []
    const below = options.stacked ? sumOf(bars.filter((s) => s < nth).map((s) => data.datasets[s]!.data[i] ?? 0)) : 0
    const middle = frame.slotAt(i) - (frame.slot * share) / 2 + chunk * (place + 0.5)
    const [begin, end] = [frame.valueAt(below), frame.valueAt(below + value)]
    const role = one.roles?.[i] ?? one.role
    const open = isUnsettled(one.flags[i] ?? [])
    const look = { role, open, pattern: patternName(role, open) }
    const [from, length] = [Math.min(begin, end), Math.abs(end - begin)]
    const high = LYING / abreast
    return [
      frame.flat
        ? {
            x: percentOf(from),
            width: percentOf(length),
            y: percentOf(frame.slotAt(i)),
            dy: pixels(place * high - LYING / 2),
            height: pixels(high),
            ...look,
          }
        : {
            x: percentOf(middle - breadth / 2),
            width: percentOf(breadth),
            y: pixels(from),
            dy: 0,
            height: pixels(length),
            ...look,
          },
    ]
  })
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
