import { downloadsAt } from '../../charts/export/downloads.ts'
import { signsOf } from '../../charts/signs.ts'
import { PROJECT } from '../../figures/question.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import { sectionOf } from '../../vocabulary/component.ts'
import { address, briefAddress, carried, compareAddress, originIn } from '../addresses.ts'
import { donorIn } from '../choice.ts'
import { pageFacts } from '../facts.ts'
import { behindPlan } from '../off-track/off-track.ts'
import { originOfCorrection } from '../origin/corrections.ts'
import { areaPath, isInScope, onlyArea, type PageState } from '../page-state.ts'
import { scopeName } from '../scope/scope.ts'
import { OVERVIEW } from './addresses.ts'
import { type OverviewContext, type OverviewFigures, overviewContext } from './context.ts'
import { formerIndicators } from './former.ts'
import { KeptBeside, KeptByInputs } from './kept.ts'
import { type AskableReporters, behindItems } from './lists/behind.ts'
import { type Corrected, changedList, monthBefore } from './lists/changed.ts'
import { lateList, type Reports } from './lists/late.ts'
import type { Narrowing } from './narrowing.ts'
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
import type { IndicatorStanding } from './standing.ts'
import { comingIn, truthOf } from './truth.ts'

/** What the overview is shaped from. */
export type Overview = OverviewFigures & Reports & Corrected & AskableReporters & { asked: AskableReporters }

/** More provinces than this are tiles too narrow to be pressed. */
const MOST_PRESSABLE = 12
/** More than this, and the other columns have no room for all their words. */
const MOST_WITH_ROOM = 20
/** More than this, and tiles would be wider than the page: how many stand how is counted. */
const MOST_TILES = 40
/** As long as a figure may be with its unit and its period beside few provinces. */
const LETTERS = 25
/** What is explained of the small pictures and letters. */
const KEYS = ['spark', 'bullet', 'unlike'] as const

const isForTiles = ({ lasting }: OverviewContext['figures']) => lasting.length <= MOST_TILES

/** The project on one page: what changed, what is late, what is off its planned path, and where every indicator stands. */
export function overviewPage(overview: Overview) {
  const { state, answer, query } = overview
  const { words } = state
  const context = overviewContext(overview)
  const { narrowing, here, figures } = context
  const { facts: _, ...notices } = pageFacts(state, answer, narrowing.unknown)
  return {
    filters: overviewFilters(state, narrowing),
    chips: chipsOf(state, query, narrowing.component, here),
    truth: truthOf(state, figures.complete, answer.asAt),
    ...notices,
    ...listsIn(overview, context),
    compare: compareAddress(state),
    brief: briefOfAll(state),
    panels: figures.panels,
    scorecard: scorecardOf(overview, context),
    keys: ([isForTiles(figures) ? 'tiles' : 'spread', ...KEYS] as const).map((key) =>
      words.t(`charts:overview.legend.${key}`),
    ),
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

/**
 * The three lists, and what is coming in: each made once of the same state of the page (and so of the same day) and of what else it
 * tells, so that a report which is saved makes none anew but that of late ones.
 */
const kept = {
  changed: new KeptByInputs<ReturnType<typeof changedOf>>(16),
  late: new KeptByInputs<ReturnType<typeof lateOf>>(16),
  behind: new KeptByInputs<ReturnType<typeof behindOf>>(16),
}

function listsIn(overview: Overview, context: OverviewContext) {
  const { state, slots, dueOn, corrections, recent, asked } = overview
  const { narrowing, figures, here } = context
  const always = [state.restsOn, narrowing.component, asked]
  const due = [...dueOn].join()
  const { coming, late } = kept.late.get([...always, slots, due], () => lateOf(overview, narrowing))
  const behind = kept.behind.get([...always, figures], () => behindOf(overview, context))
  return {
    coming,
    changed: kept.changed.get([...always, figures, corrections, recent], () => changedOf(overview, context)),
    late,
    behind: { ...behind, all: `${here({ only: 'off-track', sort: 'pace' })}#scorecard` },
  }
}

const indicatorIn = (state: PageState) => (code: string) => carried(state, `/indicators/${encodeURIComponent(code)}`)

function lateOf(overview: Overview, narrowing: Narrowing) {
  const { state, slots } = overview
  return {
    coming: comingIn(state.choice.to, slots, state.words),
    late: lateList({ ...overview, slots: slotsIn(overview, narrowing) }, state.now, state.words),
  }
}

function changedOf(overview: Overview, { narrowing, figures }: OverviewContext) {
  const { state } = overview
  const wanted = figures.standings.filter((one) => isOfComponent(one, narrowing.component))
  const since = monthBefore(state.now)
  const changed = changedList(wanted, correctedIn(overview), since, state.words, {
    hrefOf: indicatorIn(state),
    originOf: (one, code) => originOfCorrection(state, one, code),
  })
  return { ...changed, all: address('/overview/changes', { since: changed.since, ...donorIn(state.choice) }) }
}

function behindOf(overview: Overview, { narrowing, figures }: OverviewContext) {
  const { state } = overview
  const behind = behindPlan(figures.standings.filter((one) => isOfComponent(one, narrowing.component)))
  return {
    count: behind.length,
    items: behindItems(behind, figures.lasting, state.choice.to, overview, state.words, indicatorIn(state)),
  }
}

function slotsIn({ slots, state }: Overview, { component }: Narrowing): readonly Slot[] {
  const { areas, partner } = state.scope
  if (component === null && areas.length === 0 && partner === null) return slots
  return slots.filter(
    (slot) =>
      (component === null || slot.components.some((one) => sectionOf(one) === component)) && isInScope(state, slot),
  )
}

function correctedIn(overview: Overview): Corrected {
  const { corrections, recent, state } = overview
  const isHere = (one: { placeId: number; partnerId: number }) => isInScope(state, one)
  return { ...overview, corrections: corrections?.filter(isHere) ?? null, recent: recent.filter(isHere) }
}

/** A standing is of one group, on one page: its row is the same for as long as both are. */
const rows = new KeptBeside<Row>()

function scorecardOf(overview: Overview, { narrowing, figures, here }: OverviewContext) {
  const { state, answer } = overview
  const { words, choice } = state
  const { lasting, standings, components } = figures
  const { t } = words
  const origin = originIn(state, answer)
  const places = lasting.map(({ slug, name }) => ({ slug, name: words.of(name) }))
  const pressable = places.length <= MOST_PRESSABLE
  const inTiles = isForTiles(figures)
  const ofWhom = scopeName(state.scope)
  const rowOf = (standing: IndicatorStanding) =>
    scorecardRow(standing, {
      words,
      quarter: choice.to,
      provinces: places,
      pressable,
      room: { letters: pressable ? LETTERS : 0, isForWords: places.length <= MOST_WITH_ROOM, isForTiles: inTiles },
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
    many: !pressable,
    places: inTiles ? places.map(({ slug, name }) => ({ name, href: carried(state, areaPath(state, slug)) })) : [],
    spread: inTiles ? null : t('charts:lists.areas'),
    rows: shownIn(standings, narrowing).map((standing) => rows.get(standing, state.restsOn, '', () => rowOf(standing))),
    former: formerIndicators(state, answer.indicators),
  }
}
