import type { Quarter } from './quarter.ts'
import { overlaps, type Validity } from './span.ts'

/** What a timeline becomes: the rows that are no longer what is known, and those that are known instead. */
export type TimelineRevision<Row extends Validity> = { ended: Row[]; begun: Row[] }

/**
 * Says anew what holds in some quarters, and leaves what holds before and after as it was: a row that only partly lies in them
 * is cut, so that no quarter ever has two rows and none loses its row by the way.
 * @param rows hold one after another, never two in a quarter
 * @param anew what holds instead, for each piece of a row that lies in the quarters; null = nothing from now on
 */
export function revised<Row extends Validity>(
  rows: readonly Row[],
  quarters: Validity,
  anew: (piece: Row) => Row | null,
): TimelineRevision<Row> {
  const { from, to } = quarters
  const revision: TimelineRevision<Row> = { ended: [], begun: [] }
  for (const row of rows) {
    if (!overlaps(row, { from, to: to ?? Number.POSITIVE_INFINITY })) continue
    revision.ended.push(row)
    if (row.from < from) revision.begun.push({ ...row, to: from - 1 })
    const piece = anew({ ...row, from: Math.max(row.from, from), to: earlier(row.to, to) })
    if (piece) revision.begun.push(piece)
    if (to !== null && (row.to === null || row.to > to)) revision.begun.push({ ...row, from: to + 1 })
  }
  return revision
}

/** The rows after a revision, in the order of their quarters. */
export function afterwards<Row extends Validity>(rows: readonly Row[], { ended, begun }: TimelineRevision<Row>): Row[] {
  const gone = new Set(ended)
  return [...rows.filter((row) => !gone.has(row)), ...begun].sort((a, b) => a.from - b.from)
}

/** Runs of quarters within some, in which no row holds. */
export function gapsIn(rows: readonly Validity[], { from, to }: Validity): Validity[] {
  const gaps: Validity[] = []
  let next: Quarter | null = from
  for (const row of [...rows].sort((a, b) => a.from - b.from)) {
    if (next === null || (to !== null && next > to)) return gaps
    if (row.to !== null && row.to < next) continue
    if (row.from > next) gaps.push({ from: next, to: earlier(row.from - 1, to) })
    next = row.to === null ? null : row.to + 1
  }
  if (next !== null && (to === null || next <= to)) gaps.push({ from: next, to })
  return gaps
}

/** The earlier of two ends, null = none. */
function earlier(a: Quarter | null, b: Quarter | null): Quarter | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
