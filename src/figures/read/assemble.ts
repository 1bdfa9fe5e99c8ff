import { reporterKey } from '../../assignments/assignment.ts'
import { type Due, DueQuarters, type Duty } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'
import type { RunSum } from '../add-up/reporter-sum.ts'
import type { IndicatorPlan } from './plan.ts'
import { Pool } from './pool.ts'
import { ALL } from './splits.ts'

/** What a reporter, or with partner 0 all those of a place or province, gave in one run for one key, as it is read. */
export type RunRow = RunSum & {
  indicator: number
  place: number
  partner: number
  key: number
  /** How often `reported` is not known for sure; such rows must be read again from the facts. */
  unsure: number
}

/**
 * What was read of one reporter, or of a bucket of them pooled. `all`: what came at all, which is all there is when a
 * question keeps nothing apart; `byKey`: what came of each category kept apart.
 */
export type ReporterRuns = {
  /** Its key, or the name of a bucket. */
  reporter: string
  bucket: number
  due: (span: Span) => Due
  all: RunSum[]
  byKey: ReadonlyMap<string, RunSum[]>
  /** Who they are, where several are read as one. */
  pool?: Pool
}

/**
 * Puts what came beside what was asked for.
 * @param plans one of an indicator at most
 * @returns by plan, then by bucket
 */
export function assemble(
  plans: readonly IndicatorPlan[],
  bucketOf: ReadonlyMap<number, number>,
  keys: readonly string[],
  rows: readonly RunRow[],
  divided: boolean,
  duties: ReadonlyMap<number, readonly Duty[]>,
): Map<IndicatorPlan, Map<number, ReporterRuns[]>> {
  const came = new Map<number, Map<string, ReporterRuns>>()
  for (const row of rows) {
    const { indicator, place, partner, key } = row
    const bucket = bucketOf.get(place)!
    const reporters = came.get(indicator) ?? new Map<string, ReporterRuns>()
    came.set(indicator, reporters)
    const runs = runsIn(
      reporters,
      partner === 0 ? poolName(bucket) : reporterKey({ placeId: place, partnerId: partner }),
      bucket,
    )
    if (key === ALL || !divided) runs.all.push(row)
    else put(runs.byKey as Map<string, RunSum[]>, keys[key]!, row)
  }
  return new Map(
    plans.map((plan) => {
      const reporters = came.get(plan.indicator.id) ?? new Map<string, ReporterRuns>()
      addDue(plan, duties.get(plan.indicator.id) ?? [], bucketOf, reporters)
      const byBucket = new Map<number, ReporterRuns[]>()
      for (const runs of reporters.values()) {
        sortInTime(runs)
        put(byBucket, runs.bucket, runs)
      }
      return [plan, byBucket]
    }),
  )
}

/** The name under which the reporters of a bucket stand together. */
export function poolName(bucket: number): string {
  return `all of ${bucket}`
}

function runsIn(reporters: Map<string, ReporterRuns>, name: string, bucket: number): ReporterRuns {
  const known = reporters.get(name)
  if (known) return known
  const runs = { reporter: name, bucket, due: nothing, all: [], byKey: new Map() }
  reporters.set(name, runs)
  return runs
}

function nothing(): Due {
  return { count: 0, last: null, quarters: [] }
}

function sortInTime({ all, byKey }: ReporterRuns): void {
  for (const runs of [all, ...byKey.values()]) runs.sort((a, b) => a.from - b.from)
}

function put<K, T>(map: Map<K, T[]>, key: K, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

function addDue(
  plan: IndicatorPlan,
  duties: readonly Duty[],
  bucketOf: ReadonlyMap<number, number>,
  reporters: Map<string, ReporterRuns>,
): void {
  const due = new DueQuarters(plan.due)
  if (plan.mode === 'pooled') {
    addPooledDue(due, duties, bucketOf, reporters)
    return
  }
  const list = plan.mode === 'apart'
  for (const { placeId, partnerId, intervals } of duties) {
    const bucket = bucketOf.get(placeId)
    if (bucket === undefined) continue
    runsIn(reporters, reporterKey({ placeId, partnerId }), bucket).due = (span) => due.in(intervals, span, list)
  }
}

function addPooledDue(
  due: DueQuarters,
  duties: readonly Duty[],
  bucketOf: ReadonlyMap<number, number>,
  reporters: Map<string, ReporterRuns>,
): void {
  for (const duty of duties) {
    const bucket = bucketOf.get(duty.placeId)
    if (bucket === undefined) continue
    const runs = runsIn(reporters, poolName(bucket), bucket)
    if (!runs.pool) {
      const pool = new Pool(due)
      Object.assign(runs, { pool, due: (span: Span) => pool.owed(span) })
    }
    runs.pool!.add(duty)
  }
}
