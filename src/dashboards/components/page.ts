import type { NamedSpan } from '../../calendar/span.ts'
import { signsOf } from '../../charts/signs.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { quarter } from '../../language/format.ts'
import { colourOf } from '../../language/terms.ts'
import { carried } from '../addresses.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { pageFacts } from '../facts.ts'
import { filtersOf } from '../filters.ts'
import { indicatorCard } from '../indicator-card.ts'
import { activeProvinces, chosenQuestion, groupsOf, type PageState, QUARTER, spansOf, WHOLE } from '../page-state.ts'
import { ownPeriods, spansApart } from '../periods/own-periods.ts'

/** What the page of a component is shaped from. */
export type ComponentView = {
  state: PageState
  /** Its code. */
  component: string
  indicators: readonly DefinedIndicator[]
  periods: readonly NamedSpan[]
  answer: Answer
}

export function componentQuestion({ state, indicators, periods }: Omit<ComponentView, 'answer'>): Question {
  const codes = indicators.map(({ code }) => code)
  const apart = spansApart(codes.map((code) => ownPeriods(state, code, periods)))
  return chosenQuestion(state, { indicators: codes, groups: groupsOf(state), spans: spansOf(state, apart) })
}

/** All indicators of a component along time, each with its targets. */
export function componentPage({ state, component, indicators, periods, answer }: ComponentView) {
  const { words, choice } = state
  const codes = indicators.map(({ code }) => code)
  const provinces = activeProvinces(state, answer, codes, WHOLE)
  const quarterName = quarter(choice.to, words.language)
  return {
    title: words.component(component),
    filters: filtersOf(state, `/components/${component}`, 'span'),
    ...pageFacts(state, answer),
    complete: completenessText(reportingCompleteness(answer, codes, provinces, QUARTER), quarterName, words),
    others: words.terms.components.map(({ code, name }) => ({
      href: carried(state, `/components/${code}`),
      label: words.of(name),
      here: code === component,
    })),
    sections: [
      {
        key: component,
        colour: colourOf(words.terms, component),
        title: words.t('charts:section.trend'),
        indicators: indicators.map((indicator) => indicatorCard(state, answer, indicator, periods, null, provinces)),
      },
    ],
    legend: signsOf(words),
  }
}
