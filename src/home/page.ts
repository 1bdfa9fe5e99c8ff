import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { expectedSubmissions } from '../assignments/store.ts'
import { quarterAt, quarterCode } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { datesOf } from '../calendar/span.ts'
import { dueOn, periodsIn } from '../calendar/store.ts'
import type { Words } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { projectCard } from '../project/store.ts'
import { addressOf, completenessOf, type Slot, slotsOf, slotsOn } from '../submissions/board/slot.ts'
import { begunIn } from '../submissions/board/store.ts'
import { SECTIONS } from '../submissions/entry-form/definition.ts'
import { lastReasonOf } from '../submissions/store.ts'
import { countsFor, releasesIssuedTo } from './store.ts'
import { managerWork, partnerWork } from './work.ts'

/** More than this of one kind is a list of its own, on the board. */
const MOST = 12

/** What is mine to do now, by role. */
export function homeModel(db: Db, person: Person, words: Words, now: number): Record<string, unknown> {
  switch (person.role) {
    case 'partner':
      return { lists: partnerLists(db, person, words, now), kind: 'partner' }
    case 'manager':
      return { lists: managerLists(db, words, now), coverage: coverageNow(db, now), kind: 'manager' }
    case 'donor':
      return { releases: releasesIssuedTo(db, person.id), kind: 'donor' }
    case 'administrator':
      return { counts: countsFor(db), kind: 'administrator' }
  }
}

function partnerLists(db: Db, person: Person, words: Words, now: number) {
  const span = spanSoFar(db, now)
  const work = partnerWork(span ? slotsIn(db, span, now, person.partnerIds) : [])
  const several = person.partnerIds.length > 1
  return [
    list('returned', work.returned, MOST, (slot) => itemOf(db, words, slot, several, true)),
    list('overdue', work.overdue, MOST, (slot) => itemOf(db, words, slot, several, true)),
    list('open', work.open, MOST, (slot) => itemOf(db, words, slot, several, true)),
    list('waiting', work.waiting, MOST, (slot) => itemOf(db, words, slot, several, false)),
    list('approved-lately', work.approved, MOST, (slot) => itemOf(db, words, slot, several, false)),
  ]
}

function managerLists(db: Db, words: Words, now: number) {
  const span = spanSoFar(db, now)
  const work = managerWork(span ? slotsIn(db, span, now) : [])
  return [
    list('to-approve', work.toApprove, MOST, (slot) => itemOf(db, words, slot, true, false)),
    list('overdue', work.overdue, MOST, (slot) => itemOf(db, words, slot, true, false)),
    list('returned', work.returned, MOST, (slot) => itemOf(db, words, slot, true, false)),
  ]
}

function list<T>(name: string, slots: readonly Slot[], most: number, draw: (slot: Slot) => T) {
  return { name, count: slots.length, items: slots.slice(0, most).map(draw) }
}

function itemOf(db: Db, words: Words, slot: Slot, withPartner: boolean, mayStart: boolean) {
  const { last } = datesOf({ from: slot.quarter, to: slot.quarter })
  const partner = partners(db).find((one) => one.id === slot.partnerId)!
  const place = places(db).byId.get(slot.placeId)!
  const reason = slot.status === 'returned' && slot.id !== null ? lastReasonOf(db, slot.id) : null
  return {
    quarter: slot.quarter,
    partner: withPartner ? words.of(nameOn(partner, last).name) : null,
    place: words.of(place.name),
    status: slot.status,
    dueOn: dueOn(db, slot.quarter),
    changedAt: slot.changedAt,
    reason: reason?.reason ?? null,
    href: slot.id !== null || mayStart ? addressOf(slot, partner.slug, place.slug) : null,
  }
}

/** k of n for the current quarter, or the last one of a project that has ended, component by component. */
function coverageNow(db: Db, now: number) {
  const span = spanSoFar(db, now)
  if (!span) return null
  const quarter = span.to
  const slots = slotsIn(db, { from: quarter, to: quarter }, now)
  const rows = SECTIONS.map((section) => ({
    section,
    ...completenessOf(slotsOn(slots, section === 'cross-cutting' ? null : section)),
  })).filter((row) => row.expected > 0)
  return { quarter, code: quarterCode(quarter), all: completenessOf(slots), rows }
}

function slotsIn(db: Db, span: Span, now: number, partnerIds?: readonly number[]): Slot[] {
  return slotsOf(expectedSubmissions(db, span, partnerIds), begunIn(db, span, partnerIds), periodsIn(db, span), now)
}

function spanSoFar(db: Db, now: number): Span | null {
  const project = projectCard(db)
  if (!project) return null
  const span = { from: project.firstQuarter, to: Math.min(project.lastQuarter, quarterAt(now)) }
  return span.to < span.from ? null : span
}
