/** Lines of a block and how many cells each has; a list of cells is one line a cell that runs down. */
export type Grid = {
  widths: number[]
  /** Cells beside each other that Enter fills one after the other. */
  isList: boolean
}
export type CellPlace = { row: number; column: number }

/** What of a key event matters. */
export type KeyPress = { key: string; shift: boolean; ctrl: boolean }

/**
 * How a cell is being worked on: `arrived` (its whole text is marked, what is typed replaces it, arrows lead on) or
 * `typing` with the cursor somewhere in its text.
 */
export type Typing = { arrived: boolean; atStart: boolean; atEnd: boolean }

/**
 * Where a key leads within a block, as in a sheet; null where the key does what it always does, the same place where
 * there is nothing further. Enter goes down a column and on at the top of the next one, never out of the block.
 */
export function stepOf({ key, shift, ctrl }: KeyPress, at: CellPlace, grid: Grid, typing: Typing): CellPlace | null {
  switch (key) {
    case 'Enter':
      return shift ? upwards(at, grid) : downwards(at, grid)
    case 'ArrowDown':
      return ctrl ? atRow(grid, at, grid.widths.length - 1) : below(at, grid, 1)
    case 'ArrowUp':
      return ctrl ? atRow(grid, at, 0) : below(at, grid, -1)
    case 'ArrowRight':
      if (!typing.arrived && !typing.atEnd) return null
      return ctrl ? { row: at.row, column: widthAt(grid, at.row) - 1 } : beside(at, grid, 1)
    case 'ArrowLeft':
      if (!typing.arrived && !typing.atStart) return null
      return ctrl ? { row: at.row, column: 0 } : beside(at, grid, -1)
    case 'Home':
      if (ctrl) return { row: 0, column: 0 }
      return typing.arrived ? { row: at.row, column: 0 } : null
    case 'End': {
      const last = grid.widths.length - 1
      if (ctrl) return { row: last, column: widthAt(grid, last) - 1 }
      return typing.arrived ? { row: at.row, column: widthAt(grid, at.row) - 1 } : null
    }
    default:
      return null
  }
}

function widthAt({ widths }: Grid, row: number): number {
  return widths[row] ?? 0
}

function atRow(grid: Grid, { column }: CellPlace, row: number): CellPlace {
  return { row, column: Math.min(column, widthAt(grid, row) - 1) }
}

function below(at: CellPlace, grid: Grid, step: number): CellPlace {
  const row = at.row + step
  return row < 0 || row >= grid.widths.length ? at : atRow(grid, at, row)
}

/** Along a line; in a list on to the line after it, since its lines stand beside each other on the screen. */
function beside(at: CellPlace, grid: Grid, step: number): CellPlace {
  const column = at.column + step
  if (column >= 0 && column < widthAt(grid, at.row)) return { row: at.row, column }
  const row = at.row + step
  if (!grid.isList || row < 0 || row >= grid.widths.length) return at
  return { row, column: step > 0 ? 0 : widthAt(grid, row) - 1 }
}

/** In a list numerator and denominator follow each other: none is skipped. */
function downwards(at: CellPlace, grid: Grid): CellPlace {
  if (grid.isList) return beside(at, grid, 1)
  if (at.row + 1 < grid.widths.length) return atRow(grid, at, at.row + 1)
  return at.column + 1 < widthAt(grid, 0) ? { row: 0, column: at.column + 1 } : at
}

function upwards(at: CellPlace, grid: Grid): CellPlace {
  if (grid.isList) return beside(at, grid, -1)
  if (at.row > 0) return atRow(grid, at, at.row - 1)
  return at.column > 0 ? { row: grid.widths.length - 1, column: at.column - 1 } : at
}
