import { describe, expect, it } from 'vitest'
import { expectedIn, type Promised } from '../../src/assignments/expected.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { addressOf, type Begun, completenessOf, slotsOf, slotsOn } from '../../src/submissions/board.ts'
import { cutOf } from '../../src/submissions/cut-off.ts'

const Q = (year: number, nth: number) => quarterOf(year, nth)
const promise = (more: Partial<Promised> = {}): Promised => ({
  partnerId: 1,
  placeId: 2,
  component: 'protection',
  frequency: 'quarterly',
  rounds: [],
  from: Q(2021, 1),
  to: null,
  ...more,
})
const always = () => ({ first: Q(2000, 1), last: null })
const span = { from: Q(2021, 1), to: Q(2021, 4) }
const quartersOf = (promises: Promised[], exists: Parameters<typeof expectedIn>[2] = always) =>
  expectedIn(promises, span, exists).map((one) => one.quarter - Q(2021, 1) + 1)

describe('what is expected', () => {
  it.each<[string, Partial<Promised>, number[]]>([
    ['quarterly', {}, [1, 2, 3, 4]],
    ['half-yearly', { frequency: 'half-yearly' }, [2, 4]],
    ['annual', { frequency: 'annual' }, [4]],
    ['in survey rounds', { frequency: 'survey', rounds: [Q(2021, 3), Q(2022, 1)] }, [3]],
    ['from a quarter to a quarter', { from: Q(2021, 2), to: Q(2021, 3) }, [2, 3]],
    ['before it was promised', { from: Q(2022, 1) }, []],
  ])('%s', (_, more, quarters) => {
    expect(quartersOf([promise(more)])).toEqual(quarters)
  })

  it('asks nothing of a place that does not exist', () => {
    expect(quartersOf([promise()], () => ({ first: Q(2021, 2), last: Q(2021, 3) }))).toEqual([2, 3])
  })

  it('is one submission for all indicators of a reporter, with the components it is on', () => {
    const promises = [
      promise(),
      promise({ component: 'prevention', frequency: 'annual' }),
      promise({ component: null, frequency: 'annual' }),
    ]
    expect(expectedIn(promises, span, always).map((one) => one.components)).toEqual([
      ['protection'],
      ['protection'],
      ['protection'],
      ['protection', 'prevention', null],
    ])
  })
})

describe('where a submission stands', () => {
  const quarter = Q(2021, 1)
  const expected = expectedIn([promise()], { from: quarter, to: quarter }, always)
  const at = (state: Begun['state'] | null, closed: boolean, day: string) => {
    const begun = state ? [{ id: 7, partnerId: 1, placeId: 2, quarter, state, changedAt: 5 }] : []
    return slotsOf(expected, begun, [{ quarter, dueOn: '2021-04-15', closed }], Date.parse(`${day}T12:00:00+07:00`))[0]!
      .status
  }

  it.each<[Begun['state'] | null, boolean, string, string]>([
    [null, false, '2021-04-15', 'due'],
    [null, false, '2021-04-16', 'overdue'],
    ['draft', false, '2021-04-15', 'draft'],
    ['draft', false, '2021-04-16', 'overdue'],
    [null, true, '2021-05-01', 'missing'],
    ['draft', true, '2021-05-01', 'missing'],
    ['returned', false, '2021-05-01', 'returned'],
    ['submitted', true, '2021-05-01', 'submitted'],
    ['approved', true, '2021-05-01', 'approved'],
  ])('%s, closed %s, on %s: %s', (state, closed, day, status) => {
    expect(at(state, closed, day)).toBe(status)
  })

  it('counts k of n by component, and leads to a page that begins what is due', () => {
    const promises = [promise(), promise({ component: 'prevention', frequency: 'annual' })]
    const all = expectedIn(promises, span, always)
    const begun: Begun[] = [
      { id: 7, partnerId: 1, placeId: 2, quarter: Q(2021, 1), state: 'approved', changedAt: 1 },
      { id: 8, partnerId: 1, placeId: 2, quarter: Q(2021, 4), state: 'submitted', changedAt: 1 },
    ]
    const periods = [1, 2, 3, 4].map((nth) => ({ quarter: Q(2021, nth), dueOn: '2022-12-31', closed: false }))
    const slots = slotsOf(all, begun, periods, 0)
    expect(completenessOf(slots)).toEqual({ expected: 4, handedIn: 2, approved: 1 })
    expect(completenessOf(slotsOn(slots, 'prevention'))).toEqual({ expected: 1, handedIn: 1, approved: 0 })
    expect(completenessOf(slotsOn(slots, null)).expected).toBe(0)
    expect(addressOf(slots[0]!, 'iom', 'nghe-an')).toBe('/submissions/7')
    expect(addressOf(slots[1]!, 'iom', 'nghe-an')).toBe('/submissions/start?partner=iom&place=nghe-an&quarter=2021-Q2')
  })
})

describe('a partner’s own cut-off', () => {
  it.each([
    [14, Q(2021, 3), '2021-06-15', '2021-09-14'],
    [14, Q(2021, 1), '2020-12-15', '2021-03-14'],
    [28, Q(2020, 2), '2020-03-29', '2020-06-28'],
  ])('day %d of %d', (day, quarter, from, to) => {
    expect(cutOf(day, quarter)).toEqual({ from, to })
  })

  it('is none for calendar quarters', () => {
    expect(cutOf(null, Q(2021, 3))).toBeNull()
  })
})
