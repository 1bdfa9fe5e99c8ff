import { dayAt, daysBetween } from '../../../calendar/day.ts'
import { type Quarter, quarterCode } from '../../../calendar/quarter.ts'
import { datesOf } from '../../../calendar/span.ts'
import { day, quarter as quarterName } from '../../../language/format.ts'
import type { Words } from '../../../language/words.ts'
import { nameOn, type Partner } from '../../../partners/partner.ts'
import type { Places } from '../../../places/place.ts'
import { groupedBy, type Slot } from '../../../submissions/board/slot.ts'
import { addressOf } from '../../../submissions/page/address.ts'
import { isLate } from '../../../submissions/submission.ts'
import { firstPlaces } from './first-places.ts'

/** What late reports are told from: where every expected submission stands, when each quarter was due, and who is asked. */
export type Reports = {
  slots: readonly Slot[]
  dueOn: ReadonlyMap<Quarter, string>
  partners: ReadonlyMap<number, Partner>
  places: Places
  /** Names of those who report for a partner, by its id. */
  reporters: ReadonlyMap<number, readonly string[]>
}

/** A reporter whose reports are late, and who can be asked about them. */
export type LateItem = { name: string; place: string; href: string; late: string; detail: string }

export type LateList = {
  /** Submissions that are late. */
  count: number
  /** "Nghệ An (4), Hà Tĩnh (3)": where, most first; nothing where there is but one place. */
  where: string
  approve: { text: string; href: string } | null
  items: LateItem[]
  all: string
}

const MOST_SHOWN = 4
const MOST_NAMED = 2

type LateReporter = { slots: Slot[]; days: number }

/** Who is late, by reporter, the longest first; before them what waits for whoever reads it. */
export function lateList(reports: Reports, now: number, words: Words): LateList {
  const late = reports.slots.filter(isLate)
  const longest = lateReporters(late, reports, now).slice(0, MOST_SHOWN)
  return {
    count: late.length,
    where: whereOf(late, reports, words),
    approve: toApprove(reports.slots, words),
    items: longest.map((one) => itemOf(one, reports, words, null)),
    all: late.length === 0 ? boardOf(late) : `${boardOf(late)}&order=late`,
  }
}

/** Everybody who is late, the longest first. @param here the place that all of it is about: it is named of none */
export function lateItems(reports: Reports, now: number, words: Words, here: number | null = null): LateItem[] {
  return lateReporters(reports.slots.filter(isLate), reports, now).map((one) => itemOf(one, reports, words, here))
}

function lateReporters(late: readonly Slot[], { dueOn }: Reports, now: number): LateReporter[] {
  const today = dayAt(now)
  const days = new Map([...dueOn].map(([quarter, due]) => [quarter, daysBetween(due, today)]))
  return [...groupedBy(late, ({ partnerId, placeId }) => `${partnerId}/${placeId}`).values()]
    .map((slots) => ({ slots, days: Math.max(...slots.map(({ quarter }) => days.get(quarter)!)) }))
    .sort((a, b) => b.days - a.days || b.slots.length - a.slots.length)
}

function whereOf(late: readonly Slot[], { places }: Reports, words: Words): string {
  const provinces = [...groupedBy(late, ({ placeId }) => places.rootOf(placeId))]
  provinces.sort(([, a], [, b]) => b.length - a.length)
  if (places.list.length === 1) return ''
  const named = provinces.map(([id, slots]) => `${words.of(places.byId.get(id)!.name)} (${slots.length})`)
  return firstPlaces(named, words)
}

export function toApprove(slots: readonly Slot[], { t, language }: Words): LateList['approve'] {
  const waiting = slots.filter(({ status }) => status === 'submitted')
  const [first] = waiting.map(({ changedAt }) => changedAt ?? 0).sort((a, b) => a - b)
  if (first === undefined) return null
  return {
    text: t('charts:overview.late.to-approve', { count: waiting.length, day: day(dayAt(first), language) }),
    href: '/submissions/waiting',
  }
}

function itemOf({ slots, days }: LateReporter, reports: Reports, words: Words, here: number | null): LateItem {
  const { t } = words
  const [first] = slots as [Slot, ...Slot[]]
  const partner = reports.partners.get(first.partnerId)!
  const place = reports.places.byId.get(first.placeId)!
  const quarters = slots.map(({ quarter }) => quarter)
  const people = reports.reporters.get(partner.id) ?? []
  const returned = slots.some(({ status }) => status === 'returned')
  const where = place.id === here ? null : reports.places.nameAmong(place.id)
  const parts = [
    where ? words.of(where) : '',
    quartersText(quarters, words),
    returned ? t('charts:overview.late.returned') : '',
    people.length > 0 ? t('charts:overview.ask', { who: people.join(', ') }) : '',
  ]
  return {
    name: words.of(nameOn(partner, datesOf({ from: first.quarter, to: first.quarter }).last).name),
    place: words.of(place.name),
    href: first.id === null ? boardOf(slots) : addressOf(first, partner.slug, place.slug),
    late: days > 0 ? t('charts:overview.late.days', { count: days }) : t('charts:overview.late.not-yet'),
    detail: parts.filter(Boolean).join(' · '),
  }
}

/** Each by its name; of many how many, and since when. */
function quartersText(quarters: readonly Quarter[], { t, language }: Words): string {
  if (quarters.length <= MOST_NAMED) return quarters.map((one) => quarterName(one, language)).join(', ')
  return t('charts:overview.late.quarters', {
    count: quarters.length,
    since: quarterName(Math.min(...quarters), language),
  })
}

/** The board with the quarters of some submissions. */
function boardOf(slots: readonly Slot[]): string {
  if (slots.length === 0) return '/submissions'
  const quarters = slots.map(({ quarter }) => quarter)
  return `/submissions?from=${quarterCode(Math.min(...quarters))}&to=${quarterCode(Math.max(...quarters))}`
}
