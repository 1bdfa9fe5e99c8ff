import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/figures/question.ts'
import { UNSPLIT } from '../../src/figures/split.ts'
import { ALL, span, World } from '../support/world.ts'

const SEX = ['female', 'male', 'not-recorded']

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

  it('are all there is where every value could be split', () => {
    const other = new World().breakdown('sex', SEX).place('HP').place('QN')
    other
      .indicator('A', { schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
      .assign('A', 'HP')
      .assign('A', 'QN')
    other.fact(['A', 'HP', '2020-Q1'], { 'sex=female': 2 }).fact(['A', 'HP', '2020-Q2'], { 'sex=female': 2 })
    const keys = () => other.ask({ by: ['sex'], spans: [span('2020-Q1', '2020-Q2')] }).cells('A').length
    expect(keys()).toBe(3)
    other.fact(['A', 'QN', '2020-Q2'], 4)
    expect(keys()).toBe(4)
    const groups = [ALL, { key: 'HP', places: ['HP'] }, { key: 'QN', places: ['QN'] }]
    const answer = other.ask({ by: ['sex'], groups, spans: [span('2020-Q1'), span('2020-Q2')] })
    const unsplit = (group: string, quarter: string) => {
      const { state, value } = answer.figure('A', group, quarter, UNSPLIT)
      return [state, value]
    }
    expect(unsplit('*', '2020-Q2')).toEqual(['reported', 4])
    expect(unsplit('QN', '2020-Q2')).toEqual(['reported', 4])
    expect(unsplit('HP', '2020-Q2')).toEqual(['not due', null])
    expect(unsplit('*', '2020-Q1')).toEqual(['not due', null])
    expect(new Set([...answer].map(({ cell }) => cell))).toEqual(new Set(['', ...answer.cells('A')]))
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
