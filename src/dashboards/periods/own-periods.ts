import type { NamedSpan } from '../../calendar/span.ts'
import { periodsFor } from '../../indicators/periods.ts'
import type { PageState } from '../page-state.ts'

/** The periods of one indicator: those of the choice or, where they are finer than its values, the spans of its values. */
export function ownPeriods({ choice, histories }: PageState, code: string, periods: readonly NamedSpan[]): NamedSpan[] {
  const history = histories.get(code)
  return history ? periodsFor(history, periods, choice.grain) : [...periods]
}

/** Every span that is told apart on a page of several indicators, once. */
export function spansApart(all: Iterable<readonly NamedSpan[]>): NamedSpan[] {
  const known = new Map<string, NamedSpan>()
  for (const spans of all) for (const span of spans) known.set(span.key, span)
  return [...known.values()]
}
