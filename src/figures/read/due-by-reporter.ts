import { reporterKey } from '../../assignments/assignment.ts'
import { type Due, DueQuarters, type Duty } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'
import type { IndicatorPlan } from './plan.ts'
import { Pool } from './pool.ts'

/** What is asked of a reporter or, where several are read as one, of a pool of them. */
export type AskedOf = { bucket: number; due: (span: Span) => Due; pool?: Pool }

/** By the key of a reporter, or the name of a pool. */
export type DueByReporter = ReadonlyMap<string, AskedOf>

/** The name under which the reporters of a bucket stand together. */
export function poolName(bucket: number): string {
  return `all of ${bucket}`
}

/**
 * What a plan's reporters owe, whatever of it came.
 * @param duties of its indicator; those of places in no bucket are left out
 */
export function dueByReporter(
  plan: Pick<IndicatorPlan, 'mode' | 'due'>,
  duties: readonly Duty[],
  bucketOf: ReadonlyMap<number, number>,
): DueByReporter {
  const due = new DueQuarters(plan.due)
  if (plan.mode === 'pooled') return dueByPool(due, duties, bucketOf)
  const list = plan.mode === 'apart'
  const asked = new Map<string, AskedOf>()
  for (const { placeId, partnerId, intervals } of duties) {
    const bucket = bucketOf.get(placeId)
    if (bucket === undefined) continue
    asked.set(reporterKey({ placeId, partnerId }), { bucket, due: (span) => due.in(intervals, span, list) })
  }
  return asked
}

function dueByPool(due: DueQuarters, duties: readonly Duty[], bucketOf: ReadonlyMap<number, number>): DueByReporter {
  const pools = new Map<number, Pool>()
  for (const duty of duties) {
    const bucket = bucketOf.get(duty.placeId)
    if (bucket === undefined) continue
    const pool = pools.get(bucket) ?? new Pool(due)
    pools.set(bucket, pool)
    pool.add(duty)
  }
  return new Map(
    [...pools].map(([bucket, pool]) => [poolName(bucket), { bucket, due: (span) => pool.owed(span), pool }]),
  )
}
