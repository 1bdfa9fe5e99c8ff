import { daysLater } from '../calendar/day.ts'
import { type Quarter, quarterOfDay } from '../calendar/quarter.ts'
import { overlaps, type Span } from '../calendar/span.ts'
import { hasAreas } from '../language/terms.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'

/** A place with the dates between which it exists; `validTo` is the first day on which it no longer does. */
export type Place = {
  id: number
  slug: string
  code: string
  iso: string | null
  /** Code of its level. */
  level: string
  /** How far down its level is: 0 belongs to no one area, at 1 are the areas that figures are compared by, those below lie in them. */
  depth: number
  parentId: number | null
  name: Text
  validFrom: string
  validTo: string | null
}

/** Whether figures are compared by a place. */
export function isArea({ depth }: Pick<Place, 'depth'>): boolean {
  return depth === 1
}

/** What a place is called beside the partner that reports for it; null where there are no areas, and it is all there is. */
export function nameBesidePartner({ depth, name }: Pick<Place, 'depth' | 'name'>, words: Words): string | null {
  return depth === 0 && !hasAreas(words.terms) ? null : words.of(name)
}

export type Succession = { fromId: number; toId: number; on: string }

/** A place on the way up from a reporter's own: `joined` when a predecessor was folded into a successor on the way. */
type Step = { id: number; joined: boolean }

const NONE: readonly Succession[] = []

/** The tree of places with what became of each: provinces, communes under them, and successions by date. */
export class Places {
  readonly byId: ReadonlyMap<number, Place>
  readonly bySlug: ReadonlyMap<string, Place>
  private readonly became = new Map<number, Succession[]>()

  constructor(
    readonly list: readonly Place[],
    readonly successions: readonly Succession[],
  ) {
    this.byId = new Map(list.map((place) => [place.id, place]))
    this.bySlug = new Map(list.map((place) => [place.slug, place]))
    for (const one of successions) this.became.set(one.fromId, [...(this.became.get(one.fromId) ?? []), one])
  }

  /** The place itself, what it lies in, and so on to the province. */
  lineage(id: number): Step[] {
    return this.climb(id, () => [])
  }

  /**
   * The same on the map of a day: a place merged away by then stands in its successor; one that was split among several
   * can't be put in any of them and counts only further up, in the end in the project's total.
   * @param day ISO date
   */
  lineageOn(id: number, day: string): Step[] {
    return this.climb(id, (from) => this.successorsOf(from, day))
  }

  /** The province a place lies in; a province is its own. */
  rootOf(id: number): number {
    return this.lineage(id).at(-1)!.id
  }

  /** The places that stand, on the map of a day, where a place was that had been merged away or split by then; else none. */
  becameBy(id: number, day: string): Place[] {
    const reached = reachedFrom(id, (one) => this.successorsOf(one, day))
    return this.list.filter((place) => reached.has(place.id) && this.successorsOf(place.id, day).length === 0)
  }

  /** The places that a place became (part of), at whatever time. */
  becameOf(id: number): number[] {
    return (this.became.get(id) ?? NONE).map((one) => one.toId)
  }

  /** Every place that a place became (part of), at whatever remove and whatever time. */
  descendantsOf(id: number): Set<number> {
    return reachedFrom(id, (one) => this.becameOf(one))
  }

  /** What a place was before, at whatever remove. */
  formerOf(id: number): number[] {
    const before = (one: number) => this.successions.filter(({ toId }) => toId === one).map(({ fromId }) => fromId)
    return [...reachedFrom(id, before)]
  }

  /** First and last quarter in which a place exists on at least one day; null = still exists. */
  /** What a place is called where there are several to tell apart; null where there never was another. */
  nameAmong(id: number): Text | null {
    return this.list.length === 1 ? null : this.byId.get(id)!.name
  }

  quartersOf(id: number): { first: Quarter; last: Quarter | null } {
    const { validFrom, validTo } = this.byId.get(id)!
    return { first: quarterOfDay(validFrom), last: validTo === null ? null : quarterOfDay(daysLater(validTo, -1)) }
  }

  /** Whether a place exists on a day of some quarter of a span. */
  existsIn(id: number, span: Span): boolean {
    const { first: from, last: to } = this.quartersOf(id)
    return overlaps({ from, to }, span)
  }

  private successorsOf(id: number, day: string): number[] {
    return (this.became.get(id) ?? NONE).filter((one) => one.on <= day).map((one) => one.toId)
  }

  private climb(start: number, successorsOf: (id: number) => number[]): Step[] {
    const steps: Step[] = []
    const seen = new Set<number>()
    let joined = false
    for (let id: number | null = start; id !== null && !seen.has(id); ) {
      seen.add(id)
      const successors = successorsOf(id)
      if (successors.length === 1) {
        joined = true
        id = successors[0]!
        continue
      }
      if (successors.length === 0) steps.push({ id, joined })
      id = this.byId.get(id)?.parentId ?? null
    }
    return steps
  }
}

/** All that is reached from a place step by step, each once. */
function reachedFrom(id: number, next: (id: number) => readonly number[]): Set<number> {
  const reached = new Set<number>()
  const open = [...next(id)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    open.push(...next(at))
  }
  return reached
}
