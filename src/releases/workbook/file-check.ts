import { gapIn, type PublishableCell } from '../../disclosure/publishable.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import type { SheetCells } from '../../spreadsheet/read-cells.ts'
import type { CellValue } from '../../spreadsheet/sheet-cells.ts'
import type { DataKey } from './data-sheet/columns.ts'
import { columnAt, ROWS_ABOVE } from './data-sheet/layout.ts'
import type { DataTable } from './data-sheet/table.ts'
import { plainValue, type WorkbookPlan } from './plan.ts'

/** A cell that does not say what it should; `at`: its sheet, and its row and column from 1. */
export type CellDifference = { at: string; expected: CellValue; found: CellValue }

/** What a plan says, cell by cell. */
export function cellsOfPlan({ sheets }: WorkbookPlan): SheetCells[] {
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells.map(plainValue)) }))
}

/**
 * Cells in which two workbooks differ, sheet by sheet in their order. A sheet of another name is another one. Empty is empty,
 * whether written or left out.
 */
export function differencesOf(expected: readonly SheetCells[], found: readonly SheetCells[]): CellDifference[] {
  return indexesOf(expected, found).flatMap((nth) => {
    const [one, other] = [expected[nth], found[nth]]
    const name = one?.name ?? other!.name
    if (one?.name !== other?.name) return [{ at: name, expected: one?.name ?? null, found: other?.name ?? null }]
    const [rows, read] = [one?.rows ?? [], other?.rows ?? []]
    return indexesOf(rows, read).flatMap((r) =>
      indexesOf(rows[r] ?? [], read[r] ?? []).flatMap((c) => {
        const [wanted, got] = [contentIn(rows[r]?.[c]), contentIn(read[r]?.[c])]
        return wanted === got ? [] : [{ at: `${name}!${r + 1}:${c + 1}`, expected: wanted, found: got }]
      }),
    )
  })
}

/**
 * Figures of which the sheet of data, as it was read back, says another number than theirs, or any number where theirs is hidden or
 * missing. It asks the figures themselves, not the plan that was made of them.
 */
export function unlikeFigures(
  { rows: figures, columns }: Pick<DataTable, 'rows' | 'columns'>,
  { name, rows }: SheetCells,
): CellDifference[] {
  return figures.flatMap(({ cell, one: { table } }, nth) => {
    const r = ROWS_ABOVE + nth
    return Object.entries(numbersOf(cell, table.indicator)).flatMap(([key, expected]) => {
      const c = columnAt(columns, key as NumberColumn)
      if (c === -1) return []
      const found = contentIn(rows[r]?.[c])
      const isRight = expected === null ? typeof found !== 'number' : found === expected
      return isRight ? [] : [{ at: `${name}!${r + 1}:${c + 1}`, expected, found }]
    })
  })
}

/** Columns of the data that hold what a figure is, or would tell of it. */
const TELLING = [
  ...(['value', 'n', 'd', 'target', 'variance-short', 'of-target', 'planned', 'percent-planned'] as const),
  ...(['phase-target', 'phase-percent', 'lop', 'percent', 'k', 'expected'] as const),
] as const satisfies readonly DataKey[]
type NumberColumn = (typeof TELLING)[number]

/** The number that a column has to hold; null: none, whatever else stands there. What is shown beside a number has no entry. */
function numbersOf(cell: PublishableCell, indicator: Indicator): Partial<Record<NumberColumn, number | null>> {
  const { shown } = cell
  if (shown.kind === 'confidential') return Object.fromEntries(TELLING.map((key) => [key, null]))
  const { value, of, numerator, denominator, n } = shown.figure
  const { base } = traitsOf(indicator)
  const { isPercent, scale } = numberStyleOf(indicator)
  const isNumber = gapIn(shown) === null && value !== null
  return {
    value: isNumber ? (of !== undefined || isPercent ? value : value * scale) : null,
    n: (base === 'denominator' ? numerator : base && n) ?? null,
    d: (base === 'denominator' ? denominator : null) ?? null,
  }
}

function contentIn(value: CellValue | undefined): CellValue {
  return value === undefined || value === '' ? null : value
}

/** Of the longer of two lists. */
function indexesOf(one: readonly unknown[], other: readonly unknown[]): number[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at)
}
