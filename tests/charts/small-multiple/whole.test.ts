import { describe, expect, it } from 'vitest'
import type { MultiplePoint, MultipleSeries } from '../../../src/charts/small-multiple/model.ts'
import { smallMultipleOf } from '../../../src/charts/small-multiple/small-multiple.ts'
import type { Figure } from '../../../src/figures/figure.ts'

/** Small pictures, whole: looked at once and held from then on. Two years of quarters from the first of 2020 on. */
const FIRST = 2020 * 4

type Given = number | null | (Partial<Figure> & { planned?: number; quarters?: number })

/** A value a quarter, or with what else is said of it; `quarters`: how many it is of, up to this one. */
function points(values: readonly Given[]): MultiplePoint[] {
  return values.map((given, nth) => {
    const { planned = null, quarters = 1, ...more } = typeof given === 'object' && given !== null ? given : {}
    const value = typeof given === 'number' ? given : null
    const state = typeof given === 'number' || (more.value ?? null) !== null ? 'reported' : 'not reported'
    const figure = { state, value, coverage: [1, 1], flags: [], ...more } as Figure
    const to = FIRST + nth
    return { from: to - quarters + 1, to, shown: { kind: 'figure', figure, target: null, progress: null }, planned }
  })
}

const series = (more: Partial<MultipleSeries>): MultipleSeries => ({
  ...{ kind: 'line', span: { from: FIRST, to: FIRST + 7 }, points: [], toDate: [], stages: [], fromZero: true },
  numberText: String,
  ...more,
})
const sums = points([4, 0, 9, null, { value: 6, flags: ['partial'] }, { value: 3, flags: ['revised'] }])
const since = (from: number, list: MultiplePoint[]) => list.map((one) => ({ ...one, from }))
const toDate = points([4, 4, 13, null, 6, 9]).map((one, nth) => ({ ...one, planned: 5 * (nth + 1) }))

describe('a small picture', () => {
  it.each<[string, Partial<MultipleSeries>]>([
    [
      'of sums that begin anew with a phase',
      {
        kind: 'bars',
        points: sums,
        toDate: [...since(FIRST, toDate.slice(0, 4)), ...since(FIRST + 4, toDate.slice(4))],
      },
    ],
    [
      'of sums of half-years, the first of which began before the axis',
      { kind: 'bars', points: points([{ value: 5, quarters: 2 }, { state: 'not due' }, { value: -2, quarters: 2 }]) },
    ],
    [
      'of a stock: gaps, restated ones, what does not apply, unsettled ones',
      {
        points: points([
          3,
          null,
          5,
          { value: 5, flags: ['revised', 'break'] },
          { state: 'not applicable' },
          { value: 8, flags: ['provisional'] },
          { state: 'not due' },
        ]),
      },
    ],
    [
      'of a mean that does not begin at nothing, beside others',
      { points: points([{ value: 12.5, planned: 14 }, 13, 12]), fromZero: false, beside: [10, 40] },
    ],
    ['of one value that has no scale', { points: points([7]), fromZero: false }],
    [
      'of stages with their names',
      {
        kind: 'steps',
        points: points([0, 0, null, 1, { state: 'not due' }, 2]),
        stages: ['Draft', 'Issued', 'In force'],
        fromZero: false,
      },
    ],
    [
      'of how many have reached a stage',
      {
        kind: 'steps',
        points: points([
          { value: 1, of: 4 },
          { value: 3, of: 4 },
        ]),
        fromZero: false,
      },
    ],
    [
      'of many quarters, where signs lose their brackets',
      {
        span: { from: FIRST, to: FIRST + 39 },
        points: points([3, null, 5, { state: 'not applicable' }, { state: 'undefined' }]),
      },
    ],
  ])('%s', (_, more) => {
    const { grid, bars, dots, signs, years, ...rest } = smallMultipleOf(series(more))!
    const lists = { grid, bars, dots, signs, years }
    const lines = Object.entries(lists).flatMap(([name, list]) => list.map((one) => `${name} ${JSON.stringify(one)}`))
    expect([JSON.stringify(rest), ...lines].join('\n')).toMatchSnapshot()
  })
})
