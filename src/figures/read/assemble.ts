import { reporterKey } from '../../assignments/assignment.ts'
import { type Due, NOTHING_DUE } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'
import type { RunSum } from '../add-up/reporter-sum.ts'
import { type DueByReporter, poolName } from './due-by-reporter.ts'
import type { IndicatorPlan } from './plan.ts'
import type { Pool } from './pool.ts'
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

/** How an indicator is read, and what its reporters owe. */
export type PlanWithDue = { plan: IndicatorPlan; due: DueByReporter }

/**
 * Puts what came beside what was asked for.
 * @param plans one of an indicator at most, each with what its reporters owe
 * @returns by plan, then by bucket
 */
export function assemble(
  plans: readonly PlanWithDue[],
  bucketOf: ReadonlyMap<number, number>,
  keys: readonly string[],
  rows: readonly RunRow[],
  divided: boolean,
): Map<IndicatorPlan, Map<number, ReporterRuns[]>> {
  const came = new Map<number, Map<string, ReporterRuns>>()
  for (const row of rows) {
    const { indicator, place, partner, key } = row
    const bucket = bucketOf.get(place)!
    const reporters = came.get(indicator) ?? new Map<string, ReporterRuns>()
    came.set(indicator, reporters)
    const name = partner === 0 ? poolName(bucket) : reporterKey({ placeId: place, partnerId: partner })
    const runs = runsIn(reporters, name, bucket)
    if (key === ALL || !divided) runs.all.push(row)
    else runs.byKey = putIn(runs.byKey, keys[key]!, row)
  }
  return new Map(
    plans.map(({ plan, due }) => {
      const reporters = came.get(plan.indicator.id) ?? new Map<string, ReporterRuns>()
      for (const [name, { bucket, due: owed, pool }] of due) {
        const runs = runsIn(reporters, name, bucket)
        runs.due = owed
        if (pool) runs.pool = pool
      }
      const byBucket = new Map<number, ReporterRuns[]>()
      for (const runs of reporters.values()) {
        sortInTime(runs)
        put(byBucket, runs.bucket, runs)
      }
      return [plan, byBucket]
    }),
  )
}

function runsIn(reporters: Map<string, ReporterRuns>, name: string, bucket: number): ReporterRuns {
  const known = reporters.get(name)
  if (known) return known
  const runs: ReporterRuns = { reporter: name, bucket, due: () => NOTHING_DUE, all: [], byKey: NO_KEYS }
  reporters.set(name, runs)
  return runs
}

/** Most questions keep nothing apart. */
const NO_KEYS: ReporterRuns['byKey'] = new Map()

function putIn(byKey: ReporterRuns['byKey'], key: string, row: RunRow): ReporterRuns['byKey'] {
  const own = byKey === NO_KEYS ? new Map<string, RunSum[]>() : (byKey as Map<string, RunSum[]>)
  put(own, key, row)
  return own
}

function sortInTime({ all, byKey }: ReporterRuns): void {
  sortRuns(all)
  for (const runs of byKey.values()) sortRuns(runs)
}

/** They come in order, but for places that are read as one. */
function sortRuns(runs: RunSum[]): void {
  runs.sort((a, b) => a.from - b.from)
}

function put<K, T>(map: Map<K, T[]>, key: K, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}
