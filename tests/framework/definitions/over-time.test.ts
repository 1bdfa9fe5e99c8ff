import { beforeEach, describe, expect, it } from 'vitest'
import { expectedSubmissions, owedIndicators } from '../../../src/assignments/load.ts'
import { freshenTally } from '../../../src/figures/tally/rebuild.ts'
import { changeBreakdown } from '../../../src/framework/definitions/change-breakdown.ts'
import { endCategory, listCategory } from '../../../src/framework/definitions/change-category.ts'
import { redefineIndicator, retireIndicator } from '../../../src/framework/definitions/redefine.ts'
import { breakdownIn } from '../../../src/indicators/breakdown.ts'
import { breakdowns } from '../../../src/indicators/breakdown-store.ts'
import { historiesAsAt, indicatorsAsAt } from '../../../src/indicators/store.ts'
import { q, type World } from '../../support/world.ts'
import { CHANGED, expectProved, LATER, QUARTERS, redefine as redefineIn, text, twoProvinces } from './given.ts'

let world: World
beforeEach(() => {
  world = twoProvinces()
})
const redefine = (...given: Parameters<typeof redefineIn> extends [World, ...infer Rest] ? Rest : never) =>
  redefineIn(world, ...given)
const later = (from: string, to = from, more = {}) => world.figure('A', '*', from, to, more)
const proved = () => expectProved(world)

describe('a rule that changes from a quarter on', () => {
  it('reads every quarter under its own, and adds nothing over the change', () => {
    const before = QUARTERS.slice(0, 4).map((quarter) => later(quarter))
    const year = later('2021-Q1', '2021-Q4')
    expect(redefine('2022-Q1', { overTime: 'latest' })).toBeNull()
    expect(QUARTERS.slice(0, 4).map((quarter) => later(quarter))).toEqual(before)
    expect(later('2021-Q1', '2021-Q4')).toEqual(year)
    expect(year).toMatchObject({ state: 'reported', value: 28, flags: [] })
    expect(later('2022-Q1')).toMatchObject({ state: 'reported', value: 12, flags: ['break'] })
    expect(later('2022-Q1', '2022-Q2')).toMatchObject({
      state: 'reported',
      value: 14,
      coverage: [2, 2],
      flags: ['break'],
    })
    expect(later('2022-Q2')).toMatchObject({ state: 'reported', value: 14, flags: [] })
    expect(later('2021-Q1', '2022-Q2')).toMatchObject({
      state: 'not additive',
      why: 'definitions',
      value: null,
      flags: ['break'],
    })
    proved()
  })

  it('is not known before it was said: a figure as at an earlier day reads as it did', () => {
    const asAt = CHANGED - 1
    const whole = later('2021-Q1', '2022-Q2', { asAt })
    redefine('2022-Q1', { overTime: 'latest' })
    expect(later('2021-Q1', '2022-Q2', { asAt })).toEqual(whole)
    expect(whole).toMatchObject({ state: 'reported', value: 54 })
    expect(later('2021-Q1', '2022-Q2', { asAt: CHANGED })).toMatchObject({ state: 'not additive' })
  })

  it('may hold for some quarters only', () => {
    redefine('2021-Q3', { overPlaces: 'none' }, '2021-Q3')
    expect(later('2021-Q2')).toMatchObject({ value: 6, flags: [] })
    expect(later('2021-Q3')).toMatchObject({ state: 'not additive', why: 'reporters', flags: ['break'] })
    expect(later('2021-Q4')).toMatchObject({ value: 10, flags: ['break'] })
    expect(world.figure('A', ['HP'], '2021-Q3')).toMatchObject({ state: 'reported', value: 4 })
    proved()
  })

  it('of a name alone breaks nothing, and both are known by their quarters', () => {
    redefine('2022-Q1', { name: text('new') })
    expect(later('2021-Q1', '2022-Q2')).toMatchObject({ state: 'reported', value: 54, flags: [] })
    const answer = world.ask({
      indicators: ['A'],
      spans: [
        { key: 'old', from: q('2021-Q1'), to: q('2021-Q4') },
        { key: 'new', from: q('2022-Q1'), to: q('2022-Q1') },
      ],
    })
    expect([answer.definition('A', 'old').name.en, answer.definition('A', 'new').name.en]).toEqual(['', 'new'])
    expect(answer.indicators.map(({ name }) => name.en)).toEqual(['new'])
  })

  it('of meaning is added over and marked', () => {
    redefine('2022-Q1', { definition: text('children too') })
    expect(later('2021-Q1', '2022-Q2')).toMatchObject({ state: 'reported', value: 54, flags: ['break'] })
    proved()
  })
})

describe('how often it is asked for', () => {
  it('changes from a quarter on: coverage counts what was asked of each', () => {
    redefine('2022-Q1', { frequency: 'half-yearly' })
    expect(later('2021-Q1', '2022-Q4')).toMatchObject({ coverage: [12, 14], flags: ['partial', 'break'] })
    expect(
      expectedSubmissions(world.db, { from: q('2021-Q4'), to: q('2022-Q4') }).map(({ quarter }) => quarter),
    ).toEqual([...['HP', 'QN'].flatMap(() => ['2021-Q4', '2022-Q2', '2022-Q4'].map(q))])
    proved()
  })
})

describe('an indicator that is retired', () => {
  it('stays readable in its quarters and is not asked for after', () => {
    const history = later('2021-Q1', '2022-Q2')
    expect(retireIndicator(world.db, null, 'A', q('2022-Q2'), CHANGED)).toBeNull()
    expect(later('2021-Q1', '2022-Q2')).toEqual(history)
    expect(later('2022-Q3')).toMatchObject({ state: 'not due', coverage: [0, 0] })
    expect(later('2021-Q1', '2022-Q4')).toMatchObject({ value: 54, coverage: [12, 12], flags: [] })
    expect(expectedSubmissions(world.db, { from: q('2022-Q3'), to: q('2023-Q4') })).toEqual([])
    expect(world.ask({ spans: [{ key: 's', from: q('2023-Q1'), to: q('2023-Q1') }] }).indicators).toEqual([])
    expect(world.ask({ spans: [{ key: 's', from: q('2022-Q2'), to: q('2023-Q1') }] }).indicators).toHaveLength(1)
    expect(indicatorsAsAt(world.db)).toHaveLength(1)
    proved()
  })

  it('comes back after a pause, as a break', () => {
    retireIndicator(world.db, null, 'A', q('2022-Q2'), CHANGED)
    redefineIndicator(
      world.db,
      null,
      'A',
      { from: q('2023-Q1'), to: null, changes: { definition: text('anew') } },
      LATER,
    )
    expect(historiesAsAt(world.db)[0]!.definitions.map(({ from, to }) => [from, to])).toEqual([
      [7960, q('2022-Q2')],
      [q('2023-Q1'), null],
    ])
    expect(later('2022-Q3', '2022-Q4')).toMatchObject({ state: 'not due' })
    expect(later('2023-Q1')).toMatchObject({ state: 'not reported', coverage: [0, 2], flags: ['partial', 'break'] })
    proved()
  })
})

describe('a category', () => {
  const by = (from: string, to = from) => {
    const answer = world.ask({ indicators: ['A'], spans: [{ key: 's', from: q(from), to: q(to) }], by: ['sex'] })
    return Object.fromEntries(answer.cells('A').map((cell) => [cell, answer.figure('A', '*', 's', cell)]))
  }

  it('that comes later is not asked for, and not missing, before', () => {
    const year = by('2021-Q1', '2021-Q4')
    const added = { from: q('2022-Q1'), to: null, name: text('Intersex') }
    expect(listCategory(world.db, null, { breakdown: 'sex', category: 'intersex' }, added, CHANGED)).toBeNull()
    expect(by('2021-Q1', '2021-Q4')).toEqual(year)
    expect(Object.keys(year)).toEqual(['sex=female', 'sex=male', 'sex=not-recorded'])
    world.fact(['A', 'HP', '2022-Q3'], { 'sex=female': 1, 'sex=intersex': 2 })
    const over = by('2021-Q4', '2022-Q3')
    expect(Object.keys(over)).toEqual(['sex=female', 'sex=male', 'sex=intersex', 'sex=not-recorded'])
    expect(over['sex=intersex']).toMatchObject({
      state: 'reported',
      value: 2,
      coverage: [1, 6],
      flags: ['partial', 'break'],
    })
    expect(over['sex=female']).toMatchObject({ coverage: [7, 8], flags: ['partial', 'break'] })
    expect(by('2022-Q1')['sex=male']!.flags).toEqual(['break'])
    expect(by('2022-Q2')['sex=male']!.flags).toEqual([])
    expect(breakdownIn(breakdowns(world.db)[0]!, q('2021-Q4')).categories.map(({ code }) => code)).toEqual([
      'female',
      'male',
      'not-recorded',
    ])
    expect(owedIndicators(world.db, { partnerId: 1, placeId: 1 }, q('2022-Q1'))).toHaveLength(1)
    freshenTally(world.db)
    proved()
  })

  it('that ends stays readable, and breaks the series of all', () => {
    expect(
      endCategory(world.db, null, { breakdown: 'sex', category: 'not-recorded' }, q('2021-Q2'), CHANGED),
    ).toBeNull()
    expect(Object.keys(by('2021-Q2'))).toContain('sex=not-recorded')
    expect(Object.keys(by('2021-Q3'))).not.toContain('sex=not-recorded')
    expect(by('2021-Q3')['sex=female']!.flags).toEqual(['break'])
    expect(by('2021-Q4')['sex=female']!.flags).toEqual([])
  })

  it('that is called something else is the same one', () => {
    const renamed = { from: q('2022-Q1'), to: null, name: text('Women') }
    listCategory(world.db, null, { breakdown: 'sex', category: 'female' }, renamed, CHANGED)
    expect(by('2021-Q1', '2022-Q2')['sex=female']).toMatchObject({ value: 42, flags: [] })
    const names = (quarter: string) => breakdownIn(breakdowns(world.db)[0]!, q(quarter)).categories[0]!.name.en
    expect([names('2021-Q4'), names('2022-Q1')]).toEqual(['female', 'Women'])
    expect(breakdowns(world.db, CHANGED - 1)[0]!.categories[0]!.definitions).toHaveLength(1)
  })
})

describe('how it is split', () => {
  it('changes from a quarter on, and not where values have been given', () => {
    world.breakdown('age', ['child', 'adult'])
    const change = (from: string) =>
      changeBreakdown(world.db, null, 'A', { from: q(from), to: null, breakdowns: ['age'] }, CHANGED)
    expect(change('2022-Q2')).toEqual({ code: 'none-for-values', what: 'A', quarter: q('2022-Q2') })
    expect(change('2022-Q3')).toBeNull()
    expect(indicatorsAsAt(world.db)[0]!.schemes.map(({ from, to, breakdowns }) => [from, to, breakdowns])).toEqual([
      [q('2019-Q1'), q('2022-Q2'), ['sex']],
      [q('2022-Q3'), null, ['age']],
    ])
    expect(indicatorsAsAt(world.db, CHANGED - 1)[0]!.schemes).toHaveLength(1)
    proved()
  })
})
