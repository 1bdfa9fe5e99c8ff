import { plainValue, type RowPlan, type SheetPlan } from '../workbook/plan.ts'

/** What stands below one another on a sheet: a line of text, or a table with its headings. */
export type SheetBlock =
  | { kind: 'line'; style: 'title' | 'subtitle' | 'notice' | 'text' | 'group' | 'note'; cells: RowPlan['cells'] }
  | { kind: 'table'; heading: RowPlan['cells']; numbers?: RowPlan['numbers']; rows: RowPlan[] }

/**
 * The rows of a sheet as blocks: headings begin a table, an empty row or a line of text ends it. A group in the middle of a table is a
 * row of it; one that a table follows is its title.
 */
export function blocksOf({ rows }: Pick<SheetPlan, 'rows'>): SheetBlock[] {
  const blocks: SheetBlock[] = []
  let open: Extract<SheetBlock, { kind: 'table' }> | null = null
  for (const [at, row] of rows.entries()) {
    const { style, cells } = row
    if (cells.every((cell) => cell === null || cell === '')) {
      open = null
    } else if (style === 'heading') {
      open = { kind: 'table', heading: cells, numbers: row.numbers, rows: [] }
      blocks.push(open)
    } else if (style === undefined || (open !== null && isInside(row, rows[at + 1]))) {
      if (open === null) {
        open = { kind: 'table', heading: [], rows: [] }
        blocks.push(open)
      }
      open.rows.push(row)
    } else {
      open = null
      const before = blocks.at(-1)
      // As wide as the screen a text needs no rows.
      if (row.runsOn && before?.kind === 'line') before.cells = [[...before.cells, ...cells].map(plainValue).join(' ')]
      else blocks.push({ kind: 'line', style, cells })
    }
  }
  return blocks
}

/** What stands over or under rows of numbers is a row of their table. */
function isInside({ style }: RowPlan, next: RowPlan | undefined): boolean {
  return style === 'note' || (style === 'group' && next?.style !== 'heading' && next?.style !== 'subtitle')
}
