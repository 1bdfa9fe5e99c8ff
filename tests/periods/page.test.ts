import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import { readReason } from '../../src/periods/form.ts'
import { periodsPage } from '../../src/periods/page.ts'
import type { Phase } from '../../src/project/phase.ts'
import type { Slot } from '../../src/submissions/board/slot.ts'
import type { SubmissionState } from '../../src/vocabulary/submission.ts'

const FIRST = quarterOf(2021, 1)
const NOW = Date.parse('2021-05-01T12:00:00+07:00')
const period = (quarter: number) => ({ quarter, dueOn: '2021-04-15', closed: false, closings: [] })
const slot = (state: SubmissionState): Slot => ({
  partnerId: 1,
  placeId: 2,
  quarter: FIRST,
  components: [null],
  id: null,
  state,
  status: state,
  changedAt: null,
})
const WORDS = wordsFor('en')
const state = {
  project: null,
  periods: [period(FIRST), period(FIRST + 1)],
  slots: [slot('approved'), slot('due')],
  now: NOW,
}

describe('the list of periods', () => {
  it('has the newest first, with what is expected in each and whether it is over', () => {
    const { periods } = periodsPage(state, {}, true, WORDS)
    expect(periods.map(({ code, over, expected }) => [code, over, expected])).toEqual([
      ['2021-Q2', false, 0],
      ['2021-Q1', true, 2],
    ])
    expect(periods[0]!.counts.reduce((sum, { count }) => sum + count, 0)).toBe(0)
    expect(periods[1]!.counts.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('leads to the submissions of a quarter, for those who may see them', () => {
    const href = (sees: boolean) => periodsPage(state, {}, sees, WORDS).periods[1]!.submissionsHref
    expect(href(true)).toBe('/submissions?from=2021-Q1&to=2021-Q1')
    expect(href(false)).toBeNull()
  })

  it('says that the project pauses, with the dates, and of each quarter in the pause', () => {
    const name = { vi: '', en: '' }
    const one = { code: 'one', name, from: FIRST, to: FIRST }
    const card = {
      ...{ code: 'P', name, donors: [], lead: null, dueDays: 15, thresholds: { donor: 5, public: 10 } },
      ...{ terms: WORDS.terms, firstQuarter: FIRST, lastQuarter: FIRST + 3, illustrative: false, iati: null },
    }
    const page = (phases: Phase[]) => periodsPage({ ...state, project: { ...card, phases } }, {}, true, WORDS)
    const { pauses, periods } = page([one, { ...one, code: 'two', from: FIRST + 3, to: FIRST + 3 }])
    expect(pauses).toEqual(['The project pauses 1 Apr 2021 – 30 Sept 2021: nothing is due.'])
    expect(periods.map(({ code, paused }) => [code, paused])).toEqual([
      ['2021-Q2', true],
      ['2021-Q1', false],
    ])
    const whole = page([])
    expect([whole.pauses, whole.periods.some(({ paused }) => paused)]).toEqual([[], false])
    expect(periodsPage({ ...state, periods: [] }, {}, true, WORDS).pauses).toEqual([])
  })

  it('says why a quarter stays as it is, and gives a reason back with its problem', () => {
    expect(periodsPage(state, {}, true, WORDS)).toMatchObject({ refused: null, wrong: null })
    const wrong = { code: '2021-Q1', reason: 'x', problem: 'needs-text' } as const
    expect(periodsPage(state, { refused: 'not-over', wrong }, true, WORDS)).toMatchObject({
      refused: 'not-over',
      wrong,
    })
  })
})

describe('the reason for re-opening', () => {
  const text = 'Ask Nguyễn Văn An, 0912 345 678'

  it('that may name a person is taken only when its writer has confirmed it', () => {
    expect(readReason({ text })).toMatchObject({ problem: 'may-identify', keptOnWord: false })
    expect(readReason({ text, keep: 'no' })).toMatchObject({ problem: 'may-identify' })
    expect(readReason({ text, keep: 'yes' })).toEqual({ text, problem: null, keptOnWord: true })
  })

  it('has 500 letters at most', () => {
    expect(readReason({ text: 'a'.repeat(500) }).problem).toBeNull()
    expect(readReason({ text: 'a'.repeat(501) }).problem).toBe('too-long')
  })
})
