import { gapIn, type PublishableCell } from '../../disclosure/publishable.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import type { CellValue, SheetCells } from '../../spreadsheet/read-cells.ts'
import { plainValue, type WorkbookPlan } from './plan.ts'
import { type DataPoint, dataColumn, ROWS_ABOVE } from './sheets/data.ts'

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
export function unlikeFigures(points: readonly DataPoint[], { name, rows }: SheetCells): CellDifference[] {
  return points.flatMap(({ cell, one: { table } }, nth) => {
    const r = ROWS_ABOVE + nth
    return Object.entries(numbersOf(cell, table.indicator)).flatMap(([key, expected]) => {
      const c = dataColumn(key as NumberColumn)
      const found = contentIn(rows[r]?.[c])
      const isRight = expected === null ? typeof found !== 'number' : found === expected
      return isRight ? [] : [{ at: `${name}!${r + 1}:${c + 1}`, expected, found }]
    })
  })
}

/** Columns of the data that hold what a figure is, or would tell of it. */
type NumberColumn = 'value' | 'n' | 'd' | 'target' | 'variance-short' | 'of-target'

/** The number that a column has to hold; null: none, whatever else stands there. What is shown beside a number has no entry. */
function numbersOf(cell: PublishableCell, indicator: Indicator): Partial<Record<NumberColumn, number | null>> {
  const { shown } = cell
  if (shown.kind === 'confidential')
    return { value: null, n: null, d: null, target: null, 'variance-short': null, 'of-target': null }
  const { value, of, numerator, denominator, n } = shown.figure
  const { shown: shownAs, base } = traitsOf(indicator)
  const { isPercent, scale } = numberStyleOf(indicator)
  const isNumber = gapIn(shown) === null && value !== null && (shownAs !== 'stage' || of !== undefined)
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
