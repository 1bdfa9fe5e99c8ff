import type { Quarter } from '../../calendar/quarter.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT, type Question } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Progress } from '../../targets/progress.ts'
import { chosenQuestion, isUsedIn, type PageState, ratedSpan } from '../page-state.ts'

/** An indicator of the whole project that is behind what was planned by now. */
export type BehindPlan = { indicator: DefinedIndicator; progress: Progress }

/** Indicators behind plan by the end of a quarter: how many there are, and the worst of them first. */
export type OffTrack = { quarter: Quarter; count: number; worst: BehindPlan[] }

const MOST_SHOWN = 5

/** The whole project from its beginning, or that of its phase, to the quarter of the choice. */
export function offTrackQuestion(state: PageState): Question {
  return chosenQuestion(state, {
    indicators: '*',
    groups: [{ key: PROJECT, places: '*' }],
    spans: [ratedSpan(state)],
  })
}

/** What is still asked for and is rated red or amber: red before amber, and of each what is furthest behind first. */
export function offTrackIn(answer: Answer, state: PageState): OffTrack {
  const {
    choice: { to: quarter },
    compare,
  } = state
  const [span] = answer.question.spans
  const asked = answer.indicators.filter(({ code }) => isUsedIn(state, code, { from: quarter, to: quarter }))
  const behind = asked.flatMap((indicator): BehindPlan[] => {
    const { key } = span!
    const ref = { indicator: indicator.code, group: PROJECT, span: key, cell: '' }
    const { progress } = compare(indicator, ref, span!, answer.figure(indicator.code, PROJECT, key), key)
    return progress && (progress.rag === 'red' || progress.rag === 'amber') ? [{ indicator, progress }] : []
  })
  const shareOf = ({ progress }: BehindPlan) => progress.ofTarget ?? 0
  const isAmber = ({ progress }: BehindPlan) => Number(progress.rag === 'amber')
  behind.sort((a, b) => isAmber(a) - isAmber(b) || shareOf(a) - shareOf(b))
  return { quarter, count: behind.length, worst: behind.slice(0, MOST_SHOWN) }
}
