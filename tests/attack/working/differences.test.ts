import { describe, expect, it } from 'vitest'
import type { Composition } from '../../../src/attack/working/composition.ts'
import { remainderOf, smallDifferences } from '../../../src/attack/working/differences.ts'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import type { System } from '../../../src/attack/working/system.ts'
import { count } from './given.ts'

type More = Parameters<typeof count>[1]
/** A figure with the unknowns it is the sum of, as its own report has them and, where told, as another one has. */
type Placed = { fact: KnownCount; columns: number[]; elsewhere?: Record<number, number[]> }

const placed = (shown: number | null, columns: number[], more: More = {}, elsewhere?: Placed['elsewhere']): Placed => ({
  fact: count(shown, more),
  columns,
  ...(elsewhere ? { elsewhere } : {}),
})

function found(all: Placed[], time: Composition['time'] = 'quarters', k = 5): string[] {
  const of = (fact: KnownCount) => all.find((one) => one.fact === fact)!
  const shape = { time } as Composition
  const system: System = {
    ...{ columns: 9, most: 1e7, rows: [], facts: all.map(({ fact }) => fact) },
    columnsOf: (fact) => of(fact).columns,
    columnsIn: (fact, report) => of(fact).elsewhere?.[report] ?? of(fact).columns,
    shapes: new Map(['V3', 'V4'].map((code) => [code, shape])),
  }
  return smallDifferences(system, k).map(({ kind, whole, less, count: by }) => {
    return `${kind} ${whole.shown} - ${less.shown} = ${by}`
  })
}
const pair = (whole: More, less: More, time?: Composition['time']) =>
  found([placed(20, [1, 2, 3], whole), placed(17, [1, 2], less)], time)
const REST = ['rest 20 - 17 = 3']

describe('what is left of a figure without another one', () => {
  it.each<[number, number, string[]]>([
    [20, 19, ['rest 20 - 19 = 1']],
    [20, 16, ['rest 20 - 16 = 4']],
    [20, 15, []],
    [20, 20, []],
    [20, 22, []],
  ])('is told where it is small: %d without %d', (whole, less, told) => {
    expect(found([placed(whole, [1, 2], {}), placed(less, [1], { place: 'A' })])).toEqual(told)
  })

  it.each<[string, More, More, string[]]>([
    ['a place of the project', {}, { place: 'A' }, REST],
    ['the project in a place', { place: 'A' }, {}, []],
    ['a place on another map', { place: 'A' }, { place: 'B' }, REST],
    ['a category of another place', { place: 'A' }, { place: 'B', breakdown: 'Sex', category: 'F' }, []],
    ['a category of its place', { place: 'A' }, { place: 'A', breakdown: 'Sex', category: 'F' }, REST],
    ['a category of the project', {}, { breakdown: 'Sex', category: 'F' }, REST],
    ['all in a category', { breakdown: 'Sex', category: 'F' }, { place: 'A' }, []],
    [
      'a place in a category',
      { breakdown: 'Sex', category: 'F' },
      { breakdown: 'Sex', category: 'F', place: 'A' },
      REST,
    ],
    ['another category', { breakdown: 'Sex', category: 'F' }, { breakdown: 'Sex', category: 'M', place: 'A' }, []],
    ['another breakdown', { breakdown: 'Sex', category: 'x' }, { breakdown: 'Age', category: 'x', place: 'A' }, []],
    [
      'a divided place in another one',
      { place: 'A', breakdown: 'Sex', category: 'F' },
      { place: 'B', breakdown: 'Sex', category: 'F' },
      [],
    ],
    ['a quarter', {}, { span: '2021-Q2' }, REST],
    ['a quarter outside', {}, { span: '2020-Q4' }, []],
    ['a longer span', {}, { span: '2021-Q1..2022-Q1' }, []],
    ['a numerator', { part: 'denominator' }, { part: 'numerator' }, REST],
    ['a denominator', { part: 'numerator' }, { part: 'denominator' }, []],
    ['what a mean rests on', { part: 'denominator' }, { part: 'n' }, []],
    ['another indicator', {}, { indicator: 'V4', place: 'A' }, []],
  ])('is asked of %s', (_, whole, less, told) => {
    expect(pair(whole, less)).toEqual(told)
  })

  it('is asked only of what the first holds: every unknown of the second', () => {
    expect(found([placed(20, [1, 2]), placed(17, [1, 7], { place: 'A' })])).toEqual([])
  })

  it.each<[Composition['time'], More, string[]]>([
    ['end', { span: '2021-Q3..2021-Q4', place: 'A' }, REST],
    ['end', { span: '2021-Q1..2021-Q3', place: 'A' }, []],
    ['span', { span: '2021-Q3..2021-Q4', place: 'A' }, []],
    ['span', { span: '2021-Q1..2021-Q3', place: 'A' }, []],
    ['span', { place: 'A' }, REST],
  ])('is asked by %ss, where the last value counts, of %j', (time, less, told) => {
    expect(pair({}, less, time)).toEqual(told)
  })

  it('is not asked of what is hidden, nor of what another report counts otherwise', () => {
    expect(found([placed(null, [1, 2]), placed(3, [1], { place: 'A' })])).toEqual([])
    const less = { place: 'A', report: 1 }
    expect(found([placed(20, [1, 2]), placed(17, [1], less)])).toEqual(REST)
    expect(found([placed(20, [1, 2]), placed(17, [5], less, { 0: [1] })])).toEqual([])
  })

  it('is told once, of figures that leave the same', () => {
    const parts = [
      placed(17, [1, 2], { place: 'A' }),
      placed(17, [1, 2], { place: 'A', breakdown: 'Sex', category: 'F' }),
    ]
    expect(found([placed(20, [1, 2, 3]), ...parts])).toEqual(REST)
    expect(found([placed(20, [1, 2, 3]), placed(20, [1, 2, 3]), parts[0]!])).toEqual(REST)
  })
})

describe('what a figure has changed by', () => {
  const change = (before: number, now: number, isOther = true) =>
    found([placed(before, [1], {}, isOther ? { 1: [2] } : {}), placed(now, isOther ? [2] : [1], { report: 1 })])

  it.each<[number, number, string[]]>([
    [34, 36, ['change 36 - 34 = 2']],
    [36, 34, ['change 34 - 36 = -2']],
    [34, 39, []],
    [34, 34, []],
  ])('is told of the later one where it is small: from %d to %d', (before, now, told) => {
    expect(change(before, now)).toEqual(told)
  })

  it('is none of what is the same in both', () => {
    expect(change(34, 36, false)).toEqual([])
  })
})

it('a remainder is the unknowns of the one that are not in the other, in order', () => {
  const [whole, less] = [count(20), count(17)]
  const columnsOf = (fact: KnownCount) => (fact === whole ? [10, 3, 2, 1] : [3])
  expect(remainderOf({ whole, less }, { columnsOf } as unknown as System)).toBe('1,2,10')
  expect(remainderOf({ whole: less, less: whole }, { columnsOf } as unknown as System)).toBe('')
})
