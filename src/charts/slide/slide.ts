import { textWidth } from '../../spreadsheet/text-width.ts'
import type { Language } from '../../vocabulary/language.ts'
import { fitted } from './fitted.ts'
import type { Palette, Slide, SlideLegendItem, SlideSource, SlideText } from './model.ts'
import { plotOf } from './plot.ts'

export const [SLIDE_WIDTH, SLIDE_HEIGHT] = [1600, 900]
const EDGE = 60
const ROOM = SLIDE_WIDTH - 2 * EDGE
const LEGEND = { size: 22, mark: 34, gap: 36, row: 34 }

/**
 * A picture as a slide: what it is of, what it shows as the title, its unit and dates, its series by name, the picture as large as there
 * is room, and what a figure never leaves its page without.
 */
export function slideOf(source: SlideSource, palette: Palette, language: Language): Slide {
  const head = headOf(source, palette)
  const legend = legendOf(source, head.below + 8, palette)
  const foot = footOf(source, palette)
  const top = legend.below + 10
  return {
    width: SLIDE_WIDTH,
    height: SLIDE_HEIGHT,
    title: `${source.heading}. ${source.sentence}`,
    language,
    texts: [...head.texts, ...foot.texts],
    legend: legend.items,
    plot: plotOf(source, { x: EDGE, y: top, width: ROOM, height: foot.above - 14 - top }, palette),
    colours: { paper: palette('paper'), ink: palette('ink'), soft: palette('soft'), line: palette('line') },
  }
}

type Lines = { texts: SlideText[]; below: number }

/** The first sentence is the title; what else is told stands smaller under it. */
function headOf({ heading, sentence, unit, dates }: SlideSource, palette: Palette): Lines {
  const [message = '', ...rest] = sentence.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u)
  const parts = [
    {
      text: heading,
      colour: palette('brand'),
      isBold: true,
      ...fitted(heading, { sizes: [24, 21, 18], most: 1, room: ROOM, isBold: true }),
    },
    {
      text: message,
      colour: palette('ink'),
      isBold: true,
      ...fitted(message, { sizes: [42, 36, 30], most: 2, room: ROOM, isBold: true }),
    },
    {
      text: rest.join(' '),
      colour: palette('ink'),
      isBold: false,
      ...fitted(rest.join(' '), { sizes: [24, 21], most: 2, room: ROOM }),
    },
    {
      text: `${unit} · ${dates}`,
      colour: palette('soft'),
      isBold: false,
      ...fitted(`${unit} · ${dates}`, { sizes: [24, 20], most: 1, room: ROOM }),
    },
  ].filter(({ text }) => text !== '')
  let y = EDGE - 10
  const texts = parts.flatMap(({ colour, isBold, size, lines }) =>
    lines.map((text, nth): SlideText => {
      y += size * (nth === 0 ? 1.5 : 1.2)
      return { x: EDGE, y: Math.round(y), size, text, colour, isBold }
    }),
  )
  return { texts, below: Math.round(y) }
}

/** Names of series in rows, as many as fit. */
function legendOf({ legend }: SlideSource, top: number, palette: Palette): { items: SlideLegendItem[]; below: number } {
  let [x, y] = [EDGE, top + LEGEND.row]
  const items = legend.map(({ label, isBar, pattern, dash, outline, role }): SlideLegendItem => {
    const wide = LEGEND.mark + textWidth(label, LEGEND) + LEGEND.gap
    if (x > EDGE && x + wide - LEGEND.gap > SLIDE_WIDTH - EDGE) [x, y] = [EDGE, y + LEGEND.row]
    const item = { label, isBar, pattern, dash, outline, colour: palette(`chart-${role}`), x: Math.round(x), y }
    x += wide
    return item
  })
  return { items, below: items.length === 0 ? top : y }
}

/** From the bottom up: what looks mean, where the figures come from, that they are no real ones. */
function footOf({ key, foot, warning }: SlideSource, palette: Palette): { texts: SlideText[]; above: number } {
  const lines = [
    ...key.flatMap((text) => fitted(text, { sizes: [17], most: 2, room: ROOM }).lines),
    ...fitted(foot, { sizes: [17, 15], most: 2, room: ROOM }).lines,
  ].map((text) => ({ text, colour: palette('soft'), isBold: false, size: 17 }))
  const all = warning ? [...lines, { text: warning, colour: palette('demo'), isBold: true, size: 22 }] : lines
  let y = SLIDE_HEIGHT - EDGE / 2
  const texts = [...all].reverse().map((line): SlideText => {
    const placed = { ...line, x: EDGE, y: Math.round(y) }
    y -= line.size * 1.35
    return placed
  })
  return { texts: texts.reverse(), above: Math.round(y) }
}
