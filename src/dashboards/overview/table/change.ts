import type { NamedSpan } from '../../../calendar/span.ts'
import type { Answer } from '../../../figures/answer.ts'
import { changeOf, changeText, noChangeText } from '../../../figures/change.ts'
import { PROJECT, type SpanGroup } from '../../../figures/question.ts'
import { valueSpansIn } from '../../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import { periodName } from '../../../language/format.ts'
import { BEFORE, type PageState } from '../../page-state.ts'
import { askedApart, dueNow, spanNow } from './due-now.ts'

/** What changed since the previous due period; `against` names it where it is not the quarter before. */
export type ChangeModel = { text: string; why: string; against: string | null }

/** The spans of the values that were last due before those of this quarter, where they are not the quarter before: asked of those alone. */
export function earlierSpans(state: PageState): SpanGroup[] {
  return askedApart(state, ({ code }) => {
    const before = previousSpan(code, state)
    return before && !isQuarterBefore(before, state) ? before : null
  })
}

/** The span of the value that was due before the one that is due now; null when none is due, or none was before. */
function previousSpan(code: string, state: PageState): NamedSpan | null {
  const { choice, project, histories } = state
  if (dueNow(code, state) === null) return null
  return valueSpansIn(histories.get(code)!, { from: project.firstQuarter, to: choice.to - 1 }).at(-1) ?? null
}

function isQuarterBefore({ grain, to }: NamedSpan, { choice }: PageState): boolean {
  return grain === 'quarter' && to === choice.to - 1
}

/** The change of the whole project's figure since the previous due period, or why none is shown. */
export function changeModel(indicator: DefinedIndicator, state: PageState, answer: Answer): ChangeModel {
  const { words } = state
  const { code } = indicator
  const before = previousSpan(code, state)
  if (before === null) return { text: '', why: '', against: null }
  const next = isQuarterBefore(before, state)
  const [key, earlier] = [spanNow(code, state).key, next ? BEFORE : before.key]
  const [now, then] = [answer.figure(code, PROJECT, key), answer.figure(code, PROJECT, earlier)]
  const change = changeOf(now, then, answer.hasSameReporters(code, PROJECT, key, earlier))
  const against = next ? null : words.t('charts:overview.against', { quarter: periodName(before, words.language) })
  return 'size' in change
    ? { text: changeText(change.size, indicator, words), why: '', against }
    : { text: '', why: noChangeText(change.why, now, then, indicator, words), against }
}
