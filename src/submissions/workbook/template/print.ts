import type { TemplateSheet } from './plan.ts'
import { rowHeight } from './theme.ts'

/** Inches. */
export const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 }
const PAPER = { long: 11.69, short: 8.27 }
const POINTS = 72
/** Inches of a character of the width of a column, in the wider of the letters that programs measure it by. */
const CHARACTER = 0.093

/** Per cent of its size at which a sheet is as wide as the paper: breaks between pages hold only where the size is given. */
export function printScale(sheet: TemplateSheet): number {
  const wide = isUpright(sheet) ? PAPER.short : PAPER.long
  const needed = sheet.widths.reduce((sum, width) => sum + width, 0) * CHARACTER
  return Math.min(100, Math.max(40, Math.floor((100 * (wide - MARGINS.left - MARGINS.right)) / needed)))
}

/** The rows, counted from 0, before which a new page begins: what belongs together is not parted, if a page can hold it. */
export function pageBreaks(sheet: TemplateSheet): number[] {
  const high = isUpright(sheet) ? PAPER.long : PAPER.short
  const heights = sheet.rows.map(({ lines }) => rowHeight(lines))
  const repeated = sum(heights.slice(0, Math.max(0, sheet.frozen - 1)))
  const room = ((high - MARGINS.top - MARGINS.bottom) * POINTS * 100) / printScale(sheet) - repeated
  const breaks: number[] = []
  let used = -repeated
  for (const group of groupsOf(sheet)) {
    const height = sum(heights.slice(group.from, group.to))
    if (used > 0 && used + height > room) {
      breaks.push(group.from)
      used = 0
    }
    used = (used + height) % room
  }
  return breaks
}

function groupsOf({ rows }: TemplateSheet): { from: number; to: number }[] {
  const starts = rows.flatMap(({ begins }, nth) => (begins && nth > 0 ? [nth] : []))
  return [0, ...starts].map((from, nth) => ({ from, to: starts[nth] ?? rows.length }))
}

function isUpright({ form }: TemplateSheet): boolean {
  return form === null
}

function sum(heights: readonly number[]): number {
  return heights.reduce((all, one) => all + one, 0)
}
