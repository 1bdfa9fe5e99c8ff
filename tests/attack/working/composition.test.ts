import { describe, expect, it } from 'vitest'
import { compositionOf, timesOf } from '../../../src/attack/working/composition.ts'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import { q } from '../../support/small-project.ts'
import { count, reportOf } from './given.ts'

const LATEST = { overPlaces: 'sum', overTime: 'latest' } as const
const sex = (category: string, shown: number | null, more: Parameters<typeof count>[1] = {}) =>
  count(shown, { breakdown: 'Sex', category, ...more })
const at = (place: string, shown: number | null, more: Parameters<typeof count>[1] = {}) =>
  count(shown, { place, ...more })
const shape = (facts: KnownCount[], reports = [reportOf()]) => compositionOf('V3', facts, reports)

describe('how an indicator hangs together over time', () => {
  const sooner = { span: '2021-Q3..2021-Q4' }

  it('is by quarters where values are added, or nothing is said', () => {
    expect(shape([count(1)]).time).toBe('quarters')
    expect(shape([count(1)], [reportOf({ adds: { V3: { overPlaces: 'sum', overTime: 'sum' } } })]).time).toBe(
      'quarters',
    )
    expect(shape([count(1)], [reportOf({ adds: { V4: LATEST } })]).time).toBe('quarters')
  })

  it.each<[string, KnownCount[], 'end' | 'span']>([
    ['alike up to one day', [count(5), count(5, sooner)], 'end'],
    ['otherwise up to one day', [count(5), count(6, sooner)], 'span'],
    ['otherwise in another report', [count(5), count(6, { ...sooner, report: 1 })], 'end'],
    ['otherwise of another place', [count(5), count(6, { ...sooner, place: 'A' })], 'end'],
    ['otherwise of another category', [sex('M', 5), sex('F', 6, sooner)], 'end'],
    ['otherwise of another breakdown', [sex('M', 5), sex('M', 6, { ...sooner, breakdown: 'Age' })], 'end'],
    ['otherwise of another side', [count(5), count(6, { ...sooner, part: 'n' })], 'end'],
    ['otherwise up to another day', [count(5), count(6, { span: '2021-Q1..2021-Q3' })], 'end'],
    ['hidden under one of them', [count(5), count(null, sooner)], 'end'],
    ['otherwise after what is hidden', [count(null), count(5), count(6, sooner)], 'span'],
  ])('where the last value counts, by ends or by spans: %s', (_, facts, time) => {
    expect(shape(facts, [reportOf(), reportOf({ adds: { V3: LATEST } })]).time).toBe(time)
  })

  it('has names for its times', () => {
    const fact = count(1, { span: '2021-Q1..2021-Q2' })
    const [first, last] = [q('2021-Q1'), q('2021-Q2')]
    expect(timesOf(fact, { time: 'quarters' })).toEqual([`${first}`, `${last}`])
    expect(timesOf(fact, { time: 'end' })).toEqual([`to ${last}`])
    expect(timesOf(fact, { time: 'span' })).toEqual([`${first} to ${last}`])
  })
})

describe('how categories make up the total', () => {
  const divided = (facts: KnownCount[], overlapping: string[] = []) =>
    shape(facts, [reportOf(), reportOf({ overlapping: new Set(overlapping) })]).divisions.get('Sex')

  it.each<[string, KnownCount[], string | undefined]>([
    ['they are it', [count(9), sex('M', 4), sex('F', 5)], 'partition'],
    ['they are more', [count(9), sex('M', 4), sex('F', 6)], 'unknown'],
    ['they are less', [count(9), sex('M', 4), sex('F', 4)], 'unknown'],
    ['one is hidden', [count(9), sex('M', 4), sex('F', null)], 'partition'],
    ['one is hidden, and the others are more', [count(9), sex('M', 10), sex('F', null)], 'unknown'],
    ['the total is hidden', [count(null), sex('M', 4), sex('F', 4)], 'partition'],
    ['the total is of another span', [count(9), sex('M', 4, { span: '2021-Q1' })], 'partition'],
    ['the total is of a span with another end', [count(9), sex('M', 4, { span: '2021-Q1..2021-Q3' })], 'partition'],
    [
      'the total is of a span with another beginning',
      [count(9), sex('M', 4, { span: '2021-Q2..2021-Q4' })],
      'partition',
    ],
    ['the total is another report’s', [count(9, { report: 1 }), sex('M', 4)], 'partition'],
    ['the total is another side', [count(9, { part: 'n' }), sex('M', 4)], 'partition'],
    ['a place is less', [count(9, { place: 'A' }), sex('M', 4)], 'partition'],
    ['another breakdown is more', [count(9), count(12, { breakdown: 'Age', category: 'x' }), sex('M', 9)], 'partition'],
    [
      'the second of two totals does not fit',
      [count(9), sex('M', 9), count(9, { report: 1 }), sex('M', 8, { report: 1 })],
      'unknown',
    ],
    ['a category is told on two sheets', [count(9), sex('M', 4), sex('M', 4), sex('F', 5)], 'partition'],
    ['there are none', [count(9)], undefined],
  ])('%s', (_, facts, division) => {
    expect(divided(facts)).toBe(division)
  })

  it('may be said to overlap, in any report', () => {
    expect(divided([count(9), sex('M', 4), sex('F', 5)], ['V3|Sex'])).toBe('overlapping')
    expect(divided([count(9), sex('M', 4), sex('F', 4)], ['V3|Sex'])).toBe('overlapping')
    expect(divided([count(9), sex('M', 4), sex('F', 5)], ['V4|Sex', 'V3|Age'])).toBe('partition')
  })
})

describe('how places make up the project', () => {
  it.each<[string, KnownCount[], string]>([
    ['they are it', [count(9), at('A', 4), at('B', 5)], 'all'],
    ['they are only part of it', [count(9), at('A', 4), at('B', 4)], 'part'],
    ['one is hidden', [count(9), at('A', 4), at('B', null)], 'all'],
    ['none is told', [count(9)], 'all'],
    ['a category is less', [count(9), sex('M', 4)], 'all'],
  ])('%s', (_, facts, places) => {
    expect(shape(facts).places).toBe(places)
  })

  it('is not so where values of places are not added', () => {
    const rules = { overPlaces: 'none', overTime: 'sum' } as const
    expect(shape([count(9), at('A', 4), at('B', 5)], [reportOf({ adds: { V3: rules } })]).places).toBe('apart')
  })

  it('is by the places that they were at a time, by the map of their report', () => {
    const former = new Map([['New', { names: ['Old', 'Older'], until: q('2021-Q2') }]])
    const { placesThen } = shape([count(9)], [reportOf(), reportOf({ former })])
    expect(placesThen(1, 'New', `${q('2021-Q2')}`)).toEqual(['Old', 'Older'])
    expect(placesThen(1, 'New', `${q('2021-Q1')} to ${q('2021-Q3')}`)).toEqual(['New'])
    expect(placesThen(0, 'New', `${q('2021-Q2')}`)).toEqual(['New'])
  })
})
