import { historyItems } from '../../indicators/definitions/definition-list.ts'
import { neverAskedFor } from '../../indicators/definitions/value-spans.ts'
import { sheetOf } from '../../indicators/reference-sheet.ts'
import { dates, quarter } from '../../language/format.ts'
import { projectSpan } from '../../project/project.ts'
import { targetText } from '../../targets/in-words.ts'
import { targetMismatches } from '../../targets/target.ts'
import { carried } from '../addresses.ts'
import { completenessText, placeCompletenessText, reportingCompleteness, type Statement } from '../completeness.ts'
import { type Filters, filtersOf } from '../filters.ts'
import { endOfUseIn, type PageState, QUARTER } from '../page-state.ts'
import type { IndicatorTables } from './view.ts'

/** What both pages of an indicator say of it: who it is, how it is measured, what is amiss. */
export type IndicatorHead = ReturnType<typeof headOf>

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicators/notices': Pick<IndicatorHead, 'endOfUse' | 'beyondEnd' | 'targetWarnings'>
    'dashboards/indicators/sheet': Pick<IndicatorHead, 'sheet' | 'history' | 'endOfUse'>
  }
}

export function headOf(view: IndicatorTables) {
  const { state, indicator } = view
  const { words } = state
  const { code } = indicator
  const component = indicator.component ?? null
  return {
    code,
    name: words.of(indicator.name),
    overview: carried(state, '/overview'),
    component: component && {
      href: carried(state, `/components/${component}`),
      title: words.component(component),
    },
    complete: completeIn(view),
    endOfUse: endOfUseIn(state, code),
    sheet: sheetOf(indicator, words),
    history: historyItems(state.histories.get(code)!, state.breakdowns, state.project.firstQuarter, words),
    beyondEnd: beyondEnd(state, code),
    targetWarnings: targetWarnings(view),
  }
}

/** Who has reported the last quarter; null where nothing was due in it. */
function completeIn({ state, indicator: { code }, answer, provinces, place }: IndicatorTables): Statement | null {
  const { words, choice } = state
  const last = quarter(choice.to, words.language)
  const found = reportingCompleteness(answer, [code], place ? [place] : provinces, QUARTER)
  if (found.n === 0) return null
  return place
    ? placeCompletenessText(answer, [code], place.slug, QUARTER, last, words)
    : completenessText(found, last, words)
}

/** What the page of an indicator is narrowed by. */
export const INDICATOR_PARTS = ['areas', 'partner'] as const

/** The filters of both pages, and of whom figures are shown. */
export function indicatorFilters({ state, indicator: { code } }: IndicatorTables): Filters {
  return filtersOf(state, `/indicators/${encodeURIComponent(code)}`, 'span', INDICATOR_PARTS, code)
}

/** Quarters at the end of the project that no value covers. */
function beyondEnd({ histories, project, words }: PageState, code: string): string | null {
  const span = neverAskedFor(histories.get(code)!, projectSpan(project))
  return span && words.t('indicators:beyond-end', { dates: dates(span, words.language) })
}

/** Targets of the provinces that do not add up to the project's: both numbers are named, nothing is changed. */
function targetWarnings({ state, indicator, targets }: IndicatorTables): string[] {
  const { words } = state
  return targetMismatches(targets, [indicator]).map(({ from, to, provinces, project }) =>
    words.t('charts:targets-differ', {
      dates: dates({ from, to }, words.language),
      sum: targetText(provinces, indicator, words),
      project: targetText(project, indicator, words),
    }),
  )
}
