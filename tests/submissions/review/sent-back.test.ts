import { expect, it } from 'vitest'
import {
  isLate,
  isSentBack,
  lastSentBack,
  STATUSES,
  type SubmissionEvent,
} from '../../../src/submissions/submission.ts'
import { SUBMISSION_FACTS, type SubmissionFact } from '../../../src/vocabulary/submission.ts'

const event = (kind: SubmissionFact, at: number): SubmissionEvent => ({ kind, at, by: null, reason: null })

it('a report is given back when it is returned, and when it is re-opened', () => {
  expect(SUBMISSION_FACTS.filter((kind) => isSentBack({ kind }))).toEqual(['returned', 'reopened'])
})

it('the last time counts, whatever came after it', () => {
  const facts = [event('submitted', 1), event('returned', 2), event('submitted', 3), event('approved', 4)]
  expect(lastSentBack(facts)?.at).toBe(2)
  expect(lastSentBack([...facts, event('reopened', 5), event('submitted', 6)])?.at).toBe(5)
  expect(lastSentBack([event('submitted', 1), event('approved', 2)])).toBeUndefined()
})

it('late is what is overdue or was given back', () => {
  expect(STATUSES.filter((status) => isLate({ status }))).toEqual(['overdue', 'returned'])
})
