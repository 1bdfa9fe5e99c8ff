import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { coarserLayouts, questionOf, requestsFor, spanKey } from '../../../src/releases/content/layout.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import type { Layout } from '../../../src/vocabulary/release.ts'

describe('what a layout asks for', () => {
  const indicator = (code: string, sensitivity: 0 | 1, more: Partial<DefinedIndicator> = {}) =>
    ({ code, sensitivity, overPlaces: 'sum', schemes: [], ...more }) as unknown as DefinedIndicator
  const by = (...breakdowns: string[]) => [{ id: 1, kind: 'primary' as const, breakdowns, from: 0, to: null }]
  const given = {
    span: { from: quarterOf(2020, 1), to: quarterOf(2020, 4) },
    layout: DEFAULT_LAYOUT,
    firstQuarter: quarterOf(2019, 1),
    lastQuarter: quarterOf(2021, 4),
    indicators: [indicator('V1', 1, { schemes: [...by('sex'), ...by('sex')] }), indicator('P1', 0)],
    histories: new Map(),
    provinces: [{ slug: 'a', from: quarterOf(1990, 1), to: null }],
    fiscalStartMonth: 4,
    hasComeIn: () => true,
  }
  const asked = (layout: Partial<Layout>, more: object = {}) =>
    requestsFor({ ...given, layout: { ...DEFAULT_LAYOUT, ...layout }, ...more }).map(
      ({ section, indicators, breakdown, columns }) =>
        `${section} ${indicators.join()}${breakdown ? ` by ${breakdown}` : ''}: ${columns.map(({ key }) => key).join(' ')}`,
    )
  /** The same with the quarters of the columns. */
  const spansOf = (sections: string, more: object, layout: Partial<Layout> = {}) =>
    requestsFor({ ...given, layout: { ...DEFAULT_LAYOUT, ...layout }, ...more })
      .filter(({ section }) => sections.split(' ').includes(section))
      .map(({ section, indicators, columns }) =>
        [section, indicators.join(), ...columns.map(({ named }) => spanKey(named))].join(' '),
      )

  it.each<[Partial<Layout>, string]>([
    [{ project: 'quarter' }, 'series V1: 2020-Q1 2020-Q2 2020-Q3 2020-Q4'],
    [{ project: 'half-year' }, 'series V1: 2020-H1 2020-H2'],
    [{ project: 'year' }, 'series V1: 2020'],
    [{ project: 'year', years: 'fiscal' }, 'series V1: FY2019 FY2020'],
    [{ province: 'half-year' }, 'provinces V1: 2020-H1 2020-H2'],
    [{ province: 'year' }, 'provinces V1: 2020'],
    [{ province: 'half-year' }, 'totals V1: 2020-H1 2020-H2'],
    [{ province: 'quarter', years: 'fiscal' }, 'totals P1: FY2019 FY2020'],
    [{ breakdown: 'year' }, 'breakdown V1 by sex: 2020'],
    [{ breakdown: 'to-date' }, 'breakdown V1 by sex: period'],
  ])('%o: %s', (layout, table) => {
    expect(asked(layout)).toContain(table)
  })

  it('asks of what is not added up over time for its spans before the report too, and of nothing else', () => {
    const told = (more: object, layout: Partial<Layout> = {}) => {
      const indicators = [indicator('V1', 1, more), indicator('P1', 0, more), indicator('P2', 0)]
      return asked(layout, { indicators }).filter((one) => one.startsWith('before'))
    }
    const quarters = '2019-Q1 2019-Q2 2019-Q3 2019-Q4'
    expect(told({})).toEqual([])
    expect(told({ overTime: 'none' })).toEqual([`before P1: ${quarters}`, `before V1: ${quarters}`])
    expect(told({ overTime: 'none' }, { project: 'year' })).toEqual([`before P1: ${quarters}`, 'before V1: 2019'])
    // What several report is told of each of them alone: of the project there is nothing to be told.
    expect(told({ overTime: 'none', overPlaces: 'none' })).toEqual([])
    const first = { overTime: 'none', firstQuarter: given.span.from } as const
    expect(asked({}, { ...first, indicators: [indicator('P1', 0, first)] }).join()).not.toContain('before')
  })

  it('leaves out what it says there is none of', () => {
    expect(asked({ province: 'none' }).filter((one) => /^(provinces|totals) V1/.test(one))).toEqual([])
    expect(asked({ breakdown: 'none' }).filter((one) => one.startsWith('breakdown'))).toEqual([])
  })

  it('asks nothing of no indicators and no places', () => {
    expect(asked({}, { indicators: [] })).toEqual([])
    expect(asked({}, { provinces: [] }).filter((one) => one.startsWith('provinces'))).toEqual([])
    expect(asked({}, { indicators: [indicator('V1', 1)] }).every((one) => one.includes('V1'))).toBe(true)
  })

  it('asks for the span and to date, from the project’s beginning or the span’s where that is earlier', () => {
    const spans = (firstQuarter: number) =>
      requestsFor({ ...given, firstQuarter })[0]!.columns.map(({ named }) => spanKey(named))
    expect(spans(quarterOf(2019, 1))).toEqual(['2020-Q1..2020-Q4', '2019-Q1..2020-Q4'])
    expect(spans(quarterOf(2020, 3))).toEqual(['2020-Q1..2020-Q4', '2020-Q1..2020-Q4'])
  })

  it('puts questions about approved values on the map of the reports, a breakdown at a time', () => {
    const questions = requestsFor(given).map((request) => questionOf(request, 9))
    expect(questions.map(({ by }) => by)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      ['sex'],
      undefined,
    ])
    for (const question of questions) expect(question).toMatchObject({ basis: 'approved', map: 'as-reported', asAt: 9 })
    expect(questions[0]!.groups).toEqual([{ key: 'project', places: '*' }])
    expect(questions[3]!.groups).toEqual([{ key: 'a', places: ['a'] }])
  })

  it('asks of places nothing that one reporter gives for the whole project', () => {
    const indicators = [indicator('V1', 1, { overPlaces: 'project' }), indicator('P1', 0), indicator('V2', 1)]
    const codes = requestsFor({ ...given, indicators }).flatMap((one) =>
      one.section === 'provinces' ? one.indicators : [],
    )
    expect([...new Set(codes)].sort()).toEqual(['P1', 'V2'])
  })

  it('asks where there are no areas of partners, wherever they report for', () => {
    const provinces = [{ slug: 'police', from: quarterOf(1990, 1), to: null, isPartner: true as const }]
    const [request] = requestsFor({ ...given, provinces }).filter(({ section }) => section === 'provinces')
    expect(request!.groups).toEqual([{ key: 'police', places: '*', partner: 'police' }])
  })

  it('asks of a province that is there in some of the columns, and of none that is there in no column', () => {
    const provinces = [
      { slug: 'old', from: quarterOf(1990, 1), to: quarterOf(2019, 4) },
      { slug: 'ended', from: quarterOf(1990, 1), to: quarterOf(2020, 1) },
      { slug: 'later', from: quarterOf(2021, 1), to: null },
    ]
    const groups = requestsFor({ ...given, provinces }).flatMap((one) =>
      one.section === 'provinces' ? one.groups : [],
    )
    expect([...new Set(groups.map(({ key }) => key))]).toEqual(['ended'])
  })

  it('counts in a project of phases also from the beginning of the one in which the report ends', () => {
    const phase = { from: quarterOf(2019, 3), to: quarterOf(2020, 4) }
    expect(spansOf('tracking', { phase })).toEqual([
      'tracking P1,V1 2020-Q1..2020-Q4 2019-Q1..2020-Q4 2019-Q3..2020-Q4',
    ])
  })

  it('asks for categories in the quarters in which they are typed, and for nothing in others', () => {
    const typed = (from: number, to: number | null) => [{ ...by('sex')[0]!, from, to }]
    const withSchemes = (schemes: object[]) => ({ indicators: [indicator('V1', 1, { schemes: schemes as never })] })
    const isAsked = (schemes: object[]) => spansOf('breakdown', withSchemes(schemes)).length > 0
    expect(isAsked(typed(0, quarterOf(2019, 4)))).toBe(false)
    expect(isAsked(typed(0, quarterOf(2020, 1)))).toBe(true)
    expect(isAsked(typed(quarterOf(2021, 1), null))).toBe(false)
  })

  it('cuts those who could be harmed off at the last half-year that has come in, and nobody else', () => {
    const indicators = [indicator('V1', 1, { schemes: by('sex') }), indicator('P1', 0, { schemes: by('sex') })]
    const until = (nth: number) => ({ indicators, hasComeIn: (quarter: number) => quarter <= quarterOf(2020, nth) })
    expect(spansOf('breakdown', until(4))).toEqual(['breakdown V1,P1 2020-Q1..2020-Q4'])
    expect(spansOf('breakdown', until(3))).toEqual(['breakdown P1 2020-Q1..2020-Q4', 'breakdown V1 2020-Q1..2020-Q2'])
    expect(spansOf('breakdown', { ...until(3), indicators: indicators.slice(0, 1) })).toEqual([
      'breakdown V1 2020-Q1..2020-Q2',
    ])
    expect(spansOf('breakdown', until(3), { breakdown: 'year' })).toEqual(['breakdown V1,P1 2020-Q1..2020-Q4'])
    // The donor's year from April has its halves from April and October.
    expect(spansOf('breakdown', until(3), { years: 'fiscal' })).toEqual([
      'breakdown P1 2020-Q1 2020-Q2..2020-Q4',
      'breakdown V1 2020-Q1 2020-Q2..2020-Q3',
    ])
  })

  describe('of an indicator whose values cover more than a column', () => {
    const every = (frequency: 'half-yearly' | 'annual', yearStart = 1) =>
      historyOf([
        { frequency, yearStart, rounds: [], from: quarterOf(1990, 1), to: null } as unknown as DefinedIndicator,
      ])
    const seldom = (frequency: 'half-yearly' | 'annual', more: object = {}) => ({
      indicators: [indicator('P1', 0), indicator('P2', 0)],
      histories: new Map([['P2', every(frequency)]]),
      ...more,
    })

    it('asks for a table once, though it is one by quarters and by years', () => {
      expect(spansOf('provinces', seldom('annual'))).toEqual([
        'provinces P1 2020-Q1 2020-Q2 2020-Q3 2020-Q4',
        'provinces P2 2020-Q1..2020-Q4',
        'provinces P1 2020-Q1..2020-Q4',
      ])
    })

    it('asks nothing of a period in which no value of it is due', () => {
      const span = { from: quarterOf(2020, 1), to: quarterOf(2020, 1) }
      expect(spansOf('series', seldom('half-yearly', { span }))).toEqual(['series P1 2020-Q1'])
    })

    it.each([
      ['of its second quarter', 2, 2, '2020-Q1..2020-Q2', '2019-Q1..2020-Q2'],
      ['of its first quarter, in which nothing is due', 1, 1, '2020-Q1', '2019-Q1..2020-Q1'],
      ['from its second quarter on', 2, 4, '2020-Q1..2020-Q4', '2019-Q1..2020-Q4'],
      ['of the whole half-year', 1, 2, '2020-Q1..2020-Q2', '2019-Q1..2020-Q2'],
      [
        'of three quarters, of which the last is in no half-year that is over',
        1,
        3,
        '2020-Q1..2020-Q3',
        '2019-Q1..2020-Q3',
      ],
    ])('tracks in a report %s the half-year that was given in it', (_, from, to, period, toDate) => {
      const span = { from: quarterOf(2020, from), to: quarterOf(2020, to) }
      expect(spansOf('tracking', { ...seldom('half-yearly', { span }), indicators: [indicator('P2', 0)] })).toEqual([
        `tracking P2 ${period} ${toDate}`,
      ])
    })
  })
})

describe('what a manager may choose instead of a layout', () => {
  const changed = (layout: Partial<Layout>) => {
    const now = { ...DEFAULT_LAYOUT, ...layout }
    return coarserLayouts(now).map((one) =>
      Object.entries(one)
        .filter(([key, value]) => value !== now[key as keyof Layout])
        .flat()
        .join(' '),
    )
  }

  it.each<[Partial<Layout>, string[]]>([
    [
      { project: 'quarter', province: 'quarter', breakdown: 'year' },
      ['project half-year', 'province half-year', 'breakdown settled-year'],
    ],
    [
      { project: 'half-year', province: 'year', breakdown: 'settled-year', years: 'fiscal' },
      ['project year', 'province settled-year', 'breakdown to-date'],
    ],
    [{ project: 'year', province: 'settled-year', breakdown: 'none' }, ['province none']],
    [{ project: 'year', province: 'none', breakdown: 'none' }, []],
  ])('is one step coarser in one direction at a time: %o', (layout, steps) => {
    expect(changed(layout)).toEqual(steps)
  })
})
