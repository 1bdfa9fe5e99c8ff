import type { PublishableCell } from '../../../disclosure/publishable.ts'
import { UNSPLIT } from '../../../figures/split.ts'
import { type Heading, spanOfCell } from '../../../targets/figure-table.ts'
import {
  PHASE_TO_DATE,
  type PlacedFigure,
  placedFigures,
  type ReleaseContent,
  type ReleaseTable,
  TO_DATE,
} from '../../content/content.ts'
import { spanKey } from '../../content/layout.ts'

/** A figure with where it stands, and the report it is of. */
export type DataPoint = PlacedFigure & { content: ReleaseContent }

/** What a figure is held against: what was planned for its span, by its end since the beginning, or within a phase. */
const HELD_AGAINST = ['span', 'to-date', 'phase'] as const
type HeldAgainst = (typeof HELD_AGAINST)[number]

/** A row of the sheet of data: a figure, and itself as it is held against one plan or another. */
export type DataRow = DataPoint & {
  against: Partial<Record<HeldAgainst, PublishableCell>>
  /** What the report before showed of it; null where that is the same, or not told. */
  before: number | null
}

export type DataRows = {
  list: DataRow[]
  /** Which row of the list says what a cell of a table says, from 0. */
  rowOf: (cell: PublishableCell) => number
}

/**
 * Every figure once, in the order of the tables: whatever a sheet prints has its row here. A figure that is held against two plans
 * has both on its row; only of two plans of one kind does the second need a row of its own.
 */
export function dataRows(content: ReleaseContent): DataRows {
  const points = placedFigures(content.tables).map((one): DataPoint => ({ ...one, content }))
  const named = new Set(points.filter(({ cell }) => cell.covers === null).map(ownId))
  const list: DataRow[] = []
  const rowsOfFigure = new Map<string, number[]>()
  const rowOf = new Map<PublishableCell, number>()
  // Where a span has a name of its own, its row is called by that.
  const isOnlyCovered = (point: DataPoint) => point.cell.covers !== null && named.has(ownId(point))
  const [covered, own] = [points.filter(isOnlyCovered), points.filter((point) => !isOnlyCovered(point))]
  for (const point of [...own, ...covered]) {
    const { cell } = point
    const [id, kind] = [ownId(point), heldAgainst(point.column)]
    const rows = rowsOfFigure.get(id) ?? []
    const found = rows.find((nth) => isSamePlan(list[nth]!.against[kind] ?? cell, cell))
    const nth = found ?? list.push({ ...point, against: {}, before: null }) - 1
    if (found === undefined) rowsOfFigure.set(id, [...rows, nth])
    list[nth]!.against[kind] ??= cell
    rowOf.set(cell, nth)
  }
  for (const { cell, before } of content.changes) {
    const nth = rowOf.get(cell)
    if (nth !== undefined && typeof before === 'number') list[nth]!.before = before
  }
  return { list, rowOf: (cell) => rowOf.get(cell)! }
}

function heldAgainst({ key }: Heading): HeldAgainst {
  if (key === TO_DATE) return 'to-date'
  return key === PHASE_TO_DATE ? 'phase' : 'span'
}

function isSamePlan(one: PublishableCell, other: PublishableCell): boolean {
  return one === other || planOf(one) === planOf(other)
}

function planOf({ shown }: PublishableCell): string {
  if (shown.kind === 'confidential') return ''
  const { target, progress } = shown
  return JSON.stringify([target, progress?.variance, progress?.ofTarget, progress?.rag, progress?.life])
}

/**
 * What names a figure: the indicator, where, what of it, and the quarters its values cover. The only figure of a year is the same
 * whether the year, or the report's span, was asked for.
 */
export function ownId({ cell, one }: Pick<DataPoint, 'cell' | 'one'>): string {
  const { indicator, group, cell: category } = cell.ref
  // What can't be split is another number for each breakdown, and has no name of its own.
  const of = category === UNSPLIT ? `${breakdownCode(one) ?? ''}=${UNSPLIT}` : category
  return [indicator, group, spanKey(spanOfCell(cell)), of].join('/')
}

/** Code of what the rows of a table are split by; null where they are not. */
export function breakdownCode({ table: { rowsAre, rows } }: ReleaseTable): string | null {
  if (rowsAre !== 'categories') return null
  return rows.flatMap(({ key }) => (key.includes('=') ? [key.slice(0, key.indexOf('='))] : []))[0] ?? null
}
