import type { NamedSpan } from '../../calendar/span.ts'
import { type CardModel, elementId } from '../../charts/card.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import { endOfUseIn, type PageState, WHOLE } from '../page-state.ts'
import { ownPeriods } from '../periods/own-periods.ts'
import { card, type DrawnTable, type IndicatorView, overTime, trend } from './tables.ts'

/** One indicator on a page of many: its name, the way to its own page, and its chart. */
export type IndicatorCard = { code: string; name: string; href: string; ended: string | null; card: CardModel }

/** Which table an indicator has on a page of many: of the area, or of the whole project. */
export type TableOfMany = {
  state: PageState
  answer: Answer
  shown: readonly NamedSpan[]
  place: Place | null
  provinces: readonly Place[]
}

export function indicatorCard(indicator: DefinedIndicator, page: TableOfMany): IndicatorCard {
  const { state } = page
  const { code } = indicator
  const { drawn, view } = tableOfMany(indicator, page)
  return {
    code,
    name: state.words.of(indicator.name),
    href: carried(state, `/indicators/${encodeURIComponent(code)}`),
    ended: endOfUseIn(state, code),
    card: ofMany(card(drawn, view), elementId(`${code}-${drawn.table.id}`)),
  }
}

/** What holds of every table of a page is said once, at its end. */
function ofMany(one: CardModel, id: string): CardModel {
  return { ...one, id, foot: { ...one.foot, basis: '', asAt: '', map: null, source: '' } }
}

/** An indicator whose reporters can't be added has no line for the project: its provinces are drawn instead. */
export function tableOfMany(
  indicator: DefinedIndicator,
  page: TableOfMany,
): { drawn: DrawnTable; view: IndicatorView } {
  const { state, answer, shown, place, provinces } = page
  const { code } = indicator
  const periods = ownPeriods(state, code, shown)
  const apart = place === null && periods.some(({ key }) => answer.figure(code, PROJECT, key).why === 'reporters')
  const active = provinces.filter(({ slug }) => answer.figure(code, slug, WHOLE).state !== 'not due')
  const view = { state, answer, indicator, periods, provinces: active, place: null }
  return { drawn: apart ? overTime(view) : trend(view, place), view }
}
