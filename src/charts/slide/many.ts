import type { Language } from '../../vocabulary/language.ts'
import type { SmallMultiple } from '../small-multiple/model.ts'
import { EDGE, ROOM, SLIDE_HEIGHT, SLIDE_WIDTH, slideFoot, slideHead } from './around.ts'
import { fitted, sizeOnOneLine } from './fitted.ts'
import type { Palette, SlideSource, SlideText } from './model.ts'

/** Small pictures that leave their page together: each of an indicator, with its latest figure and its pace. */
export type ManySource = Pick<SlideSource, 'heading' | 'sentence' | 'dates' | 'key' | 'foot' | 'warning'> & {
  cards: readonly ManyCard[]
}

/** `instead`: what is said where there is no number to draw. */
export type ManyCard = {
  code: string
  name: string
  value: string
  /** Of which period the value is, where it is not the one of the page. */
  period: string | null
  pace: { text: string; tone: string } | null
  picture: SmallMultiple | null
  instead: string
}

type PlacedPicture = SmallMultiple & { x: number; y: number; scale: number }

/** Small pictures drawn for one slide of a presentation. */
export type SlideOfMany = {
  width: number
  height: number
  /** Read out in place of it. */
  title: string
  language: string
  texts: SlideText[]
  pictures: PlacedPicture[]
  colours: Readonly<Record<(typeof COLOURS)[number], string>>
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'charts/export/slide-of-many': { slide: SlideOfMany }
  }
}

const COLOURS = ['paper', 'ink', 'soft', 'line', 'line-strong', 'chart-figure', 'chart-target', 'chart-sum'] as const
const TONES: Readonly<Record<string, string>> = { good: 'good', warn: 'warn', bad: 'bad' }

/** Of a card: its name, its figure, then the picture, in pixels of the slide. */
const CARD = { names: [17, 16, 15, 14, 13], lines: 2, value: 20, said: 16, under: 48, foot: 8, gap: 28 }
const [LEAST, MOST] = [0.5, 2]

/**
 * The pictures of a page on one slide, as large as so many can be beside each other, under what they show together.
 * @param source.cards at least one
 */
export function slideOfMany(source: ManySource, palette: Palette, language: Language): SlideOfMany {
  const head = slideHead({ ...source, unit: '' }, palette)
  const foot = slideFoot(source, palette)
  const room = { top: head.below + 18, height: foot.above - 10 - (head.below + 18) }
  const grid = gridFor(source.cards, room.height)
  const placed = source.cards.map((card, nth) => {
    const x = EDGE + (nth % grid.columns) * (grid.width + CARD.gap)
    const y = room.top + Math.floor(nth / grid.columns) * grid.height
    return placedCard(card, { x, y, grid, name: grid.names.lines[nth]! }, palette)
  })
  return {
    width: SLIDE_WIDTH,
    height: SLIDE_HEIGHT,
    title: `${source.heading}. ${source.sentence}`,
    language,
    texts: [...head.texts, ...placed.flatMap(({ texts }) => texts), ...foot.texts],
    pictures: placed.flatMap(({ picture }) => picture ?? []),
    colours: Object.fromEntries(COLOURS.map((name) => [name, palette(name)])) as SlideOfMany['colours'],
  }
}

/** `names`: of every card in lines, all in letters of one size; `head`: what stands over each picture. */
type Grid = {
  columns: number
  width: number
  height: number
  scale: number
  head: number
  names: { size: number; lines: string[][] }
}

/** So many in a row that the pictures are largest. */
function gridFor(cards: readonly ManyCard[], height: number): Grid {
  const box = cards.find(({ picture }) => picture)?.picture ?? { width: 280, height: 104 }
  const grids = cards.map((_, nth): Grid => {
    const columns = nth + 1
    const each = height / Math.ceil(cards.length / columns)
    const width = (ROOM - nth * CARD.gap) / columns
    const names = namesIn(cards, width)
    const head = CARD.under + lineOf(names.size) * Math.max(CARD.lines, ...names.lines.map(({ length }) => length))
    const scale = Math.min(width / box.width, (each - head - CARD.foot) / box.height, MOST)
    return { columns, width, height: each, scale: Math.max(LEAST, scale), head, names }
  })
  return grids.reduce((best, one) => (one.scale > best.scale ? one : best))
}

/** No name is cut: letters become smaller first, then a card has more lines of them. */
function namesIn(cards: readonly ManyCard[], room: number): Grid['names'] {
  const at = (size: number) =>
    cards.map(({ code, name }) => fitted(`${code} ${name}`, { sizes: [size], most: 1, room, isBold: true }).lines)
  const tried = CARD.names.map((size) => ({ size, lines: at(size) }))
  return tried.find(({ lines }) => lines.every(({ length }) => length <= CARD.lines)) ?? tried.at(-1)!
}

function lineOf(size: number): number {
  return size * 1.25
}

function placedCard(
  { value, period, pace, picture, instead }: ManyCard,
  { x, y, grid, name }: { x: number; y: number; grid: Grid; name: readonly string[] },
  palette: Palette,
): { texts: SlideText[]; picture: PlacedPicture | null } {
  const { said } = CARD
  const { width, scale, head, names } = grid
  const figure = y + head - 24
  const rated = [pace?.text, period].filter(Boolean).join(' · ')
  const why = picture ? [] : fitted(instead, { sizes: [said], most: 3, room: width }).lines
  const lines = [
    ...name.map((text, nth) => ({
      ...{ text, at: y + names.size + 2 + nth * lineOf(names.size), size: names.size },
      ...{ colour: 'ink', isBold: true },
    })),
    { text: value, at: figure, size: sizeOnOneLine(value, CARD.value, width, true), colour: 'ink', isBold: true },
    {
      ...{ text: rated, at: figure + said * 1.2, size: sizeOnOneLine(rated, said, width), isBold: false },
      colour: TONES[pace?.tone ?? ''] ?? 'soft',
    },
    ...why.map((text, nth) => ({
      ...{ text, at: figure + (nth + 2) * said * 1.2, size: said, isBold: false },
      colour: 'soft',
    })),
  ]
  return {
    texts: lines
      .filter(({ text }) => text !== '')
      .map(({ at, colour, ...text }) => ({ ...text, x: Math.round(x), y: Math.round(at), colour: palette(colour) })),
    picture: picture && {
      ...picture,
      ...{ x: Math.round(x), y: Math.round(y + head), scale: Math.round(scale * 100) / 100 },
    },
  }
}
