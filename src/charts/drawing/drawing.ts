import type { ChartData, Dataset } from '../model/chart-data.ts'
import { barsOf, slotShare } from './bars.ts'
import {
  axisLines,
  frameOf,
  LETTER,
  NAMES_BELOW,
  PHONE,
  type PlotFrame,
  percentOf,
  pixels,
  roomBeside,
} from './frame.ts'
import { linePath, pointPath, pointsOf } from './lines.ts'
import type { Drawing } from './model.ts'
import { patternsOf } from './patterns.ts'
import { breaksOn, signsOfSeries } from './signs.ts'

/** A chart as it is drawn by the server; where things lie, a script that draws it again has them, too. */
export function drawingOf(chart: ChartData): Drawing {
  const frame = frameOf(chart)
  const { datasets } = chart.data
  const share = slotShare(chart)
  const names = namesOf(chart, frame)
  const series = datasets.map((one, nth) => ({
    nth,
    role: one.role,
    bars: barsOf(chart, nth, frame, share),
    path: linePath(one, frame),
    dash: one.dash.join(' '),
    points: pointsOf(one, nth, frame).map((point) => ({ ...point, outline: pointPath(point) })),
    signs: signsOfSeries(chart, nth, frame),
  }))
  return {
    flat: frame.flat,
    axisWidth: frame.axisWidth,
    height: frame.flat ? 0 : frame.height + NAMES_BELOW.first + (linesOf(names) - 1) * NAMES_BELOW.next,
    beside: roomBeside(chart),
    foot: frame.height,
    grid: chart.options.axis.ticks.map(({ value, label }) => {
      const lines = axisLines(label)
      return {
        at: frame.flat ? percentOf(frame.valueAt(value)) : pixels(frame.valueAt(value)),
        label,
        ...(lines.length > 1 && !frame.flat ? { lines } : {}),
      }
    }),
    names,
    breaks: breaksOn(chart, frame),
    series: [...series].sort(
      (one, other) => orderIn(datasets, other.nth) - orderIn(datasets, one.nth) || other.nth - one.nth,
    ),
    stacked: chart.options.stacked,
    patterns: patternsOf(series),
  }
}

function linesOf(names: Drawing['names']): number {
  return Math.max(1, ...names.map(({ lines }) => lines.length))
}

function orderIn(datasets: readonly Dataset[], nth: number): number {
  return datasets[nth]!.order
}

/** Room for names, in letters, on a large and on a small screen. */
const LETTERS = { wide: 96, small: 36 }
/** Names that would run into each other are left out, evenly; on a phone those of stages beside the axis take of their room. */
function namesOf({ data: { labels } }: ChartData, { flat, slotAt, axisWidth }: PlotFrame): Drawing['names'] {
  const lines = labels.map((label) => axisLines(label, 'below'))
  const longest = Math.max(1, ...lines.flat().map(({ length }) => length)) + 2
  const stepFor = (room: number) => (flat ? 1 : Math.max(1, Math.ceil((labels.length * longest) / room)))
  const [wide, small] = [stepFor(LETTERS.wide), stepFor(Math.min(LETTERS.small, (PHONE - axisWidth) / LETTER))]
  return labels.map((text, nth) => ({
    at: percentOf(slotAt(nth)),
    text,
    lines: lines[nth]!,
    wide: nth % wide === 0,
    small: nth % small === 0,
  }))
}
