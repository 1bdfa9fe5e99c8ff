import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import type { Indicator } from '../../../src/indicators/indicator.ts'
import { baselinesShown, hiddenBaselines } from '../../../src/releases/content/baselines.ts'
import type { Baseline } from '../../../src/targets/target.ts'
import { COUNT, MEAN, RATIO } from '../../charts/tables.ts'

describe('the baselines of a report', () => {
  const row = (value: number, more: Partial<Baseline> = {}): Baseline => ({
    indicatorId: 1,
    placeId: null,
    quarter: quarterOf(2019, 2),
    value,
    base: null,
    source: { vi: 'khảo sát', en: 'survey' },
    ...more,
  })
  const shown = (rows: Baseline[], indicator: Indicator = COUNT, k = 5) =>
    baselinesShown(rows, [indicator], k).get(indicator.code)

  it('are told with their quarter and source', () => {
    expect(shown([row(40)])).toEqual({
      value: 40,
      mark: null,
      quarter: { vi: 'Quý II/2019', en: 'Q2 2019' },
      source: { vi: 'khảo sát', en: 'survey' },
      at: quarterOf(2019, 2),
    })
  })

  it.each<[string, Baseline[], Indicator, number | null]>([
    ['a small count', [row(4)], COUNT, null],
    ['a count at the threshold', [row(5)], COUNT, 5],
    ['zero', [row(0)], COUNT, 0],
    ['a small count of what is not sensitive', [row(4)], { ...COUNT, sensitivity: 0 }, 4],
    ['a ratio of few', [row(1, { base: 4 })], RATIO, null],
    ['a ratio of which all but few', [row(18, { base: 20 })], RATIO, null],
    ['a ratio of many', [row(9, { base: 20 })], RATIO, 0.45],
    ['a mean of few', [row(7.5, { base: 4 })], MEAN, null],
    ['a mean of many', [row(7.5, { base: 40 })], MEAN, 7.5],
    ['places brought together, each small', [row(3, { placeId: 1 }), row(4, { placeId: 2 })], COUNT, 7],
    ['places brought together, still small', [row(3, { placeId: 1 }), row(1, { placeId: 2 })], COUNT, null],
    ['the project’s own before its places', [row(3, { placeId: 1 }), row(90), row(4, { placeId: 2 })], COUNT, 90],
  ])('are hidden by the rule of small counts: %s', (_, rows, indicator, value) => {
    expect(shown(rows, indicator)).toMatchObject({ value, mark: value === null ? '[c]' : null })
  })

  it('are those of the phase in which the report ends, and hidden where that of any phase is', () => {
    const phases = [
      { code: 'one', from: quarterOf(2019, 3) },
      { code: 'two', from: quarterOf(2022, 1) },
    ]
    const rows = [row(40), row(4, { phase: 'two' })]
    const valueBy = (year: number) => baselinesShown(rows, [COUNT], 5, phases, quarterOf(year, 4)).get(COUNT.code)
    expect([valueBy(2021)?.value, valueBy(2022)?.mark]).toEqual([40, '[c]'])
    expect([...hiddenBaselines(rows, [COUNT, { ...COUNT, id: 2, code: 'B' }], 5)]).toEqual([COUNT.code])
    expect(hiddenBaselines([row(40), row(5, { phase: 'two' })], [COUNT], 5).size).toBe(0)
  })

  it('are of each indicator its own, with the source of the project’s before that of its places', () => {
    const place = { placeId: 1, source: { vi: 'sổ', en: 'register' } }
    const other = { ...RATIO, id: 2 }
    const rows = [row(9, { ...place, indicatorId: 2, base: 40 }), row(3, { indicatorId: 2, base: 20 }), row(70, place)]
    const all = baselinesShown([...rows, row(40)], [COUNT, other], 5)
    expect([...all.keys()]).toEqual([COUNT.code, RATIO.code])
    expect(all.get(COUNT.code)).toMatchObject({ value: 40, source: { en: 'survey' } })
    // Three of twenty are small, whatever the places beside it come to.
    expect(all.get(RATIO.code)).toMatchObject({ value: null, mark: '[c]', source: { en: 'survey' } })
    expect(baselinesShown(rows.slice(2), [COUNT, other], 5).get(COUNT.code)).toMatchObject({
      ...{ value: 70, source: { en: 'register' } },
    })
    expect(hiddenBaselines([row(4)], [COUNT], 5)).toEqual(new Set([COUNT.code]))
    expect(hiddenBaselines(rows, [COUNT, other], 5)).toEqual(new Set([RATIO.code]))
  })

  it('are hidden by the threshold of the report', () => {
    expect(shown([row(9)], COUNT, 10)!.mark).toBe('[c]')
    expect(shown([row(10)], COUNT, 10)!.mark).toBeNull()
  })

  it('are none where none is set, and none that can’t be worked out', () => {
    expect(shown([])).toBeUndefined()
    expect(shown([row(1, { indicatorId: 2 })])).toBeUndefined()
    expect(shown([row(1, { base: 0 })], RATIO)).toBeUndefined()
    expect(baselinesShown([row(7)], [COUNT, { ...COUNT, id: 2, code: 'B' }], 5).size).toBe(1)
  })
})
