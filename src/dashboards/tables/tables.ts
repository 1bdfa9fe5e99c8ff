import { type NamedSpan, overlaps } from '../../calendar/span.ts'
import { type CardModel, type CardOptions, cardOf } from '../../charts/card.ts'
import { downloadsAt } from '../../charts/export/downloads.ts'
import type { ColourRole, Shape } from '../../charts/model/chart-data.ts'
import { staffTableOf } from '../../charts/staff-table.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT, type Question } from '../../figures/question.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { dates } from '../../language/format.ts'
import { both } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { Place } from '../../places/place.ts'
import type { Heading } from '../../targets/figure-table.ts'
import { carried, originIn } from '../addresses.ts'
import {
  areaPath,
  chosenQuestion,
  groupOf,
  hasMaps,
  type PageState,
  spansOf,
  WHOLE,
  wholeGroup,
} from '../page-state.ts'
import { grainSaid, periodsNote } from '../periods/note.ts'
import {
  categoryAxis,
  categoryRole,
  periodAxis,
  periodHeading,
  placeAxis,
  placeRole,
  sourceIn,
  wholeAxis,
} from './axes.ts'

/** More provinces than this are read down a page, not across it. */
export const MOST_COLUMNS = 8

/** One table of an indicator's page, with what is needed to draw it. */
export type DrawnTable = { table: PublishableTable; shape: Shape; roleOf: (key: string) => ColourRole; answer: Answer }

/** One indicator with the answer that its tables are laid out from. */
export type IndicatorView = {
  state: PageState
  indicator: DefinedIndicator
  answer: Answer
  periods: readonly NamedSpan[]
  provinces: readonly Place[]
  /** The area whose figures are shown; null: those of the whole project. */
  place: Place | null
}

/** Key of the group whose figures a view shows. */
export function groupOfView({ place }: Pick<IndicatorView, 'place'>): string {
  return place?.slug ?? PROJECT
}

export function groupsOfView({ state, place }: Pick<IndicatorView, 'state' | 'place'>): Question['groups'] {
  return [place ? groupOf(state, place.slug) : wholeGroup(state)]
}

/** Name of the table over time, and of its picture: an area's own, or the whole project's. */
export function trendId(place: Place | null): string {
  return place ? `trend-${place.slug}` : 'trend'
}

/** @param place whose figures it has, where these are not those of the view */
export function trend(view: IndicatorView, place: Place | null = view.place): DrawnTable {
  const { state, indicator, answer, periods } = view
  const places = place ? placeAxis([place]) : wholeAxis(state)
  return drawn(state, answer, 'trend', {
    id: trendId(place),
    title: titled(state, indicator, place ? 'trend-of' : 'trend', place),
    indicator,
    rows: periodAxis(periods),
    columns: places,
    at: {},
  })
}

/** @param period the key of one, where the figures are not those of the whole span */
export function sideBySide(view: IndicatorView, period = WHOLE): DrawnTable {
  const { state, indicator, answer, provinces } = view
  return drawn(state, answer, 'bars', {
    id: 'provinces',
    title: titled(state, indicator, 'provinces'),
    indicator,
    rows: placeAxis(provinces),
    columns: { are: 'periods', headings: [headingOf(view, period)] },
    at: {},
  })
}

/** Along time, each in a column or, where there are too many for columns, in a row. */
export function overTime({ state, indicator, answer, periods, provinces }: IndicatorView): DrawnTable {
  const axes = { rows: periodAxis(periods), columns: placeAxis(provinces) }
  return drawn(state, answer, 'lines', {
    id: 'over-time',
    title: titled(state, indicator, 'over-time'),
    indicator,
    ...(provinces.length > MOST_COLUMNS ? { rows: axes.columns, columns: axes.rows } : axes),
    at: {},
  })
}

/** Parts of a count stand on each other; ratios, means and categories that overlap stand beside each other. */
export function byBreakdown(view: IndicatorView, breakdown: Breakdown, answer: Answer): DrawnTable {
  const { state, indicator, periods } = view
  const columns = categoryAxis(breakdown, answer.cells(indicator.code))
  const overlapping = answer.overlaps(indicator.code)
  const shape = traitsOf(indicator).isAmount && !overlapping ? 'stacked' : 'grouped'
  const wish = {
    id: `by-${breakdown.code}`,
    title: titled(state, indicator, 'breakdown', null, breakdown),
    indicator,
    rows: periodAxis(periods),
    columns,
    at: { group: groupOfView(view) },
  }
  return { ...drawn(state, answer, shape, wish), roleOf: categoryRole(columns) }
}

/** The categories of one period, each by itself. */
export function rankedBreakdown(view: IndicatorView, breakdown: Breakdown, answer: Answer, period: string): DrawnTable {
  const { state, indicator } = view
  const rows = categoryAxis(breakdown, answer.cells(indicator.code))
  const table = drawn(state, answer, 'bars', {
    id: `by-${breakdown.code}`,
    title: titled(state, indicator, 'breakdown', null, breakdown),
    indicator,
    rows,
    columns: { are: 'periods', headings: [headingOf(view, period)] },
    at: { group: groupOfView(view) },
  })
  return { ...table, roleOf: () => 'figure' }
}

/** A period of a page or, where none is meant, all of its span. */
function headingOf({ state, periods }: IndicatorView, period: string): Heading {
  const span = periods.find(({ key }) => key === period)
  return span ? periodHeading(span) : { key: WHOLE, label: both((language) => dates(state.choice, language)) }
}

/** The question whose answer `byBreakdown` is laid out from. */
export function breakdownQuestion(view: Omit<IndicatorView, 'answer' | 'provinces'>, breakdown: Breakdown): Question {
  const { state, indicator, periods } = view
  return chosenQuestion(state, {
    indicators: [indicator.code],
    groups: groupsOfView(view),
    spans: spansOf(state, periods),
    by: [breakdown.code],
  })
}

/** Breakdowns in use at some time of the span, each once. */
export function breakdownsOf({ state, indicator }: Pick<IndicatorView, 'state' | 'indicator'>): Breakdown[] {
  const schemes = indicator.schemes.filter((one) => overlaps(one, state.choice))
  const codes = new Set(schemes.flatMap((scheme) => scheme.breakdowns))
  return [...codes].flatMap((code) => state.breakdowns.find((breakdown) => breakdown.code === code) ?? [])
}

function drawn(
  state: PageState,
  answer: Answer,
  shape: Shape,
  wish: Omit<Parameters<typeof staffTableOf>[1], 'source'>,
): DrawnTable {
  const table = staffTableOf(answer, { ...wish, source: sourceIn(state.words) }, state.compare)
  return { table, shape, roleOf: placeRole(state), answer }
}

function titled(
  { words }: PageState,
  indicator: DefinedIndicator,
  kind: 'trend' | 'trend-of' | 'provinces' | 'over-time' | 'breakdown',
  place: Place | null = null,
  breakdown?: Breakdown,
) {
  return both((language) =>
    words.in(language).t(`charts:table.${kind}`, {
      code: indicator.code,
      name: indicator.name[language],
      place: place?.name[language] ?? '',
      breakdown: lowered(breakdown?.name[language] ?? ''),
    }),
  )
}

/** A name in the middle of a sentence. */
export function lowered(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

export function card(drawn: DrawnTable, view: IndicatorView): CardModel {
  return cardOf(drawn.table, { ...outletOf(drawn, view), originOf: originIn(view.state, drawn.answer) })
}

/** What a table and its picture are shown with. */
export function outletOf({ table, shape, roleOf }: DrawnTable, view: IndicatorView): OutletOptions {
  const { state, indicator } = view
  const group = table.cells[0]?.[0]?.ref.group ?? PROJECT
  const baseline = shape === 'trend' ? state.baselineOf(indicator, group, state.choice.to) : null
  return {
    shape,
    roleOf,
    words: state.words,
    dates: dates(state.choice, state.words.language),
    headingHref: (key, axis) => {
      const are = axis === 'row' ? table.rowsAre : table.columnsAre
      return are === 'places' && key !== PROJECT ? carried(state, areaPath(state, key)) : null
    },
    baseline: baseline && { value: baseline.value, source: state.words.of(baseline.source) },
    warning: state.project.illustrative ? state.words.t('common:illustrative') : null,
    oneMap: !hasMaps(state),
    periods: periodsNote(table, { state, indicator }),
    downloads: downloadsAt((file) =>
      carried(state, `/indicators/${encodeURIComponent(indicator.code)}/${file}`, {
        ...viewQuery(view),
        table: table.id,
      }),
    ),
  }
}

export type OutletOptions = Omit<CardOptions, 'originOf'> & Pick<DrawnTable, 'shape' | 'roleOf'>

/** What of a page of an indicator stands in an address besides the choice and the scope. */
export function viewQuery({ state, indicator }: Pick<IndicatorView, 'state' | 'indicator'>): Record<string, string> {
  return grainSaid(state, indicator)
}

/** How the categories of a table go together; those of shares and means make up no whole. */
export function partsNote({ overlapping, indicator }: PublishableTable, { t }: Words): string | null {
  if (overlapping) return t('charts:section.multiple')
  return traitsOf(indicator).isAmount ? t('charts:section.parts') : null
}
