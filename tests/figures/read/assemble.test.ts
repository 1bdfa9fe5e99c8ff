import { describe, expect, it } from 'vitest'
import type { Duty } from '../../../src/assignments/owed.ts'
import { assemble, type RunRow } from '../../../src/figures/read/assemble.ts'
import { dueByReporter } from '../../../src/figures/read/due-by-reporter.ts'
import type { IndicatorPlan } from '../../../src/figures/read/plan.ts'
import { ALL } from '../../../src/figures/read/splits.ts'

const runs = [
  { from: 1, to: 4 },
  { from: 5, to: 5 },
]
const plan = (mode: IndicatorPlan['mode']) =>
  ({ indicator: { id: 7, code: 'A' }, mode, runs, due: [1, 2, 3, 4, 5] }) as unknown as IndicatorPlan
const assembled = (
  mode: IndicatorPlan['mode'],
  bucketOf: Map<number, number>,
  keys: string[],
  rows: RunRow[],
  divided: boolean,
  duties: Map<number, Duty[]>,
) => {
  const only = plan(mode)
  const due = dueByReporter(only, duties.get(only.indicator.id) ?? [], bucketOf)
  return assemble([{ plan: only, due }], bucketOf, keys, rows, divided).get(only)!
}
const of = new Map([
  [11, 0],
  [12, 0],
  [13, 1],
])
const row = (
  place: number,
  partner: number,
  run: number,
  value: number,
  more: { key?: number; away?: number } = {},
): RunRow => ({
  indicator: 7,
  place,
  partner,
  from: runs[run]!.from,
  key: more.key ?? 0,
  reported: 1,
  stray: 0,
  notApplicable: more.away ?? 0,
  latest: runs[run]!.to,
  value,
  base: 0,
  product: 0,
  cells: 1,
  provisional: 0,
  unsure: 0,
})
const asked = new Map([
  [
    7,
    [
      { indicatorId: 7, placeId: 11, partnerId: 1, intervals: [{ from: 1, to: 9 }] },
      { indicatorId: 7, placeId: 12, partnerId: 1, intervals: [{ from: 1, to: 9 }] },
      {
        indicatorId: 7,
        placeId: 12,
        partnerId: 2,
        intervals: [
          { from: 2, to: 9 },
          { from: 1, to: 1 },
        ],
      },
      { indicatorId: 7, placeId: 13, partnerId: 1, intervals: [{ from: 4, to: 4 }] },
      { indicatorId: 7, placeId: 99, partnerId: 1, intervals: [{ from: 1, to: 9 }] },
    ],
  ],
])
const whole = { from: 1, to: 5 }

describe('what came laid beside what was asked', () => {
  it('pools a bucket: one unit, whoever reported, owing what all of them owe', () => {
    const units = assembled('pooled', of, [''], [row(12, 0, 1, 4), row(11, 0, 0, 3)], false, asked)
    expect([...units.keys()]).toEqual([0, 1])
    const [unit] = units.get(0)!
    expect(units.get(0)).toHaveLength(1)
    expect(unit!.all.map(({ from, value }) => [from, value])).toEqual([
      [1, 3],
      [5, 4],
    ])
    expect(unit!.due(whole)).toEqual({ count: 15, last: null, quarters: [] })
    expect(unit!.due(runs[1]!).count).toBe(3)
    expect(units.get(1)![0]!.due(whole).count).toBe(1)
  })

  it('keeps reporters apart, in order of time, with the quarters they owe', () => {
    const rows = [row(12, 1, 1, 4), row(12, 1, 0, 3), row(13, 1, 0, 9)]
    const units = assembled('apart', of, [''], rows, false, asked)
    const told = (bucket: number) =>
      units.get(bucket)!.map((unit) => [unit.all.map(({ from }) => from), unit.due(whole).quarters])
    expect(told(0)).toEqual([
      [
        [1, 5],
        [1, 2, 3, 4, 5],
      ],
      [[], [1, 2, 3, 4, 5]],
      [[], [2, 3, 4, 5, 1]],
    ])
    expect(told(1)).toEqual([[[1], [4]]])
    expect([...units.keys()].sort()).toEqual([0, 1])
  })

  it('lists no quarters where the latest one is all that counts', () => {
    const units = assembled('latest', of, [''], [], false, asked)
    expect(units.get(1)![0]!.due(whole)).toEqual({ count: 1, last: 4, quarters: [] })
  })

  it('knows a reporter that nobody asked', () => {
    const units = assembled('latest', of, [''], [row(13, 5, 0, 3)], false, new Map())
    expect(units.get(1)![0]!.due(whole)).toEqual({ count: 0, last: null, quarters: [] })
    expect(units.get(1)).toHaveLength(1)
  })

  it('tells what came at all from what came of each category', () => {
    const rows = [row(13, 1, 1, 5, { key: 1 }), row(13, 1, 0, 9, { key: ALL, away: 1 }), row(13, 1, 0, 2, { key: 1 })]
    const [unit] = assembled('apart', of, ['', 'sex=female'], rows, true, asked).get(1)!
    expect(unit!.all).toMatchObject([{ from: 1, notApplicable: 1, value: 9 }])
    expect([...unit!.byKey.keys()]).toEqual(['sex=female'])
    expect(unit!.byKey.get('sex=female')!.map(({ from, value }) => [from, value])).toEqual([
      [1, 2],
      [5, 5],
    ])
  })

  it('hands a row on as it was read', () => {
    const full = { ...row(13, 1, 1, 50), reported: 2, stray: 1, notApplicable: 3, base: 60, product: 70, cells: 8 }
    const [unit] = assembled('apart', of, [''], [{ ...full, provisional: 1 }], false, new Map()).get(1)!
    expect(unit!.all).toEqual([{ ...full, provisional: 1 }])
  })
})
