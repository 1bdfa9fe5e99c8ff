import { textWidth } from '../../spreadsheet/text-width.ts'
import type { DrawnSeries } from '../drawing/model.ts'
import { shortenedTo } from './fitted.ts'
import type { Palette, SlidePlot, SlideSeries, SlideSource } from './model.ts'

/** Letters of a plot, in its own pixels. */
export const LETTERS = 12
/** Of a plot's pixels to those of the slide. */
const LEAST = 0.6
const MOST = { along: 2.1, lying: 2.8 }
/** Of the width, what names of rows take up at most. */
const NAMES_SHARE = 0.3

/** The drawing of a page in pixels of its own, as large as there is room for it. */
export function plotOf(
  { drawing, rows }: SlideSource,
  room: { x: number; y: number; width: number; height: number },
  palette: Palette,
): SlidePlot {
  const scale = Math.min(drawing.flat ? MOST.lying : MOST.along, Math.max(LEAST, room.height / drawing.height))
  const whole = room.width / scale
  const named = Math.max(0, ...rows.map(({ label }) => textWidth(label, { size: LETTERS + 1 })))
  const beside = drawing.flat ? Math.min(whole * NAMES_SHARE, named + 10) : drawing.axisWidth
  const width = whole - beside
  const across = (percent: number) => pixel((percent / 100) * width)
  return {
    x: room.x + beside * scale,
    y: room.y,
    scale,
    width,
    foot: drawing.foot,
    grid: drawing.grid.map(({ at }) =>
      drawing.flat
        ? { x1: across(at), x2: across(at), y1: 0, y2: drawing.foot }
        : { x1: 0, x2: pixel(width), y1: at, y2: at },
    ),
    breaks: drawing.breaks.map(({ x, sign }) => ({ x: across(x), sign })),
    labels: labelsOf({ drawing, rows }, across, beside),
    series: drawing.series.map((one) => seriesOf(one, across, width, palette)),
    stacked: drawing.stacked,
    patterns: patternsOf(drawing, palette),
  }
}

function patternsOf({ patterns }: SlideSource['drawing'], palette: Palette): SlidePlot['patterns'] {
  return patterns.map(({ name, role, path, isOnPaper }) => {
    const [own, paper] = [palette(`chart-${role}`), palette('paper')]
    return { name, path, ground: isOnPaper ? paper : own, shapes: isOnPaper ? own : paper }
  })
}

function labelsOf(
  { drawing, rows }: Pick<SlideSource, 'drawing' | 'rows'>,
  across: (percent: number) => number,
  beside: number,
): SlidePlot['labels'] {
  if (drawing.flat) {
    const each = drawing.foot / Math.max(1, rows.length)
    return rows.map(({ label }, nth) => ({
      x: -8,
      y: pixel((nth + 0.5) * each + 4),
      text: shortenedTo(label, LETTERS, beside - 10),
      anchor: 'end' as const,
    }))
  }
  const names = drawing.names.filter(({ wide }) => wide)
  return [
    ...drawing.grid.map(({ at, label }) => ({ x: -6, y: at + 4, text: label, anchor: 'end' as const })),
    ...names.map(({ at, text }) => ({ x: across(at), y: drawing.foot + 15, text, anchor: 'middle' as const })),
  ]
}

function seriesOf(one: DrawnSeries, across: (percent: number) => number, width: number, palette: Palette): SlideSeries {
  return {
    colour: palette(`chart-${one.role}`),
    bars: one.bars.map(({ x, y, width: wide, height, role, open, pattern }) => ({
      ...{ x: across(x), y, width: across(wide), height },
      ...{ colour: palette(`chart-${role}`), open, pattern },
    })),
    path: one.path.replace(/([MLH])(-?[\d.]+)/g, (_, to, x) => `${to}${pixel((Number(x) / 1000) * width)}`),
    dash: one.dash,
    points: one.points.map(({ x, y, outline, form, open }) => ({
      ...{ x: across(x), y, outline, open },
      isStroke: form === 'line' || form === 'upright',
      width: form === 'upright' ? 3 : 2,
    })),
    signs: one.signs.map(({ x, y, dx, at, text }) => ({ x: across(x) + dx, y, text, anchor: at })),
  }
}

function pixel(length: number): number {
  return Math.round(length * 10) / 10
}
