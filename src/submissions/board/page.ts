import type { Db } from '../../../db/connection.ts'
import { may } from '../../access/permissions.ts'
import type { Person } from '../../access/person.ts'
import { expectedSubmissions } from '../../assignments/store.ts'
import { type Quarter, quarterAt, quarterCode } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { datesOf, quartersIn } from '../../calendar/span.ts'
import { periodsIn } from '../../calendar/store.ts'
import { dates, number, quarter } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import type { Places } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import { projectCard } from '../../project/store.ts'
import type { Component } from '../../vocabulary/indicator.ts'
import { SECTIONS, type Section } from '../entry-form/definition.ts'
import type { BoardQuery } from './form.ts'
import {
  addressOf,
  type Completeness,
  completenessOf,
  groupedBy,
  type Slot,
  STATUSES,
  slotsOf,
  slotsOn,
} from './slot.ts'
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
    selects: soFar && span ? [...quarterSelects(soFar, span, words), ...slotSelects(tree, slots, query, words)] : [],
    quarters,
    dates: span ? dates(span, words.language) : '',
    reporters: reporters
      .slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
      .map((own) => rowOf(db, words, own, quarters, may(person, 'submission.enter'))),
    count: reporters.length,
    pager: pagerOf(page, pages, (to) => boardAddress(query, span, { page: to }), words),
    totals: STATUSES.map((status) => ({
      status,
      count: wanted.filter((slot) => slot.status === status).length,
    })).filter(({ count }) => count > 0),
    completeness: completenessTable(db, wanted, words),
  }
}

type Model = ReturnType<typeof boardModel>

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/board/board': Model
  }
  interface Parts {
    'submissions/board/slots': Pick<Model, 'quarters' | 'reporters'>
    'submissions/board/completeness': Pick<Model, 'completeness'>
  }
}

function quarterSelects(soFar: Span, span: Span, { t, language }: Words) {
  const options = quartersIn(soFar)
    .reverse()
    .map((one) => ({ value: quarterCode(one), label: quarter(one, language) }))
  return [
    { name: 'from', label: t('submissions:board.from'), options, chosen: quarterCode(span.from) },
    { name: 'to', label: t('submissions:board.to'), options, chosen: quarterCode(span.to) },
  ]
}

/** Components and provinces that anything is expected of, when there is a choice. */
function slotSelects(tree: Places, slots: readonly Slot[], query: BoardQuery, words: Words) {
  const all = { value: '', label: words.t('submissions:board.all') }
  const components = SECTIONS.filter((section) => slots.some((slot) => slot.components.includes(componentOf(section))))
  const provinces = provincesIn(tree, slots)
  return [
    {
      name: 'component',
      label: words.t('submissions:board.component'),
      options: [all, ...components.map((value) => ({ value, label: words.t(`common:component.${value}`) }))],
      chosen: query.component,
    },
    {
      name: 'place',
      label: words.t('submissions:board.place'),
      options: [all, ...provinces.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))],
      chosen: query.place,
    },
  ].filter(({ options }) => options.length > 2)
}

function pagerOf(page: number, pages: number, address: (page: number) => string, { t }: Words) {
  return {
    label: t('submissions:board.pages'),
    before: page > 1 ? { href: address(page - 1), label: t('submissions:board.previous') } : null,
    here: t('submissions:board.page', { page, pages }),
    after: page < pages ? { href: address(page + 1), label: t('submissions:board.next') } : null,
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

function rowOf(db: Db, words: Words, own: readonly Slot[], quarters: readonly Quarter[], mayBegin: boolean) {
  const { partnerId, placeId } = own[0]!
  const last = quarters.at(-1)!
  const partner = partners(db).find((one) => one.id === partnerId)!
  const place = places(db).byId.get(placeId)!
  return {
    partner: words.of(nameOn(partner, datesOf({ from: last, to: last }).last).name),
    place: words.of(place.name),
    slots: quarters.map((quarter) => {
      const slot = own.find((one) => one.quarter === quarter)
      if (!slot) return null
      const href = slot.id !== null || mayBegin ? addressOf(slot, partner.slug, place.slug) : null
      return { quarter, status: slot.status, href }
    }),
  }
}

function completenessTable(db: Db, slots: readonly Slot[], words: Words) {
  const tree = places(db)
  const byProvince = groupedBy(slots, (slot) => tree.rootOf(slot.placeId))
  const columns = SECTIONS.filter((section) => slotsOn(slots, componentOf(section)).length > 0)
  const rowOf = (own: readonly Slot[]) => {
    const all = completenessOf(own)
    const cells = [...columns.map((section) => completenessOf(slotsOn(own, componentOf(section)))), all]
    return { cells: cells.map((one) => kOfN(one, words)), approved: number(all.approved, words.language) }
  }
  const rows = tree.list
    .filter((place) => byProvince.has(place.id))
    .map((place) => ({ name: words.of(place.name), ...rowOf(byProvince.get(place.id)!) }))
  return { columns, rows, all: rowOf(slots) }
}

/** "3 of 4", with how complete that is. */
function kOfN({ handedIn, expected }: Completeness, { t, language }: Words): { text: string; tone: string } {
  if (expected === 0) return { text: '–', tone: '' }
  const text = t('submissions:completeness.of', { k: number(handedIn, language), n: number(expected, language) })
  return { text, tone: handedIn === expected ? 'full' : handedIn === 0 ? 'none' : 'partly' }
}

function boardAddress(query: BoardQuery, span: Span | null, changed: Record<string, string | number>): string {
  const given: Record<string, string> = {}
  if (span) Object.assign(given, { from: quarterCode(span.from), to: quarterCode(span.to) })
  if (query.component) given.component = query.component
  if (query.place) given.place = query.place
  for (const [name, value] of Object.entries(changed)) given[name] = String(value)
  return `/submissions?${new URLSearchParams(given)}`
}
