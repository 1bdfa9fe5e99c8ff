import type { Due } from '../assignments/owed.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { OverTime } from '../vocabulary/indicator.ts'
import { add, noSums, type Sums } from './sums.ts'

/** What came from a reporter in a run of quarters. */
export type Given = {
  from: Quarter
  /** Quarters with a value. */
  reported: number
  /** Of those: quarters nobody asked for. They count as asked for, so that nothing reported is lost without a word. */
  stray: number
  /** Quarters asked for that were declared not applicable. */
  notApplicable: number
  /** The last quarter with a value. */
  latest: Quarter | null
  /** Over the run or, where time takes the latest, of `latest` alone. */
  sums: Sums
  /** Categories behind a quarter's value. */
  cells: number
  /** Holds something handed in but not approved. */
  provisional: boolean
}

/**
 * One reporter (a partner in a place) and a span. Several may stand together as one part where both rules sum.
 */
export type Part = {
  /** Submissions asked for. */
  due: number
  /** Those that are left without the not applicable ones. */
  expected: number
  reported: number
  /** The expected quarters, where they can't be added. */
  quarters: readonly Quarter[]
  sums: Sums
  cells: number
  /** The latest value is older than the last quarter asked for. */
  carried: boolean
  provisional: boolean
  /** Read in a successor of its own place. */
  joined: boolean
}

/**
 * Brings a reporter's quarters together by the rule over time.
 * @param asked what came at all, in order of time: it says what was not applicable
 * @param given what came of the value in question (all of it, or one category), in order of time
 */
export function partOf(
  overTime: OverTime,
  due: Due,
  asked: readonly Given[],
  given: readonly Given[],
  joined: boolean,
): Part {
  const part: Part = {
    due: due.count,
    expected: due.count,
    reported: 0,
    quarters: overTime === 'none' ? expectedQuarters(due, asked) : NONE,
    sums: noSums(),
    cells: 0,
    carried: false,
    provisional: false,
    joined,
  }
  for (const one of asked) {
    part.due += one.stray
    part.expected += one.stray - one.notApplicable
  }
  for (const one of given) {
    part.reported += one.reported
    if (overTime !== 'latest') {
      add(part.sums, one.sums)
      part.cells = Math.max(part.cells, one.cells)
      part.provisional ||= one.provisional
    } else if (one.reported > 0) {
      part.sums = one.sums
      part.cells = one.cells
      part.provisional = one.provisional
      part.carried = due.last !== null && one.latest! < due.last
    }
  }
  return part
}

const NONE: readonly Quarter[] = []

function expectedQuarters(due: Due, asked: readonly Given[]): Quarter[] {
  const away = new Set(asked.filter((one) => one.notApplicable > 0).map((one) => one.from))
  const strays = asked.filter((one) => one.stray > 0).map((one) => one.from)
  return [...due.quarters.filter((quarter) => !away.has(quarter)), ...strays]
}
