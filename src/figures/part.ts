import type { OverTime } from '../indicators/indicator.ts'
import type { Quarter } from '../periods/period.ts'

/**
 * Amounts, numerators or stages (`value`), denominators or n (`base`), and value x base, in whole millionths: sums of
 * them are exact, whatever the order, and 0.1 + 0.2 is 0.3. What is typed with more than six decimals is read to six.
 */
export type Sums = { value: number; base: number; product: number }

export const MILLION = 1_000_000

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

/** What a reporter was asked for in a span. */
export type Due = {
  count: number
  last: Quarter | null
  /** Which quarters; needed only where quarters can't be added. */
  quarters: readonly Quarter[]
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
  const all = due.count + total(asked, 'stray')
  const common = {
    due: all,
    expected: all - total(asked, 'notApplicable'),
    reported: total(given, 'reported'),
    quarters: overTime === 'none' ? expectedQuarters(due, asked) : [],
    joined,
  }
  if (overTime === 'latest') {
    const latest = given.findLast((one) => one.reported > 0)
    return {
      ...common,
      sums: latest?.sums ?? { value: 0, base: 0, product: 0 },
      cells: latest?.cells ?? 0,
      carried: latest !== undefined && due.last !== null && latest.latest! < due.last,
      provisional: latest?.provisional ?? false,
    }
  }
  return {
    ...common,
    sums: sumOf(given.map((one) => one.sums)),
    cells: Math.max(0, ...given.map((one) => one.cells)),
    carried: false,
    provisional: given.some((one) => one.provisional),
  }
}

export function sumOf(all: readonly Sums[]): Sums {
  const sum = { value: 0, base: 0, product: 0 }
  for (const one of all) {
    sum.value += one.value
    sum.base += one.base
    sum.product += one.product
  }
  return sum
}

function total(given: readonly Given[], of: 'reported' | 'stray' | 'notApplicable'): number {
  return given.reduce((sum, one) => sum + one[of], 0)
}

function expectedQuarters(due: Due, asked: readonly Given[]): Quarter[] {
  const away = new Set(asked.filter((one) => one.notApplicable > 0).map((one) => one.from))
  const strays = asked.filter((one) => one.stray > 0).map((one) => one.from)
  return [...due.quarters.filter((quarter) => !away.has(quarter)), ...strays]
}
