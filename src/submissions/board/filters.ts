import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { quartersIn, type Span } from '../../calendar/span.ts'
import { emptySpan, type Misread, misreadAs, notAmong } from '../../forms/asked.ts'
import type { Option } from '../../forms/option.ts'
import { quarter } from '../../language/format.ts'
import type { Terms } from '../../language/terms.ts'
import type { Words } from '../../language/words.ts'
import type { Places } from '../../places/place.ts'
import { componentOf } from '../../vocabulary/component.ts'
import type { BoardState } from './board.ts'
import { sectionsIn } from './completeness.ts'
import { BOARD_ORDERS, type BoardQuery } from './form.ts'
import { outsideOf } from './lateness.ts'
import type { Slot } from './slot.ts'

/** One list to choose from, as a view draws it. */
export type Filter = {
  name: string
  label: string
  options: Option[]
  chosen: string | null
}

/** A component, place or partner that is not there is as if none were asked for. */
export function isWanted(
  slot: Slot,
  { component, place, partner }: BoardQuery,
  { places, partners }: Pick<BoardState, 'places' | 'partners'>,
  terms: Terms,
): boolean {
  const asked = partner === null ? undefined : partners.find(({ slug }) => slug === partner)
  if (asked && asked.id !== slot.partnerId) return false
  if (component && sectionsIn(terms).includes(component) && !slot.components.includes(componentOf(component)))
    return false
  if (place === null || !places.bySlug.has(place)) return true
  return places.byId.get(places.rootOf(slot.placeId))?.slug === place
}

/** What the board can be narrowed to; none in a file without a project. */
export function boardFilters({ soFar, span, slots, places }: BoardState, query: BoardQuery, words: Words): Filter[] {
  if (!soFar || !span) return []
  return [
    ...quarterFilters(soFar, span, words),
    ...slotFilters(slots, places, query, words),
    {
      name: 'order',
      label: words.t('submissions:board.order'),
      options: BOARD_ORDERS.map((value) => ({ value, label: words.t(`submissions:board.by.${value}`) })),
      chosen: query.order,
    },
  ]
}

/** What was asked for and is not there: quarters outside of the project so far, a component, a place or a partner of no name. */
export function notThereOn(
  { soFar, places, partners }: Pick<BoardState, 'soFar' | 'places' | 'partners'>,
  { component, place, partner, from, to }: BoardQuery,
  { terms, language }: Words,
): Misread[] {
  const outside = (name: 'from' | 'to', asked: Quarter | null) =>
    outsideOf([asked], soFar).map((one) => misreadAs(name, quarter(one, language)))
  return [
    ...outside('from', from),
    ...outside('to', to),
    ...(from !== null && to !== null && from > to ? [emptySpan(quarter(from, language), quarter(to, language))] : []),
    ...notAmong('component', component, sectionsIn(terms)),
    ...notAmong('place', place, [...places.bySlug.keys()]),
    ...notAmong(
      'partner',
      partner,
      partners.map(({ slug }) => slug),
    ),
  ]
}

function quarterFilters(soFar: Span, span: Span, { t, language }: Words): Filter[] {
  const options = quartersIn(soFar)
    .reverse()
    .map((one) => ({ value: quarterCode(one), label: quarter(one, language) }))
  return [
    { name: 'from', label: t('submissions:board.from'), options, chosen: quarterCode(span.from) },
    { name: 'to', label: t('submissions:board.to'), options, chosen: quarterCode(span.to) },
  ]
}

/** Components and provinces that anything is expected of, when there is a choice. */
function slotFilters(slots: readonly Slot[], places: Places, query: BoardQuery, words: Words): Filter[] {
  const all = { value: '', label: words.t('submissions:board.all') }
  const components = sectionsIn(words.terms).filter((section) =>
    slots.some((slot) => slot.components.includes(componentOf(section))),
  )
  const asked = new Set(slots.map((slot) => places.rootOf(slot.placeId)))
  const provinces = places.list.filter((place) => asked.has(place.id))
  return [
    {
      name: 'component',
      label: words.t('submissions:board.component'),
      options: [all, ...components.map((value) => ({ value, label: words.component(componentOf(value)) }))],
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
