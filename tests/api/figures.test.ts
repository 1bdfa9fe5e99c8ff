import { beforeAll, describe, expect, it } from 'vitest'
import { figuresHead } from '../../src/api/figures/answer.ts'
import { figuresQuery } from '../../src/api/figures/query.ts'
import { type FigureRow, figureRow, figureRows } from '../../src/api/figures/row.ts'
import { indicatorRow, indicatorRowOf } from '../../src/api/lists/indicators.ts'
import type { AskedFigures } from '../../src/dashboards/programs/asked.ts'
import type { Answer } from '../../src/figures/answer.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { historyOf } from '../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { ALL, q, span, World } from '../support/world.ts'

let world: World
let rows: FigureRow[]
const of = (code: string) => rows.filter(({ indicator }) => indicator === code)

beforeAll(() => {
  world = new World()
    .place('HP')
    .place('QN')
    .breakdown('sex', ['female', 'male'])
    .indicator('COUNT', { unit: 'người' })
    .indicator('RATIO', { rules: ['ratio', 'sum', 'sum'], scale: 100, unit: 'vụ' })
    .indicator('SCALED', { rules: ['mean', 'sum', 'sum'], scale: 100_000 })
    .indicator('STAGE', { rules: ['milestone', 'sum', 'latest'], stages: ['Draft', 'Issued'], targetStage: 1 })
    .indicator('YEARLY', { frequency: 'annual' })
  for (const code of ['COUNT', 'RATIO', 'SCALED', 'STAGE', 'YEARLY']) world.assign(code, 'HP')
  world
    .assign('COUNT', 'QN')
    .fact(['COUNT', 'HP', '2020-Q1'], 0)
    .fact(['RATIO', 'HP', '2020-Q1'], [1, 4])
    .fact(['SCALED', 'HP', '2020-Q1'], [0.00007, 10])
    .fact(['STAGE', 'HP', '2020-Q1'], 1)
  rows = [...figureRows(world.ask({ spans: [span('2020-Q1')] }))]
})

describe('a row of figures', () => {
  it('of the whole project has everything that travels with a figure', () => {
    expect(of('COUNT')).toEqual([
      {
        ...{ indicator: 'COUNT', place: 'project', partner: null, period: '2020-Q1', categories: {} },
        ...{ from: '2020-Q1', to: '2020-Q1', first_day: '2020-01-01', last_day: '2020-03-31' },
        ...{ value: 0, state: 'reported', stage: null, numerator: null, denominator: null, n: null, of: null },
        ...{
          coverage: { reported: 1, expected: 2 },
          flags: ['partial'],
          why: null,
          unit: { vi: 'người', en: 'người' },
        },
        ...{ basis: 'approved', map: 'as-reported', as_at: '2026-01-01T00:00:00.000Z' },
      },
    ])
    for (const row of rows) expect(figureRow.parse(row)).toEqual(row)
  })

  it('has a percentage as the bare quotient with what it is of, another scale in the number', () => {
    expect(of('RATIO')[0]).toMatchObject({ value: 0.25, numerator: 1, denominator: 4, n: null })
    expect(of('SCALED')[0]).toMatchObject({ value: 7, n: 10 })
  })

  it('has the stage of one reporter by its name', () => {
    const [one] = [
      ...figureRows(
        world.ask({ indicators: ['STAGE'], groups: [{ key: 'HP', places: ['HP'] }], spans: [span('2020-Q1')] }),
      ),
    ]
    expect(one).toMatchObject({ value: 1, stage: { vi: 'Issued', en: 'Issued' }, place: 'HP' })
  })

  it('of several reporters has how many are at the stage, and of how many; of none no stage', () => {
    world.assign('STAGE', 'QN').fact(['STAGE', 'QN', '2020-Q1'], 0)
    const [both, later] = [
      ...figureRows(world.ask({ indicators: ['STAGE'], spans: [span('2020-Q1'), span('2019-Q1')] })),
    ]
    expect(both).toMatchObject({ value: 1, of: 2, stage: null })
    expect(later).toMatchObject({ value: null, state: 'not-reported', stage: null })
  })

  it('of a value that stands for a longer time has the dates of that time', () => {
    world.fact(['YEARLY', 'HP', '2020-Q4'], 5)
    const [row] = [...figureRows(world.ask({ indicators: ['YEARLY'], spans: [span('2020-Q4')] }))]
    expect(row).toMatchObject({ period: '2020-Q4', first_day: '2020-01-01', last_day: '2020-12-31' })
  })

  it('names places and partner of what was asked', () => {
    const groups = [
      { key: 'both', places: ['HP', 'QN'] },
      { key: 'own', places: '*' as const, partner: "HP's" },
    ]
    const found = [...figureRows(world.ask({ indicators: ['COUNT'], groups, spans: [span('2020-Q1')] }))]
    expect(found.map(({ place, partner }) => [place, partner])).toEqual([
      ['HP,QN', null],
      ['project', "HP's"],
    ])
  })

  it('has its categories, or says that it could not be split', () => {
    const split = new World()
      .place('HP')
      .breakdown('sex', ['female', 'male'])
      .indicator('SPLIT', { schemes: [{ kind: 'partition', breakdowns: ['sex'], from: '2020-Q2' }] })
    split.assign('SPLIT', 'HP').fact(['SPLIT', 'HP', '2020-Q2'], { 'sex=female': 3, 'sex=male': 2 })
    split.fact(['SPLIT', 'HP', '2020-Q1'], 4)
    const found = [...figureRows(split.ask({ spans: [span('2020-Q1', '2020-Q2')], by: ['sex'] }))]
    expect(found.map(({ categories, value }) => [categories, value])).toEqual(
      expect.arrayContaining([
        [{ sex: 'female' }, 3],
        [{ sex: 'male' }, 2],
        [{ sex: 'not-split' }, 4],
      ]),
    )
  })
})

describe('what is kept from whoever asks', () => {
  const HIDDEN = {
    ...{ value: null, stage: null, numerator: null, denominator: null, n: null, of: null },
    ...{ coverage: null, flags: [], why: null },
  }
  const shown = (figure: Partial<Figure>) => {
    const answer = world.ask({ indicators: ['RATIO'], spans: [span('2020-Q1')] })
    const hidden = { ...answer.figure('RATIO', '*', '2020-Q1'), ...figure } as Figure
    const one = { indicator: 'RATIO', group: '*', span: '2020-Q1', cell: '', figure: hidden }
    const masked = Object.create(answer, { [Symbol.iterator]: { value: () => [one][Symbol.iterator]() } }) as Answer
    return [...figureRows(masked)][0]!
  }

  it.each(['confidential', 'outside'] as const)('is told of by nothing but that it is: %s', (state) => {
    const row = shown({ state } as Partial<Figure>)
    expect(row).toMatchObject(HIDDEN)
    expect(row.state).toBe(state)
  })
})

describe('the head of an answer', () => {
  it('says what was asked, as it was understood', () => {
    const answer = world.ask({ indicators: ['COUNT'], groups: [ALL], spans: [span('2020-Q1')] })
    const asked = {
      ...{ answer, choice: { from: q('2020-Q1'), to: q('2020-Q2'), grain: 'quarter' } },
      project: { name: { vi: 'Dự án', en: 'Project' }, illustrative: true },
      ...{
        source: { vi: 'Nguồn', en: 'Source' },
        places: [{ code: 'hp', name: { vi: 'Hải Phòng', en: 'Hai Phong' } }],
      },
    } as unknown as AskedFigures
    expect(figuresHead(asked)).toEqual({
      ...{ project: { vi: 'Dự án', en: 'Project' }, grain: 'quarter', basis: 'approved', map: 'as-reported' },
      ...{ from: '2020-Q1', to: '2020-Q2', first_day: '2020-01-01', last_day: '2020-06-30' },
      ...{ as_at: '2026-01-01T00:00:00.000Z', breakdown: [], source: { vi: 'Nguồn', en: 'Source' } },
      ...{ seen_as: null, illustrative: true, indicators: [{ code: 'COUNT', name: { vi: '', en: '' } }] },
      places: [{ code: 'hp', name: { vi: 'Hải Phòng', en: 'Hai Phong' } }],
    })
  })

  it.each<[object, boolean]>([
    [{}, true],
    [{ indicator: 'V3,V4', grain: 'year', basis: 'approved', map: 'today', from: '2020-Q1', format: 'csv' }, true],
    [{ grain: 'week' }, false],
    [{ basis: 'guessed' }, false],
    [{ format: 'xml' }, false],
    [{ asAt: 'x'.repeat(31) }, false],
    [{ donor: 'x'.repeat(101) }, false],
    [{ unknown: '1' }, false],
  ])('is asked for by what there is alone: %j', (query, isRead) => {
    expect(figuresQuery.safeParse(query).success).toBe(isRead)
  })
})

describe('an indicator', () => {
  const text = (word: string) => ({ vi: `${word} (vi)`, en: word })
  const defined = (more: Partial<DefinedIndicator>): DefinedIndicator =>
    ({
      ...{ id: 1, code: 'V3', component: 'protection', level: 'outcome', resultCode: '3', measure: 'count' },
      ...{ name: text('Clients'), definition: text('Whoever'), countingUnit: text('persons'), baseUnit: null },
      ...{ overPlaces: 'sum', overTime: 'latest', targetStage: null, direction: 'higher', sensitivity: 2 },
      ...{ frequency: 'quarterly', yearStart: 1, disjointReporters: true, scale: 1, decimals: 0 },
      ...{ stages: [text('Draft')], meansOfVerification: text('Files'), responsible: text('Police') },
      ...{ tags: { sdg: ['16.2'], gcm: [10] }, from: q('2019-Q1'), to: null, rounds: [] },
      schemes: [
        { kind: 'partition', from: q('2019-Q1'), to: null, breakdowns: ['sex'] },
        { kind: 'multiple', from: q('2020-Q1'), to: q('2020-Q4'), breakdowns: ['form', 'age'] },
      ],
      ...more,
    }) as unknown as DefinedIndicator

  it('is told as its last definition has it', () => {
    const row = indicatorRowOf(historyOf([defined({ name: text('Earlier') }), defined({ to: q('2021-Q4') })]))
    expect(row).toEqual({
      ...{ code: 'V3', name: text('Clients'), definition: text('Whoever'), component: 'protection', result: '3' },
      ...{ level: 'outcome', measure: 'count', unit: text('persons'), over_places: 'sum', over_time: 'latest' },
      ...{ direction: 'higher', frequency: 'quarterly', sensitivity: 2, stages: [text('Draft')] },
      breakdowns: [
        { kind: 'partition', from: '2019-Q1', to: null, by: ['sex'] },
        { kind: 'multiple', from: '2020-Q1', to: '2020-Q4', by: ['form', 'age'] },
      ],
      ...{ means_of_verification: text('Files'), responsible: text('Police'), sdg: ['16.2'], gcm: [10] },
      ...{ from: '2019-Q1', to: '2021-Q4' },
    })
    expect(indicatorRow.parse(row)).toEqual(row)
    expect(indicatorRowOf(historyOf([defined({})])).to).toBeNull()
  })
})
