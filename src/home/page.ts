import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { expectedSubmissions } from '../assignments/store.ts'
import { quarterAt, quarterCode } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { datesOf } from '../calendar/span.ts'
import { dueOn, periodsIn } from '../calendar/store.ts'
import { day, instant, number } from '../language/format.ts'
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
export function homeModel(db: Db, person: Person, words: Words, now: number) {
  switch (person.role) {
    case 'partner':
      return { kind: 'partner', ...tasksIn(partnerLists(db, person, words, now)) } as const
    case 'manager':
      return { kind: 'manager', ...tasksIn(managerLists(db, words, now)), coverage: coverageNow(db, now) } as const
    case 'donor':
      return { kind: 'donor', releases: releasesIssuedTo(db, person.id) } as const
    case 'administrator':
      return { kind: 'administrator', ...roomsOf(countsFor(db), words) } as const
  }
}

export type HomeModel = ReturnType<typeof homeModel>
type Task = ReturnType<typeof itemOf>
type TaskList = { name: ListName; count: number; items: Task[] }
type ListName = 'returned' | 'overdue' | 'open' | 'waiting' | 'approved-lately' | 'to-approve'
/** What is only waited for, or only good to know. */
const NOT_PRESSING: readonly ListName[] = ['waiting', 'approved-lately']

declare module '../web/views/models.ts' {
  interface Views {
    'home/home': HomeModel
  }
  interface Parts {
    'home/tasks': { kind: 'partner' | 'manager' } & ReturnType<typeof tasksIn>
    'home/task': { task: Task }
    'home/coverage': { coverage: NonNullable<ReturnType<typeof coverageNow>> }
    'home/releases': { releases: ReturnType<typeof releasesIssuedTo> }
    'home/rooms': ReturnType<typeof roomsOf>
  }
}

function tasksIn(lists: TaskList[]) {
  const some = lists.filter(({ count }) => count > 0)
  return { lists: some, pressing: some.some(({ name }) => !NOT_PRESSING.includes(name)) }
}

/** What an administrator looks after, and how much of it there is. */
function roomsOf(counts: ReturnType<typeof countsFor>, { t, language }: Words) {
  const many = (name: keyof typeof counts) => number(counts[name], language)
  return {
    rooms: [
      { href: '/people', name: t('common:menu.people'), says: t('home:counts.people', { count: counts.people }) },
      { href: '/periods', name: t('common:menu.periods'), says: null },
      { href: '/settings', name: t('common:menu.settings'), says: null },
      { href: '/trail', name: t('common:menu.trail'), says: t('home:counts.events', { count: counts.events }) },
    ],
    holds: t('home:counts.holds', {
      partners: many('partners'),
      indicators: many('indicators'),
      submissions: many('submissions'),
    }),
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

function list(name: ListName, slots: readonly Slot[], most: number, draw: (slot: Slot) => Task): TaskList {
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
    when: whenOf(slot, dueOn(db, slot.quarter), words),
    reason: reason?.reason ?? null,
    href: slot.id !== null || mayStart ? addressOf(slot, partner.slug, place.slug) : null,
  }
}

/** Until when it is due, or since when it has stood so. */
function whenOf({ status, changedAt }: Slot, dueOn: string, { t, language }: Words): string {
  if (status === 'due' || status === 'draft' || status === 'overdue')
    return t('submissions:due-on', { day: day(dueOn, language) })
  return changedAt === null ? '' : t('home:since', { at: instant(changedAt, language) })
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
