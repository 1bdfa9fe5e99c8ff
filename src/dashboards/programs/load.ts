import type { NamedSpan } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import { type PlaceGroup, PROJECT, Refused } from '../../figures/question.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { chosenQuestion, groupOf, type PageState, periodsOf } from '../page-state.ts'
import { refuseWrong } from '../parameters/parameter.ts'
import { AskedSpans } from '../periods/asked-spans.ts'
import { ownPeriods } from '../periods/own-periods.ts'
import { sourceIn } from '../tables/axes.ts'
import type { AskedFigures, FiguresAsked } from './asked.ts'
import { figuresAsked, refuseTooLarge } from './size.ts'

/** Stands for every area of the project, or every partner of one that has no areas. */
const EACH = 'areas'

/**
 * The figures of a question, by one read; each is worked out when it is looked at.
 * @returns null in a file without a project
 * @throws WrongAddress; Refused, also where more is asked for than is answered at a time; StillProtecting and NotProtected where they are
 * asked for as a donor would see them
 */
export function loadFiguresAsked(request: Omit<Request, 'query'>, asked: FiguresAsked): AskedFigures | null {
  const { from, to, grain, basis, map, asAt, donor } = asked
  const state = stateOf({ ...request, query: { from, to, grain, basis, map, asAt, donor } }, 'quarter')
  if (!state) return null
  refuseWrong(state.wrong)
  const indicators = asked.indicator ?? state.indicators.map(({ code }) => code)
  const unknown = indicators.find((code) => !state.histories.has(code))
  if (unknown !== undefined) throw new Refused('unknown-indicator', unknown)
  const spans = spansAsked(state, indicators, periodsOf(state))
  const measured = new Set(spans.flatMap((span) => span.indicators))
  const question = chosenQuestion(state, {
    indicators: indicators.filter((code) => measured.has(code)),
    groups: groupsAsked(state, asked),
    spans,
    ...(asked.breakdown ? { by: asked.breakdown } : {}),
  })
  refuseTooLarge(figuresAsked({ ...question, spans }, state.breakdowns))
  const { project, choice, words } = state
  const answer = answerTo(request, state, question)
  return { answer, project, choice, source: sourceIn(words), places: placesIn(state, answer) }
}

/** The places and partners asked for, each read as one; the whole project where none is. */
function groupsAsked(state: PageState, { place = [PROJECT], partner = [] }: FiguresAsked): PlaceGroup[] {
  const known = new Set(state.provinces.map(({ slug }) => slug))
  const groups = place.flatMap((slug): PlaceGroup[] => {
    if (slug === PROJECT) return [{ key: PROJECT, places: '*' }]
    if (slug === EACH) return [...known].map((one) => groupOf(state, one))
    return [state.areas === 'partners' && known.has(slug) ? groupOf(state, slug) : { key: slug, places: [slug] }]
  })
  const ofPartners = (group: PlaceGroup) =>
    partner.map((slug) => ({ ...group, key: `${group.key}/${slug}`, partner: slug }))
  const all = partner.length === 0 ? groups : groups.flatMap(ofPartners)
  return [...new Map(all.map((group) => [group.key, group])).values()]
}

/** Each indicator over its own periods: those asked for or, where they are finer than its values, the spans of its values. */
function spansAsked(state: PageState, codes: readonly string[], periods: readonly NamedSpan[]) {
  const spans = new AskedSpans()
  for (const code of codes) for (const span of ownPeriods(state, code, periods)) spans.ask(span, code)
  return spans.all
}

/** What the places asked for are called; all of the project needs no name. */
function placesIn({ places }: PageState, { question }: Answer): AskedFigures['places'] {
  const codes = new Set(question.groups.flatMap((group) => (group.places === '*' ? [] : group.places)))
  return [...codes].flatMap((code) => {
    const place = places.bySlug.get(code)
    return place ? [{ code, name: place.name }] : []
  })
}
