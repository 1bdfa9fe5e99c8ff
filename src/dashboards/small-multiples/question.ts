import type { Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isFlow } from '../../targets/target.ts'
import { ratedUntil } from '../overview/question.ts'
import { chosenQuestion, type PageState, periodsOf } from '../page-state.ts'
import { AskedSpans, type OwnSpansQuestion } from '../periods/asked-spans.ts'
import { ownPeriods } from '../periods/own-periods.ts'

/** Every indicator under its own spans; what adds up over time to the end of each of them too, and all to date. */
export function picturesQuestion(
  state: PageState,
  indicators: readonly DefinedIndicator[],
  groups: Question['groups'],
): OwnSpansQuestion {
  const drawn = quarterly(state)
  const periods = periodsOf(drawn)
  const own = new Map(indicators.map(({ code }) => [code, ownPeriods(drawn, code, periods)]))
  const spans = new AskedSpans()
  const rated = ratedUntil(state, state.choice.to)
  for (const indicator of indicators) {
    const values = own.get(indicator.code)!
    for (const span of values) spans.ask(span, indicator.code)
    if (!isFlow(indicator)) continue
    for (const { to } of values) if (to !== state.choice.to) spans.ask(ratedUntil(state, to), indicator.code)
  }
  const codes = indicators.map(({ code }) => code)
  const asked = { indicators: codes, groups, spans: [...spans.all, rated] }
  return { question: chosenQuestion(state, asked), own }
}

/** Of values to date the pictures have the path beside the periods: what is asked for "to date" is drawn by quarters. */
function quarterly(state: PageState): PageState {
  return state.choice.grain === 'to-date' ? { ...state, choice: { ...state.choice, grain: 'quarter' } } : state
}
