import { type CellModel, cellModel } from '../../../charts/card.ts'
import { downloadsAt } from '../../../charts/export/downloads.ts'
import { signsOf } from '../../../charts/signs.ts'
import { staffTableOf } from '../../../charts/staff-table.ts'
import type { Answer } from '../../../figures/answer.ts'
import type { Question } from '../../../figures/question.ts'
import { unitText } from '../../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import { dates, periodWithDates, quarter } from '../../../language/format.ts'
import { both } from '../../../language/text.ts'
import type { Place } from '../../../places/place.ts'
import { ratedOver } from '../../../project/phase.ts'
import type { Axis } from '../../../targets/compared-table.ts'
import { ratingCounts } from '../../../targets/in-words.ts'
import { carried, originIn } from '../../addresses.ts'
import { completenessText, reportingCompleteness } from '../../completeness.ts'
import { byComponent, componentHeading } from '../../components/heading.ts'
import { pageFacts } from '../../facts.ts'
import { tableFilters } from '../../filters.ts'
import {
  activeProvinces,
  areaPath,
  BEFORE,
  chosenQuestion,
  endOfUseIn,
  groupsOf,
  isUsedIn,
  type PageState,
  QUARTER,
  ratedSpan,
  shownIndicators,
  WHOLE,
} from '../../page-state.ts'
import { placeAxis, sourceIn, wholeAxis } from '../../tables/axes.ts'
import { MOST_COLUMNS } from '../../tables/tables.ts'
import { changeModel, earlierSpans } from './change.ts'
import { longerSpans, spanNow } from './due-now.ts'

/** What the overview is shaped from. */
export type OverviewTable = { state: PageState; answer: Answer }

/**
 * What the overview asks: this quarter and the half-years, years and rounds whose values are due in it, the quarter before or the span in
 * which an indicator was last due, and from the start of the project, and of its phase, until then.
 */
export function tableQuestion(state: PageState): Question {
  const { choice, project } = state
  const rated = ratedSpan(state)
  const spans = [
    { key: WHOLE, from: project.firstQuarter, to: choice.to },
    ...(rated.key === WHOLE ? [] : [rated]),
    { key: QUARTER, from: choice.to, to: choice.to },
    ...(choice.to > project.firstQuarter ? [{ key: BEFORE, from: choice.to - 1, to: choice.to - 1 }] : []),
    ...longerSpans(state),
    ...earlierSpans(state),
  ]
  return chosenQuestion(state, { indicators: shownIndicators(state), groups: groupsOf(state), spans })
}

/** The whole project on one page: each indicator this quarter, the quarter before, to date, against target, by province. */
export function tablePage({ state, answer }: OverviewTable) {
  const { choice, project, words } = state
  const codes = answer.indicators.map(({ code }) => code)
  const provinces = activeProvinces(state, answer, codes, WHOLE)
  const label = quarter(choice.to, words.language)
  const origin = originIn(state, answer)
  const view: OverviewState = {
    state,
    answer,
    provinces,
    origin,
    axes: axesOf(state, provinces),
  }
  return {
    filters: tableFilters(state, '/overview', 'quarter', ['areas', 'partner', 'tags']),
    scorecard: carried(state, '/overview'),
    downloads: downloadsAt((file) => carried(state, `/overview/${file}`)),
    ...pageFacts({ ...state, choice: { ...choice, from: project.firstQuarter } }, answer),
    complete: completenessText(reportingCompleteness(answer, codes, provinces, QUARTER), label, words),
    quarter: { label, dates: dates({ from: choice.to, to: choice.to }, words.language) },
    before: choice.to > project.firstQuarter ? { label: quarter(choice.to - 1, words.language) } : null,
    spanDates: dates({ from: project.firstQuarter, to: choice.to }, words.language),
    rated: ratedHeading(state),
    places: provinces.map((place) => ({
      label: words.of(place.name),
      href: carried(state, areaPath(state, place.slug)),
    })),
    panels: byComponent(answer.indicators, (indicator) => indicator.component, words.terms).map(({ component, own }) =>
      panelOf(component, own, view),
    ),
    legend: signsOf(words),
  }
}

type TableModel = ReturnType<typeof tablePage>
type Panel = { panel: TableModel['panels'][number] }

declare module '../../../web/views/models.ts' {
  interface Parts {
    'dashboards/overview/table': TableModel
  }
  interface Parts {
    'dashboards/overview/panel-progress': Panel & Pick<TableModel, 'quarter' | 'before' | 'spanDates' | 'rated'>
    'dashboards/overview/panel-former': Panel & Pick<TableModel, 'spanDates'>
    'dashboards/overview/panel-matrix': Panel & Pick<TableModel, 'places' | 'rated'>
    'dashboards/overview/matrix-cell': { cell: CellModel | null }
  }
}

type OverviewState = {
  state: PageState
  answer: Answer
  provinces: readonly Place[]
  origin: ReturnType<typeof originIn>
  axes: ReturnType<typeof axesOf>
}

/** What the rated columns are called: "to date" or, in a project of several phases, from the beginning of which of them. */
function ratedHeading({ project, choice, words }: PageState) {
  const { t, of, language } = words
  const { phase, span } = ratedOver(project, choice.to)
  return {
    phased: phase !== null,
    label: phase ? t('charts:overview.phase-to-date', { phase: of(phase.name) }) : t('figures:grain.to-date'),
    dates: dates(span, language),
    target: phase ? t('charts:overview.phase-target', { phase: of(phase.name) }) : t('figures:life-target'),
  }
}

/** The same for every indicator: the project by span, and its provinces in the span that is rated. */
function axesOf(state: PageState, provinces: readonly Place[]) {
  const rated = ratedSpan(state).key
  const spans = (...keys: string[]): Axis => ({
    are: 'periods',
    headings: keys.map((key) => ({ key, label: both(() => key) })),
  })
  return {
    project: (now: string) => ({ rows: wholeAxis(state), columns: spans(...new Set([now, rated, WHOLE])) }),
    provinces: { rows: spans(rated), columns: placeAxis(provinces) },
  }
}

function panelOf(component: string | null, measured: readonly DefinedIndicator[], view: OverviewState) {
  const { state, answer, provinces } = view
  const { t } = state.words
  const quarter = { from: state.choice.to, to: state.choice.to }
  const indicators = measured.filter(({ code }) => isUsedIn(state, code, quarter))
  const former = measured.filter((indicator) => !indicators.includes(indicator))
  const heading = componentHeading(component, state.words)
  const rows = indicators.map((indicator) => rowOf(indicator, view))
  const matrix = indicators.filter(({ code }) =>
    provinces.some(({ slug }) => answer.figure(code, slug, ratedSpan(state).key).state !== 'not due'),
  )
  return {
    ...heading,
    href: component ? carried(state, `/components/${component}`) : null,
    progressTitle: t('charts:overview.progress', { component: heading.title }),
    formerTitle: t('charts:overview.former-title', { component: heading.title }),
    matrixTitle: t('charts:overview.matrix', { component: heading.title }),
    counts: ratingCounts(
      rows.map(({ rated }) => rated.rag.rag),
      state.words,
    ),
    rows,
    former: former.map((indicator) => formerRow(indicator, view)),
    matrix: provinces.length === 0 ? [] : matrix.map((indicator) => matrixRow(indicator, view)),
    /** Which of the provinces are rows, where there are too many of them for columns; null: they are columns. */
    down: provinces.length > MOST_COLUMNS ? reportingOn(matrix, view) : null,
  }
}

/** Where each of the provinces stands that report on any of some indicators. */
function reportingOn(indicators: readonly DefinedIndicator[], { state, answer, provinces }: OverviewState): number[] {
  const { key } = ratedSpan(state)
  return provinces.flatMap(({ slug }, nth) =>
    indicators.some(({ code }) => answer.figure(code, slug, key).state !== 'not due') ? [nth] : [],
  )
}

function rowOf(indicator: DefinedIndicator, view: OverviewState) {
  const { state, answer, provinces } = view
  const { words } = state
  const { code } = indicator
  const { key, longer } = spanNow(code, state)
  const [quarterCell, rated, whole] = cellsOf(indicator, view, view.axes.project(key))
  const { k, n } = reportingCompleteness(answer, [code], provinces, QUARTER)
  return {
    code,
    name: words.of(indicator.name),
    unit: unitText(indicator, words),
    href: indicatorHref(state, code),
    quarter: quarterCell!,
    period: longer && periodWithDates(longer, words.language),
    rated: rated!,
    /** Beside the phase's. */
    whole: whole ?? null,
    change: changeModel(indicator, state, answer),
    /** Where partners are compared, coverage says it already: each is one reporter. */
    provinces: { sentence: n > 1 && state.areas === 'places' ? words.t('charts:provinces.short', { k, n }) : null },
  }
}

/** An indicator that was asked for before the quarter and is no more: since when, and what it came to. */
function formerRow(indicator: DefinedIndicator, view: OverviewState) {
  const { state } = view
  const { code } = indicator
  return {
    code,
    name: state.words.of(indicator.name),
    unit: unitText(indicator, state.words),
    href: indicatorHref(state, code),
    ended: endOfUseIn(state, code),
    toDate: cellsOf(indicator, view, view.axes.project(QUARTER)).at(-1)!,
  }
}

function matrixRow(indicator: DefinedIndicator, view: OverviewState) {
  const { state } = view
  const cells = cellsOf(indicator, view, view.axes.provinces)
  return {
    code: indicator.code,
    name: state.words.of(indicator.name),
    href: indicatorHref(state, indicator.code),
    /** What is the same for all provinces is said once. */
    covers: cells[0]?.covers ?? null,
    cells,
  }
}

/** One row of figures of an indicator, through the staff door. */
function cellsOf(indicator: DefinedIndicator, view: OverviewState, axes: { rows: Axis; columns: Axis }): CellModel[] {
  const { state, answer, origin } = view
  const wish = {
    id: `overview-${indicator.code}`,
    title: indicator.name,
    indicator,
    source: sourceIn(state.words),
    at: {},
  }
  const table = staffTableOf(answer, { ...wish, ...axes }, state.compare)
  return (table.cells[0] ?? []).map((cell) => cellModel(cell, table, { words: state.words, originOf: origin }))
}

function indicatorHref(state: PageState, code: string): string {
  return carried(state, `/indicators/${encodeURIComponent(code)}`)
}
