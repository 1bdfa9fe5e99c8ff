import { describe, expect, it } from 'vitest'
import { parseQuarter, type Quarter, quarterCode } from '../../src/calendar/quarter.ts'
import { isDueIn, lastDueIn, type Schedule, valueSpan } from '../../src/indicators/frequency.ts'
import { dates, periodName } from '../../src/language/format.ts'
import { YEAR_STARTS } from '../../src/vocabulary/indicator.ts'
import fc from '../fast-check.ts'

const Q = (code: string) => parseQuarter(code)!
const SURVEY = {
  frequency: 'survey',
  yearStart: 1,
  rounds: [
    { from: Q('2019-Q2'), to: Q('2019-Q2'), name: null },
    { from: Q('2020-Q1'), to: Q('2020-Q3'), name: { vi: 'Giữa kỳ', en: 'Midline' } },
  ],
} as const satisfies Schedule

function by(frequency: 'quarterly' | 'half-yearly' | 'annual', yearStart: Schedule['yearStart'] = 1): Schedule {
  return { frequency, yearStart, rounds: [] }
}

/** Due in, by which frequency, what it is called, first and last day. */
const TRUTH: [Schedule, string, string, string, string][] = [
  [by('quarterly'), '2020-Q2', 'Q2 2020', '1 Apr 2020 – 30 Jun 2020', 'Quý II/2020'],
  [by('quarterly', 4), '2020-Q1', 'Q1 2020', '1 Jan 2020 – 31 Mar 2020', 'Quý I/2020'],
  [by('half-yearly'), '2020-Q2', 'H1 2020', '1 Jan 2020 – 30 Jun 2020', '6 tháng đầu năm 2020'],
  [by('half-yearly'), '2020-Q4', 'H2 2020', '1 Jul 2020 – 31 Dec 2020', '6 tháng cuối năm 2020'],
  // A year from July has the halves of the calendar, and they keep the calendar's names.
  [by('half-yearly', 7), '2020-Q4', 'H2 2020', '1 Jul 2020 – 31 Dec 2020', '6 tháng cuối năm 2020'],
  [by('half-yearly', 4), '2020-Q3', 'H1 FY2020/21', '1 Apr 2020 – 30 Sept 2020', '6 tháng đầu năm tài chính 2020/21'],
  [by('half-yearly', 4), '2021-Q1', 'H2 FY2020/21', '1 Oct 2020 – 31 Mar 2021', '6 tháng cuối năm tài chính 2020/21'],
  [by('half-yearly', 10), '2021-Q1', 'H1 FY2020/21', '1 Oct 2020 – 31 Mar 2021', '6 tháng đầu năm tài chính 2020/21'],
  [by('half-yearly', 10), '2021-Q3', 'H2 FY2020/21', '1 Apr 2021 – 30 Sept 2021', '6 tháng cuối năm tài chính 2020/21'],
  [by('annual'), '2020-Q4', '2020', '1 Jan 2020 – 31 Dec 2020', 'Năm 2020'],
  [by('annual', 4), '2021-Q1', 'FY2020/21', '1 Apr 2020 – 31 Mar 2021', 'Năm tài chính 2020/21'],
  [by('annual', 7), '2021-Q2', 'FY2020/21', '1 Jul 2020 – 30 Jun 2021', 'Năm tài chính 2020/21'],
  [by('annual', 10), '2021-Q3', 'FY2020/21', '1 Oct 2020 – 30 Sept 2021', 'Năm tài chính 2020/21'],
  [SURVEY, '2019-Q2', 'Survey round 1', '1 Apr 2019 – 30 Jun 2019', 'Đợt khảo sát 1'],
  [SURVEY, '2020-Q3', 'Midline', '1 Jan 2020 – 30 Sept 2020', 'Giữa kỳ'],
]

describe('the span of a value', () => {
  it.each(TRUTH)('%j, due in %s: %s', (schedule, due, name, when, tên) => {
    const span = valueSpan(schedule, Q(due))
    expect([periodName(span, 'en'), dates(span, 'en'), periodName(span, 'vi')]).toEqual([name, when, tên])
    expect(isDueIn(schedule, Q(due))).toBe(true)
  })

  it('is the quarter alone where nobody asked for a value', () => {
    for (const [schedule, quarter] of [
      [by('half-yearly'), '2020-Q3'],
      [by('annual'), '2020-Q2'],
      [by('annual', 4), '2020-Q4'],
      [SURVEY, '2020-Q2'],
    ] as const) {
      expect(isDueIn(schedule, Q(quarter))).toBe(false)
      const { from, to, grain, key } = valueSpan(schedule, Q(quarter))
      expect([quarterCode(from), quarterCode(to), grain, key]).toEqual([quarter, quarter, 'quarter', quarter])
    }
  })

  it('covers every quarter once, whatever the year starts with', () => {
    const frequency = fc.constantFrom('quarterly', 'half-yearly', 'annual' as const)
    fc.assert(
      fc.property(
        frequency,
        fc.constantFrom(...YEAR_STARTS),
        fc.integer({ min: 8000, max: 8400 }),
        (often, start, at) => {
          const schedule = by(often, start)
          const covering = (quarter: Quarter) =>
            [0, 1, 2, 3, 4]
              .map((later) => quarter + later)
              .filter((due) => isDueIn(schedule, due))
              .filter((due) => {
                const { from, to } = valueSpan(schedule, due)
                return from <= quarter && quarter <= to
              })
          expect(covering(at)).toHaveLength(1)
        },
      ),
    )
  })

  it('is told by its key from every other', () => {
    const spans = [by('quarterly'), ...YEAR_STARTS.flatMap((start) => [by('half-yearly', start), by('annual', start)])]
      .flatMap((one) => Array.from({ length: 16 }, (_, i) => Q('2019-Q1') + i).map((at) => [one, at] as const))
      .filter(([one, at]) => isDueIn(one, at))
      .map(([one, at]) => valueSpan(one, at))
    const quartersOf = new Map<string, Set<string>>()
    for (const { key, from, to } of spans) quartersOf.set(key, (quartersOf.get(key) ?? new Set()).add(`${from}..${to}`))
    // The name of a fiscal year says nothing of its month: in one indicator there is one month.
    expect([...quartersOf].filter(([key, all]) => !key.startsWith('FY') && all.size > 1)).toEqual([])
  })

  it('is due at last, or not at all', () => {
    expect(lastDueIn(by('annual', 4), { from: Q('2019-Q1'), to: Q('2020-Q4') })).toBe(Q('2020-Q1'))
    expect(lastDueIn(by('annual', 4), { from: Q('2020-Q2'), to: Q('2020-Q4') })).toBeNull()
    expect(lastDueIn(SURVEY, { from: Q('2019-Q1'), to: Q('2020-Q4') })).toBe(Q('2020-Q3'))
  })
})
