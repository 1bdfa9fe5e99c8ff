import { describe, expect, it } from 'vitest'
import { World } from '../support/world.ts'

const SEX = ['female', 'male', 'not-recorded']

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
