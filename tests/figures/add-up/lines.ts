import { addUp } from '../../../src/figures/add-up/add-up.ts'
import { type RunSum, reporterSum } from '../../../src/figures/add-up/reporter-sum.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { MILLION } from '../../../src/figures/sums.ts'
import type { OverTime } from '../../../src/vocabulary/indicator.ts'

/** What one reporter was asked for, quarter by quarter: a number, null (it gave none), or that it does not apply. */
export type Told = Readonly<Record<number, number | null | 'n/a'>>
export type Reporters = Readonly<Record<string, Told>>
export type HeirList = Readonly<Record<string, readonly string[]>>

/** The figure of some reporters in a span, by the very functions that make figures. */
export function figureOf(
  overTime: OverTime,
  reporters: Reporters,
  heirs: HeirList,
  [from, to]: readonly [number, number],
): Figure {
  const sums = Object.entries(reporters).map(([name, told]) => {
    const quarters = Object.keys(told)
      .map(Number)
      .filter((quarter) => quarter >= from && quarter <= to)
      .sort((a, b) => a - b)
    const due = { count: quarters.length, last: quarters.at(-1) ?? null, quarters }
    const came = quarters.flatMap((quarter) => runOf(quarter, told[quarter]!))
    return reporterSum(name, overTime, due, came, came, false)
  })
  const rules = { measure: 'count', overPlaces: 'sum', overTime, targetStage: null } as const
  return addUp(rules, sums, {}, new Map(Object.entries(heirs)))
}

function runOf(from: number, told: number | null | 'n/a'): RunSum[] {
  if (told === null) return []
  const given = told !== 'n/a'
  const sums = { value: given ? told * MILLION : 0, base: 0, product: 0 }
  const one = { from, stray: 0, cells: given ? 1 : 0, provisional: 0 as const, ...sums }
  return [{ ...one, reported: given ? 1 : 0, notApplicable: given ? 0 : 1, latest: given ? from : null }]
}
