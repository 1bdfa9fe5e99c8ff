import { LRUCache } from 'lru-cache'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import type { Question } from '../question.ts'
import { restatementsIn } from '../tally/restatement-store.ts'
import { assemble, type ReporterRuns, type RunRow } from './assemble.ts'
import { NOW_KNOWN, readRuns } from './facts-store.ts'
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
 * What came of each indicator of a question, by its id. Read anew is what was written since it was last read: a save in one
 * submission leaves the figures of all other indicators as they are.
 */
export function valuesFor(db: Db, reading: Reading): Map<number, IndicatorValues> {
  const versionOf = versionsFor(db, reading.plan.question)
  const found = new Map<number, IndicatorValues>()
  const first = new Map<number, IndicatorPlan>()
  for (const plan of reading.plan.plans) {
    const { id } = plan.indicator
    if (first.has(id)) continue
    first.set(id, plan)
    if (versionOf === null) continue
    const known = kept(db).get(plan)
    if (known?.version === versionOf(id)) found.set(id, known.values)
  }
  const missing = new Set([...first.keys()].filter((id) => !found.has(id)))
  if (missing.size === 0) return found
  for (const [id, values] of readValues(db, reading, missing)) {
    found.set(id, values)
    if (versionOf) kept(db).set(first.get(id)!, { version: versionOf(id), values })
  }
  return found
}

/** What the values stand at; null: a question about a past instant, or one that may not be kept, is read each time. */
function versionsFor(db: Db, { asAt, basis }: Question): ((indicatorId: number) => string) | null {
  if (asAt !== undefined) return null
  const versions = db.valueVersions()
  if (versions === null || basis !== 'provisional') return versions?.of ?? null
  // What is handed in may be anything that was written.
  const data = db.dataVersion()
  return () => data
}

function readValues(db: Db, reading: Reading, wanted: ReadonlySet<number>): Map<number, IndicatorValues> {
  const { plan, keys, keyed } = reading
  const { question, bucketOf } = plan
  const at = question.asAt ?? NOW_KNOWN
  const restatements = restatementsIn(db, [...wanted], { after: question.restatedSince ?? Number.MIN_SAFE_INTEGER, at })
  const found = new Map<number, Map<IndicatorPlan, PlanValues>>([...wanted].map((id) => [id, new Map()]))
  for (const layer of reading.layers) {
    const own = layerOf(layer, wanted)
    if (own.plans.length === 0) continue
    const came = assemble(own.plans, bucketOf, keys, rowsOf(db, reading, own, at), keyed.divided)
    const plans = own.plans.map((one) => one.plan)
    const restated = restatedBy(restatements, plans, bucketOf, keyed, keys)
    for (const one of plans) {
      const values = { reporters: came.get(one)!, restated: restated.get(one), figures: new Map() }
      found.get(one.indicator.id)!.set(one, values)
    }
  }
  return new Map([...found].map(([id, byPlan]) => [id, { byPlan }]))
}

/** A layer as it is or, where only some of its indicators are wanted, those: what is asked for once is not worth keeping. */
function layerOf(layer: Layer, wanted: ReadonlySet<number>): Layer {
  const plans = layer.plans.filter(({ plan }) => wanted.has(plan.indicator.id))
  return plans.length === layer.plans.length ? layer : { plans, requests: new Map() }
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
