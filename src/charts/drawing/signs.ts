import { MARKS } from '../../figures/marks.ts'
import { isBrokenThroughout } from '../legend.ts'
import type { ChartData, Dataset } from '../model/chart-data.ts'
import { axisLines, drawnValue, type PlotFrame, percentOf, pixels } from './frame.ts'
import type { Drawing, DrawnSeries } from './model.ts'

/** Signs of one series: in the place of numbers, each place once, and beside those that were restated or stand at a break. */
export function signsOfSeries(chart: ChartData, nth: number, frame: PlotFrame): DrawnSeries['signs'] {
  const { datasets } = chart.data
  const one = datasets[nth]!
  return one.data.flatMap((_, i) => {
    const gap = one.gaps[i]
    const isTaken = datasets.slice(0, nth).some(({ gaps }, s) => gaps[i] && alongOf(chart, s) === alongOf(chart, nth))
    if (gap) return isTaken ? [] : [gapSign(gap, i, frame)]
    if (chart.options.stacked) return stackSigns(chart, nth, i, frame)
    const value = drawnValue(one, i)
    const text =
      one.values?.[i] ?? [isRevised(one, i) ? MARKS.revised.sign : '', breakSign(chart, nth, i)].join(' ').trim()
    return value === null || text === '' ? [] : [besideValue(text, frame.flat ? furthest(chart, i) : value, i, frame)]
  })
}

/** Of a stack over all of it, once: of which part it is, the table says. */
function stackSigns({ data: { datasets } }: ChartData, nth: number, i: number, frame: PlotFrame): DrawnSeries['signs'] {
  const top = datasets.findLastIndex(({ data }) => (data[i] ?? 0) !== 0)
  if (nth !== top || !datasets.some((one) => isRevised(one, i))) return []
  const sum = datasets.reduce((all, { data }) => all + (data[i] ?? 0), 0)
  return [besideValue(MARKS.revised.sign, sum, i, frame)]
}

/** A number stands beyond its bar, and beyond what was planned. */
function furthest({ data: { datasets } }: ChartData, i: number): number {
  return Math.max(0, ...datasets.flatMap(({ data, role }) => (role === 'baseline' ? [] : (data[i] ?? []))))
}

/** Signs of bars beside each other have places of their own; those of lines and stacks share one. */
function alongOf({ data, options }: ChartData, nth: number): number {
  return data.datasets[nth]!.type === 'bar' && !options.stacked && options.indexAxis === 'x' ? nth : 0
}

function gapSign(text: string, nth: number, { flat, height, slotAt }: PlotFrame): DrawnSeries['signs'][number] {
  return flat
    ? { x: 0, y: percentOf(slotAt(nth)), text, dx: 4, at: 'start' }
    : { x: percentOf(slotAt(nth)), y: height - 4, text, dx: 0, at: 'middle' }
}

function besideValue(text: string, value: number, nth: number, frame: PlotFrame): DrawnSeries['signs'][number] {
  const { flat, slotAt, valueAt } = frame
  return flat
    ? { x: percentOf(valueAt(value)), y: percentOf(slotAt(nth)), text, ...inLines(text), dx: 6, at: 'start' }
    : { x: percentOf(slotAt(nth)), y: pixels(valueAt(value) - 8), text, dx: 0, at: 'middle' }
}

/** The name of a stage may be longer than there is room beside a bar. */
function inLines(text: string): { lines?: string[] } {
  const lines = axisLines(text, 'beside')
  return lines.length > 1 ? { lines } : {}
}

/** Only where the other series go on: else the line before it says it for all. */
function breakSign(chart: ChartData, nth: number, i: number): string {
  const one = chart.data.datasets[nth]!
  return isFigure(one) && begins(one, i) && !breaksAll(chart, i) ? MARKS.break.sign : ''
}

/** Where series begin to be others: a line before it, with its sign where they all do. */
export function breaksOn(chart: ChartData, { flat, slot, slotAt }: PlotFrame): Drawing['breaks'] {
  if (flat) return []
  return chart.data.labels.flatMap((_, i) => {
    if (!chart.data.datasets.some((one) => isFigure(one) && begins(one, i))) return []
    return [{ x: percentOf(slotAt(i) - slot / 2), sign: breaksAll(chart, i) ? MARKS.break.sign : null }]
  })
}

/** Whether every series with something in a place begins to be another one there. */
function breaksAll({ data: { datasets } }: ChartData, i: number): boolean {
  const there = datasets.filter((one) => isFigure(one) && (one.data[i] !== null || isBroken(one, i)))
  return there.every((one) => begins(one, i))
}

function isFigure({ role }: Dataset): boolean {
  return role !== 'target' && role !== 'baseline'
}

function begins(one: Dataset, i: number): boolean {
  return isBroken(one, i) && !isBroken(one, i - 1) && !isBrokenThroughout(one)
}

function isBroken({ flags }: Dataset, i: number): boolean {
  return flags[i]?.includes('break') ?? false
}

function isRevised({ flags, data }: Dataset, i: number): boolean {
  return data[i] !== null && (flags[i]?.includes('revised') ?? false)
}
