import { describe, expect, it } from 'vitest'
import { reported } from '../../../src/submissions/entry.ts'
import { lastQuarter, QUARTER } from './definitions.ts'
import { drawn } from './drawn-row.ts'

describe('this year so far', () => {
  const given = (...quarters: [back: number, value: number][]) => {
    const last = lastQuarter(reported('V1', '', 9)).get('V1')!
    const thisYear = quarters.map(([back, value]) => ({
      quarter: QUARTER - back,
      entries: [reported('V1', '', value)],
    }))
    return new Map([['V1', { ...last, thisYear }]])
  }

  it('is the sum of what its earlier quarters gave, and names these', () => {
    const row = drawn(['V1', 'count'], { previous: given([2, 1200], [1, 34]) })
    expect(row.year).toEqual({ when: '2021 so far (Q1, Q2)', total: '1,234' })
    expect(drawn(['V1', 'count'], { previous: given([1, 34]) }).year?.when).toBe('2021 so far (Q2)')
    expect(drawn(['V1', 'count'], { previous: given() }).year).toBeNull()
    expect(drawn(['V1', 'count']).year).toBeNull()
  })

  it('is not said of what does not add up over time', () => {
    for (const overTime of ['latest', 'life', 'none'] as const)
      expect(drawn(['V1', 'count', [], { overTime }], { previous: given([1, 34]) }).year).toBeNull()
  })

  it('is heard with last value and target at every cell, of two numbers at both', () => {
    const heard = (...what: Parameters<typeof drawn>) => {
      const { list, lines } = drawn(...what).grids[0]!
      return [...list, ...lines.flatMap(({ cells }) => cells)].map(({ value, base }) => [
        value.describedBy,
        base?.describedBy,
      ])
    }
    const previous = given([1, 34])
    expect(heard(['V1', 'count', [['primary', 'sex']]], { previous })).toEqual([
      ['told.V1', undefined],
      ['told.V1', undefined],
      ['told.V1', undefined],
    ])
    expect(heard(['V1', 'ratio'], { previous })).toEqual([['v.V1-last told.V1', 'v.V1-last told.V1']])
    expect(heard(['V1', 'count'])).toEqual([['', undefined]])
  })
})
