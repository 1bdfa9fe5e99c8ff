import { describe, expect, it } from 'vitest'
import { type Question, Refused } from '../../src/figures/question.ts'
import { UNSPLIT } from '../../src/figures/split.ts'
import { cut } from '../../src/periods/period.ts'
import { ALL, q, span, World } from './world.ts'

const SEX = ['female', 'male', 'not-recorded']

describe('a question that makes no sense', () => {
  const world = new World('2019-Q1')
    .breakdown('sex', SEX)
    .breakdown('age', ['0-17', '18+'])
    .place('HP')
    .place('QB', { to: '2025-07-01' })
    .place('QT', { from: '2025-07-01' })
    .succession('QB', 'QT', '2025-07-01')
    .indicator('A', {
      schemes: [
        { kind: 'primary', breakdowns: ['sex'], to: '2020-Q4' },
        { kind: 'primary', breakdowns: ['age'], from: '2021-Q1' },
      ],
    })
    .indicator('B')

  it.each<[string, Partial<Question>, string]>([
    ['unknown-indicator', { indicators: ['A', 'Z'] }, 'Z'],
    ['unknown-place', { groups: [{ key: 'x', places: ['HP', 'XX'] }] }, 'XX'],
    ['unknown-breakdown', { by: ['height'] }, 'height'],
    ['unknown-breakdown', { indicators: ['B'], by: ['sex'] }, 'sex'],
    ['unknown-category', { only: { sex: 'cat' } }, 'sex=cat'],
    ['bad-period', { spans: [{ key: 'half', from: 8080.5, to: 8081 }] }, 'half'],
    ['bad-period', { spans: [{ key: 'old', from: 7000, to: 8081 }] }, 'old'],
    ['bad-period', { spans: [{ key: 'far', from: 8081, to: 9000 }] }, 'far'],
    ['empty-span', { spans: [{ key: 'back', from: q('2020-Q2'), to: q('2020-Q1') }] }, 'back'],
    ['empty-span', { spans: [] }, ''],
    ['before-project', { spans: [span('2018-Q1', '2018-Q4')] }, '2018-Q1..2018-Q4'],
    ['place-not-in-span', { groups: [{ key: 'x', places: ['QT'] }] }, 'QT'],
    ['place-not-in-span', { groups: [{ key: 'x', places: ['QB'] }], spans: [span('2025-Q3')] }, 'QB'],
    ['place-not-in-span', { groups: [{ key: 'x', places: ['QB'] }], map: 'today' }, 'QB'],
    ['category-of-old-scheme', { indicators: ['A'], by: ['sex'], spans: [span('2021-Q1', '2021-Q4')] }, 'sex'],
    ['category-of-old-scheme', { indicators: ['A'], only: { age: '18+' }, spans: [span('2020-Q1')] }, 'age=18+'],
  ])('is refused: %s', (code, question, what) => {
    let refusal: unknown
    try {
      world.ask(question)
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ code, what, message: `${code}: ${what}` })
  })

  it('is answered when it makes sense after all', () => {
    expect(world.ask({ groups: [{ key: 'x', places: ['QB'] }], spans: [span('2025-Q2', '2025-Q3')] })).toBeDefined()
    expect(world.ask({ groups: [{ key: 'x', places: ['QT'] }], map: 'today' })).toBeDefined()
    expect(world.ask({ spans: [span('2018-Q4', '2019-Q1')] })).toBeDefined()
    expect(world.ask({ by: ['age'], spans: [span('2020-Q4', '2021-Q1')] })).toBeDefined()
    expect(world.ask({ by: ['sex'], spans: [span('2020-Q4', '2021-Q1')] })).toBeDefined()
  })

  it('is a mistake of the program when it asks an answer for what was not asked', () => {
    const answer = world.ask({})
    expect(() => answer.figure('Z', '*', '2020-Q1..2020-Q4')).toThrow('not part of the question: Z')
    expect(() => answer.figure('A', 'x', '2020-Q1..2020-Q4')).toThrow('not part of the question: x')
    expect(() => answer.figure('A', '*', 'x')).toThrow('not part of the question')
  })
})

describe('who is asked', () => {
  it('is asked only in the quarters an indicator is due in', () => {
    const world = new World()
      .place('HP')
      .indicator('Y', { frequency: 'annual' })
      .indicator('S', { frequency: 'survey', rounds: ['2020-Q2', '2021-Q2'] })
      .assign('Y', 'HP')
      .assign('S', 'HP')
    expect(world.figure('Y', '*', '2020-Q1', '2021-Q3').coverage).toEqual([0, 1])
    expect(world.figure('Y', '*', '2020-Q1', '2020-Q3').state).toBe('not due')
    expect(world.figure('S', '*', '2019-Q1', '2021-Q4').coverage).toEqual([0, 2])
  })

  it('is asked from and to the quarters of its assignments, once even if two overlap', () => {
    const world = new World()
      .place('HP')
      .indicator('A')
      .assign('A', 'HP', 'wu', '2020-Q1', '2020-Q3')
      .assign('A', 'HP', 'wu', '2020-Q3')
      .assign('A', 'HP', 'police', '2020-Q4', '2020-Q4')
    expect(world.figure('A', '*', '2019-Q1', '2019-Q4').coverage).toEqual([0, 0])
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4').coverage).toEqual([0, 5])
  })

  it('is asked only as long as its place exists', () => {
    const world = new World()
      .place('QB', { to: '2025-07-01' })
      .place('QT', { from: '2025-07-01' })
      .indicator('A')
      .assign('A', 'QB')
      .assign('A', 'QT')
    expect(world.figure('A', ['QB'], '2025-Q1', '2025-Q4').coverage).toEqual([0, 2])
    expect(world.figure('A', ['QT'], '2025-Q1', '2025-Q4').coverage).toEqual([0, 2])
    expect(world.figure('A', '*', '2025-Q1', '2025-Q4').coverage).toEqual([0, 4])
  })

  it('keeps what it reported before the frequency changed: nothing is lost without a word', () => {
    const world = new World().place('HP').indicator('A').assign('A', 'HP')
    for (const quarter of ['2020-Q1', '2020-Q2', '2020-Q3']) world.fact(['A', 'HP', quarter], 10)
    world.define('A', { frequency: 'half-yearly' }, 5000)
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4')).toMatchObject({
      value: 30,
      coverage: [3, 4],
      flags: ['partial'],
    })
  })

  it('and is away only where it was asked', () => {
    const world = new World().place('HP').indicator('A', { frequency: 'annual' }).assign('A', 'HP')
    world.fact(['A', 'HP', '2020-Q1'], 'n/a').fact(['A', 'HP', '2020-Q4'], 3)
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4')).toMatchObject({ value: 3, coverage: [1, 1] })
  })
})

describe('as at an instant', () => {
  it('the definition of that day holds', () => {
    const world = new World().place('HP').place('QN').indicator('A').assign('A', 'HP').assign('A', 'QN')
    world.fact(['A', 'HP', '2020-Q1'], 3).fact(['A', 'QN', '2020-Q1'], 4)
    world.define('A', { rules: ['count', 'none', 'none'] }, 1000)
    expect(world.figure('A', '*', '2020-Q1', '2020-Q1', { asAt: 999 })).toMatchObject({ state: 'reported', value: 7 })
    expect(world.figure('A', '*', '2020-Q1', '2020-Q1', { asAt: 1000 })).toMatchObject({
      state: 'not additive',
      why: 'reporters',
    })
    expect(world.figure('A', '*', '2020-Q1')).toMatchObject({ state: 'not additive' })
  })

  it('an indicator not yet defined is unknown', () => {
    const world = new World().place('HP').indicator('A')
    expect(() => world.figure('A', '*', '2020-Q1', '2020-Q1', { asAt: -1 })).toThrow('unknown-indicator: A')
    expect(world.ask({ asAt: -1 }).indicators).toEqual([])
  })

  it('what was handed in later is not there yet', () => {
    const world = new World().place('HP').indicator('A').assign('A', 'HP').fact(['A', 'HP', '2020-Q1'], 3)
    world.submission(['HP', '2020-Q1'], { A: 5 }, 'submitted', 500)
    const at = (asAt: number) => world.figure('A', '*', '2020-Q1', '2020-Q1', { asAt, basis: 'provisional' }).value
    expect([at(499), at(500)]).toEqual([3, 5])
  })
})

describe('what is handed in', () => {
  it('counts only while it waits to be approved', () => {
    const world = new World().place('HP').indicator('A').assign('A', 'HP').fact(['A', 'HP', '2020-Q1'], 3)
    const shown = (state: string) => {
      world.submission(['HP', '2020-Q1'], { A: 5 }, state)
      return world.figure('A', '*', '2020-Q1', '2020-Q1', { basis: 'provisional' })
    }
    expect(shown('draft')).toMatchObject({ value: 3, flags: [] })
    expect(shown('returned')).toMatchObject({ value: 3, flags: [] })
    expect(shown('submitted')).toMatchObject({ value: 5, flags: ['provisional'] })
    expect(shown('approved')).toMatchObject({ value: 3, flags: [] })
    expect(world.figure('A', ['HP'], '2020-Q1', '2020-Q1', { basis: 'approved' })).toMatchObject({ value: 3 })
  })

  it('takes the place of one indicator of one reporter and quarter, no more', () => {
    const world = new World().breakdown('sex', SEX).place('HP').place('QN')
    for (const code of ['A', 'B'])
      world
        .indicator(code, { schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
        .assign(code, 'HP')
        .assign(code, 'QN')
    for (const code of ['A', 'B'])
      for (const place of ['HP', 'QN']) world.fact([code, place, '2020-Q1'], { 'sex=female': 1, 'sex=male': 2 })
    world.submission(['HP', '2020-Q1'], { A: { 'sex=female': 10 } })
    const provisional = { basis: 'provisional' as const }
    expect(world.figure('A', '*', '2020-Q1', '2020-Q1', provisional)).toMatchObject({
      value: 13,
      flags: ['provisional'],
    })
    expect(world.figure('B', '*', '2020-Q1', '2020-Q1', provisional)).toMatchObject({ value: 6, flags: [] })
    expect(world.figure('A', ['QN'], '2020-Q1', '2020-Q1', provisional)).toMatchObject({ value: 3, flags: [] })
    expect(world.figure('A', ['HP'], '2020-Q1', '2020-Q1', { ...provisional, only: { sex: 'male' } })).toMatchObject({
      state: 'not reported',
      coverage: [0, 1],
    })
  })
})

describe('categories', () => {
  const world = new World()
    .breakdown('sex', SEX)
    .breakdown('form', ['labour', 'sexual'])
    .breakdown('service', ['health', 'legal'])
    .place('HP')
    .place('QN')
    .indicator('A', {
      schemes: [
        { kind: 'primary', breakdowns: ['sex'], from: '2020-Q2' },
        { kind: 'partition', breakdowns: ['form'] },
        { kind: 'multiple', breakdowns: ['service'] },
      ],
    })
    .assign('A', 'HP')
    .fact(['A', 'HP', '2020-Q1'], {
      '': 4,
      'form=labour': 3,
      'form=sexual': 1,
      'service=health': 4,
      'service=legal': 4,
    })
    .fact(['A', 'HP', '2020-Q2'], { 'sex=female': 2, 'sex=male': 4, 'form=labour': 6, 'service=legal': 1 })
  const figures = (question: Partial<Question>, code = 'A') => {
    const answer = world.ask({ spans: [{ ...span('2020-Q1', '2020-Q2'), key: 's' }], ...question })
    return Object.fromEntries(['', ...answer.cells(code)].map((cell) => [cell, answer.figure(code, '*', 's', cell)]))
  }

  it('never count in the total when they are extra', () => {
    expect(figures({})['']).toMatchObject({ value: 10, coverage: [2, 2], flags: [] })
  })

  it('of the primary breakdown make the total, with what could not be split', () => {
    const answer = figures({ by: ['sex'] })
    expect(Object.keys(answer)).toEqual(['', 'sex=female', 'sex=male', 'sex=not-recorded', UNSPLIT])
    expect(answer['']).toMatchObject({ value: 10, coverage: [2, 2], flags: ['break'] })
    expect(answer['sex=female']).toMatchObject({ value: 2, coverage: [1, 2], flags: ['partial', 'break'] })
    expect(answer['sex=not-recorded']).toMatchObject({ state: 'not reported', value: null, coverage: [0, 2] })
    expect(answer[UNSPLIT]).toMatchObject({ value: 4, coverage: [1, 2] })
  })

  it('of a partition make the total by themselves', () => {
    const answer = figures({ by: ['form'] })
    expect(Object.entries(answer).map(([key, { value }]) => [key, value])).toEqual([
      ['', 10],
      ['form=labour', 9],
      ['form=sexual', 1],
    ])
    expect(answer['form=sexual']).toMatchObject({ coverage: [1, 2], flags: ['partial'] })
  })

  it('that may hold the same person have no total, and say so', () => {
    const answer = figures({ by: ['service'] })
    expect(answer['']).toMatchObject({ state: 'not additive', why: 'cells', coverage: [2, 2] })
    expect(answer['service=legal']).toMatchObject({ state: 'reported', value: 5 })
    expect(world.ask({ by: ['service'] }).overlaps('A')).toBe(true)
    expect(world.ask({ by: ['form'] }).overlaps('A')).toBe(false)
  })

  it('kept alone are a figure of their own', () => {
    expect(figures({ only: { service: 'health' } })['']).toMatchObject({
      state: 'reported',
      value: 4,
      coverage: [1, 2],
    })
    expect(figures({ only: { form: 'labour' } })['']).toMatchObject({ value: 9, coverage: [2, 2], flags: [] })
  })

  it('leave a reporter away in every one of them', () => {
    const other = new World().breakdown('sex', SEX).place('HP').place('QN')
    other
      .indicator('A', { schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
      .assign('A', 'HP')
      .assign('A', 'QN')
    other.fact(['A', 'HP', '2020-Q1'], { 'sex=female': 2, 'sex=male': 1 }).fact(['A', 'QN', '2020-Q1'], 'n/a')
    const answer = other.ask({ by: ['sex'], spans: [span('2020-Q1')] })
    expect(answer.figure('A', '*', '2020-Q1', 'sex=female')).toMatchObject({ value: 2, coverage: [1, 1], flags: [] })
    expect(answer.figure('A', '*', '2020-Q1')).toMatchObject({ value: 3, coverage: [1, 1] })
  })

  it('of a stock are those of the last quarter in which each was given', () => {
    const other = new World().breakdown('sex', SEX).place('HP')
    other
      .indicator('A', { rules: ['count', 'sum', 'latest'], schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
      .assign('A', 'HP', "HP's", '2020-Q1', '2020-Q2')
    other
      .fact(['A', 'HP', '2020-Q1'], { 'sex=female': 2, 'sex=male': 1 })
      .fact(['A', 'HP', '2020-Q2'], { 'sex=female': 5, 'sex=male': 0 })
    const answer = other.ask({ by: ['sex'], spans: [{ ...span('2020-Q1', '2020-Q4'), key: 's' }] })
    expect(['', 'sex=female', 'sex=male'].map((cell) => answer.figure('A', '*', 's', cell).value)).toEqual([5, 5, 0])
  })
})

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
