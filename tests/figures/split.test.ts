import { describe, expect, it } from 'vitest'
import { Splits } from '../../src/figures/read/splits.ts'
import {
  answering,
  categoryKeys,
  changesWithin,
  inTotal,
  isOverlapping,
  isUndivided,
  keysOf,
  UNSPLIT,
} from '../../src/figures/split.ts'
import type { Scheme } from '../../src/indicators/breakdown.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import type { SchemeKind } from '../../src/vocabulary/indicator.ts'

let ids = 0
const scheme = (kind: SchemeKind, breakdowns: string[], from = 0, to: number | null = null): Scheme => ({
  id: ++ids,
  kind,
  breakdowns,
  from,
  to,
})
const indicator = (...schemes: Scheme[]) => ({ schemes })
const whole = { by: [], only: {} }
const by = (...codes: string[]) => ({ by: codes, only: {} })
const only = (kept: Record<string, string>) => ({ by: [], only: kept })

const crossed = scheme('primary', ['sex', 'age'])
const form = scheme('partition', ['form'])
const service = scheme('multiple', ['service'])
const full = indicator(crossed, form, service)
const girl = { sex: 'female', age: '0-17' }

describe('which figures a cell belongs to', () => {
  it('is the total for every cell but those of extra breakdowns', () => {
    expect(keysOf(full, 5, whole, girl)).toEqual([''])
    expect(keysOf(full, 5, whole, {})).toEqual([''])
    expect(keysOf(full, 5, whole, { form: 'labour' })).toEqual([])
    expect(keysOf(full, 5, whole, { service: 'health' })).toEqual([])
    expect(inTotal(full, 5, { form: 'labour' })).toBe(false)
    expect(inTotal(indicator(scheme('partition', ['form'], 6)), 5, { form: 'labour' })).toBe(true)
    expect(inTotal(full, 5, { form: 'labour', sex: 'female' })).toBe(true)
    expect(inTotal(full, 5, { sex: 'female' })).toBe(true)
    expect(inTotal(indicator(scheme('partition', ['form', 'sex'])), 5, { form: 'labour', age: '0-17' })).toBe(true)
  })

  it('is the total and its own categories of the primary breakdown', () => {
    expect(keysOf(full, 5, by('sex'), girl)).toEqual(['', 'sex=female'])
    expect(keysOf(full, 5, by('sex', 'age'), girl)).toEqual(['', 'age=0-17|sex=female'])
    expect(keysOf(full, 5, by('sex'), { form: 'labour' })).toEqual([])
  })

  it('is its category alone for an extra breakdown: the total stays that of the primary one', () => {
    expect(keysOf(full, 5, by('form'), { form: 'labour' })).toEqual(['form=labour'])
    expect(keysOf(full, 5, by('form'), girl)).toEqual([''])
    expect(keysOf(full, 5, by('service'), { service: 'health' })).toEqual(['service=health'])
  })

  it('is left unsplit when the quarter does not know the breakdown, or the value came undivided', () => {
    const late = indicator(scheme('primary', ['age'], 0, 9), scheme('primary', ['sex'], 10))
    expect(keysOf(late, 5, by('sex'), { age: '0-17' })).toEqual(['', UNSPLIT])
    expect(keysOf(late, 10, by('sex'), { sex: 'male' })).toEqual(['', 'sex=male'])
    expect(keysOf(late, 10, by('sex'), {})).toEqual(['', UNSPLIT])
    expect(keysOf(late, 9, by('age'), { age: '0-17' })).toEqual(['', 'age=0-17'])
  })

  it('is what is kept, and nothing else', () => {
    expect(keysOf(full, 5, only({ sex: 'female' }), girl)).toEqual([''])
    expect(keysOf(full, 5, only({ sex: 'male' }), girl)).toEqual([])
    expect(keysOf(full, 5, only({ form: 'labour' }), { form: 'labour' })).toEqual([''])
    expect(keysOf(full, 5, only({ form: 'labour' }), girl)).toEqual([])
    expect(keysOf(full, 5, { by: ['age'], only: { sex: 'female' } }, girl)).toEqual(['', 'age=0-17'])
    expect(keysOf(full, 5, { by: ['age'], only: { sex: 'male' } }, girl)).toEqual([])
    expect(keysOf(full, 5, { by: ['age'], only: { sex: 'male' } }, {})).toEqual([])
  })
})

describe('what answers a question about categories', () => {
  it('is the primary breakdown before an extra one', () => {
    const both = indicator(scheme('partition', ['sex']), crossed)
    expect(answering(both, 5, by('sex'))).toEqual([crossed])
    expect(answering(full, 5, by('form'))).toEqual([form])
    expect(answering(full, 5, by('form', 'sex'))).toEqual([])
    expect(answering(full, 5, { by: ['age'], only: { sex: 'male' } })).toEqual([crossed])
    expect(answering(indicator(form, scheme('multiple', ['form'])), 5, by('form'))).toEqual([form])
  })

  it('changes when a breakdown begins or ends, not when it is made finer', () => {
    const begins = indicator(scheme('primary', ['sex'], 10))
    expect(changesWithin(begins, [9, 10], by('sex'))).toBe(true)
    expect(changesWithin(begins, [10, 11], by('sex'))).toBe(false)
    expect(changesWithin(begins, [9, 10], whole)).toBe(false)
    const finer = indicator(scheme('primary', ['sex'], 0, 9), scheme('primary', ['sex', 'age'], 10))
    expect(changesWithin(finer, [9, 10], by('sex'))).toBe(false)
    expect(changesWithin(finer, [9, 10], only({ age: '0-17' }))).toBe(true)
    const loosened = indicator(scheme('partition', ['form'], 0, 9), scheme('multiple', ['form'], 10))
    expect(changesWithin(loosened, [9, 10], by('form'))).toBe(true)
  })

  it('overlaps when rows may hold the same person and are kept apart', () => {
    expect(isOverlapping(full, [5], by('service'))).toBe(true)
    expect(isOverlapping(full, [5], by('form'))).toBe(false)
    expect(isOverlapping(full, [5], only({ service: 'health' }))).toBe(false)
    expect(isOverlapping(full, [], by('service'))).toBe(false)
    expect(isOverlapping(indicator(scheme('multiple', ['service'], 9)), [8, 9], by('service'))).toBe(true)
  })

  it('is not needed when nothing is kept apart', () => {
    expect([isUndivided(whole), isUndivided(by('sex')), isUndivided(only({ sex: 'female' }))]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('categories kept apart', () => {
  const list = (code: string, ...codes: string[]) => ({
    id: 1,
    code,
    name: { vi: '', en: '' },
    categories: codes.map((one, id) => ({ id, code: one, name: { vi: '', en: '' }, definitions: [] })),
  })
  const lists = [list('sex', 'female', 'male'), list('age', '0-17', '18+')]

  it('are crossed in the order of their lists', () => {
    expect(categoryKeys(lists, by('sex', 'age'))).toEqual([
      'age=0-17|sex=female',
      'age=18+|sex=female',
      'age=0-17|sex=male',
      'age=18+|sex=male',
    ])
    expect(categoryKeys(lists, whole)).toEqual([])
    expect(categoryKeys(lists, { by: ['sex', 'age'], only: { sex: 'male' } })).toEqual([
      'age=0-17|sex=male',
      'age=18+|sex=male',
    ])
  })
})

describe('splits as numbers', () => {
  const cells = [
    { id: 1, categories: {} },
    { id: 2, categories: { sex: 'female' } },
    { id: 3, categories: { form: 'labour' } },
  ]
  const defined = (...schemes: Scheme[]) => ({ schemes }) as DefinedIndicator

  it('are needed only where some cell does not count', () => {
    const splits = new Splits(cells, whole, [''])
    expect(splits.of(defined(scheme('primary', ['sex'])), 5)).toBe(-1)
    expect(splits.rows.map(({ split, cell, key }) => [split, cell, key])).toEqual([])
    expect(splits.divided).toBe(false)
    expect(splits.of(defined(scheme('primary', ['sex']), form), 5)).toBe(0)
    expect(splits.rows.map(({ split, cell, key }) => [split, cell, key])).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [0, 2, 0],
    ])
  })

  it('name the figures of each cell, and all that came', () => {
    const foreign = { id: 4, categories: { age: '0-17' } }
    const splits = new Splits([...cells, foreign], by('sex'), ['', 'sex=female', UNSPLIT])
    const bySex = defined(scheme('primary', ['sex'], 6), form)
    expect([splits.of(bySex, 6), splits.of(bySex, 7), splits.of(bySex, 5)]).toEqual([0, 0, 1])
    expect(splits.divided).toBe(true)
    expect(splits.rows.map(({ split, cell, key }) => [split, cell, key])).toEqual([
      [0, 0, -1],
      [0, 1, -1],
      [0, 1, 0],
      [0, 1, 2],
      [0, 2, -1],
      [0, 2, 0],
      [0, 2, 1],
      [0, 3, -1],
      [1, 0, -1],
      [1, 1, -1],
      [1, 1, 0],
      [1, 1, 2],
      [1, 2, -1],
      [1, 2, 0],
      [1, 2, 2],
      [1, 3, -1],
    ])
  })
})
