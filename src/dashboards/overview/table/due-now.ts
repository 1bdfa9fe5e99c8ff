import type { NamedSpan } from '../../../calendar/span.ts'
import type { SpanGroup } from '../../../figures/question.ts'
import { dueUnder } from '../../../indicators/definitions/history.ts'
import { valueSpanIn } from '../../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import { type PageState, QUARTER } from '../../page-state.ts'

/** The span of the value that is due in the quarter of the page; null: none is. */
export function dueNow(code: string, { choice, histories }: PageState): NamedSpan | null {
  const history = histories.get(code)
  return history && dueUnder(history, choice.to) ? valueSpanIn(history, choice.to) : null
}

/** The spans of values due in the quarter of the page that are more than it: half-years, years, survey rounds. */
export function longerSpans(state: PageState): SpanGroup[] {
  return askedApart(state, ({ code }) => {
    const due = dueNow(code, state)
    return due && isLonger(due) ? due : null
  })
}

/** One span of each indicator, or none: those that are the same once, asked of their indicators alone. */
export function askedApart(state: PageState, spanOf: (one: DefinedIndicator) => NamedSpan | null): SpanGroup[] {
  const asked = new Map<string, { span: NamedSpan; indicators: string[] }>()
  for (const indicator of state.indicators) {
    const span = spanOf(indicator)
    if (!span) continue
    const known = asked.get(span.key)
    if (known) known.indicators.push(indicator.code)
    else asked.set(span.key, { span, indicators: [indicator.code] })
  }
  return [...asked.values()].map(({ span: { key, from, to }, indicators }) => ({ key, from, to, indicators }))
}

/** Under which span of the question the value of the quarter stands, and what that is called where it is more than the quarter. */
export function spanNow(code: string, state: PageState): { key: string; longer: NamedSpan | null } {
  const due = dueNow(code, state)
  return due && isLonger(due) ? { key: due.key, longer: due } : { key: QUARTER, longer: null }
}

function isLonger({ grain }: NamedSpan): boolean {
  return grain !== 'quarter'
}
