import type exceljs from 'exceljs'
import type { ColumnPlan, RowStyle, Tone } from './plan.ts'

/** What the parts of a workbook look like: letters, colours, lines, numbers. Meaning is never in a colour alone. */
export type Style = Partial<exceljs.Style>

/** Carries Vietnamese on every system that opens workbooks. */
const FONT = 'Arial'

/** As ARGB, with enough contrast on paper and on screens (WCAG 2.2 AA). */
const COLOUR = {
  ink: 'FF1B2A2E',
  soft: 'FF4D5F64',
  brand: 'FF0B5563',
  white: 'FFFFFFFF',
  link: 'FF0A5A8A',
  line: 'FFC3CFD1',
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
/** Kept as text by spreadsheet programs even after somebody has edited the cell. */
const TEXT_FORMAT = '@'

const HAIRLINE: Partial<exceljs.Borders> = { bottom: { style: 'hair', color: { argb: COLOUR.line } } }
const TO_THE_RIGHT: Partial<exceljs.Alignment> = { horizontal: 'right', vertical: 'top', indent: 1 }

export const ROW_LOOK: Record<RowStyle, Style> = {
  title: { font: letters(16, COLOUR.brand, { bold: true }) },
  subtitle: { font: letters(12, COLOUR.soft) },
  heading: {
    font: letters(10, COLOUR.white, { bold: true }),
    fill: filled(COLOUR.brand),
    alignment: { wrapText: true, vertical: 'middle' },
  },
  group: {
    font: letters(12, COLOUR.brand, { bold: true }),
    border: { bottom: { style: 'medium', color: { argb: COLOUR.brand } } },
  },
  notice: {
    font: letters(11, COLOUR.amber.ink, { bold: true }),
    fill: filled(COLOUR.amber.paper),
    alignment: { wrapText: true, vertical: 'top' },
  },
  text: { font: letters(11, COLOUR.ink), alignment: { wrapText: true, vertical: 'top' } },
}

/** How the cells of one column look, each made once: the file then holds it once. */
export type ColumnLook = {
  number: Style
  text: Style
  /** Text that a spreadsheet program would take for a formula. */
  formulaLike: Style
  mark: Style
  link: Style
  tones: Record<Tone, Style>
  /** Numbers with a format of their own, by format. */
  formats: Map<string, Style>
}

export function columnLook({ format = WHOLE_NUMBER, wrap = true }: ColumnPlan): ColumnLook {
  const text: Style = {
    font: letters(10, COLOUR.ink),
    alignment: { wrapText: wrap, vertical: 'top' },
    border: HAIRLINE,
  }
  const rated = (tone: 'green' | 'amber' | 'red' | 'grey'): Style => ({
    ...text,
    font: letters(10, COLOUR[tone].ink, { bold: true }),
    fill: filled(COLOUR[tone].paper),
  })
  return {
    text,
    number: { font: letters(10, COLOUR.ink), border: HAIRLINE, alignment: TO_THE_RIGHT, numFmt: format },
    formulaLike: { ...text, numFmt: TEXT_FORMAT },
    mark: { font: letters(10, COLOUR.soft), border: HAIRLINE, alignment: TO_THE_RIGHT },
    link: { ...text, font: letters(10, COLOUR.link, { underline: true }) },
    tones: {
      green: rated('green'),
      amber: rated('amber'),
      red: rated('red'),
      grey: rated('grey'),
      strong: { ...text, font: letters(10, COLOUR.ink, { bold: true }) },
    },
    formats: new Map(),
  }
}

function letters(size: number, colour: string, more: Partial<exceljs.Font> = {}): Partial<exceljs.Font> {
  return { name: FONT, size, color: { argb: colour }, ...more }
}

function withoutAlpha(argb: string): string {
  return argb.slice(2)
}

function filled(colour: string): exceljs.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } }
}
