import { describe, expect, it } from 'vitest'
import type { Expected } from '../../../src/assignments/expected.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { quartersIn } from '../../../src/calendar/span.ts'
import { slotsOn, submissionCounts } from '../../../src/submissions/board/completeness.ts'
import { type BegunSubmission, slotsOf, slotsWith } from '../../../src/submissions/board/slot.ts'
import { cutOf } from '../../../src/submissions/cut-off.ts'
import { addressOf } from '../../../src/submissions/page/address.ts'

const Q = (year: number, nth: number) => quarterOf(year, nth)
const span = { from: Q(2021, 1), to: Q(2021, 4) }
const slot = (quarter: number, ...components: Expected['components']): Expected => ({
  partnerId: 1,
  placeId: 2,
  quarter,
  components,
})

describe('where a submission stands', () => {
  const quarter = Q(2021, 1)
  const expected = [slot(quarter, 'protection')]
  const at = (state: BegunSubmission['state'] | null, closed: boolean, day: string) => {
    const begun = state ? [{ id: 7, partnerId: 1, placeId: 2, quarter, state, changedAt: 5 }] : []
    return slotsOf(expected, begun, [{ quarter, dueOn: '2021-04-15', closed }], Date.parse(`${day}T12:00:00+07:00`))[0]!
      .status
  }

  it.each<[BegunSubmission['state'] | null, boolean, string, string]>([
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
    const all = quartersIn(span).map((quarter) => slot(quarter, 'protection'))
    all[3]!.components.push('prevention')
    const begun: BegunSubmission[] = [
      { id: 7, partnerId: 1, placeId: 2, quarter: Q(2021, 1), state: 'approved', changedAt: 1 },
      { id: 8, partnerId: 1, placeId: 2, quarter: Q(2021, 4), state: 'submitted', changedAt: 1 },
    ]
    const periods = [1, 2, 3, 4].map((nth) => ({ quarter: Q(2021, nth), dueOn: '2022-12-31', closed: false }))
    const slots = slotsOf(all, begun, periods, 0)
    expect(submissionCounts(slots)).toEqual({ expected: 4, handedIn: 2, approved: 1 })
    expect(submissionCounts(slotsOn(slots, 'prevention'))).toEqual({ expected: 1, handedIn: 1, approved: 0 })
    expect(submissionCounts(slotsOn(slots, null)).expected).toBe(0)
    expect(addressOf(slots[0]!, 'iom', 'nghe-an')).toBe('/submissions/7')
    expect(addressOf(slots[1]!, 'iom', 'nghe-an')).toBe('/submissions/start?partner=iom&place=nghe-an&quarter=2021-Q2')
  })
})

describe('slots of which some submissions were written', () => {
  const all = quartersIn(span).flatMap((quarter) => [slot(quarter, 'protection'), { ...slot(quarter), partnerId: 3 }])
  const periods = quartersIn(span).map((quarter, nth) => ({ quarter, dueOn: '2021-12-31', closed: nth === 0 }))
  const now = Date.parse('2022-01-20T12:00:00+07:00')
  const begun: BegunSubmission[] = [
    { id: 7, partnerId: 1, placeId: 2, quarter: Q(2021, 2), state: 'draft', changedAt: 1 },
    { id: 8, partnerId: 3, placeId: 2, quarter: Q(2021, 2), state: 'submitted', changedAt: 1 },
  ]
  const before = slotsOf(all, begun, periods, now)

  it('are those read anew, and but for these the objects that they were', () => {
    const changed: BegunSubmission[] = [
      { ...begun[1]!, state: 'approved', changedAt: 2 },
      { id: 9, partnerId: 1, placeId: 2, quarter: Q(2021, 1), state: 'returned', changedAt: 3 },
    ]
    const after = slotsWith(before, changed, periods, now)
    expect(after).toEqual(slotsOf(all, [begun[0]!, ...changed], periods, now))
    expect(after.filter((one, nth) => one !== before[nth])).toHaveLength(2)
    expect(before.map(({ state }) => state).filter((state) => state === 'approved')).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['a report that is expected of nobody', [{ ...begun[0]!, placeId: 99 }]],
    ['a quarter that is not looked at', [{ ...begun[0]!, quarter: Q(2022, 2) }]],
  ])('are the same list where what was written is %s', (_, changed) => {
    expect(slotsWith(before, changed, periods, now)).toBe(before)
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
