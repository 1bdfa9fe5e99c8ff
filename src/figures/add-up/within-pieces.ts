import { type Due, NOTHING_DUE } from '../../assignments/owed.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { heldIn, type Span } from '../../calendar/span.ts'
import type { RestatedValue } from '../read/restated.ts'
import type { ReporterSum, RunSum } from './reporter-sum.ts'

/*
 * What of a reporter lies in the pieces of a span: one, unless categories came and went within it.
 */

/** Whether the value of a reporter that counts, its last one, was restated; where all that came counts, none is the last. */
export function isLastRevised(
  restated: readonly RestatedValue[] | undefined,
  { latest }: ReporterSum,
  cell: string,
): boolean {
  return restated?.some((one) => one.cell === cell && one.quarter === latest) ?? false
}

/** Whether any value of some pieces was restated; one that was taken back too, whoever was asked: the figure is not what it was. */
export function isRevisedIn(
  restated: readonly RestatedValue[] | undefined,
  pieces: readonly Span[],
  cell: string,
): boolean {
  return restated?.some((one) => one.cell === cell && isIn(one.quarter, pieces)) ?? false
}

/** The runs of some pieces, both in order of time: mostly all of them, which is the same list, or one. */
export function runsWithin(runs: readonly RunSum[], pieces: readonly Span[]): readonly RunSum[] {
  const end = pieces.at(-1)?.to ?? 0
  let count = 0
  let last: RunSum | null = null
  for (const run of runs) {
    if (run.from > end) break
    if (!isIn(run.from, pieces)) continue
    count += 1
    last = run
  }
  if (count === runs.length) return runs
  if (last === null) return NO_RUNS
  return count === 1 ? [last] : runs.filter((run) => isIn(run.from, pieces))
}

export const NO_RUNS: readonly RunSum[] = []

function isIn(quarter: Quarter, pieces: readonly Span[]): boolean {
  for (const piece of pieces) if (heldIn(piece, quarter)) return true
  return false
}

/** What is due in some runs of quarters, in order. */
export function dueWithin(due: (span: Span) => Due, pieces: readonly Span[]): Due {
  const [first = NOTHING_DUE, ...rest] = pieces.map(due)
  return rest.reduce(
    (sum, one) => ({
      count: sum.count + one.count,
      last: one.last ?? sum.last,
      quarters: [...sum.quarters, ...one.quarters],
    }),
    first,
  )
}
