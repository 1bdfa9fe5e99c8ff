import { type EndedNotice, endedNotices } from '../../assignments/ended-in-words.ts'
import type { NamedEndedPlace } from '../../assignments/ended-places.ts'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { datesOf, quartersIn, type Span } from '../../calendar/span.ts'
import { pagerOf, rowsOfPage } from '../../forms/pager.ts'
import { dates } from '../../language/format.ts'
import type { Key, Words } from '../../language/words.ts'
import { lastName, nameOn } from '../../partners/partner.ts'
import { pauseSentences } from '../../project/in-words.ts'
import { addressOf } from '../page/address.ts'
import type { Status, TalkSide } from '../submission.ts'
import type { BoardState } from './board.ts'
import { type CompletenessTable, completenessTable } from './completeness.ts'
import { boardFilters, type Filter, isWanted } from './filters.ts'
import type { BoardQuery } from './form.ts'
import { daysLate, latestFirst } from './lateness.ts'
import { groupedBy, type Slot, statusCounts } from './slot.ts'

/** Reporters on one page: more would make a heavy page on a weak line. */
const PAGE_ROWS = 40

export type BoardModel = {
  selects: Filter[]
  /** Whose reports alone are shown, with the way to all. */
  only: { sentence: string; all: string } | null
  quarters: Quarter[]
  dates: string
  /** What is said of pauses among them. */
  pauses: string[]
  reporters: ReporterRow[]
  /** Reporters on all pages. */
  count: number
  /** Why there are none, and what to do. */
  none: string | null
  pager: ReturnType<typeof pagerOf>
  /** What is missing from what is expected since a place ended. */
  endedPlaces: EndedNotice[]
  totals: ReturnType<typeof statusCounts>
  completeness: CompletenessTable
  /** Whoever looks fills reports in, and may do so in a file. */
  mayEnter: boolean
}

/** A reporter's quarters; null where it owes nothing. */
type ReporterRow = {
  partner: string
  /** Null where there is but one. */
  place: string | null
  slots: ({
    quarter: Quarter
    status: Status
    late: number | null
    waits: readonly TalkSide[]
    href: string | null
  } | null)[]
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/board/board': BoardModel
  }
  interface Parts {
    'submissions/board/slots': Pick<BoardModel, 'quarters' | 'reporters'>
    'submissions/board/completeness': Pick<BoardModel, 'completeness'>
  }
}

export function boardPage(state: BoardState, query: BoardQuery, words: Words): BoardModel {
  const { span, slots } = state
  const wanted = slots.filter((slot) => isWanted(slot, query, state, words.terms))
  const byPartner = reportersIn(wanted, state)
  const reporters = query.order === 'late' ? latestFirst(byPartner, state) : byPartner
  const shown = rowsOfPage(reporters, query.page, PAGE_ROWS)
  const quarters = span ? quartersIn(span) : []
  return {
    selects: boardFilters(state, query, words),
    only: onlyOf(state, query, words),
    quarters,
    dates: span ? dates(span, words.language) : '',
    pauses: span && state.project ? pauseSentences(state.project, span, words) : [],
    reporters: shown.rows.map((own) => rowOf(own, quarters, state, words)),
    count: reporters.length,
    none: reporters.length === 0 ? words.t(whyNone(state)) : null,
    pager: pagerOf(shown, (to) => boardAddress(query, span, to), words),
    endedPlaces: endedNotices(endedWanted(state, query), words, state.mayBegin ? 'reporter' : 'manager'),
    totals: statusCounts(wanted),
    completeness: completenessTable(wanted, state, words),
    mayEnter: state.mayBegin,
  }
}

/** Filters leave nothing of what there is, or nobody owes anything in these quarters: the manager's are all, a partner's its own. */
function whyNone({ slots, mayBegin }: BoardState): Key {
  if (slots.length > 0) return 'submissions:board.none'
  return mayBegin ? 'submissions:board.nothing-asked' : 'submissions:board.nobody-asked'
}

function onlyOf({ partners, span }: BoardState, query: BoardQuery, words: Words): BoardModel['only'] {
  const partner = partners.find(({ slug }) => slug === query.partner)
  if (!partner) return null
  const sentence = words.t('submissions:board.only', { partner: words.of(lastName(partner)) })
  return { sentence, all: boardAddress({ ...query, partner: null }, span, 1) }
}

function endedWanted({ endedPlaces }: BoardState, { place }: BoardQuery): NamedEndedPlace[] {
  return endedPlaces.filter((one) => place === null || [one.place, ...one.became].some(({ slug }) => slug === place))
}

/** The slots of each reporter, partners in their order and the places of each in theirs. */
function reportersIn(slots: readonly Slot[], { partners, places }: BoardState): Slot[][] {
  const partnerRank = new Map(partners.map((partner, nth) => [partner.id, nth]))
  const placeRank = new Map(places.list.map((place, nth) => [place.id, nth]))
  const ranked = [...groupedBy(slots, (slot) => `${slot.partnerId}/${slot.placeId}`).values()].map((own) => ({
    own,
    partner: partnerRank.get(own[0]!.partnerId)!,
    place: placeRank.get(own[0]!.placeId)!,
  }))
  return ranked.sort((a, b) => a.partner - b.partner || a.place - b.place).map(({ own }) => own)
}

function rowOf(own: readonly Slot[], quarters: readonly Quarter[], state: BoardState, words: Words): ReporterRow {
  const { partners, places, mayBegin } = state
  const { partnerId, placeId } = own[0]!
  const last = quarters.at(-1)!
  const partner = partners.find((one) => one.id === partnerId)!
  const place = places.byId.get(placeId)!
  const namedAmong = places.nameAmong(placeId)
  return {
    partner: words.of(nameOn(partner, datesOf({ from: last, to: last }).last).name),
    place: namedAmong ? words.of(namedAmong) : null,
    slots: quarters.map((quarter) => {
      const slot = own.find((one) => one.quarter === quarter)
      if (!slot) return null
      const href = slot.id !== null || mayBegin ? addressOf(slot, partner.slug, place.slug) : null
      return { quarter, status: slot.status, late: daysLate(slot, state), waits: waitsIn(slot, state), href }
    }),
  }
}

function waitsIn({ id }: Slot, { questions }: BoardState): readonly TalkSide[] {
  return id === null ? [] : (questions.get(id) ?? [])
}

/** Another page of the same board. */
function boardAddress({ component, place, partner, order }: BoardQuery, span: Span | null, page: number): string {
  const asked = new URLSearchParams(span ? { from: quarterCode(span.from), to: quarterCode(span.to) } : {})
  if (component) asked.set('component', component)
  if (place) asked.set('place', place)
  if (partner) asked.set('partner', partner)
  if (order !== 'partner') asked.set('order', order)
  asked.set('page', String(page))
  return `/submissions?${asked}`
}
