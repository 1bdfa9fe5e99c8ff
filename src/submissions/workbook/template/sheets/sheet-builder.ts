import { cellAddress } from '../../../../spreadsheet/address.ts'
import type { TemplateCell, TemplateRow, TemplateSheet } from '../plan.ts'

/** Characters of a line of text in a column, to the width it is given. */
const FILLED = 1.05

/** Puts a sheet together from the top, and knows where the next row stands. */
export class SheetBuilder {
  readonly rows: TemplateRow[] = []
  private begins = false

  constructor(readonly widths: readonly number[]) {}

  /** Columns that are seen: the first of them has number 1. */
  get columns(): number {
    return this.widths.length
  }

  /** The row that is added next, counted from 0; above the first one stand the marks of the columns. */
  get next(): number {
    return this.rows.length + 1
  }

  /** The rows from the next one on belong together, on paper too. */
  beginGroup(): void {
    this.begins = true
  }

  add(cells: TemplateCell[]): void {
    this.rows.push({ cells, lines: Math.max(1, ...cells.map((cell) => this.linesOf(cell))), begins: this.begins })
    this.begins = false
  }

  /** One text across the whole sheet. */
  addText(look: TemplateCell['look'], value: string): void {
    this.add([{ column: 1, across: this.columns, look, value }])
  }

  gap(): void {
    this.add([])
  }

  sheet(name: string, frozen: number, form: number | null): TemplateSheet {
    return { name, widths: [...this.widths], rows: this.rows, frozen, form }
  }

  private linesOf({ column, across = 1, value, look }: TemplateCell): number {
    if (typeof value !== 'string' || look === 'title') return 1
    const width = this.widths.slice(column - 1, column - 1 + across).reduce((sum, one) => sum + one, 0)
    return value
      .split('\n')
      .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / Math.max(4, width * FILLED))), 0)
  }
}

/** "C5:F8": from a cell to another, both counted from 0. */
export function rangeOf(from: { column: number; row: number }, to: { column: number; row: number }): string {
  return `${cellAddress(from.column, from.row)}:${cellAddress(to.column, to.row)}`
}
