import { type Due, DueQuarters, type Duty } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'
import type { Unit } from '../answer.ts'
import type { Given } from '../reporter-sum.ts'
import type { Reading } from './plan.ts'
import { ALL } from './splits.ts'

/** What one unit (a reporter, or with partner 0 all those of a place or province) gave in one run for one key, as it is read. */
export type GivenRow = [
  indicator: number,
  place: number,
  partner: number,
  run: number,
  key: number,
  reported: number,
  stray: number,
  notApplicable: number,
  latest: number | null,
  value: number,
  base: number,
  product: number,
  cells: number,
  provisional: 0 | 1,
  /** How often `reported` is not known for sure; such rows must be read again from the facts. */
  unsure: number,
]

/** Lays what came beside what was asked for. */
export function unitsOf(
  readings: readonly Reading[],
  of: Map<number, number>,
  keys: readonly string[],
  rows: readonly GivenRow[],
  divided: boolean,
  duties: ReadonlyMap<number, readonly Duty[]>,
): Map<string, Map<number, Unit[]>> {
  const came = new Map<number, Map<string, Unit>>()
  const byId = new Map(readings.map((reading) => [reading.indicator.id, reading]))
  for (const row of rows) {
    const [id, place, partner, run, key] = row
    const bucket = of.get(place)!
    const units = came.get(id) ?? new Map<string, Unit>()
    came.set(id, units)
    const name = partner === 0 ? pool(bucket) : `${place}/${partner}`
    const unit = units.get(name) ?? emptyUnit(bucket)
    units.set(name, unit)
    const given = givenOf(byId.get(id)!.runs[run]!, row)
    if (key === ALL || !divided) unit.asked.push(given)
    else put(unit.given as Map<string, Given[]>, keys[key]!, given)
  }
  return new Map(
    readings.map((reading) => {
      const units = came.get(reading.indicator.id) ?? new Map<string, Unit>()
      addDue(reading, duties.get(reading.indicator.id) ?? [], of, units)
      for (const unit of units.values()) inOrder(unit)
      const byBucket = new Map<number, Unit[]>()
      for (const unit of units.values()) put(byBucket, unit.bucket, unit)
      return [reading.indicator.code, byBucket]
    }),
  )
}

/** The unit in which the reporters of a bucket stand together. */
function pool(bucket: number): string {
  return `all of ${bucket}`
}

function emptyUnit(bucket: number): Unit {
  return { bucket, due: nothing, asked: [], given: new Map() }
}

function nothing(): Due {
  return { count: 0, last: null, quarters: [] }
}

function givenOf(run: Span, row: GivenRow): Given {
  const [, , , , , reported, stray, notApplicable, latest, value, base, product, cells, provisional] = row
  const sums = { value, base, product }
  return { from: run.from, reported, stray, notApplicable, latest, sums, cells, provisional: provisional === 1 }
}

function inOrder(unit: Unit): void {
  for (const given of [unit.asked, ...unit.given.values()]) given.sort((a, b) => a.from - b.from)
}

function put<K, T>(map: Map<K, T[]>, key: K, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

function addDue(reading: Reading, duties: readonly Duty[], of: Map<number, number>, units: Map<string, Unit>): void {
  const due = new DueQuarters(reading.due)
  if (reading.mode === 'pooled') {
    addPooledDue(due, duties, of, units)
    return
  }
  const list = reading.mode === 'apart'
  for (const { placeId, partnerId, intervals } of duties) {
    const bucket = of.get(placeId)
    if (bucket === undefined) continue
    const name = `${placeId}/${partnerId}`
    const unit = units.get(name) ?? emptyUnit(bucket)
    unit.due = (span) => due.in(intervals, span, list)
    units.set(name, unit)
  }
}

/** Reporters asked in the same quarters are counted together: most of them are. */
function addPooledDue(
  due: DueQuarters,
  duties: readonly Duty[],
  of: Map<number, number>,
  units: Map<string, Unit>,
): void {
  const alike = new Map<number, Map<number, { interval: Span; reporters: number }>>()
  for (const { placeId, intervals } of duties) {
    const bucket = of.get(placeId)
    if (bucket === undefined) continue
    const within = alike.get(bucket) ?? new Map<number, { interval: Span; reporters: number }>()
    alike.set(bucket, within)
    for (const interval of intervals) {
      const name = interval.from * 10_000 + interval.to
      const known = within.get(name)
      if (known) known.reporters += 1
      else within.set(name, { interval, reporters: 1 })
    }
  }
  for (const [bucket, within] of alike) {
    const name = pool(bucket)
    const unit = units.get(name) ?? emptyUnit(bucket)
    unit.due = (span) => {
      const total: Due = { count: 0, last: null, quarters: [] }
      for (const { interval, reporters } of within.values())
        total.count += reporters * due.in([interval], span, false).count
      return total
    }
    units.set(name, unit)
  }
}
