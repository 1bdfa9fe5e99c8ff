import type exceljs from 'exceljs'
import {
  filled,
  HEADING_ALIGNMENT,
  SHEET_COLOURS,
  STANDARD_LETTERS,
  TEXT_FORMAT,
} from '../../../spreadsheet/writing/look.ts'
import type { TemplateCell, TemplateLook } from './plan.ts'

type Style = Partial<exceljs.Style>

/** Points of a row of so many lines of letters. */
export function rowHeight(lines: number): number {
  return lines * 14 + 4
}
/** Of the colours of the pages, as ARGB. */
const COLOUR = {
  ...SHEET_COLOURS,
  band: 'FFE3EEF0',
  input: 'FFFFF8DC',
  line: 'FFB4C1C4',
  bad: 'FFA4262C',
  head: 'FFF1F4F5',
}
const FONT = STANDARD_LETTERS
const thin = { style: 'thin', color: { argb: COLOUR.line } } as const
const BOX: Partial<exceljs.Borders> = { top: thin, bottom: thin, left: thin, right: thin }
const WRAPPED: Partial<exceljs.Alignment> = { wrapText: true, vertical: 'top' }
const NUMBER: Partial<exceljs.Alignment> = { horizontal: 'right', vertical: 'middle' }
const locked = { protection: { locked: true } }
const open = { protection: { locked: false } }
const quiet = { ...FONT, size: 9, color: { argb: COLOUR.soft } }

/** Each look is one object, so that the file holds each style once. */
const LOOKS: Readonly<Record<TemplateLook, Style>> = {
  title: { font: { ...FONT, size: 14, bold: true, color: { argb: COLOUR.brand } }, ...locked },
  lead: { font: { ...FONT, bold: true }, alignment: WRAPPED, ...locked },
  rule: { font: FONT, alignment: WRAPPED, ...locked },
  indicator: {
    font: { ...FONT, size: 11, bold: true, color: { argb: COLOUR.brand } },
    fill: filled(COLOUR.band),
    alignment: { ...WRAPPED, vertical: 'middle' },
    ...locked,
  },
  left: { font: FONT, fill: filled(COLOUR.band), alignment: { vertical: 'middle' }, ...locked },
  about: { font: quiet, alignment: WRAPPED, ...locked },
  head: {
    font: { ...FONT, size: 9, bold: true },
    fill: filled(COLOUR.head),
    alignment: { ...HEADING_ALIGNMENT, horizontal: 'center' },
    border: BOX,
    ...locked,
  },
  label: { font: FONT, alignment: { ...WRAPPED, vertical: 'middle' }, ...locked },
  // No format of numbers: a fraction is not rounded away, and what Excel takes for a day is told from an amount.
  input: { font: FONT, fill: filled(COLOUR.input), border: BOX, alignment: NUMBER, ...open },
  choice: {
    font: FONT,
    fill: filled(COLOUR.input),
    border: BOX,
    alignment: { ...HEADING_ALIGNMENT, horizontal: 'left' },
    ...open,
  },
  // As text, so that what begins like a formula stays what was typed.
  text: { font: FONT, fill: filled(COLOUR.input), border: BOX, alignment: WRAPPED, numFmt: TEXT_FORMAT, ...open },
  total: { font: { ...FONT, bold: true }, border: BOX, alignment: NUMBER, ...locked },
  last: { font: quiet, alignment: { ...NUMBER, wrapText: true }, ...locked },
  check: {
    font: { ...FONT, size: 9, bold: true, color: { argb: COLOUR.bad } },
    alignment: HEADING_ALIGNMENT,
    ...locked,
  },
  link: { font: { ...FONT, underline: true, color: { argb: COLOUR.brand } }, alignment: WRAPPED, ...locked },
}

const formatted = new Map<string, Style>()

export function styleOf({ look, format }: TemplateCell): Style {
  if (format === undefined) return LOOKS[look]
  const key = `${look} ${format}`
  const known = formatted.get(key)
  if (known) return known
  const style = { ...LOOKS[look], numFmt: format }
  formatted.set(key, style)
  return style
}
