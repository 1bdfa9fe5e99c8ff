import { fitted } from './fitted.ts'
import type { Palette, SlideSource, SlideText } from './model.ts'

export const [SLIDE_WIDTH, SLIDE_HEIGHT] = [1600, 900]
export const EDGE = 60
export const ROOM = SLIDE_WIDTH - 2 * EDGE

/** Texts one under another, and where they end. */
type PlacedTexts = { texts: SlideText[]; below: number }

/** The first sentence is the title; what else is told stands smaller under it. */
export function slideHead(
  { heading, sentence, unit, dates }: Pick<SlideSource, 'heading' | 'sentence' | 'unit' | 'dates'>,
  palette: Palette,
): PlacedTexts {
  const [message = '', ...rest] = sentence.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u)
  const when = [unit, dates].filter(Boolean).join(' · ')
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
      text: when,
      colour: palette('soft'),
      isBold: false,
      ...fitted(when, { sizes: [24, 20], most: 1, room: ROOM }),
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

/** From the bottom up: what looks mean, where the figures come from, that they are no real ones. */
export function slideFoot(
  { key, foot, warning }: Pick<SlideSource, 'key' | 'foot' | 'warning'>,
  palette: Palette,
): { texts: SlideText[]; above: number } {
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
