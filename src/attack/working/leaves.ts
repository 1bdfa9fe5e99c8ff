import { type Composition, timesOf } from './composition.ts'
import { type KnownCount, leafPartsOf } from './known-count.ts'

/** Stands for all places together, where no figure tells them apart. */
const EVERYWHERE = '*'
/** What the project counts beside the places that are told. */
const ELSEWHERE = '+'

/** Which places are told apart in a report, by time. */
export type PlacesTold = ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>

export function placesTold(facts: readonly KnownCount[], shape: Composition): PlacesTold {
  const told = new Map<number, Map<string, Set<string>>>()
  for (const fact of facts) {
    if (fact.place === null) continue
    const times = told.get(fact.report) ?? new Map<string, Set<string>>()
    told.set(fact.report, times)
    for (const time of timesOf(fact, shape)) {
      const places = times.get(time) ?? new Set()
      times.set(time, places)
      if (shape.leavesOut.has(fact.report)) places.add(ELSEWHERE)
      for (const place of shape.placesThen(fact.report, fact.place, time)) places.add(place)
    }
  }
  return told
}

/** The finest counts that a figure is the sum of, whatever version of them its report has. */
export function leavesOf(fact: KnownCount, shape: Composition, told: PlacesTold): string[] {
  return leafPartsOf(fact).flatMap((part) =>
    timesOf(fact, shape).flatMap((time) =>
      placesOf(fact, time, shape, told).map((place) => leaf(fact, part, place, time)),
    ),
  )
}

function leaf({ indicator, breakdown, category }: KnownCount, part: string, place: string, time: string): string {
  return [indicator, part, place, breakdown ?? '', category ?? '', time].join('|')
}

/** Where a report tells no places apart, another one may. */
function placesOf(fact: KnownCount, time: string, { places, placesThen }: Composition, told: PlacesTold): string[] {
  if (fact.place !== null) return [...placesThen(fact.report, fact.place, time)]
  if (fact.breakdown !== null || places === 'apart') return [EVERYWHERE]
  const own = told.get(fact.report)?.get(time) ?? [...told.values()].map((times) => times.get(time)).findLast(Boolean)
  if (!own) return [EVERYWHERE]
  return [...(places === 'part' ? new Set([...own, ELSEWHERE]) : own)]
}

/** The undivided counts at one time, place by place as a report tells them apart. */
export function undividedAt(
  fact: KnownCount,
  part: string,
  time: string,
  shape: Composition,
  told: PlacesTold,
): Map<string, string> {
  const whole = { ...fact, place: null, breakdown: null, category: null }
  return new Map(placesOf(whole, time, shape, told).map((place) => [place, leaf(whole, part, place, time)]))
}

/** A category of the whole project at one time. */
export function categoryAt(fact: KnownCount, part: string, time: string): string {
  return leaf(fact, part, EVERYWHERE, time)
}
