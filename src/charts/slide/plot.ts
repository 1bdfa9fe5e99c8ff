import { textWidth, wrapped } from '../../spreadsheet/text-width.ts'
import { LYING } from '../drawing/frame.ts'
import type { DrawnSeries } from '../drawing/model.ts'
import type { Palette, SlidePlot, SlideSeries, SlideSource } from './model.ts'

/** Letters of a plot, in its own pixels, and how far lines of them are from each other. */
export const LETTERS = 12
const LINE = 14
/** Of a plot's pixels to those of the slide. */
const [LEAST, MOST] = [0.6, 2.1]

type Room = { width: number; height: number }
/** Of a plot in its own pixels: how large these are, where bars begin, where it ends, and how names beside it are written. */
type PlotLayout = { scale: number; beside: number; foot: number; rowNames: string[][] }

/** The drawing of a page in pixels of its own, as large as there is room for it. */
export function plotOf(source: SlideSource, room: Room & { x: number; y: number }, palette: Palette): SlidePlot {
  const { drawing } = source
  const layout = drawing.flat ? lyingLayout(source, room) : standingLayout(source, room)
  const { scale, beside, foot } = layout
  const width = room.width / scale - beside
  const stretched = drawing.flat ? stretchOf(drawing, width) : 1
  const across = (percent: number) => pixel((percent / 100) * width * stretched)
  const down = (y: number) => (drawing.flat ? pixel((y / 100) * foot) : y)
  return {
    x: pixel(room.x + beside * scale),
    y: room.y,
    scale,
    width: pixel(width),
    foot,
    grid: drawing.grid.map(({ at }) =>
      drawing.flat ? { x1: across(at), x2: across(at), y1: 0, y2: foot } : { x1: 0, x2: pixel(width), y1: at, y2: at },
    ),
    breaks: drawing.breaks.map(({ x, sign }) => ({ x: across(x), sign })),
    labels: drawing.flat ? rowLabels(layout) : axisLabels(source, across),
    series: drawing.series.map((one) =>
      seriesOf(one, { flat: drawing.flat, across, down, width, high: barHeight(layout) }, palette),
    ),
    stacked: drawing.stacked,
    patterns: patternsOf(drawing, palette),
  }
}

function standingLayout({ drawing }: SlideSource, { height }: Room): PlotLayout {
  const scale = Math.min(MOST, Math.max(LEAST, height / drawing.height))
  return { scale, beside: drawing.axisWidth, foot: drawing.foot, rowNames: [] }
}

/** Of bars that lie down: pixels of a row that has much room, how large letters are tried, and how much of the width names may have. */
const ROW = { most: 26, scales: { largest: 2.8, step: 0.1 }, names: 0.42 }

/** Letters as large as they can be with every name whole beside its bar; bars become thinner before letters become small. */
function lyingLayout({ rows, drawing }: SlideSource, room: Room): PlotLayout {
  const at = (scale: number) => {
    const most = (room.width / scale) * ROW.names
    const rowNames = rows.map(({ label }) => wrapped(label, most - 10, { size: LETTERS }))
    const lines = Math.max(drawing.beside.lines, ...rowNames.map(({ length }) => length))
    const wide = Math.max(0, ...rowNames.flat().map((line) => textWidth(line, { size: LETTERS })))
    const row = Math.min(Math.max(ROW.most, lines * LINE + 4), room.height / scale / Math.max(1, rows.length))
    return { layout: { scale, beside: wide + 10, foot: row * rows.length, rowNames }, fits: row >= lines * LINE }
  }
  let scale = ROW.scales.largest
  while (!at(scale).fits && scale > ROW.scales.step * 2) scale -= ROW.scales.step
  return at(pixel(scale)).layout
}

/** Bars that lie down are so long that what stands beside them has room. */
function stretchOf({ series, grid }: SlideSource['drawing'], width: number): number {
  const beside = series.flatMap(({ signs }) =>
    signs.flatMap(({ x, dx, text, lines = [text] }) =>
      lines.map((line) => ({ x, room: width - dx - textWidth(line, { size: LETTERS, isBold: true }) })),
    ),
  )
  const most = [...grid.map(({ at }) => ({ x: at, room: width })), ...beside].filter(({ x }) => x > 0)
  return Math.max(0.1, Math.min(1, ...most.map(({ x, room }) => room / ((x / 100) * width))))
}

/** Of two rows under each other the bars stay apart. */
function barHeight({ foot, rowNames }: PlotLayout): number {
  return Math.min(LYING, pixel((foot / Math.max(1, rowNames.length)) * 0.66))
}

function rowLabels({ foot, rowNames }: PlotLayout): SlidePlot['labels'] {
  const row = foot / Math.max(1, rowNames.length)
  return rowNames.flatMap((lines, nth) =>
    around((nth + 0.5) * row, lines).map((line) => ({ x: -8, ...line, anchor: 'end' as const })),
  )
}

/** Lines of a text, the middle of them at a height. */
function around(middle: number, lines: readonly string[], apart = LINE): { y: number; text: string }[] {
  return lines.map((text, nth) => ({ y: pixel(middle + 4 + (nth - (lines.length - 1) / 2) * apart), text }))
}

function axisLabels({ drawing }: SlideSource, across: (percent: number) => number): SlidePlot['labels'] {
  return [
    ...drawing.grid.flatMap(({ at, label, lines = [label] }) =>
      around(at, lines, LETTERS + 1).map((line) => ({ x: -6, ...line, anchor: 'end' as const })),
    ),
    ...drawing.names
      .filter(({ wide }) => wide)
      .flatMap(({ at, lines }) =>
        lines.map((text, nth) => ({
          x: across(at),
          y: drawing.foot + 15 + nth * LINE,
          text,
          anchor: 'middle' as const,
        })),
      ),
  ]
}

function patternsOf({ patterns }: SlideSource['drawing'], palette: Palette): SlidePlot['patterns'] {
  return patterns.map(({ name, role, path, isOnPaper }) => {
    const [own, paper] = [palette(`chart-${role}`), palette('paper')]
    return { name, path, ground: isOnPaper ? paper : own, shapes: isOnPaper ? own : paper }
  })
}

/** Where things of a series stand: `high` of all bars of a row that lie down. */
type Placing = {
  flat: boolean
  across: (percent: number) => number
  down: (y: number) => number
  width: number
  high: number
}

function seriesOf(one: DrawnSeries, { flat, across, down, width, high }: Placing, palette: Palette): SlideSeries {
  const thinner = (length: number) => pixel((length / LYING) * high)
  return {
    colour: palette(`chart-${one.role}`),
    bars: one.bars.map(({ x, y, dy, width: wide, height, role, open, pattern }) => ({
      ...{ x: across(x), y: flat ? pixel(down(y) + thinner(dy)) : y },
      ...{ width: across(wide), height: flat ? thinner(height) : height },
      ...{ colour: palette(`chart-${role}`), open, pattern },
    })),
    path: one.path.replace(/([MLH])(-?[\d.]+)/g, (_, to, x) => `${to}${pixel((Number(x) / 1000) * width)}`),
    dash: one.dash,
    points: one.points.map(({ x, y, outline, form, open }) => ({
      ...{ x: across(x), y: down(y), outline, open },
      isStroke: form === 'line' || form === 'upright',
      width: form === 'upright' ? 3 : 2,
    })),
    signs: one.signs.flatMap(({ x, y, dx, at, text, lines = [text] }) =>
      (flat ? around(down(y), lines) : [{ y, text }]).map((line) => ({ x: across(x) + dx, ...line, anchor: at })),
    ),
  }
}

function pixel(length: number): number {
  return Math.round(length * 10) / 10
}
