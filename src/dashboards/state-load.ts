import type { Db } from '../../db/connection.ts'
import { isInUse } from '../assignments/end-of-use.ts'
import { endedPlaces, endsOfUse, handoversOver } from '../assignments/load.ts'
import type { Duty } from '../assignments/owed.ts'
import { reportingIn } from '../assignments/owed.ts'
import { dutiesByIndicator, reportingProvinces } from '../assignments/store.ts'
import { dayAt } from '../calendar/day.ts'
import { datesOf } from '../calendar/span.ts'
import { PROJECT } from '../figures/question.ts'
import { type Breakdown, namedOver } from '../indicators/breakdown.ts'
import { breakdowns } from '../indicators/breakdown-store.ts'
import { type IndicatorHistory, measuredOver } from '../indicators/definitions/history.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import { partners } from '../partners/store.ts'
import { isArea, type Places } from '../places/place.ts'
import { placesOn } from '../places/store.ts'
import { lastPhaseBy, phaseBehind } from '../project/phase.ts'
import { type ProjectCard, projectSpan } from '../project/project.ts'
import { settingAsAt } from '../settings/store.ts'
import { comparing } from '../targets/comparison.ts'
import type { Thresholds } from '../targets/progress.ts'
import { benchmarksAsAt } from '../targets/store.ts'
import { address } from './addresses.ts'
import { type Choice, writeChoice } from './choice.ts'
import { KeptByInputs } from './overview/kept.ts'
import { isToDate, type PageState, PHASE, partnerAsArea, provincesIn } from './page-state.ts'
import { type AskedScope, type Choosable, hasTargets, isTagged, readScope, tagsOf, writeScope } from './scope/scope.ts'
import { coloursInOrder, placeColours } from './tables/place-colours.ts'

/** What an address chose, and of which project. */
type Chosen = Pick<PageState, 'words' | 'project' | 'choice' | 'usual' | 'seenThrough'> & {
  histories: readonly IndicatorHistory[]
  asked: AskedScope
}

/** The state of a page: the one that was there before, where all that it rests on is what it was. */
export function keptState(db: Db, chosen: Chosen, at: number, now: number): KeptState {
  const { words, project, histories, choice, usual, asked, seenThrough } = chosen
  const rests = {
    seenThrough,
    project,
    histories,
    tree: placesOn(db, choice.map, at),
    ...benchmarksAsAt(db, at),
    thresholds: seenThrough?.report.rag ?? settingAsAt(db, 'rag', at),
    fiscalStart: seenThrough?.report.fiscalStart ?? settingAsAt(db, 'fiscalStartMonth', at),
    breakdowns: breakdowns(db, at),
    duties: dutiesByIndicator(db, at),
    partners: partners(db),
  }
  const day = dayAt(now)
  const inputs = [
    words,
    day,
    ...Object.values(rests),
    ...Object.values(choice),
    ...Object.values(usual),
    ...Object.values(asked),
  ]
  const state = states.get(inputs, () => assembled(db, rests, chosen, at, now))
  return { ...state, now }
}

/** A page at a time, and the same page of a few people. */
const states = new KeptByInputs<Omit<KeptState, 'now'>>(16)

/** A state but for what is asked of each address anew; `wrong` is only what of the scope is not there. */
type KeptState = Omit<PageState, 'isNothingApproved' | 'firstApproved'>

/** What a state rests on besides the choice: each is the same object for as long as nothing of it changes. */
type Rests = ReturnType<typeof benchmarksAsAt> & {
  seenThrough: PageState['seenThrough']
  project: ProjectCard
  histories: readonly IndicatorHistory[]
  tree: Places
  thresholds: Thresholds
  fiscalStart: number
  breakdowns: readonly Breakdown[]
  duties: ReadonlyMap<number, readonly Duty[]>
  partners: readonly Partner[]
}

function assembled(
  db: Db,
  rests: Rests,
  { words, choice, usual, asked }: Chosen,
  at: number,
  now: number,
): Omit<KeptState, 'now'> {
  const { seenThrough, project, histories, tree, thresholds, fiscalStart, targets, baselines } = rests
  const ends = endsOfUse(db, histories, at)
  const { all, inUse, offered, scope, wrong } = narrowedIn(db, rests, { choice, asked, histories, ends }, at, now)
  const [only, ...others] = scope.areas
  const whole = !hasTargets(scope) || others.length > 0 ? undefined : only ? tree.bySlug.get(only.slug)?.id : null
  return {
    ...comparing({
      targets,
      baselines,
      thresholds,
      formerPlacesOf: (placeId) => tree.formerOf(placeId),
      placeOf: (group) => (group === PROJECT ? whole : scope.partner ? undefined : tree.bySlug.get(group)?.id),
      isToDate: (span) => span.from === project.firstQuarter && isToDate(span),
      phaseOf: (span) =>
        span.key.startsWith(PHASE) ? lastPhaseBy(project, span.to) : isToDate(span) ? phaseBehind(project, span) : null,
      phases: project.phases,
      project: projectSpan(project),
      ...(seenThrough ? { secretBaselines: new Set(seenThrough.report.secretBaselines) } : {}),
    }),
    restsOn: rests,
    seenThrough,
    words,
    project,
    choice,
    usual,
    fiscalStart,
    places: tree,
    histories: new Map(histories.map((history) => [history.code, history])),
    endsOfUse: ends,
    wrong,
    scope,
    offered,
    indicators: inUse.filter((one) => isTagged(one, scope)),
    breakdowns: rests.breakdowns.map((one) => namedOver(one, choice)),
    endedPlaces: endedPlaces(db, choice, at),
    handovers: handoversOver(db, choice, at),
    ...all,
    provinces: all.provinces.filter(
      ({ slug }) => scope.areas.length === 0 || scope.areas.some((one) => one.slug === slug),
    ),
    search: address('', { ...writeChoice(choice, usual), ...writeScope(scope) }),
  }
}

/** What could be chosen of the scope, and what is. */
function narrowedIn(
  db: Db,
  rests: Rests,
  { choice, asked, histories, ends }: Pick<Chosen, 'choice' | 'asked' | 'histories'> & { ends: PageState['endsOfUse'] },
  at: number,
  now: number,
) {
  const all = areasIn(db, rests, choice, at, now)
  const inUse = measuredOver(
    histories.filter((one) => isInUse(one, ends.get(one.code) ?? null, choice)),
    choice,
  )
  const offered = { areas: all.provinces, partners: partnersIn(all.areas, rests, choice), ...tagsOf(inUse) }
  const atOnce = all.areas === 'partners' ? 1 : undefined
  const { scope, wrong } = readScope(asked, offered, becameToday(rests.tree, choice, now), atOnce)
  return { all, inUse, offered, scope, wrong }
}

/** What figures are compared by: the areas of the project or, where it has none, whoever reports in the span. */
function areasIn(
  db: Db,
  { tree, duties, partners, project }: Pick<Rests, 'tree' | 'duties' | 'partners' | 'project'>,
  choice: Choice,
  at: number,
  now: number,
): Pick<PageState, 'provinces' | 'areas' | 'colours'> {
  if (tree.list.some(isArea)) {
    const reporting = reportingProvinces(db, at)
    const provinces = provincesIn(tree, reporting, choice, now)
    return { areas: 'places', provinces, colours: placeColours(tree, reporting) }
  }
  const day = datesOf({ from: choice.to, to: choice.to }).last
  const provinces = reportingIn(duties, partners, choice).map((partner) => partnerAsArea(partner, day))
  return { areas: 'partners', provinces, colours: coloursInOrder(reportingIn(duties, partners, projectSpan(project))) }
}

/** Whoever reports in the span, under the name of its last day; nobody where figures are compared by partners. */
function partnersIn(
  areas: PageState['areas'],
  { duties, partners }: Pick<Rests, 'duties' | 'partners'>,
  choice: Choice,
): Choosable[] {
  if (areas === 'partners') return []
  const { last } = datesOf({ from: choice.to, to: choice.to })
  const named = partners.filter(({ names }) => names.length > 0)
  return reportingIn(duties, named, choice).map((one) => ({
    id: one.id,
    slug: one.slug,
    name: nameOn(one, last).name,
  }))
}

/** On today's map an area that was merged away is read in what became of it. */
function becameToday(tree: Places, { map }: Choice, now: number): (slug: string) => string[] {
  return (slug) => {
    const place = map === 'today' ? tree.bySlug.get(slug) : undefined
    return place
      ? tree
          .becameBy(place.id, dayAt(now))
          .filter(isArea)
          .map((one) => one.slug)
      : []
  }
}
