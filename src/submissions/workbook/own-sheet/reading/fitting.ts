import type { Quarter } from '../../../../calendar/quarter.ts'
import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import { type HeadingRows, headingsFound } from './headings.ts'
import type { OwnMapping } from './mapping.ts'
import { isQuarterMeant, quarterIn } from './quarter-text.ts'

/** A sheet that a remembered mapping can be read by. */
export type Fit = { sheet: number; headings: HeadingRows; mapping: number }

/**
 * Which sheet of a file is read by which of the mappings a partner has, the newest first. Where several sheets fit (one for each
 * quarter, as many keep them), the one named after the quarter is meant; where none is, or two are, somebody has to say.
 */
export function fitOf(sheets: readonly ReadSheet[], mappings: readonly OwnMapping[], quarter: Quarter): Fit | null {
  const fits = sheets.flatMap(({ cells }, sheet) => {
    for (const [mapping, one] of mappings.entries()) {
      const headings = headingsFound(cells, one)
      if (headings) return [{ sheet, headings, mapping }]
    }
    return []
  })
  if (fits.length < 2) return fits[0] ?? null
  const named = fits.filter(({ sheet }) => {
    const written = quarterIn(sheets[sheet]!.name)
    return written !== null && isQuarterMeant(written, quarter)
  })
  return named.length === 1 ? named[0]! : null
}
