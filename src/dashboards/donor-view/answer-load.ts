import type { Db } from '../../../db/connection.ts'
import type { Answer } from '../../figures/answer.ts'
import { ask } from '../../figures/ask.ts'
import type { Question } from '../../figures/question.ts'
import type { PageState } from '../page-state.ts'

/**
 * The answer to a question of a page, seen as the page is looked at. Pages of figures ask in no other way, so that none of them can show
 * what is kept from whoever it is looked at as.
 * @throws Refused
 */
export function answerTo(
  { db, now }: { db: Db; now: number },
  { seenThrough }: Pick<PageState, 'seenThrough'>,
  question: Question,
): Answer {
  return ask(db, question, now, seenThrough?.mask)
}
