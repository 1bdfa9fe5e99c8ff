import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Answer } from '../../figures/answer.ts'
import { changeOf, changeText, noChangeText } from '../../figures/change.ts'
import { PROJECT, type Question } from '../../figures/question.ts'
import { dueUnder } from '../../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { quarter as quarterName } from '../../language/format.ts'
import { BEFORE, chosenQuestion, type PageState, QUARTER } from '../page-state.ts'

/** What changed since the previous due period; `against` names it where it is not the quarter before. */
export type ChangeModel = { text: string; why: string; against: string | null }

/**
 * What the overview asks besides, for indicators due this quarter that were not due in the one before: this quarter and the
 * one they were last due in. Null when there are none.
 */
export function earlierQuestion(state: PageState): Question | null {
  const { choice, indicators } = state
  const asked = indicators.flatMap((indicator) => {
    const before = previousDue(indicator, state)
    return before === null || before === choice.to - 1 ? [] : [{ code: indicator.code, before }]
  })
  if (asked.length === 0) return null
  const quarters = new Set([choice.to, ...asked.map(({ before }) => before)])
  return chosenQuestion(state, {
    indicators: asked.map(({ code }) => code),
    groups: [{ key: PROJECT, places: '*' }],
    spans: [...quarters].map((quarter) => ({ key: keyOf(quarter, choice.to), from: quarter, to: quarter })),
  })
}

/** The quarter in which an indicator that is due now was last due; null when it is not due, or was never before. */
function previousDue({ code }: DefinedIndicator, { choice, project, histories }: PageState): Quarter | null {
  const history = histories.get(code)!
  if (!dueUnder(history, choice.to)) return null
  for (let quarter = choice.to - 1; quarter >= project.firstQuarter; quarter--)
    if (dueUnder(history, quarter)) return quarter
  return null
}

function keyOf(quarter: Quarter, now: Quarter): string {
  return quarter === now ? QUARTER : quarterCode(quarter)
}

/** The change of the whole project's figure since the previous due period, or why none is shown. */
export function changeModel(
  indicator: DefinedIndicator,
  state: PageState,
  answer: Answer,
  earlier: Answer | null,
): ChangeModel {
  const { words, choice } = state
  const before = previousDue(indicator, state)
  if (before === null) return { text: '', why: '', against: null }
  const next = before === choice.to - 1
  const from = next ? answer : earlier!
  const key = next ? BEFORE : keyOf(before, choice.to)
  const { code } = indicator
  const [now, then] = [from.figure(code, PROJECT, QUARTER), from.figure(code, PROJECT, key)]
  const change = changeOf(now, then, from.hasSameReporters(code, PROJECT, QUARTER, key))
  const against = next ? null : words.t('charts:overview.against', { quarter: quarterName(before, words.language) })
  return 'size' in change
    ? { text: changeText(change.size, indicator, words), why: '', against }
    : { text: '', why: noChangeText(change.why, now, then, indicator, words), against }
}
