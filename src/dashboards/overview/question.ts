import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { Question, SpanGroup } from '../../figures/question.ts'
import { valueSpansIn } from '../../indicators/definitions/value-spans.ts'
import { phaseToDate } from '../../project/phase.ts'
import { chosenQuestion, groupsOf, type PageState, PHASE, shownIndicators, UNTIL } from '../page-state.ts'
import { KeptBeside } from './kept.ts'

/** Quarters back to which the last complete one is looked for. */
const LOOKED_BACK = 4

/** What the overview asks, and under which spans its answer has the values of each indicator, in order of time. */
export type OverviewQuestion = { question: Question; own: ReadonlyMap<string, readonly NamedSpan[]> }

/**
 * All in one question: every indicator under the spans of its own values, from the start of the project to the last quarter of the
 * choice, and to date until each quarter that the page may open on; of the project and of each province.
 */
export function overviewQuestion(state: PageState, quarters: readonly Quarter[]): OverviewQuestion {
  return kept.get(state.restsOn, state.project, quarters.join(), () => questionOf(state, quarters))
}

const kept = new KeptBeside<OverviewQuestion>()

function questionOf(state: PageState, quarters: readonly Quarter[]): OverviewQuestion {
  const own = ownSpans(state)
  const spans = new Map<string, SpanGroup & { indicators: string[] }>()
  for (const [code, values] of own) {
    for (const { key, from, to } of values) {
      const known = spans.get(key)
      if (known) known.indicators.push(code)
      else spans.set(key, { key, from, to, indicators: [code] })
    }
  }
  const toDate = quarters.map((quarter) => ratedUntil(state, quarter))
  const asked = { indicators: shownIndicators(state), groups: groupsOf(state), spans: [...spans.values(), ...toDate] }
  return { question: chosenQuestion(state, asked), own }
}

/** Until a quarter, what indicators are rated over: from the beginning of the phase or, without several, of the project. */
export function ratedUntil({ project }: Pick<PageState, 'project'>, quarter: Quarter): SpanGroup {
  const phase = phaseToDate(project, quarter)
  const until = quarterCode(quarter)
  return phase
    ? { key: `${PHASE}-${until}`, ...phase.span }
    : { key: `${UNTIL}${until}`, from: project.firstQuarter, to: quarter }
}

/** The quarters that the page may open on where none is chosen, the latest first. */
export function openingQuarters({ choice, project }: Pick<PageState, 'choice' | 'project'>): Quarter[] {
  const count = Math.min(LOOKED_BACK, choice.to - project.firstQuarter) + 1
  return Array.from({ length: count }, (_, back) => choice.to - back)
}

function ownSpans({ choice, usual, project, indicators, histories }: PageState): Map<string, NamedSpan[]> {
  const until = { from: project.firstQuarter, to: Math.max(choice.to, usual.to) }
  return new Map(indicators.map(({ code }) => [code, valueSpansIn(histories.get(code)!, until)]))
}
