import { textWidth } from '../../spreadsheet/text-width.ts'
import type { Language } from '../../vocabulary/language.ts'
import { EDGE, ROOM, SLIDE_HEIGHT, SLIDE_WIDTH, slideFoot, slideHead } from './around.ts'
import type { Palette, Slide, SlideLegendItem, SlideSource } from './model.ts'
import { plotOf } from './plot.ts'

const LEGEND = { size: 22, mark: 34, gap: 36, row: 34 }

/**
 * A picture as a slide: what it is of, what it shows as the title, its unit and dates, its series by name, the picture as large as there
 * is room, and what a figure never leaves its page without.
 */
export function slideOf(source: SlideSource, palette: Palette, language: Language): Slide {
  const head = slideHead(source, palette)
  const legend = legendOf(source, head.below + 8, palette)
  const foot = slideFoot(source, palette)
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
