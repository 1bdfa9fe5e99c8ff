import type { NamedSpan } from '../../calendar/span.ts'
import { downloadsAt } from '../../charts/export/downloads.ts'
import { signsOf } from '../../charts/signs.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Place } from '../../places/place.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { componentHeading } from '../components/heading.ts'
import { donorNotice } from '../donor-view/notice.ts'
import type { TakenTables } from '../export/export.ts'
import { pageFacts } from '../facts.ts'
import { tableFilters } from '../filters.ts'
import { chosenQuestion, type PageState, spansOf } from '../page-state.ts'
import { ownPeriods, spansApart } from '../periods/own-periods.ts'
import type { PageOfMany } from '../scope/page-of-many.ts'
import { sourceIn } from './axes.ts'
import { indicatorCard, type TableOfMany, tableOfMany } from './indicator-card.ts'

/** What a page of many indicators as tables is shaped from. */
export type TablesView = {
  state: PageState
  indicators: readonly DefinedIndicator[]
  periods: readonly NamedSpan[]
  answer: Answer
}

/** What the tables of an area and of a component say of themselves. */
export type TablesOf = PageOfMany & {
  /** The area whose figures they are; null: those of the whole project, or of `provinces` where they have no total. */
  place: Place | null
  provinces: readonly Place[]
  /** Under the headings of their components, unless they are headed otherwise. */
  sections: { component: string | null; title?: string; indicators: readonly DefinedIndicator[] }[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/cards': ReturnType<typeof tablesPage>
  }
}

/** Every indicator under its own periods, and all of the span. */
export function tablesQuestion(
  { state, indicators, periods }: Omit<TablesView, 'answer'>,
  groups: Question['groups'],
): Question {
  const codes = indicators.map(({ code }) => code)
  const apart = spansApart(codes.map((code) => ownPeriods(state, code, periods)))
  return chosenQuestion(state, { indicators: codes, groups, spans: spansOf(state, apart) })
}

/** Indicators along time, each with its targets, as tables. */
export function tablesPage(view: TablesView, of: TablesOf) {
  const { state, answer } = view
  const { words } = state
  const many = tablesOfMany(view, of)
  return {
    title: of.title,
    filters: tableFilters(state, of.path, 'span', of.parts),
    pictures: { href: carried(state, of.path), label: words.t('charts:show.pictures') },
    ...pageFacts(state, answer),
    seen: donorNotice(state, of.path, AS_TABLE),
    complete: of.complete,
    others: of.others,
    downloads: downloadsAt((file) => carried(state, `${of.path}/${file}`)),
    sections: of.sections.map(({ component, title, indicators }) => ({
      ...componentHeading(component, words),
      ...(title === undefined ? {} : { title }),
      indicators: indicators.map((one) => indicatorCard(one, many)),
    })),
    source: `${words.t('charts:source')}: ${words.of(sourceIn(words))}`,
    legend: signsOf(words),
  }
}

/** The tables of such a page, one under the other, as they leave it. */
export function tablesTaken(view: TablesView, of: TablesOf): TakenTables {
  const many = tablesOfMany(view, of)
  const tables = of.sections.flatMap(({ indicators }) => indicators.map((one) => tableOfMany(one, many).drawn.table))
  return { state: view.state, tables, title: of.title }
}

function tablesOfMany({ state, periods, answer }: TablesView, { place, provinces }: TablesOf): TableOfMany {
  return { state, answer, shown: periods, place, provinces }
}
