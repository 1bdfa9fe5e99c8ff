import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import type { Draft } from './draft.ts'

/** Somebody's own file while it is decided how it is read: its cells, which report it is for, what has been chosen so far. */
export type KeptSheets = {
  /** Who sent it; nobody else is shown it. */
  personId: number
  report: ReportName
  sheets: readonly ReadSheet[]
  /** The mapping it is read by, or would be but for what is missing. */
  known: number | null
  draft: Draft
  /** What was sent and could not be taken: then its problems are shown. */
  tried: 'columns' | 'rows' | null
}

/** Slugs, and the code of a quarter. */
export type ReportName = { partner: string; place: string; quarter: string }

/** "police-nghe-an/nghe-an/2021-Q4", as it is chosen in a form. */
export function reportText({ partner, place, quarter }: ReportName): string {
  return [partner, place, quarter].join('/')
}

/** Cells of one file that are kept; a sheet of counts has some hundreds. */
export const MOST_KEPT_CELLS = 20_000
/** Cells of all files that are kept at a time. */
export const MOST_CELLS_OF_ALL = 600_000

export function countOfCells(sheets: readonly ReadSheet[]): number {
  return sheets.reduce((sum, { cells }) => sum + cells.length, 0)
}
