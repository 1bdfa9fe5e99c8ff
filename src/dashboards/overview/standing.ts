import type { NamedSpan } from '../../calendar/span.ts'
import type { ShownFigure } from '../../disclosure/publishable.ts'
import { staffFigure } from '../../disclosure/suppress.ts'
import type { Answer } from '../../figures/answer.ts'
import { changeOf, type FigureChange } from '../../figures/change.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Place } from '../../places/place.ts'
import { type ComparedFigure, comparedFigure } from '../../targets/compared-table.ts'
import { isUsedIn, type PageState } from '../page-state.ts'
import { KeptBeside } from './kept.ts'
import { ratedUntil } from './question.ts'

/** A value of an indicator's own span, with what was planned for just this span. */
export type Point = { span: NamedSpan; shown: ShownFigure; planned: number | null }

/** Where an indicator stands, of the whole project or of one province: all that its row, the lists and the panels are made of. */
export type IndicatorStanding = {
  indicator: DefinedIndicator
  /** Every value there could be, in order of time; those after the quarter of the page are still coming in. */
  points: readonly Point[]
  /** The last that was due by the quarter of the page. */
  latest: ComparedFigure & { span: NamedSpan }
  /** Since the value due before it; null where none was. */
  change: { since: NamedSpan; before: ComparedFigure; found: FigureChange } | null
  /** From the beginning, against what was planned by now. */
  rated: ComparedFigure
  /** The same of each province, in their order. */
  provinces: readonly ComparedFigure[]
  /** What is rated, or the last value, rests on fewer reports than expected, or on older ones. */
  isPartial: boolean
}

/** What standings are worked out from. */
export type StandingContext = {
  state: PageState
  answer: Answer
  /** By code: the spans of its values. */
  own: ReadonlyMap<string, readonly NamedSpan[]>
  provinces: readonly Place[]
  /** The group they are of: the whole project, or a province. */
  group: string
}

/** What rests on the figures of one indicator and on the state of the page alone is worked out again when either is another one. */
const kept = new KeptBeside<IndicatorStanding | null>()

/** What a figure is held against is worked out once of each: those of provinces in which nothing was written stay the same objects. */
const compared = new KeptBeside<ComparedFigure>()

/** @returns null for an indicator of which nothing was due yet */
export function indicatorStanding(indicator: DefinedIndicator, standings: StandingContext): IndicatorStanding | null {
  const { state, answer, provinces, group } = standings
  const name = [group, ...provinces.map(({ slug }) => slug)].join(' ')
  return kept.get(state.restsOn, answer.restsOn(indicator.code), name, () => standingOf(indicator, standings))
}

function standingOf(indicator: DefinedIndicator, standings: StandingContext): IndicatorStanding | null {
  const { state, answer, own, provinces, group } = standings
  const { code } = indicator
  const spans = own.get(code) ?? []
  const due = spans.filter(({ to }) => to <= state.choice.to)
  const [before, last] = [due.at(-2), due.at(-1)]
  if (!last) return null
  const figureAt = (key: string, of = group) =>
    compared.get(state.restsOn, answer.figure(code, of, key), `${code} ${of} ${key}`, () =>
      comparedFigure(answer, indicator, { indicator: code, group: of, span: key, cell: '' }, state.compare),
    )
  const all = spans.map(({ key }) => figureAt(key))
  const latest = { ...all[due.length - 1]!, span: last }
  const { key } = ratedUntil(state, state.choice.to)
  const rated = figureAt(key)
  return {
    indicator,
    points: spans.map((span, nth) => ({ span, shown: staffFigure(all[nth]!), planned: all[nth]!.target })),
    latest,
    change: before ? changeSince(before, all[due.length - 2]!, latest, standings) : null,
    rated,
    provinces: provinces.map(({ slug }) => figureAt(key, slug)),
    isPartial: [rated, latest].some(({ figure: { flags } }) => flags.includes('partial') || flags.includes('carried')),
  }
}

function changeSince(
  since: NamedSpan,
  before: ComparedFigure,
  latest: IndicatorStanding['latest'],
  { answer, group }: StandingContext,
): IndicatorStanding['change'] {
  const { code } = latest.own
  const alike = answer.hasSameReporters(code, group, latest.span.key, since.key)
  return { since, before, found: changeOf(latest.figure, before.figure, alike) }
}

/** The standing of every indicator that is still asked for in the quarter of the page and was due by then, in the framework's order. */
export function standingsIn(standings: StandingContext): IndicatorStanding[] {
  const { state, answer } = standings
  const { to } = state.choice
  const asked = answer.indicators.filter(({ code }) => isUsedIn(state, code, { from: to, to }))
  return asked.flatMap((indicator) => indicatorStanding(indicator, standings) ?? [])
}
