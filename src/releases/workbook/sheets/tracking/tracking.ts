import type { ReleaseContent } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import { type LiveCells, liveCells } from '../../data-sheet/live.ts'
import { dataTable } from '../../data-sheet/table.ts'
import type { Cell, SheetPlan } from '../../plan.ts'
import { fittingColumn } from '../../print/column-widths.ts'
import { acrossPage } from '../../print/pages.ts'
import { sharedRoom } from '../../print/shared-room.ts'
import { headRows } from '../head.ts'
import { periodLine } from '../in-words.ts'
import { ofOwnYears } from '../years.ts'
import { COLUMNS, type TrackingColumn } from './columns.ts'
import { type Tracked, trackedBy } from './tracked.ts'
import { yearColumns } from './year-columns.ts'

const ONE_PAGE = acrossPage({ landscape: true })

/** One row an indicator, the whole project: what a donor reads first. */
export function trackingSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan {
  const tracked = trackedBy(content, bilingual, live)
  const { columns: asMade, left } = columnsOf(tracked, content, bilingual)
  const laidOut = narrowed(asMade)
  const printed = printedColumns(laidOut)
  const columns = withSharedRoom(widened(laidOut, printed), printed, tracked, bilingual)
  const said = [
    periodLine(content, bilingual),
    ...(content.layout.columns.some(({ is }) => is === 'years') ? ofOwnYears(content, bilingual) : []),
    ...(left.length > 0 ? [bilingual.t('releases:workbook.years-left', { years: left.join(', ') })] : []),
    ...(printed < columns.length ? [bilingual.t('releases:workbook.columns-left')] : []),
  ]
  const above = headRows(bilingual.t('releases:workbook.sheet.tracking'), said, columns.slice(0, printed))
  const heading = above.length + 1
  return {
    key: 'tracking',
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      ...above,
      { cells: columns.map(({ heading: said }) => inOneLine(said)), style: 'heading' },
      ...tracked.map((one) => ({ cells: columns.map((column) => column.cell(one)) })),
    ],
    freeze: { rows: heading, columns: 2 },
    print: { landscape: true, repeatRows: heading, ...(printed < columns.length ? { columns: printed } : {}) },
    table: { name: 'Tracking', headingRow: heading },
  }
}

type PlacedColumn = { key?: TrackingColumn['key']; heading: string; width: number; cell: (tracked: Tracked) => Cell }

/** The columns of the layout; years as many as have room beside the others on a page, the latest. `left`: those that have none. */
function columnsOf(
  tracked: readonly Tracked[],
  content: ReleaseContent,
  bilingual: Bilingual,
): { columns: PlacedColumn[]; left: string[] } {
  const whole = (column: PlacedColumn) => withWholeWords(column, tracked, bilingual)
  const years = yearColumns(content, bilingual).map((year) => ({ ...year, columns: year.columns.map(whole) }))
  const named = content.layout.columns.map(({ is, name: own }): PlacedColumn[] | null => {
    if (is === 'years') return null
    const column: TrackingColumn | undefined = COLUMNS.find(({ key }) => key === is)
    const heading = own ? bilingual.of(own) : bilingual.t(`releases:workbook.column.${is}`)
    return !column || column.when?.(content) === false ? [] : [whole({ ...column, heading })]
  })
  const others = named.flatMap((one) => one ?? []).reduce((sum, { width }) => sum + width, 0)
  const each = Math.max(1, ...years.map((year) => year.columns.reduce((sum, { width }) => sum + width, 0)))
  const most = Math.max(LEAST_YEARS, Math.floor((ONE_PAGE - others) / each))
  const shown = years.slice(-most)
  return {
    columns: named.flatMap((one) => one ?? shown.flatMap(({ columns }) => columns)),
    left: named.includes(null) ? years.slice(0, -most).map(({ name }) => inOneLine(name)) : [],
  }
}

/** Narrower ones hold numbers and single words. */
const NARROW = 13
/** So much wider they get, in characters. */
const MORE = 5

/** A narrow column as wide as the longest number and word under its heading and in it, so that none is parted. */
function withWholeWords(column: PlacedColumn, tracked: readonly Tracked[], bilingual: Bilingual): PlacedColumn {
  if (column.width > NARROW) return column
  const { heading, width: least } = column
  const wide = { heading, bilingual, least, most: least + MORE, byWords: true } as const
  return { ...column, ...fittingColumn(tracked.map(column.cell), wide) }
}

/** Sentences are in columns as wide as that, and stay so much of it. */
const [WIDE, AT_LEAST] = [20, 0.7]

/** Where a little less room for sentences puts all columns on a page, they have that: what is not printed is not read. */
function narrowed(columns: readonly PlacedColumn[]): PlacedColumn[] {
  const sum = (some: readonly PlacedColumn[]) => some.reduce((all, { width }) => all + width, 0)
  const wide = columns.filter(({ width }) => width >= WIDE)
  const share = (ONE_PAGE - sum(columns.filter((one) => !wide.includes(one)))) / sum(wide)
  if (share >= 1 || share < AT_LEAST) return [...columns]
  return columns.map((one) => (wide.includes(one) ? { ...one, width: Math.floor(10 * share * one.width) / 10 } : one))
}

/** Sentences have what room is left on a page: each line they take less is one less on every row's page. */
function widened(columns: readonly PlacedColumn[], printed: number): PlacedColumn[] {
  const across = columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0)
  const left = Math.floor(ONE_PAGE - across)
  return columns.map((one, at) =>
    left > 0 && at < printed && one.key === 'explanation' ? { ...one, width: one.width + left } : one,
  )
}

/** Of the columns that are printed those of sentences take of each other what makes the rows shortest. */
function withSharedRoom(
  columns: readonly PlacedColumn[],
  printed: number,
  tracked: readonly Tracked[],
  bilingual: Bilingual,
): PlacedColumn[] {
  const shown = columns.slice(0, printed)
  const rows = tracked.map((one) => shown.map((column) => column.cell(one)))
  const widths = sharedRoom(
    shown.map(({ width }) => width),
    new Map(
      shown.flatMap((column, at) => {
        const least = leastOf(
          column,
          rows.map((cells) => cells[at]!),
          bilingual,
        )
        return least === null ? [] : [[at, least] as const]
      }),
    ),
    rows,
  )
  return columns.map((one, at) => ({ ...one, width: widths[at] ?? one.width }))
}

/** What a column of words keeps when it shares its room: its longest word; null where it holds numbers. */
function leastOf({ key, width, heading }: PlacedColumn, cells: readonly Cell[], bilingual: Bilingual): number | null {
  if (!key || !OF_WORDS.has(key)) return null
  const least = Math.min(width, LEAST)
  return fittingColumn(cells, { heading, bilingual, least, most: width, byWords: true, lines: Infinity }).width
}

/** Narrower ones are read word by word. In characters of the standard letters. */
const LEAST = 14

/** Sentences, and a few words of which two languages make many. */
const OF_WORDS: ReadonlySet<TrackingColumn['key']> = new Set([
  ...COLUMNS.flatMap(({ key, width }) => (width >= WIDE ? [key] : [])),
  ...(['unit', 'rag', 'level', 'component'] as const),
])

/** Of one year there is nothing beside which it stands. */
const LEAST_YEARS = 2

/** How many columns from the left have room on a page. */
function printedColumns(columns: readonly PlacedColumn[]): number {
  let width = 0
  const at = columns.findIndex((column) => {
    width += column.width
    return width > ONE_PAGE
  })
  return at === -1 ? columns.length : at
}
