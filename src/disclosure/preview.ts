import type { CountedPart } from '../indicators/measure.ts'
import type { Text } from '../language/text.ts'
import type { FeasibilityInterval } from '../suppression/attacker/attacker.ts'
import type { Protection } from '../suppression/protect.ts'
import type { Cause } from '../suppression/unprotectable.ts'
import type { FigureTable, Heading, TableCell } from '../targets/figure-table.ts'
import { countedParts, partId } from './counted-parts.ts'
import { type HoldableCells, heldCells, holdKey } from './earlier/hold.ts'
import { coverOverlaps } from './suppress.ts'
import { TOLD_KINDS, type ToldKind, type ToldTogether, toldReasons } from './together.ts'

/**
 * Why a figure is hidden: the count that is small, the small figures it would give away, or the small numbers that it would
 * tell with other figures and that stand in no table.
 */
export const HIDING_REASONS = [
  'amount',
  'numerator',
  'complement',
  'denominator',
  'n',
  'protects',
  ...TOLD_KINDS,
  'overlaps',
] as const
export type HidingReason = (typeof HIDING_REASONS)[number]

/** One hidden figure, for the manager who decides about the release. It never leaves. */
export type HiddenFigure = {
  id: string
  indicator: string
  name: Text
  table: Text
  row: Text
  column: Text
  /** The counts of the figure, so that the manager can judge the loss. */
  counts: [CountedPart, number][]
  kind: 'primary' | 'secondary'
  reason: HidingReason
  /** What an attacker could infer with only small figures hidden, and can infer now. Primary figures only. */
  before: FeasibilityInterval | null
  after: FeasibilityInterval | null
  /** Why more can be inferred than that it is small, whatever is hidden now. */
  given: Cause | null
  /** What it can be held at: the counts that were shown last, and by which release. Absent in old previews. */
  earlier?: { counts: [CountedPart, number][]; releaseId: number } | null
}

export type Losses = {
  /** Distinct figures that show or would show a number. */
  figures: number
  /** Of those: figures of indicators that the rule looks at. */
  sensitive: number
  hidden: HiddenFigure[]
  /** How many that have not changed bear the sign of those that are held, where these are. Absent in old previews. */
  alike?: number
}

/** Every hidden figure once, in the order of the tables. */
export function lossesOf(
  tables: readonly FigureTable[],
  protection: Protection,
  together: readonly ToldTogether[] = [],
  holdable: HoldableCells = new Map(),
): Losses {
  const seen = new Set<string>()
  const losses: Losses = { figures: 0, sensitive: 0, hidden: [], alike: 0 }
  const overlaps = coverOverlaps(tables, protection.suppressed)
  const told = toldReasons(together)
  for (const table of tables)
    for (const [at, row] of table.cells.entries())
      for (const [across, cell] of row.entries()) {
        if (seen.has(cell.id) || !hasNumber(cell)) continue
        seen.add(cell.id)
        losses.figures++
        if (countedParts(cell, table.indicator).length > 0) losses.sensitive++
        const headings = [table.rows[at]!, table.columns[across]!] as const
        const hidden = hiddenOf(cell, table, headings, { protection, overlaps, told, holdable })
        if (hidden) losses.hidden.push(hidden)
      }
  const lost = new Set(losses.hidden.map(({ id }) => id))
  const marked = heldCells(tables, holdable, ({ id }) => lost.has(id))
  const cells = tables.flatMap((table) => table.cells.flat().filter(({ id }) => marked.has(holdKey(table.id, id))))
  losses.alike = new Set(cells.filter(({ id }) => !lost.has(id)).map(({ id }) => id)).size
  return losses
}

type HidingCauses = {
  protection: Protection
  overlaps: ReadonlySet<string>
  told: ReadonlyMap<string, ToldKind>
  holdable: HoldableCells
}

function hasNumber({ figure }: TableCell): boolean {
  return figure.value !== null || figure.denominator !== undefined || figure.n !== undefined
}

function hiddenOf(
  cell: TableCell,
  table: FigureTable,
  [row, column]: readonly [Heading, Heading],
  { protection, overlaps, told, holdable }: HidingCauses,
): HiddenFigure | null {
  const counts = countedParts(cell, table.indicator)
  const parts = counts.map(([part]) => part)
  const of = (part: CountedPart) => partId(cell.id, part)
  const primary = inOrderOfRule(parts).find((part) => protection.suppressed[of(part)] === 'primary')
  const hidden = primary ?? parts.find((part) => protection.suppressed[of(part)])
  if (!hidden && !overlaps.has(cell.id)) return null
  const number = holdable.get(holdKey(table.id, cell.id))?.number
  const found = primary ? protection.intervals[of(primary)] : undefined
  return {
    id: cell.id,
    indicator: table.indicator.code,
    name: table.indicator.name,
    table: table.title,
    row: row.label,
    column: column.label,
    counts,
    kind: primary ? 'primary' : 'secondary',
    reason: primary ?? (hidden ? (told.get(cell.id) ?? 'protects') : 'overlaps'),
    before: found?.before ?? null,
    after: found?.after ?? null,
    given: parts.map((part) => protection.causes[of(part)]).find((cause) => cause !== undefined) ?? null,
    earlier: number
      ? { counts: [...number.parts].map(([part, { shown }]) => [part, shown]), releaseId: number.releaseId }
      : null,
  }
}

/** The small part that says most: a small base explains why everything on it is hidden. */
function inOrderOfRule(parts: readonly CountedPart[]): CountedPart[] {
  const order: CountedPart[] = ['amount', 'n', 'denominator', 'numerator', 'complement']
  return order.filter((part) => parts.includes(part))
}
