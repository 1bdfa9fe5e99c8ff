import type { NamedSpan } from '../../calendar/span.ts'
import { signsOf } from '../../charts/signs.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { quarter } from '../../language/format.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { pageFacts } from '../facts.ts'
import { filtersOf } from '../filters.ts'
import { activeProvinces, chosenQuestion, groupsOf, type PageState, QUARTER, spansOf, WHOLE } from '../page-state.ts'
import { ownPeriods, spansApart } from '../periods/own-periods.ts'
import { indicatorCard } from '../tables/indicator-card.ts'
import { componentHeading } from './heading.ts'
import { componentPath, otherComponents } from './page.ts'

/** What the tables of a component are shaped from. */
export type ComponentTables = {
  state: PageState
  /** Its code. */
  component: string
  indicators: readonly DefinedIndicator[]
  periods: readonly NamedSpan[]
  answer: Answer
}

export function componentTableQuestion({ state, indicators, periods }: Omit<ComponentTables, 'answer'>): Question {
  const codes = indicators.map(({ code }) => code)
  const apart = spansApart(codes.map((code) => ownPeriods(state, code, periods)))
  return chosenQuestion(state, { indicators: codes, groups: groupsOf(state), spans: spansOf(state, apart) })
}

/** All indicators of a component along time, each with its targets, as tables. */
export function componentTablePage({ state, component, indicators, periods, answer }: ComponentTables) {
  const { words, choice } = state
  const codes = indicators.map(({ code }) => code)
  const path = componentPath(component)
  const provinces = activeProvinces(state, answer, codes, WHOLE)
  const quarterName = quarter(choice.to, words.language)
  return {
    title: words.component(component),
    filters: { ...filtersOf(state, path, 'span'), hidden: AS_TABLE },
    pictures: { href: carried(state, path), label: words.t('charts:show.pictures') },
    ...pageFacts(state, answer),
    complete: completenessText(reportingCompleteness(answer, codes, provinces, QUARTER), quarterName, words),
    others: otherComponents(state, component, AS_TABLE),
    sections: [
      {
        ...componentHeading(component, words),
        title: words.t('charts:section.trend'),
        indicators: indicators.map((indicator) => indicatorCard(state, answer, indicator, periods, null, provinces)),
      },
    ],
    legend: signsOf(words),
  }
}
