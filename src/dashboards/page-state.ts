import type { Reporter } from '../assignments/assignment.ts'
import { type EndOfUse, isInUse } from '../assignments/end-of-use.ts'
import type { NamedEndedPlace } from '../assignments/ended-places.ts'
import type { NamedHandovers } from '../assignments/handovers-in-words.ts'
import { endOfUseText } from '../assignments/in-words.ts'
import { dayAt } from '../calendar/day.ts'
import { nthOf, quarterAt, quarterCode, yearOf } from '../calendar/quarter.ts'
import { cut, type NamedSpan, quartersIn, type Span } from '../calendar/span.ts'
import type { Answer } from '../figures/answer.ts'
import { type PlaceGroup, PROJECT, type Question, type SpanGroup } from '../figures/question.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import type { IndicatorHistory } from '../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import { isArea, type Place, type Places } from '../places/place.ts'
import { ratedOver } from '../project/phase.ts'
import type { ProjectCard } from '../project/project.ts'
import type { Comparison } from '../targets/comparison.ts'
import type { Choice, Usual } from './choice.ts'
import type { DonorView } from './donor-view/donor-view.ts'
import type { WrongParameter } from './parameters/parameter.ts'
import type { Offered, Scope } from './scope/scope.ts'

/** Keys of spans that are no period of the grain. */
export const WHOLE = 'whole'
/** From the beginning of the phase, in a project of several. */
export const PHASE = 'phase'
export const QUARTER = 'this'
export const BEFORE = 'before'
/** Begins the keys of spans from the beginning to a quarter. */
export const UNTIL = 'to-'

/** Everything a page of figures is shaped from besides its answer: what the address chose, and what was read for it. */
export type PageState = {
  now: number
  /** The same object for as long as all of this but `now` is the same: what is made of it alone can be kept beside it. */
  restsOn: object
  words: Words
  project: ProjectCard
  choice: Choice
  usual: Usual
  /** What the address asked for and could not have: the page names it, and shows the usual. */
  wrong: readonly WrongParameter[]
  /** By the instant of the choice no value had been approved. */
  isNothingApproved: boolean
  /** When a value was first approved, where that was after the instant of the choice; null: before it, or never. */
  firstApproved: number | null
  /** As which donor it is looked at; null: as staff do, who see everything. */
  seenThrough: DonorView | null
  /** First month of the donor's fiscal year. */
  fiscalStart: number
  places: Places
  /** Every indicator by its code, in the order of the framework, with all its definitions as known at the instant of the choice. */
  histories: ReadonlyMap<string, IndicatorHistory>
  /** When indicators stop being asked for, by code; those that go on are not there. */
  endsOfUse: ReadonlyMap<string, EndOfUse>
  /** Those in use in the span of the choice, each under the last definition in it. */
  indicators: readonly DefinedIndicator[]
  /** With every category they ever had by its name in the span of the choice, as known at its instant. */
  breakdowns: readonly Breakdown[]
  /** Places that ended without an heir, as far as it matters in the span. */
  endedPlaces: readonly NamedEndedPlace[]
  /** What was handed over in the span, as known at the instant of the choice. */
  handovers: readonly NamedHandovers[]
  /** Of whom, and of which indicators, figures are shown; `offered`: what it could be narrowed to. */
  scope: Scope
  offered: Offered
  /** Provinces that are there to be asked for, in order; of those that the scope is narrowed to, if it is. */
  provinces: readonly Place[]
  /** By slug: the colour of each that there ever was; of many none has one. */
  colours: ReadonlyMap<string, number>
  /** What those are: areas or, in a project that has none, its partners. */
  areas: 'places' | 'partners'
  /** The choice as the end of an address: "?to=2021-Q3", or nothing when it is the usual one. */
  search: string
} & Comparison

/** Not the periods of a grain: the first year is held against the year's target, not the project's. */
export function isToDate({ key }: SpanGroup): boolean {
  return key === WHOLE || key.startsWith(UNTIL)
}

/**
 * Provinces in which somebody was asked to report: on today's map what became of them, otherwise those that were there at
 * some time of the span.
 * @param reporting ids of the provinces, as they were, in which anybody was ever asked
 */
export function provincesIn(tree: Places, reporting: ReadonlySet<number>, choice: Choice, now: number): Place[] {
  if (choice.map === 'today') {
    const today = dayAt(now)
    const became = new Set([...reporting].flatMap((id) => tree.lineageOn(id, today).at(-1)?.id ?? []))
    return tree.list.filter((place) => isArea(place) && became.has(place.id))
  }
  return tree.list.filter((place) => isArea(place) && reporting.has(place.id) && tree.existsIn(place.id, choice))
}

/** Every indicator, also those that are asked for no more, or those that the scope is narrowed to. */
export function shownIndicators({
  scope,
  indicators,
}: Pick<PageState, 'scope' | 'indicators'>): Question['indicators'] {
  return scope.sdg === null && scope.gcm === null ? '*' : indicators.map(({ code }) => code)
}

/** A question as the choice has it: its basis, its instant, its map. */
export function chosenQuestion(
  { choice }: Pick<PageState, 'choice'>,
  asked: Pick<Question, 'indicators' | 'groups' | 'spans' | 'by' | 'only'>,
): Question {
  const { basis, asAt, map } = choice
  return { ...asked, basis, map, ...(asAt === null ? {} : { asAt }) }
}

/** All that the scope is narrowed to as one, then each of the areas, or partners, that figures are compared by. */
export function groupsOf(state: Pick<PageState, 'provinces' | 'areas' | 'scope'>): Question['groups'] {
  return [wholeGroup(state), ...state.provinces.map(({ slug }) => groupOf(state, slug))]
}

/** The whole project or, where the scope is narrowed, the areas and the partner that it is narrowed to. */
export function wholeGroup({ areas, scope }: Pick<PageState, 'areas' | 'scope'>): PlaceGroup {
  const slugs = scope.areas.map(({ slug }) => slug)
  const [only] = slugs
  if (areas === 'partners') return { key: PROJECT, places: '*', ...(only === undefined ? {} : { partner: only }) }
  return { key: PROJECT, places: only === undefined ? '*' : slugs, ...ofPartner(scope) }
}

/** What stands under the name of an area or, where figures are compared by partners, of a partner. */
export function groupOf({ areas, scope }: Pick<PageState, 'areas' | 'scope'>, slug: string): PlaceGroup {
  return areas === 'partners'
    ? { key: slug, places: '*', partner: slug }
    : { key: slug, places: [slug], ...ofPartner(scope) }
}

function ofPartner({ partner }: Scope): { partner?: string } {
  return partner === null ? {} : { partner: partner.slug }
}

/** The one area that figures are of: it has targets of its own; null: those of the project, or of several areas together. */
export function onlyArea({ scope }: Pick<PageState, 'scope'>): string | null {
  return scope.areas.length === 1 ? scope.areas[0]!.slug : null
}

/** What a group is called: a place or, where figures are compared by partners, one of those; null = there is none. */
export function nameOfGroup({ areas, provinces, places }: PageState, slug: string): Text | null {
  const named = areas === 'partners' ? provinces.find((one) => one.slug === slug) : places.bySlug.get(slug)
  return named?.name ?? null
}

/** Under which of them the reports of somebody stand. */
export function areaSlugOf(
  { areas, provinces, places }: Pick<PageState, 'areas' | 'provinces' | 'places'>,
  { partnerId, placeId }: Reporter,
): string {
  if (areas === 'partners') return provinces.find(({ id }) => id === -partnerId)?.slug ?? PROJECT
  return places.byId.get(places.rootOf(placeId))!.slug
}

/** Whether the reports of somebody are among those that figures are made of. */
export function isInScope(state: PageState, reporter: Reporter): boolean {
  const { areas, partner } = state.scope
  if (areas.length > 0 && !areas.some(({ slug }) => slug === areaSlugOf(state, reporter))) return false
  return partner === null || partner.id === reporter.partnerId
}

/** The page of one of them. */
export function areaPath({ areas }: Pick<PageState, 'areas'>, slug: string): string {
  return areas === 'partners' ? `/partners/${slug}` : `/provinces/${slug}`
}

/** A partner as one of the areas that figures are compared by, under its name of a day. */
export function partnerAsArea(partner: Partner, day: string): Place {
  const { name } = nameOn(partner, day)
  const plain = { code: partner.slug, iso: null, level: 'partner', depth: 1, parentId: null, validTo: null }
  return { id: -partner.id, slug: partner.slug, name, validFrom: partner.names[0]?.validFrom ?? day, ...plain }
}

/** The periods of the choice; "to date" is one for each quarter, each from the start. */
export function periodsOf({ choice, fiscalStart }: PageState): NamedSpan[] {
  if (choice.grain !== 'to-date') return cut(choice, choice.grain, fiscalStart)
  return quartersIn(choice).map((to) => ({
    grain: 'to-date',
    key: `${UNTIL}${quarterCode(to)}`,
    year: yearOf(to),
    nth: nthOf(to),
    from: choice.from,
    to,
  }))
}

/** What indicators are rated over until the end of the choice. */
export function ratedSpan({ choice, project }: Pick<PageState, 'choice' | 'project'>): SpanGroup {
  const { phase, span } = ratedOver(project, choice.to)
  return { key: phase ? PHASE : WHOLE, ...span }
}

/** Periods of the grain, the whole span, and its last quarter. */
export function spansOf({ choice }: Pick<PageState, 'choice'>, periods: readonly NamedSpan[]): SpanGroup[] {
  return [
    ...periods.map(({ key, from, to }) => ({ key, from, to })),
    { key: WHOLE, from: choice.from, to: choice.to },
    { key: QUARTER, from: choice.to, to: choice.to },
  ]
}

/** Provinces of which something is expected, or was reported, in an answer. */
export function activeProvinces(state: PageState, answer: Answer, codes: readonly string[], span: string): Place[] {
  return state.provinces.filter(({ slug }) => codes.some((code) => answer.figure(code, slug, span).state !== 'not due'))
}

/** Whether there is another map to choose: where nothing ever became another place, there is one. */
export function hasMaps({ places, choice }: Pick<PageState, 'places' | 'choice'>): boolean {
  return places.successions.length > 0 || choice.map !== 'as-reported'
}

/** Whether today's map is another one than that of the reports. */
export function isRedrawn({ places, now }: PageState): boolean {
  return places.successions.some(({ on }) => on <= dayAt(now))
}

/** Whether an indicator belongs on a list of a span: it is measured in it, and has not stopped being asked for before. */
export function isUsedIn({ histories, endsOfUse }: PageState, code: string, span: Span): boolean {
  return isInUse(histories.get(code)!, endsOfUse.get(code) ?? null, span)
}

/** Whether it does in the quarter that the page is of. */
export function isInUseNow(state: PageState, code: string): boolean {
  return isUsedIn(state, code, { from: state.choice.to, to: state.choice.to })
}

/** That an indicator is asked for no more, and since when; null where it goes on, or ends when the project does. */
export function endOfUseIn({ endsOfUse, project, words, now }: PageState, code: string): string | null {
  const end = endsOfUse.get(code)
  return end && end.since <= project.lastQuarter ? endOfUseText(end, quarterAt(now), words) : null
}
