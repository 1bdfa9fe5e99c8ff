import { LRUCache } from 'lru-cache'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import type { ValueVersions } from '../../../db/triggers/value-versions.ts'
import type { Question } from '../question.ts'
import { restatementsIn } from '../tally/restatement-store.ts'
import { assemble, type ReporterRuns, type RunRow } from './assemble.ts'
import { NOW_KNOWN, readRuns } from './facts-store.ts'
import { patched, type ReadAnew } from './patched.ts'
import type { IndicatorPlan } from './plan.ts'
import { type Layer, type Reading, requestOf } from './reading-load.ts'
import { restatedBy } from './restated.ts'
import type { IndicatorValues, PlanValues } from './values.ts'

/** What is kept of a question's indicators holds as long as the version of their values does. */
type Kept = { version: string; values: IndicatorValues }

/** Rows that are kept of all questions, and of one indicator at most: a row takes a few hundred bytes. */
const MOST_ROWS = 250_000
const MOST_OF_ONE = 25_000

/** By the first plan of an indicator in a question that is understood: as that one, kept per version of the framework. */
const kept = oncePerVersion(
  () =>
    new LRUCache<IndicatorPlan, Kept>({
      maxSize: MOST_ROWS,
      maxEntrySize: MOST_OF_ONE,
      sizeCalculation: ({ values }) => sizeOf(values),
    }),
)

/**
 * What came of each indicator of a question, by its id. Read anew is what was written since it was last read, of the places of which
 * it was written: an approval in one province leaves the figures of other indicators and of other provinces as they are.
 */
export function valuesFor(db: Db, reading: Reading): Map<number, IndicatorValues> {
  const versions = versionsFor(db, reading.plan.question)
  const found = new Map<number, IndicatorValues>()
  const first = new Map<number, IndicatorPlan>()
  const missing = new Map<string, Missing>()
  for (const plan of reading.plan.plans) {
    const { id } = plan.indicator
    if (first.has(id)) continue
    first.set(id, plan)
    const known = versions && kept(db).get(plan)
    if (known && known.version === versions.of(id)) found.set(id, known.values)
    else {
      const touched = known ? versions.touchedSince(id, known.version) : null
      const buckets = touched && bucketsIn(touched.places, reading)
      const name = buckets ? [...buckets].sort().join() : ''
      const alike = missing.get(name) ?? { buckets, ids: new Map() }
      missing.set(name, alike)
      alike.ids.set(id, known && touched ? { values: known.values, quarters: touched.quarters } : null)
    }
  }
  for (const { buckets, ids } of missing.values())
    for (const [id, read] of readValues(db, reading, new Set(ids.keys()), buckets)) {
      const before = ids.get(id)
      const values = before ? patched(before.values, read, { ...before, buckets }, reading.plan) : read
      found.set(id, values)
      if (versions) kept(db).set(first.get(id)!, { version: versions.of(id), values })
    }
  return found
}

/** Indicators of which the same buckets, or all of them (null), are to be read anew, with what of each still stands but for some quarters. */
type Missing = Pick<ReadAnew, 'buckets'> & { ids: Map<number, Standing | null> }
type Standing = Pick<ReadAnew, 'quarters'> & { values: IndicatorValues }

/** What the values stand at; null: a question about a past instant, or one that may not be kept, is read each time. */
function versionsFor(db: Db, { asAt, basis }: Question): Pick<ValueVersions, 'of' | 'touchedSince'> | null {
  if (asAt !== undefined) return null
  const versions = db.valueVersions()
  if (versions === null || basis !== 'provisional') return versions
  // What is handed in may be anything that was written.
  const data = db.dataVersion()
  return { of: () => data, touchedSince: () => null }
}

/** The buckets of places; null where all of them have to be read, or nearly. */
function bucketsIn(places: ReadonlySet<number>, { plan: { bucketOf, buckets } }: Reading): Set<number> | null {
  const found = new Set([...places].flatMap((place) => bucketOf.get(place) ?? []))
  return found.size * 2 > buckets.length ? null : found
}

/** @param buckets of which alone to read; null: all of them */
function readValues(
  db: Db,
  reading: Reading,
  wanted: ReadonlySet<number>,
  buckets: ReadonlySet<number> | null,
): Map<number, IndicatorValues> {
  const { plan, keys, keyed } = reading
  const { question, bucketOf } = plan
  const at = question.asAt ?? NOW_KNOWN
  const restatements = restatementsIn(db, [...wanted], { after: question.restatedSince ?? Number.MIN_SAFE_INTEGER, at })
  const found = new Map<number, Map<IndicatorPlan, PlanValues>>([...wanted].map((id) => [id, new Map()]))
  const among = buckets ? amongBuckets(reading, buckets) : reading
  for (const layer of reading.layers) {
    const own = layerOf(layer, wanted, buckets)
    if (own.plans.length === 0) continue
    const came = assemble(own.plans, bucketOf, keys, rowsOf(db, among, own, at), keyed.divided)
    const plans = own.plans.map((one) => one.plan)
    const restated = restatedBy(restatements, plans, bucketOf, keyed, keys)
    for (const one of plans) {
      const values = { reporters: came.get(one)!, restated: restated.get(one), figures: new Map() }
      found.get(one.indicator.id)!.set(one, values)
    }
  }
  return new Map([...found].map(([id, byPlan]) => [id, { byPlan }]))
}

function amongBuckets(reading: Reading, buckets: ReadonlySet<number>): Reading {
  const places = [...reading.plan.bucketOf].flatMap(([place, bucket]) => (buckets.has(bucket) ? [place] : []))
  return { ...reading, where: { ...reading.where, places } }
}

/** A layer as it is or, where only some of its indicators or buckets are wanted, those: what is asked for once is not worth keeping. */
function layerOf(layer: Layer, wanted: ReadonlySet<number>, buckets: ReadonlySet<number> | null): Layer {
  const plans = layer.plans.filter(({ plan }) => wanted.has(plan.indicator.id))
  if (!buckets) return plans.length === layer.plans.length ? layer : { plans, requests: new Map() }
  const within = plans.map(({ plan, due }) => ({
    plan,
    due: new Map([...due].filter(([, { bucket }]) => buckets.has(bucket))),
  }))
  return { plans: within, requests: new Map() }
}

function rowsOf(db: Db, reading: Reading, layer: Layer, at: number): RunRow[] {
  const read = (tallies: boolean) => readRuns(db, requestOf(db, reading, layer, tallies), { at, known: at })
  const rows = read(true)
  return rows.some(({ unsure }) => unsure > 0) ? read(false) : rows
}

function sizeOf({ byPlan }: IndicatorValues): number {
  const rows = (one: ReporterRuns) => [...one.byKey.values()].reduce((sum, runs) => sum + runs.length, one.all.length)
  let size = 1
  for (const { reporters } of byPlan.values())
    for (const all of reporters.values()) for (const one of all) size += 1 + rows(one)
  return size
}
