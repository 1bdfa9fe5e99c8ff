import { describe, expect, it } from 'vitest'
import { type Figure, withheldFigure } from '../../src/figures/figure.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { type Benchmarks, comparing } from '../../src/targets/comparison.ts'
import type { Baseline, Target } from '../../src/targets/target.ts'
import { baseline, target } from './rows.ts'

const COUNT = {
  id: 1,
  code: 'A',
  measure: 'count',
  overPlaces: 'sum',
  overTime: 'sum',
  direction: 'higher',
  targetStage: null,
  frequency: 'quarterly',
  yearStart: 1,
  rounds: [],
}
const indicator = (given: object = {}) => ({ ...COUNT, ...given }) as unknown as DefinedIndicator
const stock = indicator({ overTime: 'latest' })
const milestone = indicator({ measure: 'milestone', overTime: 'latest', targetStage: 3 })
const reported = (value: number, more: Partial<Figure> = {}): Figure => ({
  state: 'reported',
  value,
  coverage: [1, 1],
  flags: [],
  ...more,
})
const MISSING: Figure = { state: 'not reported', value: null, coverage: [0, 1], flags: ['partial'] }

const LIFE = target('project', 1, 12, 200)
const YEAR = target('year', 1, 4, 100)
const PLACE = target('year', 1, 4, 40, { placeId: 7 })
const OTHER = target('year', 1, 4, 9, { indicatorId: 2 })
const PLACES: Record<string, number | null> = { all: null, hp: 7, qn: 8 }

function held(
  given: Partial<Benchmarks> & { of?: DefinedIndicator; group?: string; cell?: string; to?: number; figure?: Figure },
) {
  const { of = indicator(), group = 'all', cell = '', to = 4, figure = reported(90), ...more } = given
  const { compare } = comparing({
    targets: [OTHER, YEAR, PLACE, LIFE],
    baselines: [],
    thresholds: { green: 90, amber: 70 },
    placeOf: (name) => PLACES[name],
    isToDate: () => false,
    project: { from: 1, to: 4 },
    ...more,
  })
  const span = { key: 's', from: 1, to }
  return compare(of, { indicator: of.code, group, span: 's', cell }, span, figure, 'heading')
}

const toDate = () => true
const plan = (value: number, by: number, basis: string, of: Target) => ({ value, by, basis, of })

describe('what a figure is held against', () => {
  const year = { plan: plan(100, 4, 'target', YEAR) }
  it.each([
    ['its span', {}, 100, { variance: -10, ofTarget: 0.9, rag: 'green', ...year }],
    [
      'just short of green',
      { figure: reported(89.9) },
      100,
      { variance: -10.1, ofTarget: 0.899, rag: 'amber', ...year },
    ],
    [
      'its own place',
      { group: 'hp', figure: reported(20) },
      40,
      { variance: -20, ofTarget: 0.5, rag: 'red', plan: plan(40, 4, 'target', PLACE) },
    ],
    ['no row of its place', { group: 'qn' }, null, { variance: null, ofTarget: null, rag: 'grey', why: 'no target' }],
    [
      'what its place was before had a target, which is not its own',
      { group: 'qn', formerPlacesOf: () => [6, 7] },
      null,
      { variance: null, ofTarget: null, rag: 'grey', why: 'no target since' },
    ],
    [
      'what its place was before had none either',
      { group: 'qn', formerPlacesOf: () => [6] },
      null,
      { variance: null, ofTarget: null, rag: 'grey', why: 'no target' },
    ],
    [
      'its place has targets of its own, of other spans',
      { group: 'hp', to: 3, formerPlacesOf: () => [7] },
      null,
      { variance: null, ofTarget: null, rag: 'grey', why: 'no target' },
    ],
    ['no row of its span', { to: 3 }, null, { variance: null, ofTarget: null, rag: 'grey', why: 'no target' }],
    [
      'what was planned by now, and the life of the project beside it',
      { isToDate: toDate },
      100,
      { variance: -10, ofTarget: 0.9, rag: 'green', ...year, life: { target: 200, ofTarget: 0.45 } },
    ],
    [
      'an even share of the life where nothing else is planned',
      { isToDate: toDate, targets: [LIFE], to: 6 },
      100,
      {
        variance: -10,
        ofTarget: 0.9,
        rag: 'green',
        plan: plan(100, 6, 'share', LIFE),
        life: { target: 200, ofTarget: 0.45 },
      },
    ],
    [
      'no life where there is none',
      { isToDate: toDate, targets: [YEAR] },
      100,
      { variance: -10, ofTarget: 0.9, rag: 'green', ...year },
    ],
    [
      'nothing came',
      { figure: MISSING },
      100,
      { variance: null, ofTarget: null, rag: 'grey', why: 'no figure', ...year },
    ],
    [
      'another indicator',
      { of: indicator({ id: 2 }) },
      9,
      { variance: 81, ofTarget: 10, rag: 'green', plan: plan(9, 4, 'target', OTHER) },
    ],
    [
      'an indicator without any',
      { of: indicator({ id: 3 }) },
      null,
      { variance: null, ofTarget: null, rag: 'grey', why: 'no target' },
    ],
  ] as const)('%s', (_, given, goal, progress) => {
    expect(held(given as Parameters<typeof held>[0])).toEqual({ target: goal, progress })
  })

  it('is nothing for a category, or for a group that can have no target', () => {
    expect(held({ cell: 'sex=female' })).toEqual({ target: null, progress: null })
    expect(held({ group: 'elsewhere' })).toEqual({ target: null, progress: null })
  })

  it('is told by the span and by the heading it is shown under', () => {
    const asked: unknown[] = []
    const isToDate: Benchmarks['isToDate'] = (...about) => {
      asked.push(about)
      return false
    }
    held({ isToDate })
    expect(asked).toEqual([[{ key: 's', from: 1, to: 4 }, 'heading']])
  })

  it('is, from the beginning of a phase, what was planned in that phase and its own life', () => {
    const phase = { code: 'two', from: 3, to: 6 }
    const targets = [target('phase', 3, 6, 80, { phase: 'two' }), target('year', 1, 2, 500), LIFE]
    const asked: unknown[] = []
    const phaseOf: NonNullable<Benchmarks['phaseOf']> = (...about) => {
      asked.push(about)
      return phase
    }
    const compared = held({ targets, phaseOf, figure: reported(10), to: 4 })
    expect(compared).toMatchObject({ target: 40, progress: { ofTarget: 0.25, life: { target: 80, ofTarget: 0.125 } } })
    expect(asked).toEqual([[{ key: 's', from: 1, to: 4 }, 'heading']])
  })

  it('is the distance from the baseline for a stock, and not when the baseline may not be known', () => {
    const baselines = [baseline(5, { indicatorId: 2 }), baseline(80)]
    expect(held({ of: stock, baselines })).toMatchObject({ target: 100, progress: { ofTarget: 0.5, rag: 'red' } })
    expect(held({ of: stock })).toMatchObject({ progress: { why: 'no baseline', variance: -10 } })
    expect(held({ of: stock, baselines, secretBaselines: new Set(['A']) })).toEqual({
      target: 100,
      progress: {
        variance: -10,
        ofTarget: null,
        rag: 'grey',
        why: 'hidden baseline',
        plan: plan(100, 4, 'target', YEAR),
      },
    })
    expect(held({ secretBaselines: new Set(['A']) })).toEqual(held({}))
    expect(held({ of: stock, baselines, secretBaselines: new Set(['A']), figure: MISSING })).toMatchObject({
      progress: { why: 'no figure' },
    })
    expect(held({ of: stock, baselines, secretBaselines: new Set(['B']) })).toEqual(held({ of: stock, baselines }))
  })

  it('starts from 0 before the project for a count since the beginning, unless a baseline says more', () => {
    const lifelong = indicator({ overTime: 'life' })
    const at = (given: Parameters<typeof held>[0]) => held({ of: lifelong, targets: [YEAR], to: 2, ...given })
    expect(at({ figure: reported(40) })).toMatchObject({ target: 50, progress: { ofTarget: 0.8, rag: 'amber' } })
    expect(at({ baselines: [baseline(20)] })).toMatchObject({ target: 60 })
    expect(at({ baselines: [baseline(20)], secretBaselines: new Set(['A']) })).toMatchObject({ target: null })
    expect(at({ of: stock })).toMatchObject({ target: null, progress: { why: 'no baseline' } })
  })

  it('gives no path away that starts from a baseline which may not be known', () => {
    const secret = { of: stock, baselines: [baseline(80)], secretBaselines: new Set(['A']) }
    expect(held({ ...secret, to: 3 })).toEqual({
      target: null,
      progress: { variance: null, ofTarget: null, rag: 'grey', why: 'hidden baseline' },
    })
    expect(held({ ...secret, to: 3, isToDate: toDate }).progress?.life).toEqual({ target: 200, ofTarget: null })
  })

  it('is, for stages, the stage that counts as reached, or how many should be there', () => {
    expect(held({ of: milestone, figure: reported(2), targets: [] })).toMatchObject({
      target: 3,
      progress: { variance: -1 },
    })
    expect(held({ of: milestone, figure: reported(2), targets: [YEAR] })).toMatchObject({ target: 3 })
    const several = reported(4, { of: 5 })
    expect(held({ of: milestone, figure: several, targets: [] })).toMatchObject({
      target: 5,
      progress: { ofTarget: 0.8 },
    })
    expect(held({ of: milestone, figure: several, targets: [target('year', 1, 4, 4)] })).toMatchObject({
      target: 4,
      progress: { ofTarget: 1 },
    })
    expect(held({ of: milestone, figure: MISSING, targets: [] })).toMatchObject({
      target: null,
      progress: { why: 'no figure' },
    })
    expect(held({ of: milestone, figure: MISSING, targets: [YEAR] })).toMatchObject({ target: 100 })
    expect(held({ figure: reported(4, { of: 5 }) })).toMatchObject({ target: 100 })
  })
})

describe('what a trend starts from', () => {
  const starting = (baselines: Baseline[], group = 'all', of = stock) =>
    comparing({
      targets: [],
      baselines,
      thresholds: { green: 90, amber: 70 },
      placeOf: (name) => PLACES[name],
      isToDate: () => false,
      project: { from: 1, to: 4 },
    }).baselineOf(of, group)

  it('is the baseline with its source', () => {
    expect(starting([baseline(1, { indicatorId: 2 }), baseline(40)])).toEqual({
      value: 40,
      source: { vi: 'khảo sát', en: 'survey' },
    })
    const own = { placeId: 7, source: { vi: 'sổ', en: 'register' } }
    expect(starting([baseline(40), baseline(6, own)], 'hp')).toEqual({ value: 6, source: own.source })
    expect(starting([baseline(6, own)])).toEqual({ value: 6, source: { vi: '', en: '' } })
  })

  it('is nothing where there is none', () => {
    expect(starting([])).toBeNull()
    expect(starting([baseline(40)], 'qn')).toBeNull()
    expect(starting([baseline(40)], 'elsewhere')).toBeNull()
  })
})

it.each(['confidential', 'outside'] as const)(
  'what is %s is held against nothing, and nothing of its plan is told',
  (why) => {
    const found = held({ figure: withheldFigure(reported(90), why) })
    expect(found).toEqual({ target: null, progress: { variance: null, ofTarget: null, rag: 'grey', why } })
  },
)

it('a baseline that may not be known is told to nobody', () => {
  const of = (secretBaselines?: ReadonlySet<string>) =>
    comparing({
      targets: [],
      baselines: [baseline(50)],
      thresholds: { green: 90, amber: 70 },
      placeOf: () => null,
      isToDate: () => false,
      project: { from: 1, to: 12 },
      ...(secretBaselines ? { secretBaselines } : {}),
    }).baselineOf(stock, 'all')
  expect(of()?.value).toBe(50)
  expect(of(new Set(['A']))).toBeNull()
})
