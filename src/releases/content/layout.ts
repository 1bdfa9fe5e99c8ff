import { isDeepStrictEqual } from 'node:util'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { cut, type Grain, isGrain, type NamedSpan, overlaps, type Span, type Validity } from '../../calendar/span.ts'
import { type PlaceGroup, PROJECT, type Question, type SpanGroup } from '../../figures/question.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import { valueSpansIn } from '../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { reportedPeriods } from '../../indicators/periods.ts'
import { BREAKDOWN_GRAINS, type Layout, PROJECT_GRAINS, PROVINCE_GRAINS } from '../../vocabulary/release.ts'
import { PERIOD, PHASE_TO_DATE, type ReportSection, TO_DATE } from './content.ts'
import { settledYears } from './years/settled-years.ts'

/** A period of a table: what it is called, and the quarters that decide which figure it is. */
export type SpanColumn = { key: string; named: NamedSpan }

/** Tables that one question answers: the same rows and columns for several indicators. */
export type TableRequest = {
  section: ReportSection
  indicators: string[]
  /** Code of the breakdown whose categories are the rows; null = the rows are places. */
  breakdown: string | null
  groups: PlaceGroup[]
  columns: SpanColumn[]
}

export type Given = {
  span: Span
  layout: Layout
  /** First quarter of the project: "to date" begins there. */
  firstQuarter: number
  /** Its last one: until then something is planned. */
  lastQuarter: number
  /** From the beginning of the phase in which the span ends; absent in a project without several. */
  phase?: Span
  indicators: readonly DefinedIndicator[]
  /** The same with all their definitions, by code. */
  histories: ReadonlyMap<string, IndicatorHistory>
  /** Areas that are there in the span, in order, and in which quarters they are; in a project without any its partners. */
  provinces: readonly (Validity & { slug: string; isPartner?: true })[]
  fiscalStartMonth: number
  /** Whether the submissions of a quarter are in. */
  hasComeIn: (quarter: Quarter) => boolean
}

/**
 * What a donor's report is made of. Sensitive indicators are cut as the layout says (by default the project by quarter, provinces and
 * breakdowns of the project by year, the running one by its halves), the others always by province and quarter too.
 */
export function requestsFor(given: Given): TableRequest[] {
  const { span, layout, indicators } = given
  const project: PlaceGroup[] = [{ key: PROJECT, places: '*' }]
  const provinces = given.provinces.map(
    ({ slug, isPartner }): PlaceGroup =>
      isPartner ? { key: slug, places: '*', partner: slug } : { key: slug, places: [slug] },
  )
  const columns = (grain: Grain) => cut(span, grain, given.fiscalStartMonth).map(columnOf)
  const years: Grain = layout.years === 'fiscal' ? 'fiscal-year' : 'year'
  const columnsUntil = (to: Quarter) =>
    cut({ from: span.from, to: Math.max(span.to, to) }, years, given.fiscalStartMonth).map(columnOf)
  const columnsBy = (grain: 'quarter' | 'half-year' | 'year' | 'settled-year'): SpanColumn[] =>
    grain === 'settled-year' ? settledColumns(given) : columns(grain === 'year' ? years : grain)
  const provincial = new Set(indicators.filter(({ overPlaces }) => overPlaces !== 'project').map(({ code }) => code))
  const split = (keep: (indicator: DefinedIndicator) => boolean) => indicators.filter(keep).map(({ code }) => code)
  const open = split(({ sensitivity }) => sensitivity === 0)
  const sensitive = split(({ sensitivity }) => sensitivity > 0)
  const inProvinces = (codes: string[]) => codes.filter((code) => provincial.has(code))
  const requests: TableRequest[] = [
    table('tracking', [...open, ...sensitive], project, trackingColumns(given)),
    table('series', open, project, columns('quarter')),
    table('series', sensitive, project, columnsBy(layout.project)),
    table('provinces', inProvinces(open), provinces, columns('quarter')),
    table('provinces', inProvinces(open), provinces, columns(years)),
  ]
  if (layout.province !== 'none')
    requests.push(table('provinces', inProvinces(sensitive), provinces, columnsBy(layout.province)))
  // What the places of a table come to stands over them, in a year that runs as well.
  requests.push(table('totals', open, project, columns(years)))
  if (layout.province !== 'none') requests.push(table('totals', sensitive, project, columnsBy(layout.province)))
  requests.push(...breakdownRequests(given, project, columns(years)))
  requests.push(...requestsBefore(given, project))
  // Last, so that the rows of a series stay beside each other where a year is one of them.
  requests.push(table('years', [...open, ...sensitive], project, columnsUntil(given.lastQuarter)))
  return ownColumns(requests, given.histories)
    .map((request) => ({ ...request, groups: groupsThere(request, given.provinces) }))
    .filter(({ groups }) => groups.length > 0)
}

/** The spans before the report of what is not added up over time: without them nothing would be told of it where none ends in the report. */
function requestsBefore({ span, firstQuarter, fiscalStartMonth, layout, indicators }: Given, project: PlaceGroup[]) {
  if (span.from <= firstQuarter) return []
  const told = indicators.filter(({ overTime, overPlaces }) => overTime === 'none' && overPlaces !== 'none')
  const asked = (isSensitive: boolean, grain: Grain): TableRequest => {
    const own = told.filter(({ sensitivity }) => sensitivity > 0 === isSensitive).map(({ code }) => code)
    const before = cut({ from: firstQuarter, to: span.from - 1 }, grain, fiscalStartMonth)
    return table('before', own, project, before.map(columnOf))
  }
  return [asked(false, 'quarter'), asked(true, layout.project)]
}

/**
 * The same requests with each indicator in the spans of its own values where the columns would cut them: half-years instead of
 * quarters, calendar years instead of a donor's. Those with the same columns stay together, and no table comes twice.
 */
function ownColumns(requests: readonly TableRequest[], histories: Given['histories']): TableRequest[] {
  const seen = new Set<string>()
  return requests.flatMap((request) => {
    const alike = new Map<string, TableRequest>()
    for (const code of request.indicators) {
      const columns = columnsOf(request, histories.get(code))
      const keys = columns.map(({ key, named }) => `${key} ${named.from}`).join()
      const name = [request.section, code, request.breakdown, keys].join('|')
      if (seen.has(name)) continue
      seen.add(name)
      const known = alike.get(keys)
      if (known) known.indicators.push(code)
      else alike.set(keys, { ...request, indicators: [code], columns })
    }
    return [...alike.values()].filter(({ columns }) => columns.length > 0)
  })
}

/** Of a province that is there in none of the columns, be it in the report or not, nothing can be asked. */
function groupsThere({ groups, columns }: TableRequest, provinces: Given['provinces']): PlaceGroup[] {
  const absent = provinces.filter((one) => !columns.some(({ named }) => overlaps(one, named)))
  return groups.filter(({ key }) => !absent.some(({ slug }) => slug === key))
}

function columnsOf({ columns }: TableRequest, history: IndicatorHistory | undefined): SpanColumn[] {
  const grain = columns[0]?.named.grain
  if (!history || !isGrain(grain)) return columns
  // To date nothing is cut: it begins with the project, or with a phase.
  if (grain === 'to-date')
    return columns.map(({ key, named }) => ({ key, named: key === PERIOD ? wholeSpans(history, named) : named }))
  const periods = columns.map(({ named }) => named)
  return reportedPeriods(history, periods, grain).map((named) => ({ key: named.key, named }))
}

/** What the report is of, as far as whole spans of values go: of a report of Q2 the half-year that was reported in it. */
function wholeSpans(history: IndicatorHistory, named: NamedSpan): NamedSpan {
  const values = valueSpansIn(history, named)
  const [first, last] = [values[0], values.at(-1)]
  return first && last && first.from < named.from ? { ...named, from: first.from, to: last.to } : named
}

function table(
  section: ReportSection,
  indicators: string[],
  groups: PlaceGroup[],
  columns: SpanColumn[],
): TableRequest {
  return { section, indicators, breakdown: null, groups, columns }
}

function trackingColumns({ span, firstQuarter, phase }: Given): SpanColumn[] {
  const named = (from: number, to = span.to): NamedSpan => ({
    grain: 'to-date',
    key: TO_DATE,
    year: 0,
    nth: 1,
    from,
    to,
  })
  return [
    { key: PERIOD, named: named(span.from) },
    { key: TO_DATE, named: named(Math.min(firstQuarter, span.from)) },
    ...(phase ? [{ key: PHASE_TO_DATE, named: named(phase.from, phase.to) }] : []),
  ]
}

/**
 * One request for each breakdown that some indicator is typed in within the span; of those that count nobody who could be harmed the
 * running year as far as it goes.
 */
function breakdownRequests(given: Given, groups: PlaceGroup[], years: SpanColumn[]): TableRequest[] {
  const { span, layout, indicators } = given
  if (layout.breakdown === 'none') return []
  const whole = layout.breakdown === 'to-date' ? trackingColumns(given).slice(0, 1) : years
  const ofPeople = layout.breakdown === 'settled-year' ? settledColumns(given) : whole
  const users = new Map<string, DefinedIndicator[]>()
  for (const indicator of indicators)
    for (const scheme of indicator.schemes)
      if (overlaps(scheme, span))
        for (const breakdown of scheme.breakdowns) {
          const known = users.get(breakdown) ?? []
          users.set(breakdown, known.includes(indicator) ? known : [...known, indicator])
        }
  return [...users].flatMap(([breakdown, list]) => {
    const asked = (some: DefinedIndicator[], columns: SpanColumn[]): TableRequest[] =>
      some.length === 0
        ? []
        : [{ section: 'breakdown', indicators: some.map(({ code }) => code), breakdown, groups, columns }]
    if (isDeepStrictEqual(ofPeople, whole)) return asked(list, whole)
    const isOpen = ({ sensitivity }: DefinedIndicator) => sensitivity === 0
    return [
      ...asked(list.filter(isOpen), whole),
      ...asked(
        list.filter((one) => !isOpen(one)),
        ofPeople,
      ),
    ]
  })
}

function columnOf(named: NamedSpan): SpanColumn {
  return { key: named.key, named }
}

/** By the donor's years, or those of the calendar; the running one up to its last half that has come in. */
function settledColumns({
  span,
  layout,
  fiscalStartMonth,
  hasComeIn,
}: Pick<Given, 'span' | 'layout' | 'fiscalStartMonth' | 'hasComeIn'>): SpanColumn[] {
  const firstMonth = layout.years === 'fiscal' ? fiscalStartMonth : 1
  return settledYears(
    cut(span, layout.years === 'fiscal' ? 'fiscal-year' : 'year', fiscalStartMonth),
    firstMonth,
    hasComeIn,
  ).map(columnOf)
}

/** The name of a period by its quarters: the same quarters are the same figure, whatever they are called. */
export function spanKey({ from, to }: Span): string {
  return from === to ? quarterCode(from) : `${quarterCode(from)}..${quarterCode(to)}`
}

/** The question that a request puts to the figures. */
export function questionOf(request: TableRequest, asAt: number): Question {
  const spans = new Map<string, SpanGroup>()
  for (const { named } of request.columns)
    spans.set(spanKey(named), { key: spanKey(named), from: named.from, to: named.to })
  return {
    indicators: request.indicators,
    groups: request.groups,
    spans: [...spans.values()],
    ...(request.breakdown ? { by: [request.breakdown] } : {}),
    basis: 'approved',
    map: 'as-reported',
    asAt,
  }
}

/** One step coarser in each direction: what a manager may choose instead. */
export function coarserLayouts(layout: Layout): Layout[] {
  const next = <T>(list: readonly T[], now: T): T[] => list.slice(list.indexOf(now) + 1, list.indexOf(now) + 2)
  return [
    ...next(PROJECT_GRAINS, layout.project).map((project) => ({ ...layout, project })),
    ...next(PROVINCE_GRAINS, layout.province).map((province) => ({ ...layout, province })),
    ...next(BREAKDOWN_GRAINS, layout.breakdown).map((breakdown) => ({ ...layout, breakdown })),
  ]
}
