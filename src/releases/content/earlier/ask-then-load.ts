import type { Db } from '../../../../db/connection.ts'
import type { Answer } from '../../../figures/answer.ts'
import { ask } from '../../../figures/ask.ts'
import { Refused } from '../../../figures/question.ts'
import { historiesAsAt } from '../../../indicators/store.ts'
import { questionOf, type TableRequest } from '../layout.ts'

/** What the same question had for an answer; null where it could not be put then: its breakdown, say, is newer. */
export function askThen(db: Db, request: TableRequest, asAt: number, now: number): Answer | null {
  const known = new Set(historiesAsAt(db, asAt).map(({ code }) => code))
  const indicators = request.indicators.filter((code) => known.has(code))
  try {
    return ask(db, questionOf({ ...request, indicators }, asAt), now)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
