/**
 * A chart of a spreadsheet, as plain data. Everything it draws stands in cells, to which it refers: whoever changes a cell sees
 * it change. What it keeps of them (ECMA-376, part 1, §21.2.2.1) is given here, a gap as null.
 */
export type NativeChart = {
  /** `step`: levels that hold until the next, as bars without room between them. */
  kind: 'bar' | 'line' | 'stacked' | 'step'
  title: string
  /** What it shows, for those who can't see it. */
  alt: string
  axes: { category: string; value: string }
  /** Of the numbers along the axis. */
  format: string
  categories: CellRange<string>
  series: NativeSeries[]
  /** The cells that it stands over: from the first to before the second, columns and rows from 0; `points`: so far into the column. */
  over: { from: CellCorner; to: CellCorner }
}

type CellCorner = { column: number; row: number; points?: number }
/** Cells of a sheet ("'Data'!$A$1:$A$4"), with what stands in them. */
export type CellRange<T> = { at: string; values: readonly (T | null)[] }
/** `bar` by default; `path`: a dashed line over bars or lines, of what was planned. */
export type NativeSeries = { name: string; colour: string; look?: 'path'; values: CellRange<number> }

/** Namespaces of ECMA-376, by the prefixes that they have here. */
export const SPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  xdr: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
} as const
