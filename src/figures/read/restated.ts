import { reporterKey } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { poolName } from './due-by-reporter.ts'
import type { IndicatorPlan } from './plan.ts'
import type { Splits } from './splits.ts'

/** A value that a later approval of the same submission changed. */
export type Restatement = { indicator: number; quarter: Quarter; placeId: number; partnerId: number; cell: number }

/** What was restated of a reporter whose last value counts, else of all of a bucket: the quarter, and the category ('' = undivided). */
export type RestatedValue = { quarter: Quarter; cell: string }

/** By plan, then by reporter or bucket. */
export type Restated = ReadonlyMap<IndicatorPlan, ReadonlyMap<string, readonly RestatedValue[]>>

/**
 * Puts corrections with the reporters they belong to, as those are read for a question.
 * @param plans one of an indicator at most
 * @param keys names of what the question keeps apart, by number
 */
export function restatedBy(
  rows: readonly Restatement[],
  plans: readonly IndicatorPlan[],
  bucketOf: ReadonlyMap<number, number>,
  keyed: Splits,
  keys: readonly string[],
): Restated {
  const planOf = new Map(plans.map((plan) => [plan.indicator.id, plan]))
  const found = new Map<IndicatorPlan, Map<string, RestatedValue[]>>()
  for (const { indicator, quarter, placeId, partnerId, cell } of rows) {
    const bucket = bucketOf.get(placeId)
    const plan = planOf.get(indicator)
    if (bucket === undefined || !plan) continue
    const own = reporterKey({ placeId, partnerId })
    const names = plan.mode === 'latest' ? [own] : plan.mode === 'apart' ? [own, poolName(bucket)] : [poolName(bucket)]
    const reporters = found.get(plan) ?? new Map<string, RestatedValue[]>()
    found.set(plan, reporters)
    for (const name of names) {
      const values = reporters.get(name) ?? []
      reporters.set(name, values)
      for (const key of keyed.keysOf(plan.indicator, quarter, cell)) values.push({ quarter, cell: keys[key]! })
    }
  }
  return found
}
