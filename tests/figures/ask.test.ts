import { describe, expect, it } from 'vitest'
import { cut } from '../../src/calendar/span.ts'
import { ALL, q, span, World } from '../support/world.ts'

describe('many figures in one question', () => {
  const world = new World()
    .place('HP')
    .place('HP-1', { parent: 'HP' })
    .place('QN')
    .indicator('A')
    .indicator('K', { rules: ['count', 'sum', 'latest'] })
  for (const code of ['A', 'K']) for (const place of ['HP', 'HP-1', 'QN']) world.assign(code, place)
  for (const [i, quarter] of ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4', '2021-Q1'].entries())
    for (const code of ['A', 'K'])
      world
        .fact([code, 'HP', quarter], 2 ** i)
        .fact([code, 'HP-1', quarter], 100 * 2 ** i)
        .fact([code, 'QN', quarter], 10_000 * 2 ** i)
  const groups = [
    ALL,
    { key: 'HP', places: ['HP'] },
    { key: 'commune', places: ['HP-1'] },
    { key: 'both', places: ['HP-1', 'QN'] },
  ]

  it('are each its own sum', () => {
    const answer = world.ask({
      groups,
      spans: [span('2020-Q1'), span('2020-Q1', '2020-Q2'), span('2020-Q2', '2021-Q1')],
    })
    const values = (code: string, key: string) =>
      answer.question.spans.map((one) => answer.figure(code, key, one.key).value)
    expect(values('A', '*')).toEqual([10_101, 30_303, 30 * 10_101])
    expect(values('A', 'HP')).toEqual([101, 303, 30 * 101])
    expect(values('A', 'commune')).toEqual([100, 300, 3000])
    expect(values('A', 'both')).toEqual([10_100, 30_300, 303_000])
    expect(values('K', '*')).toEqual([10_101, 20_202, 16 * 10_101])
    expect(values('K', 'HP')).toEqual([101, 202, 1616])
    expect([...answer]).toHaveLength(2 * 4 * 3)
    expect([...answer].map((one) => answer.figure(one.indicator, one.group, one.span, one.cell))).toEqual(
      [...answer].map(({ figure }) => figure),
    )
  })

  it('roll up by quarter, half-year, calendar year, British fiscal year and to date', () => {
    const value = (grain: Parameters<typeof cut>[1]) => {
      const spans = cut({ from: q('2020-Q1'), to: q('2021-Q1') }, grain)
      const answer = world.ask({ indicators: ['A'], groups: [{ key: 'HP', places: ['HP'] }], spans })
      return spans.map(({ key }) => [key, answer.figure('A', 'HP', key).value! / 101])
    }
    expect(value('quarter')).toEqual([
      ['2020-Q1', 1],
      ['2020-Q2', 2],
      ['2020-Q3', 4],
      ['2020-Q4', 8],
      ['2021-Q1', 16],
    ])
    expect(value('half-year')).toEqual([
      ['2020-H1', 3],
      ['2020-H2', 12],
      ['2021-H1', 16],
    ])
    expect(value('year')).toEqual([
      ['2020', 15],
      ['2021', 16],
    ])
    expect(value('fiscal-year')).toEqual([
      ['FY2019', 1],
      ['FY2020', 30],
    ])
    expect(value('to-date')).toEqual([['to-date', 31]])
  })
})

describe('a span that is asked of some indicators alone', () => {
  const world = new World()
    .place('HP')
    .indicator('A')
    .indicator('B')
    .indicator('K', { rules: ['count', 'sum', 'latest'] })
  for (const code of ['A', 'B', 'K']) world.assign(code, 'HP')
  for (const [i, quarter] of ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4'].entries())
    for (const code of ['A', 'B', 'K']) world.fact([code, 'HP', quarter], 2 ** i)
  const whole = span('2020-Q1', '2020-Q4')
  const early = { ...span('2020-Q2'), indicators: ['A', 'K'] }
  const answer = world.ask({ groups: [ALL], spans: [whole, early] })

  it('has the figures that it has by itself, and leaves the others as they are', () => {
    const apart = world.ask({ groups: [ALL], spans: [span('2020-Q2')] })
    const without = world.ask({ groups: [ALL], spans: [whole] })
    for (const code of ['A', 'K'])
      expect(answer.figure(code, '*', early.key)).toEqual(apart.figure(code, '*', early.key))
    for (const code of ['A', 'B', 'K'])
      expect(answer.figure(code, '*', whole.key)).toEqual(without.figure(code, '*', whole.key))
  })

  it('has none of any other indicator', () => {
    expect(() => answer.figure('B', '*', early.key)).toThrowError('not part of the question')
    expect([...answer].filter(({ indicator }) => indicator === 'B').map((one) => one.span)).toEqual([whole.key])
    expect([...answer]).toHaveLength(5)
  })
})

describe('a question asked again', () => {
  it('knows what was reported and what was asked for since', () => {
    const world = new World().place('HP').place('QN').indicator('A').assign('A', 'HP')
    const ask = () => world.ask({ groups: [ALL], spans: [span('2020-Q1')] }).figure('A', '*', '2020-Q1')
    expect(ask()).toMatchObject({ state: 'not reported', coverage: [0, 1] })
    world.fact(['A', 'HP', '2020-Q1'], 5)
    expect(ask()).toMatchObject({ value: 5, coverage: [1, 1] })
    world.assign('A', 'QN')
    expect(ask()).toMatchObject({ value: 5, coverage: [1, 2], flags: ['partial'] })
    world.fact(['A', 'QN', '2020-Q1'], 7)
    expect(ask()).toMatchObject({ value: 12, coverage: [2, 2], flags: [] })
  })
})

describe('the two maps', () => {
  const world = new World()
    .place('QB', { to: '2025-07-01' })
    .place('QT', { to: '2025-07-01' })
    .place('QT-2025', { from: '2025-07-01' })
    .place('NA')
    .succession('QB', 'QT-2025', '2025-07-01')
    .succession('QT', 'QT-2025', '2025-07-01')
    .indicator('A')
  for (const place of ['QB', 'QT', 'QT-2025', 'NA']) world.assign('A', place)
  world
    .fact(['A', 'QB', '2025-Q2'], 1)
    .fact(['A', 'QT', '2025-Q2'], 20)
    .fact(['A', 'QT-2025', '2025-Q3'], 300)
    .fact(['A', 'NA', '2025-Q2'], 4000)
    .fact(['A', 'NA', '2025-Q3'], 50_000)
  const span2 = ['2025-Q2', '2025-Q3'] as const

  it('as reported: each place for itself, while it exists', () => {
    expect(world.figure('A', ['QB'], ...span2)).toMatchObject({ value: 1, coverage: [1, 1], flags: [] })
    expect(world.figure('A', ['QT-2025'], ...span2)).toMatchObject({ value: 300, coverage: [1, 1], flags: [] })
    expect(world.figure('A', '*', ...span2)).toMatchObject({ value: 54_321, coverage: [5, 5], flags: [] })
  })

  it("today's: predecessors summed into the successor, the series marked, nothing lost", () => {
    const today = { map: 'today' } as const
    expect(world.figure('A', ['QT-2025'], ...span2, today)).toMatchObject({
      value: 321,
      coverage: [3, 3],
      flags: ['break'],
    })
    expect(world.figure('A', ['QT-2025'], '2025-Q3', '2025-Q3', today)).toMatchObject({ value: 300, flags: [] })
    expect(world.figure('A', ['NA'], ...span2, today)).toMatchObject({ value: 54_000, flags: [] })
    expect(world.figure('A', '*', ...span2, today)).toMatchObject({ value: 54_321, coverage: [5, 5], flags: ['break'] })
  })

  it('say which map and basis they are on', () => {
    expect(world.ask({ map: 'today', basis: 'provisional', asAt: 77 })).toMatchObject({
      map: 'today',
      basis: 'provisional',
      asAt: 77,
    })
    expect(world.ask({})).toMatchObject({ map: 'as-reported', basis: 'approved', asAt: Date.UTC(2026, 0, 1) })
  })
})
