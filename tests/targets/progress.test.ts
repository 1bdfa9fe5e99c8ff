import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/figures/figure.ts'
import { progressOf } from '../../src/targets/progress.ts'

const thresholds = { green: 90, amber: 70 }
const reported = (value: number, of?: number): Figure => ({
  state: 'reported',
  value,
  coverage: [1, 1],
  flags: [],
  ...(of === undefined ? {} : { of }),
})
const flow = { measure: 'count', overTime: 'sum', direction: 'higher' } as const
const fewer = { ...flow, direction: 'lower' } as const
const stock = { ...flow, overTime: 'latest' } as const
const ratio = { ...flow, measure: 'ratio' } as const
const lowerRatio = { ...ratio, direction: 'lower' } as const
const milestone = { ...flow, measure: 'milestone', overTime: 'latest' } as const

type Row = [string, Figure, Parameters<typeof progressOf>[1], number | null, number | null, object]
const table: Row[] = [
  ['a flow', reported(45), flow, 50, null, { variance: -5, ofTarget: 0.9, rag: 'green' }],
  ['a flow just short of green', reported(44.9), flow, 50, null, { variance: -5.1, ofTarget: 0.898, rag: 'amber' }],
  ['a flow at amber', reported(35), flow, 50, null, { variance: -15, ofTarget: 0.7, rag: 'amber' }],
  ['a flow below amber', reported(34), flow, 50, null, { variance: -16, ofTarget: 0.68, rag: 'red' }],
  ['a flow past its target', reported(60), flow, 50, null, { variance: 10, ofTarget: 1.2, rag: 'green' }],
  [
    'a flow with a baseline, which does not matter',
    reported(45),
    flow,
    50,
    40,
    { variance: -5, ofTarget: 0.9, rag: 'green' },
  ],
  [
    'a flow with a target of 0',
    reported(1),
    flow,
    0,
    null,
    { variance: 1, ofTarget: null, rag: 'grey', why: 'target is 0' },
  ],
  ['a flow under its ceiling', reported(40), fewer, 50, null, { variance: -10, ofTarget: 1.25, rag: 'green' }],
  ['a flow over its ceiling', reported(62.5), fewer, 50, null, { variance: 12.5, ofTarget: 0.8, rag: 'amber' }],
  ['none, where fewer is better', reported(0), fewer, 50, null, { variance: -50, ofTarget: 1, rag: 'green' }],
  ['none, where none was hoped for', reported(0), fewer, 0, null, { variance: 0, ofTarget: 1, rag: 'green' }],
  ['some, where none was hoped for', reported(3), fewer, 0, null, { variance: 3, ofTarget: 0, rag: 'red' }],
  ['a stock', reported(30), stock, 50, 10, { variance: -20, ofTarget: 0.5, rag: 'red' }],
  ['a stock that fell', reported(5), stock, 50, 10, { variance: -45, ofTarget: -0.125, rag: 'red' }],
  ['a stock from nothing', reported(45), stock, 50, 0, { variance: -5, ofTarget: 0.9, rag: 'green' }],
  [
    'a stock without a baseline',
    reported(45),
    stock,
    50,
    null,
    { variance: -5, ofTarget: null, rag: 'grey', why: 'no baseline' },
  ],
  [
    'a stock that starts at its target',
    reported(45),
    stock,
    50,
    50,
    { variance: -5, ofTarget: null, rag: 'grey', why: 'no distance' },
  ],
  ['a ratio', reported(0.57), ratio, 0.6, 0.3, { variance: -0.03, ofTarget: 0.9, rag: 'green' }],
  [
    'a ratio with a target below its baseline',
    reported(0.5),
    ratio,
    0.4,
    0.6,
    { variance: 0.1, ofTarget: null, rag: 'grey', why: 'wrong way' },
  ],
  ['a ratio that should fall', reported(0.35), lowerRatio, 0.2, 0.5, { variance: 0.15, ofTarget: 0.5, rag: 'red' }],
  [
    'a ratio that should fall and rose',
    reported(0.65),
    lowerRatio,
    0.2,
    0.5,
    { variance: 0.45, ofTarget: -0.5, rag: 'red' },
  ],
  [
    'a ratio that should fall with a target above',
    reported(0.5),
    lowerRatio,
    0.6,
    0.5,
    { variance: -0.1, ofTarget: null, rag: 'grey', why: 'wrong way' },
  ],
  ['a stage reached', reported(3), milestone, 3, null, { variance: 0, ofTarget: null, rag: 'green' }],
  ['a stage gone past', reported(4), milestone, 3, null, { variance: 1, ofTarget: null, rag: 'green' }],
  ['a stage one short', reported(2), milestone, 3, null, { variance: -1, ofTarget: null, rag: 'amber' }],
  ['a stage further off', reported(1), milestone, 3, null, { variance: -2, ofTarget: null, rag: 'red' }],
  ['k of n', reported(4, 5), milestone, 5, null, { variance: -1, ofTarget: 0.8, rag: 'amber' }],
  ['k of those that should be there', reported(4, 5), milestone, 4, null, { variance: 0, ofTarget: 1, rag: 'green' }],
  ['no target', reported(4), flow, null, null, { variance: null, ofTarget: null, rag: 'grey', why: 'no target' }],
  [
    'no figure',
    { state: 'not reported', value: null, coverage: [0, 1], flags: ['partial'] },
    flow,
    5,
    null,
    { variance: null, ofTarget: null, rag: 'grey', why: 'no figure' },
  ],
]

describe('progress', () => {
  it.each(table)('of %s', (_, figure, indicator, target, baseline, expected) => {
    expect(progressOf(figure, indicator, { target, baseline, thresholds })).toEqual(expected)
  })

  it('is met where the threshold is, in spite of binary fractions', () => {
    const at = (percent: number) =>
      progressOf(reported(percent), flow, { target: 100, baseline: null, thresholds: { green: 57, amber: 29 } }).rag
    expect([at(57), at(56), at(29), at(28)]).toEqual(['green', 'amber', 'amber', 'red'])
  })

  it('of what has fewer reports than expected is rated so far', () => {
    const partial: Figure = { ...reported(45), coverage: [1, 2], flags: ['partial'] }
    const held = (figure: Figure, of: typeof flow | typeof milestone, target: number | null) =>
      progressOf(figure, of, { target, baseline: null, thresholds })
    expect(held(partial, flow, 50)).toEqual({ variance: -5, ofTarget: 0.9, rag: 'green', soFar: true })
    expect(held(partial, milestone, 50)).toEqual({ variance: -5, ofTarget: null, rag: 'red', soFar: true })
    expect(held(partial, flow, null).soFar).toBeUndefined()
  })

  it.each([
    ['not reported', undefined, 'no figure'],
    ['not reported', 'no target', 'no figure'],
    ['not due', 'no target', 'not due'],
    ['not applicable', undefined, 'not applicable'],
    ['undefined', undefined, 'undefined'],
    ['not additive', undefined, 'not additive'],
    ['not reported', 'at baseline', 'at baseline'],
    ['not due', 'planned later', 'not due'],
    ['not applicable', 'at baseline', 'not applicable'],
  ] as const)('of a figure that is %s, with a plan that says %s, is none: %s', (state, plan, why) => {
    const figure: Figure = { state, value: null, coverage: [0, 1], flags: [] }
    const against = { target: null, baseline: null, thresholds, ...(plan && { why: plan }) }
    expect(progressOf(figure, flow, against)).toEqual({ variance: null, ofTarget: null, rag: 'grey', why })
  })

  it('without a plan is none, for the reason there is no plan', () => {
    const against = { target: null, baseline: null, thresholds, why: 'at baseline' } as const
    expect(progressOf(reported(4), stock, against).why).toBe('at baseline')
  })

  it('is rated as it is printed, with one decimal', () => {
    const at = (achieved: number) =>
      progressOf(reported(achieved), flow, { target: 1000, baseline: null, thresholds }).rag
    expect([at(899.4), at(899.5), at(900), at(699.4), at(699.5)]).toEqual(['amber', 'green', 'green', 'red', 'amber'])
  })
})
