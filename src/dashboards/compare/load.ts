import { dayAt } from '../../calendar/day.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { cut, GRAINS, type Grain, type NamedSpan, type Span } from '../../calendar/span.ts'
import { type PlaceGroup, PROJECT, Refused } from '../../figures/question.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import { ownGrain } from '../../indicators/periods.ts'
import { day } from '../../language/format.ts'
import { both, type Text } from '../../language/text.ts'
import { projectSpan } from '../../project/project.ts'
import type { Query } from '../choice.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { chosenQuestion, groupOf, onlyArea, type PageState, periodsOf, wholeGroup } from '../page-state.ts'
import { ownPeriods } from '../periods/own-periods.ts'
import { wholeAxis } from '../tables/axes.ts'
import { type AskedComparison, readComparison, yearSpan } from './address.ts'
import { ALL_PERIODS, type ComparedSide } from './side.ts'
import type { CompareView } from './view.ts'

/**
 * Two that are compared, each with its answer.
 * @returns null in a file without a project
 * @throws Refused nothing-measured, and what its questions are refused for
 */
export function loadComparison(asking: Request): CompareView | null {
  // Two are named: tags narrow no list here.
  const { sdg: _, gcm: __, ...query } = asking.query
  const request = { ...asking, query }
  const state = stateOf(request, (histories, span) => coarserGrain(histories, request.query, span))
  if (!state) return null
  const { scope, offered, choice, project, now } = state
  const read = readComparison(request.query, {
    indicators: state.indicators,
    areas: offered.areas,
    first: onlyArea(state),
    project: projectSpan(project),
    to: choice.to,
    now,
  })
  if (!read) throw new Refused('nothing-measured', '')
  const { asked, wrong } = read
  const first = asked.kind === 'areas' && scope.areas.length === 0 ? (offered.areas[0]?.slug ?? null) : onlyArea(state)
  const group = first === null ? wholeGroup(state) : groupOf(state, first)
  return { state, asked, wrong, sides: besideEachOther(sidesOf(request, state, asked, group), asked.kind) }
}

/** The own periods of both where two are named: the longer ones can be formed of both. */
function coarserGrain(histories: readonly IndicatorHistory[], { indicator, other }: Query, span: Span): Grain {
  const named = histories.filter(({ code }) => code === indicator || code === other)
  const grains = named.map((history) => ownGrain(history, span))
  return GRAINS[Math.max(0, ...grains.map((grain) => GRAINS.indexOf(grain)))]!
}

/** With the periods that both have; of two years with those in the same place. */
function besideEachOther(
  [one, other]: [ComparedSide, ComparedSide],
  kind: AskedComparison['kind'],
): [ComparedSide, ComparedSide] {
  const has = ({ periods }: ComparedSide, key: string) => periods.some((span) => span.key === key)
  const shown = (side: ComparedSide, beside: ComparedSide) =>
    kind === 'years' ? side.periods.slice(0, beside.periods.length) : side.periods.filter(({ key }) => has(beside, key))
  return [
    { ...one, periods: shown(one, other) },
    { ...other, periods: shown(other, one) },
  ]
}

function sidesOf(
  request: Request,
  state: PageState,
  asked: AskedComparison,
  group: PlaceGroup,
): [ComparedSide, ComparedSide] {
  const { indicator, other, year, against, known } = asked
  const side = (name: Text, of: Partial<Sided>) => answered(request, { name, state, indicator, group, ...of })
  switch (asked.kind) {
    case 'years':
      return [side(yearName(year), { span: yearSpan(year) }), side(yearName(year - 1), { span: yearSpan(year - 1) })]
    case 'indicators':
      return [side(nameOf(indicator), {}), side(nameOf(other), { indicator: other })]
    case 'areas':
      return [
        side(groupName(state, group.key), {}),
        side(groupName(state, against ?? ''), { group: againstGroup(state, against) }),
      ]
    case 'days':
      return [
        side(
          both((language) => state.words.in(language).t('charts:compare.now')),
          {},
        ),
        side(
          both((language) => state.words.in(language).t('charts:compare.then', { day: day(dayAt(known), language) })),
          { state: stateThen(request, state, known) },
        ),
      ]
  }
}

type Sided = Pick<ComparedSide, 'name' | 'state' | 'indicator' | 'group'> & {
  /** Where it is not the span of the choice. */
  span?: Span
}

function answered(request: Request, { span, ...of }: Sided): ComparedSide {
  const { state, indicator, group } = of
  const whole = span ?? { from: state.choice.from, to: state.choice.to }
  const periods = span ? yearPeriods(state, indicator.code, span) : periodsOf(state)
  const shown = ownPeriods(state, indicator.code, periods)
  const question = chosenQuestion(state, {
    indicators: [indicator.code],
    groups: [group],
    spans: [...shown.map(({ key, from, to }) => ({ key, from, to })), { key: ALL_PERIODS, ...whole }],
  })
  return { ...of, answer: answerTo(request, state, question), periods: shown, whole }
}

/** A year by the periods that values are of; what is measured once a year has none shorter. */
function yearPeriods(state: PageState, code: string, span: Span): NamedSpan[] {
  const history = state.histories.get(code)
  const grain = history ? ownGrain(history, span) : 'quarter'
  return cut(span, grain === 'quarter' || grain === 'half-year' ? grain : 'year', state.fiscalStart)
}

/** The same choice as it was known on another day. */
function stateThen(request: Request, { choice }: PageState, then: number): PageState {
  const query = {
    ...request.query,
    asAt: String(then),
    from: quarterCode(choice.from),
    to: quarterCode(choice.to),
    grain: choice.grain,
  }
  return stateOf({ ...request, query }, choice.grain)!
}

function againstGroup(state: PageState, slug: string | null): PlaceGroup {
  return slug === null ? { ...wholeGroup({ ...state, scope: { ...state.scope, areas: [] } }) } : groupOf(state, slug)
}

function groupName(state: PageState, key: string): Text {
  const area = state.offered.areas.find(({ slug }) => slug === key)
  if (area) return area.name
  const scope = key === PROJECT ? state.scope : { ...state.scope, areas: [] }
  return wholeAxis({ scope }).headings[0]!.label
}

function nameOf({ code, name }: ComparedSide['indicator']): Text {
  return both((language) => `${code} ${name[language]}`)
}

function yearName(year: number): Text {
  return both(() => String(year))
}
