import { isPast } from '../../calendar/day.ts'
import { submissionDoubts } from '../checks/findings-page.ts'
import type { Beside } from '../checks/soft.ts'
import { isRemark } from '../entry.ts'
import type { LoadedSubmission, SubmissionPageState } from '../page-state.ts'
import { isSentBack } from '../submission.ts'
import { openThreads } from '../talk/thread.ts'

/** What of a submission that waits for approval is looked at to tell whether it may be approved without being read. */
export type Reviewed = LoadedSubmission & Pick<SubmissionPageState, 'dueOn' | 'facts' | 'comments'> & { beside: Beside }

/** Why somebody should read it first. */
export type ReviewDoubt =
  /** Values the partner was asked about when handing in, by code of their indicators; none for what is asked about the whole. */
  | { kind: 'asked'; count: number; indicators: string[] }
  /** Not reported, and nobody has said why in a remark or a comment about the indicator. */
  | { kind: 'gap'; indicators: string[] }
  /** Somebody has asked something, and nobody has answered: by code of the indicators; none where it is about the whole. */
  | { kind: 'question'; indicators: string[] }
  /** First handed in, or changed again, after its due day. */
  | { kind: 'late'; at: number }
  /** It was returned or re-opened before. */
  | { kind: 'corrected' }

/** Every doubt about a submission; without any it may be approved together with others. */
export function reviewDoubts(state: Reviewed): ReviewDoubt[] {
  const { entries, comments, facts, dueOn } = state
  const asked = submissionDoubts(state, state.beside)
  const explained = new Set([...comments, ...entries.filter(isRemark)].map(({ indicator }) => indicator))
  const gaps = entries.filter((one) => one.state === 'not reported' && !explained.has(one.indicator))
  const open = openThreads(comments)
  const late = facts.find(({ kind, at }) => kind === 'submitted' && isPast(dueOn, at))
  const corrected = facts.some(isSentBack)
  return [
    ...(asked.length > 0
      ? [{ kind: 'asked' as const, count: asked.length, indicators: codesOf(asked.filter((one) => one.indicator)) }]
      : []),
    ...(gaps.length > 0 ? [{ kind: 'gap' as const, indicators: codesOf(gaps) }] : []),
    ...(open.length > 0
      ? [{ kind: 'question' as const, indicators: open.flatMap(({ indicator }) => indicator ?? []) }]
      : []),
    ...(late ? [{ kind: 'late' as const, at: late.at }] : []),
    ...(corrected ? [{ kind: 'corrected' as const }] : []),
  ]
}

function codesOf(all: readonly { indicator: string }[]): string[] {
  return [...new Set(all.map(({ indicator }) => indicator))]
}
