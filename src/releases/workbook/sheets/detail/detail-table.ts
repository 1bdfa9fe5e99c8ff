import type { Bilingual } from '../../bilingual.ts'
import type { ColumnPlan, RowPlan, SheetPlan } from '../../plan.ts'
import { acrossPage, printedAs } from '../../print/pages.ts'
import { running } from '../../print/running.ts'
import { type Arrangement, fittingColumns, headingsIn, linesFor, ROOMS, withRoom } from './detail-columns.ts'
import type { DetailPart, DetailTable } from './rows.ts'

export type LaidOut = { columns: ColumnPlan[]; rows: RowPlan[]; headingRow: number; lastRow: number }

/** Paper lies on its side. */
export const ACROSS = acrossPage({ landscape: true })

/**
 * All indicators in one table under one row of headings: a row of words over each says what it is, with its code, by which rows are
 * filtered. What values rest on stands beside them where a page is wide enough for that, else in rows under them.
 * @param above rows over the table, for as many columns
 * @param least how wide a column of numbers is at least, in characters; absent: they share the room that is left on a page
 */
export function detailTable(
  table: DetailTable,
  bilingual: Bilingual,
  { above, least }: { above: (columns: readonly ColumnPlan[]) => RowPlan[]; least?: number },
): LaidOut {
  const tried = arrangements(table, least ?? NARROWEST, bilingual).map(({ headings, lines, words, fitting }) => {
    const columns = least === undefined ? withRoom(fitting, headings, { first: words, across: ACROSS }) : fitting
    const over = above(columns)
    const under = table.parts.flatMap((part, at) => partRows(part, lines[at]!, columns))
    const rows: RowPlan[] = [...over, { cells: headings, style: 'heading' }, ...under]
    return { columns, rows, headingRow: over.length + 1, lastRow: rows.length }
  })
  return onFewestPages(tried)
}

const NARROWEST = 6

function onFewestPages(tried: readonly LaidOut[]): LaidOut {
  const [first, ...others] = tried
  if (others.length === 0) return first!
  const pages = tried.map(({ columns, rows, headingRow }) => printedAs({ columns, rows, print: onPaper(headingRow) }))
  const fewest = Math.min(...pages.map(({ breaks }) => breaks.length))
  return tried[pages.findIndex(({ breaks }) => breaks.length === fewest)]!
}

/** What values rest on beside them, if a page has room for that; else so with words on more lines, and in rows of their own. */
function arrangements(table: DetailTable, least: number, bilingual: Bilingual) {
  const arranged = (how: Arrangement) => {
    const headings = headingsIn(table, how, bilingual)
    const lines = table.parts.map(({ rows }) => rows.map((row) => linesFor(row, table, how, bilingual)))
    const words = 1 + table.lead.length + (how === 'under' ? 1 : 0)
    const fittingIn = (room: (typeof ROOMS)[number]) =>
      fittingColumns(headings, lines.flat(2), { words, least, bilingual, room })
    return { headings, lines, words, fittingIn }
  }
  const beside = arranged('beside')
  const wide = beside.fittingIn(ROOMS[0]!)
  if (fits(wide)) return [{ ...beside, fitting: wide }]
  const close = ROOMS.slice(1).map(beside.fittingIn).find(fits)
  const under = arranged('under')
  const tried = ROOMS.map(under.fittingIn)
  return [...(close ? [{ ...beside, fitting: close }] : []), { ...under, fitting: tried.find(fits) ?? tried.at(-1)! }]
}

function fits(columns: readonly ColumnPlan[]): boolean {
  return columns.reduce((sum, { width }) => sum + width, 0) <= ACROSS
}

/** The title and the first row stand on one page, each value with what it rests on, and the last row with the notes. */
function partRows(
  { indicator, title, about, notes }: DetailPart,
  lines: readonly RowPlan['cells'][][],
  columns: readonly ColumnPlan[],
): RowPlan[] {
  const said = (text: string, style: 'group' | 'note') =>
    running(text, columns.slice(1), style).map(
      ({ cells, ...row }): RowPlan => ({ ...row, cells: [indicator.code, ...cells] }),
    )
  const units = lines.map((one) => one.map((cells): RowPlan => ({ cells })))
  if (title !== null) units[0]?.unshift(...titleRows(title, about, said))
  units.at(-1)?.push(...notes.flatMap((note) => said(note, 'note')))
  return units.flatMap((unit) =>
    unit.map((row, at): RowPlan => (at < unit.length - 1 ? { ...row, keepWithNext: true } : row)),
  )
}

/** The title with what has to be known beside it or, where that has no room in the line, under it. */
function titleRows(
  title: string,
  about: readonly string[],
  said: (text: string, style: 'group' | 'note') => RowPlan[],
): RowPlan[] {
  const together = said([title, ...about].join(' · '), 'group')
  return together.length === 1 ? together : [...said(title, 'group'), ...about.flatMap((note) => said(note, 'note'))]
}

function onPaper(repeatRows: number): SheetPlan['print'] {
  return { landscape: true, repeatRows }
}

/** What a plan says of such a sheet: its table ends where rows of charts begin, and its headings stand on every page. */
export function detailSheet(
  { key, name, table }: { key: string; name: string; table: string },
  { columns, rows, headingRow, lastRow }: LaidOut,
  frozen: number,
): SheetPlan {
  return {
    ...{ key, name, columns, rows },
    freeze: { rows: headingRow, columns: frozen },
    print: onPaper(headingRow),
    table: { name: table, headingRow, lastRow },
  }
}
