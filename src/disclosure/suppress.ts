import type { Figure } from '../figures/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { isSmall, type SuppressionProblem } from '../suppression/problem.ts'
import type { Protection } from '../suppression/protect.ts'
import type { FigureTable, TableCell } from '../targets/figure-table.ts'
import type { Audience } from './audience.ts'
import { countedParts, partId } from './counted-parts.ts'
import { type HoldableCell, type HoldableCells, heldCells, holdKey } from './earlier/hold.ts'
import type { PublishableCell, PublishableTable, ShownFigure } from './publishable.ts'

/** The staff rule: every figure. What they chose to look at as others see it has gone through the mask of those (`figures/mask/masked-answer.ts`). */
export function staffTable(table: FigureTable): PublishableTable {
  return publishable(table, 'staff', (cell) => ({ shown: figureOf(cell) }))
}

/** The same of a single figure that stands in no table: a point of a small picture, a tile. */
export function staffFigure(cell: Pick<TableCell, 'figure' | 'target' | 'progress'>): ShownFigure {
  return figureOf(cell)
}

/** The problem that some tables pose, and its answer. */
export type SolvedProblem = { problem: SuppressionProblem; protection: Pick<Protection, 'suppressed'> }

/**
 * The rule of an outside audience over a whole release: a figure goes, with everything derived from it, when the rule
 * hides it or when any count in it had to be hidden to protect another one. Where there is a number to hold it at, that one
 * stands in its place.
 * @param holdable of the figures that are to be held, if they have to go
 * @throws when a figure that counts people was not part of the problem: nothing leaves that was not protected.
 */
export function suppress(
  tables: readonly FigureTable[],
  audience: Exclude<Audience, 'staff'>,
  { problem, protection }: SolvedProblem,
  holdable: HoldableCells = new Map(),
): PublishableTable[] {
  const protectedIds = new Set(problem.cells.map((cell) => cell.id))
  const overlaps = coverOverlaps(tables, protection.suppressed)
  const hides = (cell: TableCell, indicator: Indicator) => {
    const parts = countedParts(cell, indicator).map(([part]) => partId(cell.id, part))
    const unknown = parts.find((id) => !protectedIds.has(id))
    if (unknown) throw new Error(`a figure was not protected: ${unknown}`)
    if (parts.some((id) => protection.suppressed[id])) return true
    if (isHiddenByRule(cell.figure, indicator, problem.threshold))
      throw new Error(`a small figure was let through: ${cell.id}`)
    return overlaps.has(cell.id)
  }
  const held = heldCells(tables, holdable, hides)
  return tables.map((table) =>
    publishable(table, audience, (cell) => {
      const key = holdKey(table.id, cell.id)
      if (held.has(key)) {
        const then = holdable.get(key)!
        return { shown: heldFigure(then), covers: then.cell.covers }
      }
      const shown = hides(cell, table.indicator) ? ({ kind: 'confidential' } as const) : figureOf(cell)
      return { shown }
    }),
  )
}

/**
 * Where a person may stand in several rows, everybody stands in at least one: a lone hidden row is at least the total
 * less the others. One more row of that column is hidden then, the smallest that is not zero.
 * @returns ids of cells to hide beside those already hidden
 */
export function coverOverlaps(tables: readonly FigureTable[], suppressed: Protection['suppressed']): Set<string> {
  const extra = new Set<string>()
  for (const { indicator, overlapping, rowsAre, columns, cells } of tables) {
    if (!overlapping || rowsAre !== 'categories') continue
    for (const at of columns.keys()) {
      const column = cells.flatMap((row) => row[at] ?? [])
      const isHidden = (cell: TableCell) =>
        extra.has(cell.id) || countedParts(cell, indicator).some(([part]) => suppressed[partId(cell.id, part)])
      if (column.filter(isHidden).length !== 1) continue
      const [smallest] = column
        .filter((cell) => !isHidden(cell) && sizeOf(cell, indicator) > 0)
        .sort((a, b) => sizeOf(a, indicator) - sizeOf(b, indicator) || (a.id < b.id ? -1 : 1))
      if (smallest) extra.add(smallest.id)
    }
  }
  return extra
}

function sizeOf(cell: TableCell, indicator: Indicator): number {
  return Math.max(0, ...countedParts(cell, indicator).map(([, count]) => count))
}

/**
 * Primary suppression: whether the figure itself could single somebody out. Counts are judged by their amount, ratios
 * before dividing, means and medians by how many they rest on; a milestone counts no person.
 */
export function isHiddenByRule(figure: Figure, indicator: Pick<Indicator, 'measure' | 'sensitivity'>, k: number) {
  return countedParts({ figure }, indicator).some(([, count]) => isSmall(count, k))
}

/** What of a cell is for its audience to decide; the rest travels with every figure, hidden or not. */
type Decided = Pick<PublishableCell, 'shown'> & Partial<Pick<PublishableCell, 'covers'>>

/** The only cast to the branded type in the context. */
function publishable(
  { cells, ...table }: FigureTable,
  audience: Audience,
  decide: (cell: TableCell) => Decided,
): PublishableTable {
  const publish = (cell: TableCell): PublishableCell => {
    const { id, ref, period, covers, stages } = cell
    const published = { id, ref, period, covers, ...decide(cell) }
    return stages ? { ...published, stages } : published
  }
  return { ...table, audience, cells: cells.map((row) => row.map(publish)) } as PublishableTable
}

function figureOf({ figure, target, progress }: Pick<TableCell, 'figure' | 'target' | 'progress'>): ShownFigure {
  return figure.state === 'confidential' ? { kind: 'confidential' } : { kind: 'figure', figure, target, progress }
}

/** What stands in the place of a figure that is held. */
function heldFigure({ cell: { figure, target, progress }, number }: HoldableCell): ShownFigure {
  const flags = [...figure.flags.filter((flag) => flag !== 'revised'), 'held' as const]
  return { kind: 'figure', figure: { ...figure, flags }, target, progress, held: number }
}
