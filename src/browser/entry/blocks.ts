import type { CellPlace, Grid } from '../../submissions/typing/key-step.ts'
import type { FormBlock } from '../../submissions/typing/pasted-table.ts'
import { inputsIn } from './inputs.ts'

/** One breakdown of one indicator on the page: its inputs as lines, and what names them. */
export type PageBlock = { lines: HTMLInputElement[][]; isList: boolean; labels: Pick<FormBlock, 'rows' | 'columns'> }

/** The block an input stands in. */
export function blockOf(input: HTMLElement): PageBlock | null {
  const grid = input.closest<HTMLElement>('[data-grid]')
  if (!grid) return null
  const table = grid.querySelector('table')
  return table ? ofTable(table) : ofList(grid)
}

export function placeIn({ lines }: PageBlock, input: HTMLInputElement): CellPlace {
  const row = lines.findIndex((line) => line.includes(input))
  return { row, column: lines[row]?.indexOf(input) ?? -1 }
}

export function gridOf({ lines, isList }: PageBlock): Grid {
  return { widths: lines.map((line) => line.length), isList }
}

/** Numerator and denominator of a cell are two columns under one heading. */
function ofTable(table: HTMLTableElement): PageBlock {
  const body = [...table.tBodies[0]!.rows].filter((row) => inputsIn(row).length > 0)
  const headings = [...table.tHead!.rows[0]!.cells].slice(1)
  const widths = [...body[0]!.cells].slice(1).map((cell) => inputsIn(cell).length)
  return {
    lines: body.map(inputsIn),
    isList: false,
    labels: {
      rows: body.map((row) => namesOf(row.cells[0]!)),
      columns: headings.flatMap((cell, nth) => Array.from({ length: widths[nth] ?? 0 }, () => namesOf(cell))),
    },
  }
}

function ofList(grid: HTMLElement): PageBlock {
  const cells = [...grid.querySelectorAll('.one')].filter((cell) => inputsIn(cell).length > 0)
  const lines = cells.map(inputsIn)
  return {
    lines,
    isList: true,
    labels: {
      rows: cells.map((cell) => {
        const label = cell.querySelector<HTMLElement>('.cell-label')
        return label ? namesOf(label) : []
      }),
      columns: (lines[0] ?? []).map(() => []),
    },
  }
}

/** A label in the language of the page, and in the other one. */
function namesOf(label: HTMLElement): string[] {
  const shown = (label.querySelector('[data-label]') ?? label).textContent ?? ''
  return [shown, label.dataset.other ?? ''].map((name) => name.trim()).filter((name) => name !== '')
}
