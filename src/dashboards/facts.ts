import { type EndedNotice, endedNotices } from '../assignments/ended-in-words.ts'
import { endedOf, type NamedEndedPlace } from '../assignments/ended-places.ts'
import { handoverSentences, type NamedHandovers, type NamedReporter } from '../assignments/handovers-in-words.ts'
import type { Answer } from '../figures/answer.ts'
import { dates, instant } from '../language/format.ts'
import { pauseSentences } from '../project/in-words.ts'
import { phaseToDate } from '../project/phase.ts'
import { type DonorNotice, donorNotice } from './donor-view/notice.ts'
import { type Emptiness, emptiness } from './emptiness.ts'
import { hasMaps, isRedrawn, type PageState } from './page-state.ts'
import { type WrongModel, wrongInWords } from './parameters/in-words.ts'
import type { WrongParameter } from './parameters/parameter.ts'
import { hasTargets, scopeName } from './scope/scope.ts'

declare module '../web/views/models.ts' {
  interface Parts {
    'dashboards/facts': PageFacts
  }
}

/** Those places that ended without an heir which an answer would hold had they gone on, for the indicators it is about. */
function endedBehind(answer: Answer, ended: readonly NamedEndedPlace[]): NamedEndedPlace[] {
  const ids = new Set(answer.indicators.map(({ id }) => id))
  const slugs = new Set(answer.question.groups.flatMap(({ places }) => places))
  return ended.flatMap((one) => {
    const concerned = endedOf(one, (id) => ids.has(id))
    const isAsked = slugs.has('*') || [one.place, ...one.became].some(({ slug }) => slugs.has(slug))
    return isAsked && concerned ? [concerned] : []
  })
}

/** What was handed over of what an answer is about: its indicators, and where it is asked for some places those. */
function handoversBehind(answer: Answer, { handovers, places }: PageState): NamedHandovers[] {
  const codes = new Set(answer.indicators.map(({ code }) => code))
  const slugs = new Set(answer.question.groups.flatMap((group) => group.places))
  const isAsked = ({ place }: NamedReporter) =>
    places.lineage(place.id).some(({ id }) => slugs.has(places.byId.get(id)!.slug))
  return handovers.flatMap((one) => {
    const indicators = one.indicators.filter((code) => codes.has(code))
    const asked = slugs.has('*') || isAsked(one.from) || isAsked(one.to)
    return asked && indicators.length > 0 ? [{ ...one, indicators }] : []
  })
}

/** Whose figures they are, where they are not those of the whole project. */
export function scopeFact({ scope, words }: Pick<PageState, 'scope' | 'words'>): string[] {
  const name = scopeName(scope)
  return name ? [words.t('charts:scope.of', { name: words.of(name) })] : []
}

/** Which phase the last quarter is in, where the project has several. */
export function phaseFact({ project, choice, words }: PageState): string[] {
  const { t, of, language } = words
  const phased = phaseToDate(project, choice.to)
  return phased ? [t('charts:facts.phase', { phase: of(phased.phase.name), dates: dates(phased.phase, language) })] : []
}

export type PageFacts = {
  facts: string[]
  /** What was asked for and could not be shown. */
  unknown: WrongModel[]
  /** Through which report it is seen; null: nothing is kept from staff. */
  seen: DonorNotice | null
  empty: Emptiness | null
  /** That nothing is held against targets. */
  scopeNote: string | null
  pauses: string[]
  mapNote: string | null
  endedPlaces: EndedNotice[]
  handovers: string[]
}

/**
 * What every page of figures says on top: basis, instant, map, span with its dates, and what is missing from the coverage since a place ended.
 * @param wrong what could not be shown besides the choice
 */
export function pageFacts(state: PageState, answer: Answer, wrong: readonly WrongParameter[] = []): PageFacts {
  const { t, language } = state.words
  return {
    facts: [
      ...scopeFact(state),
      t('charts:facts.span', { dates: dates(state.choice, language) }),
      ...phaseFact(state),
      t('charts:facts.basis', { basis: t(`figures:basis-short.${answer.basis}`) }),
      t('charts:facts.as-at', { instant: instant(answer.asAt, language) }),
      ...(hasMaps(state) ? [t('charts:facts.map', { map: t(`figures:map-short.${answer.map}`) })] : []),
    ],
    unknown: [...state.wrong, ...wrong].map((one) => wrongInWords(one, state.words)),
    seen: donorNotice(state),
    empty: emptiness(state),
    scopeNote: hasTargets(state.scope) ? null : t('charts:scope.no-targets'),
    pauses: pauseSentences(state.project, { from: state.choice.to, to: state.choice.to }, state.words),
    mapNote: answer.map === 'today' && isRedrawn(state) ? t('figures:map-note') : null,
    handovers: handoverSentences(handoversBehind(answer, state), state.words),
    endedPlaces: endedNotices(endedBehind(answer, state.endedPlaces), state.words),
  }
}
