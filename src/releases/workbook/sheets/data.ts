import { dayAt } from '../../../calendar/day.ts'
import { datesOf } from '../../../calendar/span.ts'
import { earlierNumberIn, type PublishableCell } from '../../../disclosure/publishable.ts'
import { markWord, whyText } from '../../../figures/in-words.ts'
import { NOTHING } from '../../../language/text.ts'
import { type Heading, spanOfCell } from '../../../targets/figure-table.ts'
import type { ReleaseContent, ReleaseTable } from '../../content/content.ts'
import { baseCells } from '../base-cells.ts'
import type { Bilingual } from '../bilingual.ts'
import { markCell, ofTargetCell, ragCell, readCell, targetCell, varianceCell } from '../cells.ts'
import type { Cell, SheetPlan } from '../plan.ts'
import { areaHeading, componentName } from './in-words.ts'

/** A figure with where it stands in the table it comes from. */
export type DataPoint = {
  row: Heading
  column: Heading
  cell: PublishableCell
  one: ReleaseTable
  content: ReleaseContent
}
type SaidPoint = DataPoint & { bilingual: Bilingual }
type DataColumn = { key: string; width: number; cell: (point: SaidPoint) => Cell }

const COLUMNS = [
  { key: 'ref', width: 7, cell: ({ one }) => one.table.indicator.code },
  { key: 'component', width: 14, cell: ({ one, bilingual }) => componentName(one.table.indicator, bilingual) },
  { key: 'indicator', width: 40, cell: ({ one, bilingual }) => bilingual.of(one.table.indicator.name) },
  {
    key: 'measure',
    width: 12,
    cell: ({ one, bilingual }) => bilingual.t(`indicators:measure.${one.table.indicator.measure}`),
  },
  { key: 'unit', width: 14, cell: ({ one, bilingual }) => bilingual.of(one.table.indicator.countingUnit) },
  { key: 'place', width: 16, cell: placeOf },
  { key: 'period', width: 16, cell: ({ column, bilingual }) => bilingual.of(column.label) },
  { key: 'first', width: 12, cell: (point) => datesIn(point).first },
  { key: 'last', width: 12, cell: (point) => datesIn(point).last },
  {
    key: 'by',
    width: 18,
    cell: ({ one, bilingual }) => (one.breakdown ? bilingual.of(one.breakdown) : markCell('not applicable')),
  },
  { key: 'category', width: 18, cell: categoryOf },
  { key: 'value', width: 12, cell: ({ cell, one, bilingual }) => readCell(cell, one.table.indicator, bilingual) },
  { key: 'n', width: 11, cell: ({ cell, one }) => baseCells(cell, one.table.indicator).upper },
  { key: 'd', width: 11, cell: ({ cell, one }) => baseCells(cell, one.table.indicator).lower },
  { key: 'target', width: 11, cell: ({ cell, one, bilingual }) => targetCell(cell, one.table.indicator, bilingual) },
  { key: 'variance-short', width: 11, cell: ({ cell, one }) => varianceCell(cell, one.table.indicator) },
  { key: 'of-target', width: 10, cell: ({ cell }) => ofTargetCell(cell) },
  { key: 'rag', width: 20, cell: ({ cell, bilingual }) => ragCell(cell, bilingual) },
  { key: 'k', width: 10, cell: ({ cell }) => coverage(cell, 0) },
  { key: 'expected', width: 10, cell: ({ cell }) => coverage(cell, 1) },
  { key: 'flags', width: 12, cell: flagsOf },
  { key: 'basis', width: 12, cell: ({ bilingual }) => bilingual.t('releases:workbook.status.approved') },
  { key: 'as-at', width: 12, cell: ({ one, cell }) => dayAt(earlierNumberIn(cell)?.asAt ?? one.table.asAt) },
] as const satisfies readonly DataColumn[]

/** One row a figure, each figure once: for whoever wants to compute with them. */
export function dataSheet(content: ReleaseContent, bilingual: Bilingual, name: string): SheetPlan {
  const headings = COLUMNS.map(({ key }) =>
    key === 'place' ? areaHeading(content, bilingual) : bilingual.t(`releases:workbook.column.${key}`),
  )
  const rows = dataPoints(content).map((point) => ({
    cells: COLUMNS.map((known: DataColumn) => inOneLine(known.cell({ ...point, bilingual }))),
  }))
  return {
    key: 'data',
    name,
    columns: COLUMNS.map(({ width }) => ({ width, wrap: false })),
    rows: [
      { cells: [bilingual.t('releases:workbook.sheet.data')], style: 'title' },
      { cells: headings, style: 'heading' },
      ...rows,
    ],
    freeze: { rows: ROWS_ABOVE, columns: 1 },
    print: { landscape: true, repeatRows: ROWS_ABOVE },
    filterRow: ROWS_ABOVE,
  }
}

/** Every figure once, in the order of the rows. */
export function dataPoints(content: ReleaseContent): DataPoint[] {
  const all = content.tables.flatMap(({ table }) => table.cells.flat())
  const named = new Set(all.filter(({ covers }) => covers === null).map(ownId))
  const seen = new Set<string>()
  return content.tables.flatMap((one) =>
    one.table.rows.flatMap((row, r) =>
      one.table.columns.flatMap((column, c) => {
        const cell = one.table.cells[r]?.[c]
        if (!cell || seen.has(ownId(cell)) || (cell.covers !== null && named.has(ownId(cell)))) return []
        seen.add(ownId(cell))
        return [{ row, column, cell, one, content }]
      }),
    ),
  )
}

/** Where a column stands, from 0. */
export function dataColumn(key: (typeof COLUMNS)[number]['key']): number {
  return COLUMNS.findIndex((column) => column.key === key)
}

/** Rows above the figures: the title and the headings. */
export const ROWS_ABOVE = 2

/** A figure by the quarters its values cover: the only one of a year is the same whether the year, or the report's span, was asked for. */
function ownId(cell: PublishableCell): string {
  const { indicator, group, cell: category } = cell.ref
  const { from, to } = spanOfCell(cell)
  return [indicator, group, category, from, to].join('|')
}

/** Rows of one height: two languages stand side by side here. */
function inOneLine(cell: Cell): Cell {
  if (typeof cell === 'string') return cell.replaceAll('\n', ' / ')
  return typeof cell === 'object' && cell !== null && 'tone' in cell
    ? { ...cell, text: cell.text.replaceAll('\n', ' / ') }
    : cell
}

function placeOf({ row, column, one, bilingual }: SaidPoint): Cell {
  if (one.table.rowsAre === 'places') return bilingual.of(row.label)
  if (one.table.columnsAre === 'places') return bilingual.of(column.label)
  return bilingual.t('releases:workbook.all-project')
}

/** ISO dates: a file is read by programs, and by people of more than one country. */
function datesIn({ cell }: DataPoint): { first: string; last: string } {
  return datesOf(spanOfCell(cell))
}

function categoryOf({ row, one, bilingual }: SaidPoint): Cell {
  return one.table.rowsAre === 'categories' ? bilingual.of(row.label) : bilingual.t('releases:workbook.undivided')
}

function coverage({ shown }: PublishableCell, nth: 0 | 1): Cell {
  return shown.kind === 'confidential' ? markCell('confidential') : shown.figure.coverage[nth]
}

function flagsOf({ cell: { shown }, bilingual }: SaidPoint): Cell {
  if (shown.kind === 'confidential') return markCell('confidential')
  const { flags, why } = shown.figure
  const said = [
    ...(why === 'definitions' ? [bilingual.say((words) => whyText(why, words))] : []),
    ...flags.map((flag) => bilingual.say((words) => markWord(flag, words))),
  ]
  return said.length === 0 ? NOTHING : said.join(', ')
}
