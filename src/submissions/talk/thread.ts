import type { Comment, TalkSide } from '../submission.ts'

/** What was said of one indicator of a report, or of the whole (null), oldest first; `waits`: for whose answer, if anybody's. */
export type Thread = { indicator: string | null; comments: readonly Comment[]; waits: TalkSide | null }

/** What was said of an indicator, or of the whole. */
export function threadOf(comments: readonly Comment[], indicator: string | null): Thread {
  const own = comments.filter((one) => one.indicator === indicator)
  return { indicator, comments: own, waits: awaited(own) }
}

/** Threads in which somebody waits for an answer. */
export function openThreads(comments: readonly Comment[]): Thread[] {
  const indicators = new Set(comments.map(({ indicator }) => indicator))
  return [...indicators].map((indicator) => threadOf(comments, indicator)).filter(({ waits }) => waits !== null)
}

/** A question waits until the other side has said something after it; the last one counts. */
function awaited(comments: readonly Comment[]): TalkSide | null {
  const nth = comments.findLastIndex(({ asks }) => asks)
  const question = comments[nth]
  if (!question) return null
  const isAnswered = comments.slice(nth + 1).some(({ side }) => side !== question.side)
  return isAnswered ? null : otherSide(question.side)
}

function otherSide(side: TalkSide): TalkSide {
  return side === 'partner' ? 'manager' : 'partner'
}
