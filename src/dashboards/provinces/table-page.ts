import { quarter } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import { AS_TABLE } from '../addresses.ts'
import { placeCompletenessText } from '../completeness.ts'
import { byComponent } from '../components/heading.ts'
import { QUARTER, WHOLE } from '../page-state.ts'
import { type TablesOf, type TablesView, tablesPage } from '../tables/tables-page.ts'
import { provinceParts } from './province-parts.ts'

/** What the tables of a province, or of a partner, are shaped from. */
export type ProvinceTables = TablesView & { place: Place }

/** All indicators that a province reports, along time. */
export function provinceTablePage(view: ProvinceTables) {
  return tablesPage(view, provinceTablesOf(view))
}

/** What its tables say of themselves. */
export function provinceTablesOf(view: ProvinceTables): TablesOf {
  const { state, place, indicators, answer } = view
  const { words, choice } = state
  const codes = indicators.map(({ code }) => code)
  const reported = indicators.filter(({ code }) => answer.figure(code, place.slug, WHOLE).state !== 'not due')
  return {
    ...provinceParts(state, place, AS_TABLE),
    complete: placeCompletenessText(answer, codes, place.slug, QUARTER, quarter(choice.to, words.language), words),
    place,
    provinces: [],
    sections: byComponent(reported, (indicator) => indicator.component, words.terms).map(({ component, own }) => ({
      component,
      indicators: own,
    })),
  }
}
