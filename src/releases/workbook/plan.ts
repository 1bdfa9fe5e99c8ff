import type { Gap, MARKS } from '../../figures/marks.ts'
import type { NativeChart } from '../../spreadsheet/native-charts/chart.ts'
import { printable } from '../../spreadsheet/written-text.ts'
import type { Language } from '../../vocabulary/language.ts'

/** What a workbook says, as plain data: built once, whole, and never edited; one writer turns it into a file. */
export type WorkbookPlan = {
  /** Of the file itself, as shown in its properties. */
  title: string
  author: string
  /** The first language of the text, for screen readers. */
  language: Language
  createdAt: number
  sheets: SheetPlan[]
}

export type MarkedTable = { name: string; headingRow: number; lastRow?: number }
export type MarkedBlock = Required<MarkedTable>

export type SheetPlan = {
  /** What other sheets link to. */
  key: string
  /** Unique, at most 31 characters, none of []:*?/\ */
  name: string
  columns: ColumnPlan[]
  rows: RowPlan[]
  /** Rows and columns that stay while the rest scrolls. */
  freeze: { rows: number; columns: number }
  /**
   * One page across; `repeatRows`: the row of headings that stands on each page, from 1, 0 = none; `onePage`: also one page down;
   * `columns`: so many from the left are printed, where not all are; `isOff`: it is for the screen alone.
   */
  print: { landscape: boolean; repeatRows: number; onePage?: true; columns?: number; isOff?: true }
  /**
   * A table with a name that formulas and other programs find it by, as wide as its row of headings, from that to its last row, both
   * counted from 1; without one to the end.
   */
  table?: MarkedTable
  /** Several short ones on a sheet that has no long one. */
  blocks?: MarkedBlock[]
  /** Drawn over cells of the sheet; what they refer to is on any, by the keys of sheets, as in formulas. */
  charts?: NativeChart[]
}

/**
 * Width in characters of the standard font; fixed by what a column is, never by what stands in it; `indented`: its words stand apart from
 * numbers before them.
 */
export type ColumnPlan = { width: number; format?: string; wrap?: boolean; indented?: true }

/**
 * `keepWithNext`: on paper it stands on the page of the next row; `runsOn`: it goes on with the text of the row before; `numbers`: of a row
 * of headings, whether numbers stand under each of them.
 */
export type RowPlan = {
  cells: Cell[]
  style?: RowStyle
  height?: number
  keepWithNext?: true
  runsOn?: true
  numbers?: boolean[]
}

/** `note`: what has to be known of the rows above it, in the middle of a table. */
export const ROW_STYLES = ['title', 'subtitle', 'heading', 'group', 'notice', 'text', 'note'] as const
export type RowStyle = (typeof ROW_STYLES)[number]

/**
 * A string is text whatever it begins with; a number is the exact value, shown by the format of its column; null is a
 * place where nothing belongs (beside a title, beside the statement of a result); in a table it is an empty cell of its row.
 */
export type Cell = string | number | null | FormattedCell | MarkCell | LinkCell | ToneCell | LiveText

/**
 * A number with a format of its own; `formula`: how a spreadsheet works it out, with the keys of sheets for their names
 * ("data!N12/data!D12"), of which the number is the result.
 */
export type FormattedCell = { number: number; format: string; formula?: string }
/** Text that a spreadsheet works out, and what comes of it. */
export type LiveText = { text: string; formula: string }
/** Shorthand in square brackets in place of a number, explained in the notes. */
export type MarkCell = { mark: GapSign }
/** Text that leads to a sheet of this workbook. */
export type LinkCell = { text: string; sheet: string }
/** Text with a colour that repeats what it says. */
export type ToneCell = { text: string; tone: Tone }

export const TONES = ['green', 'amber', 'red', 'grey', 'strong'] as const
export type Tone = (typeof TONES)[number]

/** What may stand in the place of a number, and nothing else. */
export type GapSign = (typeof MARKS)[Gap]['sign']

export function isMark(cell: Cell): cell is MarkCell {
  return typeof cell === 'object' && cell !== null && 'mark' in cell
}

/** What stands in a cell, however it looks. */
export function plainValue(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'string') return printable(cell)
  if ('number' in cell) return cell.number
  return 'mark' in cell ? cell.mark : printable(cell.text)
}
