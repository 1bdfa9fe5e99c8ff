import { describe, expect, it } from 'vitest'
import type { IndicatorPlan } from '../../../src/figures/read/plan.ts'
import { type Restatement, restatedBy } from '../../../src/figures/read/restated.ts'
import { Splits } from '../../../src/figures/read/splits.ts'

const KEYS = ['', 'sex=female', 'sex=male', '?']
const cells = [
  { id: 1, categories: {} },
  { id: 2, categories: { sex: 'female' } },
]
const plan = (id: number, mode: IndicatorPlan['mode']) =>
  ({
    mode,
    indicator: { id, schemes: [{ id: 1, kind: 'primary', breakdowns: ['sex'], from: 8080, to: null }] },
  }) as unknown as IndicatorPlan
const row = (indicator: number, placeId: number, quarter: number, cell: number): Restatement => ({
  indicator,
  placeId,
  partnerId: 5,
  quarter,
  cell,
})
const BUCKETS = new Map([
  [11, 0],
  [12, 1],
])
const told = (mode: IndicatorPlan['mode'], rows: Restatement[], by: string[] = ['sex']) => {
  const one = plan(7, mode)
  const keyed = new Splits(cells, { by, only: {} }, KEYS)
  const found = restatedBy(rows, [one], BUCKETS, keyed, KEYS).get(one)
  return found && Object.fromEntries([...found].map(([name, values]) => [name, values]))
}

describe('what was restated', () => {
  const rows = [row(7, 11, 8080, 2), row(7, 11, 8081, 1), row(7, 12, 8080, 2)]
  const female = (quarter: number) => [
    { quarter, cell: '' },
    { quarter, cell: 'sex=female' },
  ]
  const undivided = [
    { quarter: 8081, cell: '' },
    { quarter: 8081, cell: '?' },
  ]

  it('is of all of a bucket where they are read as one', () => {
    expect(told('pooled', rows)).toEqual({ 'all of 0': [...female(8080), ...undivided], 'all of 1': female(8080) })
  })

  it('is of each reporter where its last value counts', () => {
    expect(told('latest', rows)).toEqual({ '5/11': [...female(8080), ...undivided], '5/12': female(8080) })
  })

  it('is of both where reporters are told apart', () => {
    const here = [...female(8080), ...undivided]
    expect(told('apart', rows)).toEqual({
      '5/11': here,
      'all of 0': here,
      '5/12': female(8080),
      'all of 1': female(8080),
    })
  })

  it('is of the undivided value where nothing is kept apart', () => {
    expect(told('latest', [row(7, 11, 8080, 2)], [])).toEqual({ '5/11': [{ quarter: 8080, cell: '' }] })
  })

  it('is nothing in places and of indicators that were not asked for', () => {
    expect(told('pooled', [row(7, 99, 8080, 2), row(8, 11, 8080, 2)])).toBeUndefined()
    expect(told('apart', [row(7, 99, 8080, 2), row(7, 12, 8080, 2)])).toEqual({
      '5/12': female(8080),
      'all of 1': female(8080),
    })
  })
})
