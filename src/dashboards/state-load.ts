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
import type { Partner } from '../partners/partner.ts'
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
import { coloursInOrder, placeColours } from './tables/place-colours.ts'

/** What an address chose, and of which project. */
type Chosen = Pick<PageState, 'words' | 'project' | 'choice' | 'usual'> & { histories: readonly IndicatorHistory[] }

/** The state of a page: the one that was there before, where all that it rests on is what it was. */
export function keptState(db: Db, chosen: Chosen, at: number, now: number): KeptState {
  const { words, project, histories, choice, usual } = chosen
  const rests = {
    project,
    histories,
    tree: placesOn(db, choice.map, at),
    ...benchmarksAsAt(db, at),
    thresholds: settingAsAt(db, 'rag', at),
    fiscalStart: settingAsAt(db, 'fiscalStartMonth', at),
    breakdowns: breakdowns(db, at),
    duties: dutiesByIndicator(db, at),
    partners: partners(db),
  }
  const day = dayAt(now)
  const inputs = [words, day, ...Object.values(rests), ...Object.values(choice), ...Object.values(usual)]
  const state = states.get(inputs, () => assembled(db, rests, chosen, at, now))
  return { ...state, now }
}

/** A page at a time, and the same page of a few people. */
const states = new KeptByInputs<Omit<KeptState, 'now'>>(16)

/** A state but for what is asked of each address anew. */
type KeptState = Omit<PageState, 'wrong' | 'isNothingApproved' | 'firstApproved'>

/** What a state rests on besides the choice: each is the same object for as long as nothing of it changes. */
type Rests = ReturnType<typeof benchmarksAsAt> & {
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
  { words, choice, usual }: Chosen,
  at: number,
  now: number,
): Omit<KeptState, 'now'> {
  const { project, histories, tree, thresholds, fiscalStart, targets, baselines } = rests
  const ends = endsOfUse(db, histories, at)
  return {
    ...comparing({
      targets,
      baselines,
      thresholds,
      formerPlacesOf: (placeId) => tree.formerOf(placeId),
      placeOf: (group) => (group === PROJECT ? null : tree.bySlug.get(group)?.id),
      isToDate: (span) => span.from === project.firstQuarter && isToDate(span),
      phaseOf: (span) =>
        span.key.startsWith(PHASE) ? lastPhaseBy(project, span.to) : isToDate(span) ? phaseBehind(project, span) : null,
      phases: project.phases,
      project: projectSpan(project),
    }),
    restsOn: rests,
    words,
    project,
    choice,
    usual,
    fiscalStart,
    places: tree,
    histories: new Map(histories.map((history) => [history.code, history])),
    endsOfUse: ends,
    indicators: measuredOver(
      histories.filter((one) => isInUse(one, ends.get(one.code) ?? null, choice)),
      choice,
    ),
    breakdowns: rests.breakdowns.map((one) => namedOver(one, choice)),
    endedPlaces: endedPlaces(db, choice, at),
    handovers: handoversOver(db, choice, at),
    ...areasIn(db, rests, choice, at, now),
    search: address('', writeChoice(choice, usual)),
  }
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
