import { describe, expect, it } from 'vitest'
import { remarked, reported } from '../../../src/submissions/entry.ts'
import type { SubmissionPageState } from '../../../src/submissions/page-state.ts'
import type { SubmissionEvent } from '../../../src/submissions/submission.ts'
import { reviewDoubts } from '../../../src/submissions/waiting/doubts.ts'
import { beside, definition, indicator, lastQuarter, marked } from '../entry-form/definitions.ts'
import { on, pageState } from '../page-state.ts'

const FORM = definition(indicator('V1', 'count'), indicator('V2', 'count'))
const happened = (kind: SubmissionEvent['kind'], day: string): SubmissionEvent => ({
  kind,
  at: on(day),
  by: 'Binh',
  reason: null,
})
const IN_TIME = [happened('submitted', '2021-10-15')]
const doubts = ({ previous = new Map(), ...more }: Partial<SubmissionPageState>) =>
  reviewDoubts({ ...pageState(FORM, { facts: IN_TIME, ...more }), beside: beside({ previous }) })

describe('what is doubtful about a submission that waits', () => {
  it('is nothing where it came in time, with numbers like the last ones', () => {
    expect(doubts({ entries: [reported('V1', '', 5), reported('V2', '', 0)] })).toEqual([])
  })

  it('is what the partner was asked about, by indicator', () => {
    const entries = [reported('V1', '', 90), reported('V2', '', 5)]
    const previous = lastQuarter(reported('V1', '', 10))
    expect(doubts({ entries, previous })).toEqual([{ kind: 'asked', count: 1, indicators: ['V1'] }])
    const tooEarly = doubts({ entries, previous, now: on('2021-09-29') })
    expect(tooEarly).toEqual([{ kind: 'asked', count: 2, indicators: ['V1'] }])
  })

  it('is what is not reported, unless a remark or a comment about that very indicator says why', () => {
    const entries = [marked('V1', 'not reported'), marked('V2', 'not applicable', 'no court yet')]
    const said = (about: string | null, asks = false) => [
      { id: 1, at: 1, by: 'Binh', side: 'partner' as const, indicator: about, text: 'The office moved.', asks },
    ]
    expect(doubts({ entries })).toEqual([{ kind: 'gap', indicators: ['V1'] }])
    expect(doubts({ entries, comments: said(null) })).toHaveLength(1)
    expect(doubts({ entries, comments: said('V2') })).toHaveLength(1)
    expect(doubts({ entries, comments: said('V1') })).toEqual([])
    expect(doubts({ entries: [...entries, remarked('V1', 'The office moved.')] })).toEqual([])
    expect(doubts({ entries: [...entries, remarked('V2', 'The office moved.')] })).toHaveLength(1)
    expect(doubts({ comments: said('V1', true) })).toEqual([{ kind: 'question', indicators: ['V1'] }])
    expect(doubts({ comments: said(null, true) })).toEqual([{ kind: 'question', indicators: [] }])
  })

  it('is whatever was handed in after its due day, also when it came again', () => {
    const late = happened('submitted', '2021-10-16')
    expect(doubts({ facts: [late] })).toEqual([{ kind: 'late', at: late.at }])
    expect(doubts({ facts: [...IN_TIME, late] })).toEqual([{ kind: 'late', at: late.at }])
  })

  it.each(['returned', 'reopened'] as const)('is that it was %s before', (kind) => {
    const facts = [...IN_TIME, happened(kind, '2021-10-13'), happened('submitted', '2021-10-14')]
    expect(doubts({ facts })).toEqual([{ kind: 'corrected' }])
  })
})
