import type { NamedSpan } from '../../calendar/span.ts'
import { signsOf } from '../../charts/signs.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Question } from '../../figures/question.ts'
import { quarter } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { placeCompletenessText } from '../completeness.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { pageFacts } from '../facts.ts'
import { filtersOf } from '../filters.ts'
import { areaPath, chosenQuestion, groupOf, type PageState, QUARTER, spansOf, WHOLE } from '../page-state.ts'
import { ownPeriods, spansApart } from '../periods/own-periods.ts'
import { indicatorCard } from '../tables/indicator-card.ts'
import { neighbours } from './neighbours.ts'

/** What the tables of a province are shaped from. */
export type ProvinceTables = { state: PageState; place: Place; periods: readonly NamedSpan[]; answer: Answer }

export function provinceTableQuestion({ state, place, periods }: Omit<ProvinceTables, 'answer'>): Question {
  const codes = state.indicators.map(({ code }) => code)
  const apart = spansApart(codes.map((code) => ownPeriods(state, code, periods)))
  return chosenQuestion(state, {
    indicators: codes,
    groups: [groupOf(state, place.slug)],
    spans: spansOf(state, apart),
  })
}

/** All indicators that a province reports, along time, as tables. */
export function provinceTablePage({ state, place, periods, answer }: ProvinceTables) {
  const { words, choice, indicators } = state
  const codes = indicators.map(({ code }) => code)
  const reported = indicators.filter(({ code }) => answer.figure(code, place.slug, WHOLE).state !== 'not due')
  return {
    title: words.of(place.name),
    filters: { ...filtersOf(state, areaPath(state, place.slug), 'span'), hidden: AS_TABLE },
    pictures: { href: carried(state, areaPath(state, place.slug)), label: words.t('charts:show.pictures') },
    ...pageFacts(state, answer),
    complete: placeCompletenessText(answer, codes, place.slug, QUARTER, quarter(choice.to, words.language), words),
    others: neighbours(state, place, AS_TABLE),
    sections: byComponent(reported, (indicator) => indicator.component, words.terms).map(({ component, own }) => ({
      ...componentHeading(component, words),
      indicators: own.map((indicator) => indicatorCard(state, answer, indicator, periods, place, [])),
    })),
    legend: signsOf(words),
  }
}
