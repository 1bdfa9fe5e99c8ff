import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { SpanGroup } from '../../figures/question.ts'
import { valueSpansIn } from '../../indicators/definitions/value-spans.ts'
import { ratedOver } from '../../project/phase.ts'
import { chosenQuestion, groupsOf, type PageState, PHASE, shownIndicators, UNTIL } from '../page-state.ts'
import { AskedSpans, type OwnSpansQuestion } from '../periods/asked-spans.ts'
import { KeptBeside } from './kept.ts'

/** Quarters back to which the last complete one is looked for. */
const LOOKED_BACK = 4

/**
 * All in one question: every indicator under the spans of its own values, from the start of the project to the last quarter of the
 * choice, and to date until each quarter that the page may open on; of the project and of each province.
 */
export function overviewQuestion(state: PageState, quarters: readonly Quarter[]): OwnSpansQuestion {
  return kept.get(state.restsOn, state.project, quarters.join(), () => questionOf(state, quarters))
}

const kept = new KeptBeside<OwnSpansQuestion>()

function questionOf(state: PageState, quarters: readonly Quarter[]): OwnSpansQuestion {
  const own = ownSpans(state)
  const spans = new AskedSpans()
  for (const [code, values] of own) for (const span of values) spans.ask(span, code)
  const toDate = quarters.map((quarter) => ratedUntil(state, quarter))
  const asked = { indicators: shownIndicators(state), groups: groupsOf(state), spans: [...spans.all, ...toDate] }
  return { question: chosenQuestion(state, asked), own }
}

/** What indicators are rated over until a quarter. */
export function ratedUntil({ project }: Pick<PageState, 'project'>, quarter: Quarter): SpanGroup {
  const { phase, span } = ratedOver(project, quarter)
  return { key: `${phase ? `${PHASE}-` : UNTIL}${quarterCode(quarter)}`, ...span }
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
