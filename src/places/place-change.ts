import { daysLater } from '../calendar/day.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { QuarterRefusal } from '../calendar/refusal.ts'
import { datesOf } from '../calendar/span.ts'
import type { Text } from '../language/text.ts'
import type { Place, Places, Succession } from './place.ts'

/** What is otherwise of a place; what is not named stays as it was. */
export type PlaceChange = {
  name?: Text
  /** Slug of the place it lies in. */
  parent?: string
  /** The last day on which it exists, as an ISO date; null: it goes on. What it became on the day after moves, or goes, with it. */
  lastDay?: string | null
  /** Slugs of what it becomes on the day after; in place of what was said until now. */
  became?: readonly string[]
}

/** Why a place stays as it is; the sentences are in the language files under `indicators.refused-place`. */
export const PLACE_REFUSALS = [
  'unknown',
  /** Everything is so already. */
  'unchanged',
  /** It would end before it begins. */
  'ends-first',
  /** A value has been given for a quarter in which it would not exist any more. */
  'has-reported',
  /** A province lies in nothing. */
  'no-parent',
  'unknown-parent',
  /** What does not end becomes nothing. */
  'goes-on',
  'unknown-heir',
  'to-itself',
  'circle',
  /** What it would become does not exist on that day. */
  'heir-not-there',
  /** Its official code is another place's by then. */
  'code-taken',
] as const
/** It is about a place, by its slug. */
export type PlaceRefusal = QuarterRefusal<(typeof PLACE_REFUSALS)[number]>

/** What a place becomes: all that is known of it from now on, the successions that are no longer known, and those known instead. */
export type PlaceRevision = { place: Place; ended: Succession[]; begun: Succession[] }

/** @param lastGiven the last quarter for which a value has been given for the place; null: none */
export function changedPlace(
  places: Places,
  slug: string,
  change: PlaceChange,
  lastGiven: Quarter | null,
): PlaceRevision | { refused: PlaceRefusal } {
  const refused = (code: PlaceRefusal['code'], what = slug) => ({ refused: { code, what } })
  const before = places.bySlug.get(slug)
  if (!before) return refused('unknown')
  const parent = change.parent === undefined ? null : places.bySlug.get(change.parent)
  if (change.parent !== undefined && before.depth < 2) return refused('no-parent')
  if (parent === undefined || (parent && parent.depth !== before.depth - 1))
    return refused('unknown-parent', change.parent)
  const { lastDay } = change
  const validTo = lastDay === undefined ? before.validTo : lastDay && daysLater(lastDay, 1)
  const place = { ...before, name: change.name ?? before.name, parentId: parent?.id ?? before.parentId, validTo }
  if (validTo !== null && validTo <= place.validFrom) return refused('ends-first')
  if (validTo !== null && lastGiven !== null && datesOf({ from: lastGiven, to: lastGiven }).first >= validTo)
    return { refused: { code: 'has-reported', what: slug, quarter: lastGiven } }
  if (places.list.some((other) => isOfSameCode(other, place))) return refused('code-taken')

  const known = places.successions.filter(({ fromId, on }) => fromId === before.id && on === before.validTo)
  const heirs = heirsOf(places, place, change, known)
  if ('refused' in heirs) return heirs
  const isAmong = (all: readonly Succession[]) => (one: Succession) =>
    all.some(({ toId, on }) => toId === one.toId && on === one.on)
  const ended = known.filter((one) => !isAmong(heirs.successions)(one))
  const begun = heirs.successions.filter((one) => !isAmong(known)(one))
  const isSame = JSON.stringify(place) === JSON.stringify(before) && ended.length + begun.length === 0
  return isSame ? refused('unchanged') : { place, ended, begun }
}

function isOfSameCode(other: Place, { id, level, code, validFrom, validTo }: Place): boolean {
  if (other.id === id || other.level !== level || other.code !== code) return false
  return (validTo === null || other.validFrom < validTo) && (other.validTo === null || validFrom < other.validTo)
}

/** What a place becomes when it ends. */
function heirsOf(
  places: Places,
  { id, slug, validTo }: Place,
  { became }: PlaceChange,
  known: readonly Succession[],
): { successions: Succession[] } | { refused: PlaceRefusal } {
  const refused = (code: PlaceRefusal['code'], what: string) => ({ refused: { code, what } })
  if (validTo === null && (became ?? []).length > 0) return refused('goes-on', slug)
  const named = became?.map((one) => [one, places.bySlug.get(one)] as const)
  const kept = known.map(({ toId }) => [places.byId.get(toId)!.slug, places.byId.get(toId)] as const)
  const successions: Succession[] = []
  for (const [name, heir] of validTo === null ? [] : (named ?? kept)) {
    if (!heir) return refused('unknown-heir', name)
    if (heir.id === id) return refused('to-itself', slug)
    if (places.descendantsOf(heir.id).has(id)) return refused('circle', name)
    if (heir.validFrom > validTo! || (heir.validTo !== null && heir.validTo <= validTo!))
      return refused('heir-not-there', name)
    if (!successions.some(({ toId }) => toId === heir.id)) successions.push({ fromId: id, toId: heir.id, on: validTo! })
  }
  return { successions }
}
