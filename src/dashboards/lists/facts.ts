import { PROJECT } from '../../figures/question.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { type PageFacts, pageFacts } from '../facts.ts'
import { ratedUntil } from '../overview/question.ts'
import { type ChipModel, chipsOf } from '../overview/scorecard/scorecard.ts'
import { type IndicatorStanding, indicatorStanding } from '../overview/standing.ts'
import { type Truth, truthOf } from '../overview/truth.ts'
import { activeProvinces, isUsedIn, type PageState } from '../page-state.ts'
import type { WrongParameter } from '../parameters/parameter.ts'
import { dueKeys } from '../small-multiples/view.ts'
import type { ListHere } from './narrowing.ts'
import type { ListView } from './view.ts'

/** What every list says on top: which quarter its figures are of, how complete it is, and what has to be known of it. */
export type ListFacts = Omit<PageFacts, 'facts'> & { truth: Truth; chips: ChipModel[] }

/**
 * @param here where the list leads to itself; what it is narrowed to, besides a component, is taken back there
 * @param wrong what could not be shown besides the choice
 */
export function listFacts(view: ListView, here: ListHere, wrong: readonly WrongParameter[] = []): ListFacts {
  const { state, answer, query } = view
  const { facts: _, ...notices } = pageFacts(state, answer, wrong)
  const due = dueKeys(view)
  const complete = reportingCompleteness(answer, [...due.keys()], listableAreas(view), (code) => due.get(code)!)
  const quarter = quarterName(state.choice.to, state.words.language)
  return {
    ...notices,
    chips: chipsOf(state, query, null, here),
    truth: truthOf(state, completenessText(complete, quarter, state.words), answer.asAt),
  }
}

/** Areas, or partners, of which anything was asked by the end of the quarter, in order. */
export function listableAreas({ state, answer }: Pick<ListView, 'state' | 'answer'>): Place[] {
  const codes = answer.indicators.map(({ code }) => code)
  return activeProvinces(state, answer, codes, ratedUntil(state, state.choice.to).key)
}

/** The indicators that are asked for in the quarter of a page. */
export function askedIn({
  state,
  answer,
}: { state: PageState } & Pick<ListView, 'answer'>): ListView['answer']['indicators'] {
  const { to } = state.choice
  return answer.indicators.filter(({ code }) => isUsedIn(state, code, { from: to, to }))
}

/** How each of them stands in the whole project and in some areas; those of which nothing was due yet are left out. */
export function standingsOn(view: ListView, provinces: readonly Place[]): IndicatorStanding[] {
  return askedIn(view).flatMap((one) => indicatorStanding(one, { ...view, provinces, group: PROJECT }) ?? [])
}
