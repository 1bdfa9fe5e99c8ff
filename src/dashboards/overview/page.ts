import { datesOf } from '../../calendar/span.ts'
import { downloadsAt } from '../../charts/export/downloads.ts'
import { signsOf } from '../../charts/signs.ts'
import { PROJECT } from '../../figures/question.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import { sectionOf } from '../../vocabulary/component.ts'
import { address, briefAddress, carried, compareAddress, originIn } from '../addresses.ts'
import { donorIn, type Query } from '../choice.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { pageFacts } from '../facts.ts'
import { behindPlan } from '../off-track/off-track.ts'
import { originOfCorrection } from '../origin/corrections.ts'
import { activeProvinces, areaPath, isInScope, onlyArea, type PageState } from '../page-state.ts'
import { scopeName } from '../scope/scope.ts'
import { hereOn, OVERVIEW } from './addresses.ts'
import { formerIndicators } from './former.ts'
import { KeptBeside } from './kept.ts'
import { type AskableReporters, behindItems } from './lists/behind.ts'
import { type Corrected, changedList, monthBefore } from './lists/changed.ts'
import { lateList, type Reports } from './lists/late.ts'
import { type Narrowing, readNarrowing } from './narrowing.ts'
import { panelOf, type ShownComponent } from './panel.ts'
import { ratedUntil } from './question.ts'
import { type Row, scorecardRow } from './scorecard/row.ts'
import {
  chipsOf,
  componentWays,
  isOfComponent,
  onlyWays,
  overviewFilters,
  scorecardColumns,
  shownIn,
} from './scorecard/scorecard.ts'
import { type IndicatorStanding, type StandingContext, standingsIn } from './standing.ts'
import { comingIn, truthOf } from './truth.ts'

/** What the overview is shaped from. */
export type Overview = OverviewFigures & Reports & Corrected & AskableReporters

/** Its figures, and what of its address could be read. */
export type OverviewFigures = Pick<StandingContext, 'state' | 'answer' | 'own'> & { query: Query }

/** More provinces than this are tiles too narrow to be pressed. */
const MOST_PRESSABLE = 12
/** More than this, and the other columns make room for them. */
const MOST_WITH_ROOM = 20
/** What is explained of the small pictures and letters. */
const KEYS = ['tiles', 'spark', 'bullet', 'unlike'] as const

/** The project on one page: what changed, what is late, what is off its planned path, and where every indicator stands. */
export function overviewPage(overview: Overview) {
  const { state, answer, query } = overview
  const { words } = state
  const context = overviewContext(overview)
  const { narrowing, standings, provinces, here } = context
  const { facts: _, ...notices } = pageFacts(state, answer, narrowing.unknown)
  return {
    filters: overviewFilters(state, narrowing),
    chips: chipsOf(state, query, narrowing, here),
    truth: truthOf(state, completenessIn(overview, provinces), answer.asAt),
    coming: comingIn(state.choice.to, overview.slots, words),
    ...notices,
    ...listsOf(overview, context),
    compare: compareAddress(state),
    brief: briefOfAll(state),
    panels: context.components.map((one) => panelOf(one, standings, words)),
    scorecard: scorecardOf(overview, context),
    keys: KEYS.map((key) => words.t(`charts:overview.legend.${key}`)),
    legend: signsOf(words),
  }
}

/** Where figures are compared by partners, the one place that all of them report for has its brief. */
function briefOfAll(state: PageState): string | null {
  const [place] = state.places.list
  return place && state.areas === 'partners' ? briefAddress(state, `/provinces/${place.slug}`) : null
}

export type OverviewModel = ReturnType<typeof overviewPage>

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/overview/overview': OverviewModel
    'dashboards/overview/choice': Pick<OverviewModel, 'filters' | 'chips' | 'compare' | 'brief'>
    'dashboards/overview/lists': Pick<OverviewModel, 'changed' | 'late' | 'behind'>
    'dashboards/overview/panels': Pick<OverviewModel, 'panels'>
    'dashboards/overview/scorecard': Pick<OverviewModel, 'scorecard' | 'empty'>
    'dashboards/overview/row': { row: OverviewModel['scorecard']['rows'][number] }
  }
}

/** What of the overview is shown. */
export type OverviewContext = {
  narrowing: Narrowing
  /** Those that were asked for anything by the end of the quarter; `lasting`: those of them that have not ended before it. */
  provinces: Place[]
  lasting: Place[]
  standings: IndicatorStanding[]
  components: ShownComponent[]
  here: ReturnType<typeof hereOn>
}

export function overviewContext({ state, answer, own, query }: OverviewFigures): OverviewContext {
  const rated = ratedUntil(state, state.choice.to).key
  const codes = answer.indicators.map(({ code }) => code)
  const provinces = activeProvinces(state, answer, codes, rated)
  const components = componentsOf(answer.indicators, state)
  const narrowing = readNarrowing(query, { components: components.map(({ key }) => key) })
  const { first } = datesOf({ from: state.choice.to, to: state.choice.to })
  const lasting = provinces.filter(({ validTo }) => validTo === null || validTo > first)
  const standings = standingsIn({ state, answer, own, provinces: lasting, group: onlyArea(state) ?? PROJECT })
  return { narrowing, provinces, lasting, standings, components, here: hereOn(state, query, narrowing) }
}

/** How complete the reports of the quarter are: of all indicators due in it, in each province or in the one that is looked at. */
function completenessIn({ state, answer, own }: Overview, provinces: readonly Place[]) {
  const { choice, words } = state
  const due = new Map(
    [...own].flatMap(([code, spans]) => {
      const span = spans.find(({ to }) => to === choice.to)
      return span ? [[code, span.key] as const] : []
    }),
  )
  const found = reportingCompleteness(answer, [...due.keys()], provinces, (code) => due.get(code)!)
  return completenessText(found, quarterName(choice.to, words.language), words)
}

/** The components that indicators have. */
function componentsOf(indicators: Overview['answer']['indicators'], state: PageState): ShownComponent[] {
  const { words } = state
  return byComponent(indicators, (indicator) => indicator.component, words.terms).map(({ component }) => ({
    ...componentHeading(component, words),
    href: component === null ? null : carried(state, `/components/${component}`),
  }))
}

function listsOf(overview: Overview, { narrowing, lasting, standings, here }: OverviewContext) {
  const { state } = overview
  const { words, now, choice } = state
  const wanted = standings.filter((one) => isOfComponent(one, narrowing.component))
  const behind = behindPlan(wanted)
  const hrefOf = (code: string) => carried(state, `/indicators/${encodeURIComponent(code)}`)
  const since = monthBefore(now)
  const changed = changedList(wanted, correctedIn(overview), since, words, {
    hrefOf,
    originOf: (one, code) => originOfCorrection(state, one, code),
  })
  return {
    changed: { ...changed, all: address('/overview/changes', { since, ...donorIn(choice) }) },
    late: lateList({ ...overview, slots: slotsIn(overview, narrowing) }, now, words),
    behind: {
      count: behind.length,
      items: behindItems(behind, lasting, choice.to, overview, words, hrefOf),
      all: `${here({ only: 'off-track', sort: 'pace' })}#scorecard`,
    },
  }
}

function slotsIn({ slots, state }: Overview, { component }: Narrowing): Slot[] {
  return slots.filter(
    (slot) =>
      (component === null || slot.components.some((one) => sectionOf(one) === component)) && isInScope(state, slot),
  )
}

function correctedIn(overview: Overview): Corrected {
  const { corrections, state } = overview
  return { ...overview, corrections: corrections?.filter((one) => isInScope(state, one)) ?? null }
}

/** A standing is of one group, on one page: its row is the same for as long as both are. */
const rows = new KeptBeside<Row>()

function scorecardOf(overview: Overview, { narrowing, lasting, standings, components, here }: OverviewContext) {
  const { state, answer } = overview
  const { words, choice } = state
  const { t } = words
  const origin = originIn(state, answer)
  const places = lasting.map(({ slug, name }) => ({ slug, name: words.of(name) }))
  const ofWhom = scopeName(state.scope)
  const rowOf = (standing: IndicatorStanding) =>
    scorecardRow(standing, {
      words,
      quarter: choice.to,
      provinces: places,
      pressable: places.length <= MOST_PRESSABLE,
      hrefOf: (code) => carried(state, `/indicators/${encodeURIComponent(code)}`),
      originOf: (indicator, group, span) => origin({ ref: { indicator, group, span, cell: '' } }),
      group: onlyArea(state) ?? PROJECT,
      rated: ratedUntil(state, choice.to).key,
    })
  return {
    heading: ofWhom
      ? t('charts:overview.scorecard.of', { place: words.of(ofWhom) })
      : t('charts:overview.scorecard.title'),
    ways: [
      { label: t('charts:overview.panels'), ways: componentWays(standings, components, narrowing, here, t) },
      { label: t('charts:overview.only.label'), ways: onlyWays(standings, narrowing, here, t) },
    ],
    columns: scorecardColumns(narrowing, here, t),
    all: here({ only: null, component: null }),
    table: here({ view: 'table', component: null, only: null, sort: null }),
    downloads: downloadsAt((file) => here({}, `${OVERVIEW}/${file}`)),
    many: places.length > MOST_PRESSABLE,
    crowded: places.length > MOST_WITH_ROOM,
    places: places.map(({ slug, name }) => ({ name, href: carried(state, areaPath(state, slug)) })),
    rows: shownIn(standings, narrowing).map((standing) => rows.get(standing, state.restsOn, '', () => rowOf(standing))),
    former: formerIndicators(state, answer.indicators),
  }
}
