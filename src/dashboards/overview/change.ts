import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Answer } from '../../figures/answer.ts'
import { changeOf, changeText, noChangeText } from '../../figures/change.ts'
import { PROJECT, type SpanGroup } from '../../figures/question.ts'
import { dueUnder } from '../../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { quarter as quarterName } from '../../language/format.ts'
import { BEFORE, type PageState, QUARTER } from '../page-state.ts'

/** What changed since the previous due period; `against` names it where it is not the quarter before. */
export type ChangeModel = { text: string; why: string; against: string | null }

/** The quarters in which indicators due this quarter, but not in the one before, were last due: asked of those alone. */
export function earlierSpans(state: PageState): SpanGroup[] {
  const { choice, indicators } = state
  const asked = new Map<Quarter, string[]>()
  for (const indicator of indicators) {
    const before = previousDue(indicator, state)
    if (before === null || before === choice.to - 1) continue
    asked.set(before, [...(asked.get(before) ?? []), indicator.code])
  }
  return [...asked].map(([quarter, codes]) => ({
    key: quarterCode(quarter),
    from: quarter,
    to: quarter,
    indicators: codes,
  }))
}

/** The quarter in which an indicator that is due now was last due; null when it is not due, or was never before. */
function previousDue({ code }: DefinedIndicator, { choice, project, histories }: PageState): Quarter | null {
  const history = histories.get(code)!
  if (!dueUnder(history, choice.to)) return null
  for (let quarter = choice.to - 1; quarter >= project.firstQuarter; quarter--)
    if (dueUnder(history, quarter)) return quarter
  return null
}

/** The change of the whole project's figure since the previous due period, or why none is shown. */
export function changeModel(indicator: DefinedIndicator, state: PageState, answer: Answer): ChangeModel {
  const { words, choice } = state
  const before = previousDue(indicator, state)
  if (before === null) return { text: '', why: '', against: null }
  const next = before === choice.to - 1
  const key = next ? BEFORE : quarterCode(before)
  const { code } = indicator
  const [now, then] = [answer.figure(code, PROJECT, QUARTER), answer.figure(code, PROJECT, key)]
  const change = changeOf(now, then, answer.hasSameReporters(code, PROJECT, QUARTER, key))
  const against = next ? null : words.t('charts:overview.against', { quarter: quarterName(before, words.language) })
  return 'size' in change
    ? { text: changeText(change.size, indicator, words), why: '', against }
    : { text: '', why: noChangeText(change.why, now, then, indicator, words), against }
}
