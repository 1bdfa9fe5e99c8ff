import type { Due } from '../../assignments/owed.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { takesLast } from '../../indicators/rules.ts'
import type { OverTime } from '../../vocabulary/indicator.ts'
import { add, noSums, type Sums } from '../sums.ts'
import type { Member } from './line.ts'

/** What came from a reporter in a run of quarters, with its sums: of the run or, where time takes the latest, of that alone. */
export type RunSum = Sums & {
  /** First quarter of the run. */
  from: Quarter
  /** Quarters with a value. */
  reported: number
  /** Of those: quarters nobody asked for. They count as asked for, so that nothing reported is lost without a word. */
  stray: number
  /** Quarters asked for that were declared not applicable. */
  notApplicable: number
  /** The last quarter with a value. */
  latest: Quarter | null
  /** Categories behind a quarter's value. */
  cells: number
  /** Holds something handed in but not approved. */
  provisional: 0 | 1
}

/** One reporter (a partner in a place) over a span. Several may stand together as one where both rules sum. */
export type ReporterSum = Member & {
  /** Submissions asked for. */
  due: number
  /** The expected quarters, where they can't be added. */
  quarters: readonly Quarter[]
  sums: Sums
  cells: number
  provisional: boolean
  /** Of whom the last value counts: it was corrected after its submission had first been approved. */
  revised: boolean
  /** Read in a successor of its own place. */
  joined: boolean
}

/**
 * Brings a reporter's quarters together by the rule over time.
 * @param reporter its key
 * @param all what came at all, in order of time: it says what was not applicable
 * @param runs what came of the value in question (all of it, or one category), in order of time
 */
export function reporterSum(
  reporter: string,
  overTime: OverTime,
  due: Due,
  all: readonly RunSum[],
  runs: readonly RunSum[],
  joined: boolean,
): ReporterSum {
  const sum: ReporterSum = {
    reporter,
    due: due.count,
    expected: due.count,
    reported: 0,
    lastDue: due.last,
    latest: null,
    quarters: overTime === 'none' ? expectedQuarters(due, all) : NONE,
    sums: noSums(),
    cells: 0,
    provisional: false,
    revised: false,
    joined,
  }
  for (const { stray, notApplicable } of all) {
    sum.due += stray
    sum.expected += stray - notApplicable
  }
  for (const run of runs) {
    sum.reported += run.reported
    if (!takesLast(overTime)) {
      add(sum.sums, run)
      sum.cells = Math.max(sum.cells, run.cells)
      sum.provisional ||= run.provisional === 1
    } else if (run.reported > 0) {
      sum.sums = { value: run.value, base: run.base, product: run.product }
      sum.cells = run.cells
      sum.provisional = run.provisional === 1
      sum.latest = run.latest
    }
  }
  return sum
}

const NONE: readonly Quarter[] = []

function expectedQuarters(due: Due, all: readonly RunSum[]): Quarter[] {
  const away = new Set(all.filter((run) => run.notApplicable > 0).map((run) => run.from))
  const strays = all.filter((run) => run.stray > 0).map((run) => run.from)
  return [...due.quarters.filter((quarter) => !away.has(quarter)), ...strays]
}
