import { quarter } from '../../language/format.ts'
import { AS_TABLE } from '../addresses.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { activeProvinces, QUARTER, WHOLE } from '../page-state.ts'
import { type TablesOf, type TablesView, tablesPage } from '../tables/tables-page.ts'
import { componentParts } from './page.ts'

/** What the tables of a component are shaped from; `component`: its code. */
export type ComponentTables = TablesView & { component: string }

/** All indicators of a component along time. */
export function componentTablePage(view: ComponentTables) {
  return tablesPage(view, componentTablesOf(view))
}

/** What its tables say of themselves. */
export function componentTablesOf(view: ComponentTables): TablesOf {
  const { state, component, indicators, answer } = view
  const { words, choice } = state
  const codes = indicators.map(({ code }) => code)
  const provinces = activeProvinces(state, answer, codes, WHOLE)
  const complete = reportingCompleteness(answer, codes, provinces, QUARTER)
  return {
    ...componentParts(state, component, AS_TABLE),
    complete: completenessText(complete, quarter(choice.to, words.language), words),
    place: null,
    provinces,
    sections: [{ component, title: words.t('charts:section.trend'), indicators }],
  }
}
