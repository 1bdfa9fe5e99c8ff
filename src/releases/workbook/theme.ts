import type exceljs from 'exceljs'
import type { Letters } from '../../spreadsheet/text-width.ts'
import {
  FONT_NAME,
  filled,
  HAIRLINE,
  HEADING_ALIGNMENT,
  SHEET_COLOURS,
  TEXT_FORMAT,
} from '../../spreadsheet/writing/look.ts'
import type { ColumnPlan, RowStyle, Tone } from './plan.ts'

/** What the parts of a workbook look like: letters, colours, lines, numbers. Meaning is never in a colour alone. */
export type Style = Partial<exceljs.Style>

const COLOUR = {
  ink: 'FF1B2A2E',
  ...SHEET_COLOURS,
  link: 'FF0A5A8A',
  green: { ink: 'FF1B6B3A', paper: 'FFE4F3E9' },
  amber: { ink: 'FF7A4B00', paper: 'FFFDF1D8' },
  red: { ink: 'FFA3211C', paper: 'FFFCE8E6' },
  grey: { ink: 'FF4D5F64', paper: 'FFE8EDEE' },
} as const

/** The same for what charts draw. */
export const TONE_COLOURS = {
  green: withoutAlpha(COLOUR.green.ink),
  amber: withoutAlpha(COLOUR.amber.ink),
  red: withoutAlpha(COLOUR.red.ink),
  grey: withoutAlpha(COLOUR.grey.ink),
} as const

export const WHOLE_NUMBER = '#,##0'
const TO_THE_RIGHT: Partial<exceljs.Alignment> = { horizontal: 'right', vertical: 'top' }

/** Sizes in points: nine are read on paper at nine tenths of it, which is how wide sheets are made. */
export const CELL_LETTERS: Letters = { size: 9 }
export const STRONG_LETTERS: Letters = { size: 9, isBold: true }
export const ROW_LETTERS: Record<RowStyle, Letters> = {
  title: { size: 14, isBold: true },
  subtitle: { size: 9 },
  heading: STRONG_LETTERS,
  group: { size: 9, isBold: true },
  notice: { size: 10, isBold: true },
  text: CELL_LETTERS,
  note: { size: 8 },
}

export const ROW_LOOK: Record<RowStyle, Style> = {
  title: { font: letters('title', COLOUR.brand) },
  subtitle: { font: letters('subtitle', COLOUR.soft) },
  heading: {
    font: letters('heading', COLOUR.white),
    fill: filled(COLOUR.brand),
    alignment: HEADING_ALIGNMENT,
  },
  group: {
    font: letters('group', COLOUR.brand),
    alignment: { vertical: 'bottom' },
  },
  notice: {
    font: letters('notice', COLOUR.amber.ink),
    fill: filled(COLOUR.amber.paper),
    alignment: { wrapText: true, vertical: 'top' },
  },
  text: { font: letters('text', COLOUR.ink), alignment: { wrapText: true, vertical: 'top' } },
  note: { font: letters('note', COLOUR.soft) },
}

/** How the cells of one column look, each made once: the file then holds it once. */
export type ColumnLook = {
  number: Style
  text: Style
  /** Text in the place of a number, and a sign among words. */
  textAmongNumbers: Style
  markAmongWords: Style
  /** Of headings over words and over numbers. */
  heading: Style
  headingOfNumbers: Style
  /** Text that a spreadsheet program would take for a formula. */
  formulaLike: Style
  mark: Style
  link: Style
  /** A link beside a title, over empty cells. */
  linkBeside: Style
  tones: Record<Tone, Style>
  /** Numbers with a format of their own, by format. */
  formats: Map<string, Style>
}

export function columnLook({ format = WHOLE_NUMBER, wrap = true, indented }: ColumnPlan): ColumnLook {
  // Programs indent only what is said to stand to the left.
  const apart = indented ? ({ horizontal: 'left', indent: 1 } as const) : {}
  const text: Style = {
    font: plain(COLOUR.ink),
    alignment: { wrapText: wrap, vertical: 'top', ...apart },
    border: HAIRLINE,
  }
  const mark: Style = { font: plain(COLOUR.soft), border: HAIRLINE, alignment: TO_THE_RIGHT }
  const { heading } = ROW_LOOK
  const rated = (tone: 'green' | 'amber' | 'red' | 'grey'): Style => ({
    ...text,
    font: strong(COLOUR[tone].ink),
    fill: filled(COLOUR[tone].paper),
  })
  return {
    text,
    number: { font: plain(COLOUR.ink), border: HAIRLINE, alignment: TO_THE_RIGHT, numFmt: format },
    formulaLike: { ...text, numFmt: TEXT_FORMAT },
    textAmongNumbers: { ...text, alignment: { ...TO_THE_RIGHT, wrapText: wrap } },
    mark,
    markAmongWords: { ...mark, alignment: text.alignment! },
    heading: { ...heading, alignment: { ...HEADING_ALIGNMENT, ...apart } },
    headingOfNumbers: { ...heading, alignment: { ...HEADING_ALIGNMENT, horizontal: 'right' } },
    link: { ...text, font: { ...plain(COLOUR.link), underline: true } },
    linkBeside: { font: { ...plain(COLOUR.link), underline: true }, alignment: { vertical: 'bottom' } },
    tones: {
      green: rated('green'),
      amber: rated('amber'),
      red: rated('red'),
      grey: rated('grey'),
      strong: { ...text, font: strong(COLOUR.ink) },
    },
    formats: new Map(),
  }
}

function letters(style: RowStyle, colour: string): Partial<exceljs.Font> {
  return fontOf(ROW_LETTERS[style], colour)
}

function plain(colour: string): Partial<exceljs.Font> {
  return fontOf(CELL_LETTERS, colour)
}

function strong(colour: string): Partial<exceljs.Font> {
  return fontOf(STRONG_LETTERS, colour)
}

function fontOf({ size, isBold }: Letters, colour: string): Partial<exceljs.Font> {
  return { name: FONT_NAME, size, color: { argb: colour }, ...(isBold ? { bold: true } : {}) }
}

function withoutAlpha(argb: string): string {
  return argb.slice(2)
}
