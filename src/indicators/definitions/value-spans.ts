import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { NamedSpan, Span } from '../../calendar/span.ts'
import { isAtWork, quarterSpan, valueSpan } from '../frequency.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { definitionIn, dueQuarters, type IndicatorHistory } from './history.ts'

/*
 * Which dates the values of an indicator stand under while its definitions change: each under its own span, as the definition of
 * the quarter it is due in says.
 */

/**
 * The span of a value given in a quarter. It begins no earlier than the indicator has been asked for in this way: a half-yearly value
 * that follows quarterly ones says again none of what they have said.
 */
export function valueSpanIn(history: IndicatorHistory, quarter: Quarter): NamedSpan {
  const definition = definitionIn(history, quarter)
  if (!definition) return quarterSpan(quarter)
  const span = valueSpan(definition, quarter)
  const since = askedAlikeSince(history, definition)
  return span.from >= since ? span : { ...span, key: `${span.key} from ${quarterCode(since)}`, from: since }
}

/** The spans of the values that are due in the quarters of a span, in order; the first may begin before it. */
export function valueSpansIn(history: IndicatorHistory, span: Span): NamedSpan[] {
  return dueQuarters(history, span).map((quarter) => valueSpanIn(history, quarter))
}

/** The first quarter from which on, without a pause, values have been asked for by the same calendar. */
function askedAlikeSince({ definitions }: IndicatorHistory, definition: DefinedIndicator): Quarter {
  let { from } = definition
  for (let nth = definitions.indexOf(definition) - 1; nth >= 0; nth--) {
    const before = definitions[nth]!
    if (before.to !== from - 1 || !isAskedAlike(before, definition)) break
    from = before.from
  }
  return from
}

/** Rounds are each listed with their quarters: another list of them is no other calendar. */
function isAskedAlike(one: DefinedIndicator, other: DefinedIndicator): boolean {
  return one.frequency === other.frequency && one.yearStart === other.yearStart
}

/**
 * The quarters at the end of a project of which no value is asked for, since the half-year or year they are part of ends after it; null:
 * there are none, or it is asked for otherwise or not at all by then.
 */
export function neverAskedFor(history: IndicatorHistory, project: Span): Span | null {
  const definition = definitionIn(history, project.to)
  if (!definition || definition.frequency === 'survey') return null
  const since = askedAlikeSince(history, definition)
  const last = valueSpansIn(history, project).at(-1)?.to ?? project.from - 1
  const from = Math.max(last + 1, since, project.from)
  return from <= project.to && isAtWork(definition, project.to) ? { from, to: project.to } : null
}

/** What of the spans of values lies in a period. */
export type Covered = {
  /** From the first quarter to the last that the values in its figure cover; null: none is due in the period. */
  span: Span | null
  /** A value that is due in the period began before it: the period cuts it, and no figure can be formed. */
  cut: boolean
}

/**
 * What a period covers: the values due in it, each with its own span. A value whose span begins before the period belongs to it in
 * part, and nobody knows which. A period that ends within a span that is not due yet covers what came before.
 * @param values spans of the values due in the period, in order
 * @param begins first quarters of the project and of its phases: where the period begins with one, a value that covers more was asked
 *   for within it, and is not cut
 * @param lastOnly the last value alone is in the figure
 */
export function coveredBy(
  values: readonly Span[],
  period: Span,
  { begins, lastOnly = false }: { begins: readonly Quarter[]; lastOnly?: boolean },
): Covered {
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return { span: null, cut: false }
  const span = { from: lastOnly ? last.from : first.from, to: last.to }
  const isBeginning = begins.some((quarter, nth) => (nth === 0 ? period.from <= quarter : period.from === quarter))
  return { span, cut: first.from < period.from && !isBeginning }
}
