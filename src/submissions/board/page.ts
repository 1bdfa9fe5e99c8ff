import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { expectedSubmissions } from '../../assignments/store.ts'
import { type Quarter, quarterAt, quarterCode } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { datesOf, quartersIn } from '../../calendar/span.ts'
import { periodsIn } from '../../calendar/store.ts'
import type { Words } from '../../language/words.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import type { Places } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import { projectCard } from '../../project/store.ts'
import type { Component } from '../../vocabulary/indicator.ts'
import { SECTIONS, type Section } from '../entry-form/definition.ts'
import type { BoardQuery } from './form.ts'
import { addressOf, completenessOf, groupedBy, type Slot, STATUSES, slotsOf, slotsOn } from './slot.ts'
import { begunIn } from './store.ts'

/** Reporters on one page: more would make a heavy page on a weak line. */
const PAGE_ROWS = 40
const USUAL_QUARTERS = 4
const MOST_QUARTERS = 12

/** The quarters a project has had so far; null in a file without a project. */
export function quartersSoFar(db: Db, now: number): Span | null {
  const project = projectCard(db)
  if (!project) return null
  return { from: project.firstQuarter, to: Math.min(project.lastQuarter, quarterAt(now)) }
}

/** Every expected submission of a span with where it stands: all of them for a manager, a partner's own. */
export function slotsFor(db: Db, person: Person, span: Span, now: number): Slot[] {
  const own = person.role === 'partner' ? person.partnerIds : undefined
  return slotsOf(expectedSubmissions(db, span, own), begunIn(db, span, own), periodsIn(db, span), now)
}

export function boardModel(db: Db, person: Person, words: Words, now: number, query: BoardQuery) {
  const tree = places(db)
  const soFar = quartersSoFar(db, now)
  const span = spanOf(query, soFar)
  const slots = span ? slotsFor(db, person, span, now) : []
  const wanted = slots.filter((slot) => isWanted(tree, slot, query))
  const reporters = [...groupedBy(wanted, (slot) => `${slot.partnerId}/${slot.placeId}`).values()].sort(byOrder(db))
  const pages = Math.max(1, Math.ceil(reporters.length / PAGE_ROWS))
  const page = Math.min(query.page, pages)
  const quarters = span ? quartersIn(span) : []
  return {
    query: { ...query, from: span?.from ?? null, to: span?.to ?? null },
    choices: soFar ? quartersIn(soFar).reverse() : [],
    provinces: provincesIn(tree, slots),
    components: SECTIONS.filter((section) => slots.some((slot) => slot.components.includes(componentOf(section)))),
    quarters,
    reporters: reporters.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map((own) => rowOf(db, words, own, quarters)),
    count: reporters.length,
    page,
    pages,
    totals: STATUSES.map((status) => ({
      status,
      count: wanted.filter((slot) => slot.status === status).length,
    })).filter(({ count }) => count > 0),
    completeness: completenessTable(db, wanted),
    quarterCode,
    address: (changed: Record<string, string | number>) => boardAddress(query, span, changed),
  }
}

function spanOf(query: BoardQuery, soFar: Span | null): Span | null {
  if (!soFar || soFar.to < soFar.from) return null
  const inside = (quarter: Quarter) => Math.min(Math.max(quarter, soFar.from), soFar.to)
  const to = inside(query.to ?? soFar.to)
  const from = Math.min(inside(query.from ?? to - USUAL_QUARTERS + 1), to)
  return { from: Math.max(from, to - MOST_QUARTERS + 1), to }
}

function isWanted(tree: Places, slot: Slot, { component, place }: BoardQuery): boolean {
  if (component && !slot.components.includes(componentOf(component))) return false
  return place === null || tree.byId.get(tree.rootOf(slot.placeId))?.slug === place
}

function provincesIn(tree: Places, slots: readonly Slot[]) {
  const asked = new Set(slots.map((slot) => tree.rootOf(slot.placeId)))
  return tree.list.filter((place) => asked.has(place.id))
}

function componentOf(section: Section): Component | null {
  return section === 'cross-cutting' ? null : section
}

function byOrder(db: Db): (a: Slot[], b: Slot[]) => number {
  const orders = new Map(partners(db).map((partner, nth) => [partner.id, nth]))
  const placeOrders = new Map(places(db).list.map((place, nth) => [place.id, nth]))
  const rank = ([first]: Slot[]) => orders.get(first!.partnerId)! * 100_000 + placeOrders.get(first!.placeId)!
  return (a, b) => rank(a) - rank(b)
}

function rowOf(db: Db, words: Words, own: readonly Slot[], quarters: readonly Quarter[]) {
  const { partnerId, placeId } = own[0]!
  const last = quarters.at(-1)!
  const partner = partners(db).find((one) => one.id === partnerId)!
  const place = places(db).byId.get(placeId)!
  return {
    partner: words.of(nameOn(partner, datesOf({ from: last, to: last }).last).name),
    place: words.of(place.name),
    slots: quarters.map((quarter) => {
      const slot = own.find((one) => one.quarter === quarter)
      return slot ? { ...slot, href: addressOf(slot, partner.slug, place.slug) } : null
    }),
  }
}

function completenessTable(db: Db, slots: readonly Slot[]) {
  const tree = places(db)
  const byProvince = groupedBy(slots, (slot) => tree.rootOf(slot.placeId))
  const columns = SECTIONS.filter((section) => slotsOn(slots, componentOf(section)).length > 0)
  const cellsOf = (own: readonly Slot[]) => columns.map((section) => completenessOf(slotsOn(own, componentOf(section))))
  const rows = tree.list
    .filter((place) => byProvince.has(place.id))
    .map((place) => ({
      name: place.name,
      cells: cellsOf(byProvince.get(place.id)!),
      all: completenessOf(byProvince.get(place.id)!),
    }))
  return { columns, rows, all: { cells: cellsOf(slots), all: completenessOf(slots) } }
}

function boardAddress(query: BoardQuery, span: Span | null, changed: Record<string, string | number>): string {
  const given: Record<string, string> = {}
  if (span) Object.assign(given, { from: quarterCode(span.from), to: quarterCode(span.to) })
  if (query.component) given.component = query.component
  if (query.place) given.place = query.place
  for (const [name, value] of Object.entries(changed)) given[name] = String(value)
  return `/submissions?${new URLSearchParams(given)}`
}
