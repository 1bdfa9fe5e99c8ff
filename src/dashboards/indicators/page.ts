import { signsOf } from '../../charts/signs.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { historyItems } from '../../indicators/definitions/definition-list.ts'
import { neverAskedFor } from '../../indicators/definitions/value-spans.ts'
import { sheetOf } from '../../indicators/reference-sheet.ts'
import { dates, quarter } from '../../language/format.ts'
import { projectSpan } from '../../project/project.ts'
import { targetText } from '../../targets/in-words.ts'
import { type Target, targetMismatches } from '../../targets/target.ts'
import { carried } from '../addresses.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { pageFacts } from '../facts.ts'
import { filtersOf } from '../filters.ts'
import { endOfUseIn, type PageState, QUARTER } from '../page-state.ts'
import { byBreakdown, card, type IndicatorView, lowered, overTime, sideBySide, trend } from '../tables/tables.ts'

/** What the page of an indicator is shaped from: `split` has an answer for each breakdown in use in the span. */
export type IndicatorPageView = IndicatorView & {
  split: readonly { breakdown: Breakdown; answer: Answer }[]
  targets: readonly Target[]
}

/** One indicator: its reference sheet, its trend, its provinces, its breakdowns. */
export function indicatorPage(view: IndicatorPageView) {
  const { state, indicator, answer, provinces, split } = view
  const { words } = state
  const { t } = words
  const { code } = indicator
  const component = indicator.component ?? null
  const quarterName = quarter(state.choice.to, words.language)
  const complete = reportingCompleteness(answer, [code], provinces, QUARTER)
  return {
    code,
    name: words.of(indicator.name),
    component: component && {
      href: carried(state, `/components/${component}`),
      title: words.component(component),
    },
    filters: filtersOf(state, `/indicators/${encodeURIComponent(code)}`, 'span', code),
    ...pageFacts(state, answer),
    complete: complete.n > 0 ? completenessText(complete, quarterName, words) : null,
    endOfUse: endOfUseIn(state, code),
    sheet: sheetOf(indicator, words),
    history: historyItems(state.histories.get(code)!, state.breakdowns, state.project.firstQuarter, words),
    beyondEnd: beyondEnd(state, code),
    targetWarnings: targetWarnings(view),
    sections: [
      { id: 'trend', title: t('charts:section.trend'), note: null, cards: [card(trend(view), view)] },
      ...(provinces.length === 0
        ? []
        : [
            {
              id: 'provinces',
              title: t('charts:section.provinces'),
              note: null,
              cards: [card(sideBySide(view), view), card(overTime(view), view)],
            },
          ]),
      ...split.map(({ breakdown, answer: parts }) => {
        const drawn = byBreakdown(view, breakdown, parts)
        const note = t(drawn.table.overlapping ? 'charts:section.multiple' : 'charts:section.parts')
        const title = t('charts:section.breakdown', { breakdown: lowered(words.of(breakdown.name)) })
        return { id: `by-${breakdown.code}`, title, note, cards: [card(drawn, view)] }
      }),
    ],
    legend: signsOf(words),
  }
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicator': ReturnType<typeof indicatorPage>
  }
}

/** Quarters at the end of the project that no value covers. */
function beyondEnd({ histories, project, words }: PageState, code: string): string | null {
  const span = neverAskedFor(histories.get(code)!, projectSpan(project))
  return span && words.t('indicators:beyond-end', { dates: dates(span, words.language) })
}

/** Targets of the provinces that do not add up to the project's: both numbers are named, nothing is changed. */
function targetWarnings({ state, indicator, targets }: IndicatorPageView): string[] {
  const { words } = state
  return targetMismatches(targets, [indicator]).map(({ from, to, provinces, project }) =>
    words.t('charts:targets-differ', {
      dates: dates({ from, to }, words.language),
      sum: targetText(provinces, indicator, words),
      project: targetText(project, indicator, words),
    }),
  )
}
