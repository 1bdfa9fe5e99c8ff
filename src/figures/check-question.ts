import { FIRST_QUARTER, LAST_QUARTER } from '../calendar/quarter.ts'
import { codesOf, heldIn, type Span } from '../calendar/span.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import { type IndicatorHistory, isMeasuredIn, lastDefinition } from '../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Place, Places } from '../places/place.ts'
import { isAskedOf, type Question, Refused, type SpanGroup } from './question.ts'
import { answering, type Split } from './split.ts'

/** What a question is checked against. */
export type Catalogue = {
  indicators: readonly IndicatorHistory[]
  places: Places
  breakdowns: readonly Breakdown[]
  /** Null in a file without a project. */
  project: Span | null
}

/** The parts of a question as they were found. */
export type Understood = {
  indicators: IndicatorHistory[]
  /** Places asked for by name, per group; null = the whole project. */
  named: (Place[] | null)[]
  split: Split
}

/**
 * Understands a question or refuses it.
 * @param today ISO date: on today's map a place that is gone by then can't be asked for
 * @throws Refused
 */
export function understand(question: Question, catalogue: Catalogue, today: string): Understood {
  for (const span of question.spans) checkSpan(span, catalogue.project)
  if (question.spans.length === 0) throw new Refused('empty-span', '')
  const indicators = indicatorsOf(question, catalogue)
  const named = question.groups.map(({ places }) =>
    places === '*' ? null : places.map((slug) => placeOf(slug, question, catalogue.places, today)),
  )
  const split = { by: question.by ?? [], only: question.only ?? {} }
  checkSplit(split, indicators, question.spans, catalogue.breakdowns)
  return { indicators, named, split }
}

function checkSpan(span: SpanGroup, project: Span | null): void {
  for (const quarter of [span.from, span.to]) {
    if (!Number.isInteger(quarter) || quarter < FIRST_QUARTER || quarter > LAST_QUARTER)
      throw new Refused('bad-period', span.key)
  }
  if (span.to < span.from) throw new Refused('empty-span', span.key)
  if (project && span.to < project.from) throw new Refused('before-project', span.key, codesOf(project))
}

/** All indicators are those that are measured in some span; one asked for by its code is there though it is not. */
function indicatorsOf(question: Question, { indicators }: Catalogue): IndicatorHistory[] {
  if (question.indicators === '*')
    return indicators.filter((one) =>
      question.spans.filter(isAskedOf(one.code)).some((span) => isMeasuredIn(one, span)),
    )
  return question.indicators.map((code) => {
    const found = indicators.find((one) => one.code === code)
    if (!found) throw new Refused('unknown-indicator', code)
    return found
  })
}

function placeOf(slug: string, question: Question, places: Places, today: string): Place {
  const place = places.bySlug.get(slug)
  if (!place) throw new Refused('unknown-place', slug)
  const became = question.map === 'today' ? places.becameBy(place.id, today) : []
  const names = { what: [place.name], became: became.map(({ name }) => name) }
  if (became.length > 0) throw new Refused('merged-away', slug, {}, names)
  if (question.map !== 'today' && !question.spans.some((span) => places.existsIn(place.id, span)))
    throw new Refused('place-not-in-span', slug, {}, names)
  return place
}

function checkSplit(
  split: Split,
  indicators: readonly IndicatorHistory[],
  spans: readonly Span[],
  breakdowns: readonly Breakdown[],
): void {
  const needed = [...split.by, ...Object.keys(split.only)]
  if (needed.length === 0) return
  for (const code of needed) {
    const breakdown = breakdowns.find((one) => one.code === code)
    if (!breakdown) throw new Refused('unknown-breakdown', code)
    const chosen = split.only[code]
    if (chosen !== undefined && !breakdown.categories.some((one) => one.code === chosen))
      throw new Refused('unknown-category', `${code}=${chosen}`)
  }
  const what = needed.map((code) => (split.only[code] === undefined ? code : `${code}=${split.only[code]}`)).join('|')
  const answerable = indicators.some((indicator) =>
    spans.some((span) => canAnswer(lastDefinition(indicator), span, split)),
  )
  if (answerable) return
  const ever = indicators.some((one) =>
    lastDefinition(one).schemes.some((scheme) => needed.every((code) => scheme.breakdowns.includes(code))),
  )
  throw new Refused(ever ? 'category-of-old-scheme' : 'unknown-breakdown', what)
}

function canAnswer(indicator: Pick<DefinedIndicator, 'schemes'>, span: Span, split: Split): boolean {
  const turns = indicator.schemes.map((scheme) => scheme.from)
  return [span.from, ...turns].some(
    (quarter) => heldIn(span, quarter) && answering(indicator, quarter, split).length > 0,
  )
}
