import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { questionOf, requestsFor, spanKey } from '../../../src/releases/content/layout.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import { roundsIn } from '../../indicators/rounds.ts'

/** Asked for every quarter, from the first on. */
const SCHEDULE = { frequency: 'quarterly' as const, yearStart: 1 as const, rounds: [], from: 7960, to: null }

describe('what a report is made of', () => {
  const indicator = (code: string, sensitivity: 0 | 2, over: Partial<DefinedIndicator> = {}) =>
    ({ code, sensitivity, overPlaces: 'sum', schemes: [], ...over }) as unknown as DefinedIndicator
  const scheme = (breakdowns: string[], from: number, to: number | null) => ({
    id: 1,
    kind: 'primary' as const,
    breakdowns,
    from,
    to,
  })
  const given = {
    span: { from: quarterOf(2020, 1), to: quarterOf(2021, 2) },
    layout: DEFAULT_LAYOUT,
    firstQuarter: quarterOf(2019, 1),
    lastQuarter: quarterOf(2021, 4),
    indicators: [
      indicator('V3', 2, { schemes: [scheme(['sex', 'age'], 0, null), scheme(['old'], 0, quarterOf(2019, 4))] }),
      indicator('P1', 0, { schemes: [scheme(['sex'], 0, null)] }),
      indicator('P3', 0, { overPlaces: 'project' }),
    ],
    provinces: [
      { slug: 'a', from: quarterOf(1990, 1), to: null },
      { slug: 'b', from: quarterOf(1990, 1), to: null },
    ],
    fiscalStartMonth: 4,
    hasComeIn: (_: number) => true,
  }
  const histories = (indicators: readonly DefinedIndicator[]) =>
    new Map(indicators.map((one) => [one.code, historyOf([{ ...SCHEDULE, ...one }])]))
  const told = ({ indicators = given.indicators, ...over }: Partial<typeof given> = {}) =>
    requestsFor({ ...given, ...over, indicators, histories: histories(indicators) }).map(
      ({ section, indicators, breakdown, columns }) => [
        section,
        indicators.join(),
        breakdown,
        columns.map(({ named }) => spanKey(named)).join(' '),
      ],
    )

  it('is by default the project by quarter, provinces and breakdowns by year, the running one by its halves; open figures by province and quarter too', () => {
    const quarters = '2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1 2021-Q2'
    const years = '2020-Q1..2020-Q4 2021-Q1..2021-Q2'
    expect(told()).toEqual([
      ['tracking', 'P1,P3,V3', null, '2020-Q1..2021-Q2 2019-Q1..2021-Q2'],
      ['series', 'P1,P3', null, quarters],
      ['series', 'V3', null, quarters],
      ['provinces', 'P1', null, quarters],
      ['provinces', 'P1', null, years],
      ['provinces', 'V3', null, years],
      ['totals', 'P1,P3', null, years],
      ['totals', 'V3', null, years],
      ['breakdown', 'V3,P1', 'sex', years],
      ['breakdown', 'V3', 'age', years],
      ['years', 'P1,P3,V3', null, '2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    ])
  })

  it('has the running year of people by its halves that are in: what was told of them stays as it was told', () => {
    const cutAt = (to: number, latest: number, layout = given.layout) =>
      told({ span: { from: quarterOf(2020, 1), to }, layout, hasComeIn: (quarter) => quarter <= latest })
        .filter(([, codes]) => codes === 'V3' || codes === 'V3,P1')
        .map(([section, codes, breakdown, columns]) => [section, codes, breakdown ?? '', columns].join(' '))
        .slice(1)
    const upTo = (last: string) => [
      `provinces V3  2020-Q1..2020-Q4 2021-Q1..${last}`,
      `totals V3  2020-Q1..2020-Q4 2021-Q1..${last}`,
      `breakdown V3 sex 2020-Q1..2020-Q4 2021-Q1..${last}`,
      `breakdown V3 age 2020-Q1..2020-Q4 2021-Q1..${last}`,
    ]
    const [q2, q3, q4] = [2, 3, 4].map((nth) => quarterOf(2021, nth)) as [number, number, number]
    expect(cutAt(q3, q3)).toEqual(upTo('2021-Q2'))
    expect(cutAt(q4, q3)).toEqual(upTo('2021-Q2'))
    // All in, or nothing to go back to: the table of everybody is the same as ever.
    expect([cutAt(q4, q4)[0], cutAt(q2, 0)[0]]).toEqual([upTo('2021-Q4')[0], upTo('2021-Q2')[0]])
    const soFar = { ...given.layout, province: 'year', breakdown: 'year' } as const
    expect(cutAt(q3, q3, soFar)[0]).toBe(upTo('2021-Q3')[0])
    const open = told({ span: { from: quarterOf(2021, 1), to: q3 } }).find(
      ([section, codes]) => section === 'breakdown' && codes === 'P1',
    )
    expect(open).toEqual(['breakdown', 'P1', 'sex', '2021-Q1..2021-Q3'])
  })

  it('can be cut by the donor’s fiscal years, and more coarsely', () => {
    const layout = { project: 'half-year', province: 'none', breakdown: 'to-date', years: 'fiscal' } as const
    expect(told({ layout })).toEqual([
      ['tracking', 'P1,P3,V3', null, '2020-Q1..2021-Q2 2019-Q1..2021-Q2'],
      ['series', 'P1,P3', null, '2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1 2021-Q2'],
      ['series', 'V3', null, '2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q2'],
      ['provinces', 'P1', null, '2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1 2021-Q2'],
      ['provinces', 'P1', null, '2020-Q1 2020-Q2..2021-Q1 2021-Q2'],
      ['totals', 'P1,P3', null, '2020-Q1 2020-Q2..2021-Q1 2021-Q2'],
      ['breakdown', 'V3,P1', 'sex', '2020-Q1..2021-Q2'],
      ['breakdown', 'V3', 'age', '2020-Q1..2021-Q2'],
      ['years', 'P1,P3,V3', null, '2020-Q1 2020-Q2..2021-Q1 2021-Q2..2021-Q4'],
    ])
  })

  const FISCAL = { project: 'quarter', province: 'year', breakdown: 'year', years: 'fiscal' } as const
  const seldom = (code: string, frequency: DefinedIndicator['frequency'], more: Partial<DefinedIndicator> = {}) =>
    indicator(code, 0, { frequency, ...more })

  it.each([
    ['half-yearly', {}, '2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q2'],
    ['annual', {}, '2020-Q1..2020-Q4'],
    ['annual', { yearStart: 7 }, '2019-Q3..2020-Q2 2020-Q3..2021-Q2'],
    ['survey', { rounds: roundsIn([quarterOf(2020, 3)]) }, '2020-Q3'],
  ] as const)('shows %s values %j under their own spans, once', (frequency, more, own) => {
    const indicators = [seldom('X', frequency, more as Partial<DefinedIndicator>), indicator('Q', 0)]
    const series = told({ indicators }).filter(([section]) => section === 'series')
    expect(series.map((row) => row.slice(1))).toEqual([
      ['X', null, own],
      ['Q', null, '2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1 2021-Q2'],
    ])
  })

  it('shows calendar years, and what is left of them, where a donor’s fiscal years would cut values', () => {
    const indicators = [seldom('H', 'half-yearly'), seldom('A', 'annual'), seldom('F', 'annual', { yearStart: 4 })]
    const provinces = told({ indicators, layout: FISCAL }).filter(([section]) => section === 'provinces')
    expect(provinces.map((row) => row.slice(1))).toEqual([
      ['H', null, '2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q2'],
      ['A', null, '2020-Q1..2020-Q4'],
      ['F', null, '2019-Q2..2020-Q1 2020-Q2..2021-Q1'],
      ['H', null, '2020-Q1..2020-Q4 2021-Q1..2021-Q2'],
    ])
  })

  it('asks of a province only where it is there: an annual value of the year before it began is not its', () => {
    const indicators = [seldom('A', 'annual'), indicator('Q', 0)]
    const provinces = [...given.provinces.slice(0, 1), { slug: 'late', from: quarterOf(2021, 1), to: null }]
    const asked = requestsFor({ ...given, provinces, indicators, histories: histories(indicators) })
    const rows = asked.filter(({ section }) => section === 'provinces').map((one) => one.groups.map(({ key }) => key))
    expect(rows).toEqual([['a'], ['a', 'late'], ['a', 'late']])
  })

  it('asks for the same quarters under the same name, so that they are one figure', () => {
    const known = { ...given, histories: histories(given.indicators) }
    const [tracking] = requestsFor({ ...known, firstQuarter: given.span.from })
    expect(questionOf(tracking!, 7).spans).toHaveLength(1)
    expect(questionOf(tracking!, 7)).toMatchObject({ basis: 'approved', asAt: 7 })
  })
})
