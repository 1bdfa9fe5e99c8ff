import { dayAt, daysBetween } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { day, quarter as quarterName } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import { nameBesidePartner, type Places } from '../places/place.ts'
import type { Slot } from '../submissions/board/slot.ts'
import { OUTSTANDING, type outstandingIn, outstandingMark } from './outstanding.ts'

/** What is asked about from: what is outstanding in a quarter, when it was due, and whose it is. */
export type ClosingState = {
  quarter: Quarter
  dueOn: string
  outstanding: ReturnType<typeof outstandingIn>
  partners: readonly Partner[]
  places: Places
  now: number
}

type Group = {
  status: (typeof OUTSTANDING)[number]
  count: number
  /** What becomes of them when the quarter is closed. */
  says: string
  rows: { name: string; href: string | null }[]
  more: number
}

export type ClosingModel = {
  title: string
  code: string
  count: number
  due: string
  groups: Group[]
  /** What was named before stands otherwise by now. */
  hasChanged: boolean
  seen: string
  board: string | null
}

declare module '../web/views/models.ts' {
  interface Views {
    'periods/closing': ClosingModel
  }
}

/** Of each kind: more are on the board. */
const MOST_NAMED = 30

/** @param shown `seen`: the mark of what was named before; '' = nothing was */
export function closingPage(
  state: ClosingState,
  shown: { seen: string; seesSubmissions: boolean },
  words: Words,
): ClosingModel {
  const { quarter, dueOn, outstanding, now } = state
  const { t, language } = words
  const code = quarterCode(quarter)
  const late = daysBetween(dueOn, dayAt(now))
  return {
    title: t('periods:closing.title', { quarter: quarterName(quarter, language) }),
    code,
    count: outstanding.length,
    due: t(late > 0 ? 'home:late' : 'submissions:due-on', { day: day(dueOn, language), count: late }),
    groups: OUTSTANDING.map((status): Group => {
      const own = outstanding.filter((slot) => slot.status === status)
      const rows = own.slice(0, MOST_NAMED).map((slot) => rowOf(slot, state, shown.seesSubmissions, words))
      return { status, count: own.length, says: t(`periods:closing.${status}`), rows, more: own.length - rows.length }
    }).filter(({ count }) => count > 0),
    hasChanged: shown.seen !== '',
    seen: outstandingMark(outstanding),
    board: shown.seesSubmissions ? `/submissions?from=${code}&to=${code}` : null,
  }
}

function rowOf(
  { partnerId, placeId, id, quarter }: Slot,
  { partners, places }: ClosingState,
  seesSubmissions: boolean,
  words: Words,
): Group['rows'][number] {
  const partner = partners.find((one) => one.id === partnerId)!
  const { last } = datesOf({ from: quarter, to: quarter })
  const names = [words.of(nameOn(partner, last).name), nameBesidePartner(places.byId.get(placeId)!, words)]
  return {
    name: names.filter(Boolean).join(' – '),
    href: id !== null && seesSubmissions ? `/submissions/${id}` : null,
  }
}
