import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { categoriesOf, cellKey, type Scheme, schemesIn } from '../../src/indicators/breakdown.ts'
import { isDueIn, lastDueIn } from '../../src/indicators/frequency.ts'
import type { Frequency } from '../../src/vocabulary/indicator.ts'
import { roundsIn } from './rounds.ts'

const year = [1, 2, 3, 4].map((nth) => quarterOf(2020, nth))

describe('an indicator', () => {
  it('is due as often as its frequency says', () => {
    const due = (frequency: Frequency, rounds: number[] = []) =>
      year.map((quarter) => isDueIn({ frequency, yearStart: 1, rounds: roundsIn(rounds) }, quarter))
    expect(due('quarterly')).toEqual([true, true, true, true])
    expect(due('half-yearly')).toEqual([false, true, false, true])
    expect(due('annual')).toEqual([false, false, false, true])
    expect(due('survey', [year[2]!])).toEqual([false, false, true, false])
    expect(due('survey')).toEqual([false, false, false, false])
  })

  it('was last due in a span in the latest quarter that its frequency names', () => {
    const last = (frequency: Frequency, from: number, to: number, rounds: number[] = []) =>
      lastDueIn({ frequency, yearStart: 1, rounds: roundsIn(rounds) }, { from: year[from]!, to: year[to]! })
    expect(last('quarterly', 0, 2)).toBe(year[2])
    expect(last('half-yearly', 0, 2)).toBe(year[1])
    expect(last('annual', 0, 2)).toBeNull()
    expect(last('annual', 3, 3)).toBe(year[3])
    expect(last('survey', 0, 3, [year[0]!])).toBe(year[0])
    expect(last('survey', 1, 3, [year[0]!])).toBeNull()
  })

  it('is typed in the schemes of the quarter', () => {
    const scheme = (id: number, kind: Scheme['kind'], from: number, to: number | null): Scheme => ({
      id,
      kind,
      from,
      to,
      breakdowns: [],
    })
    const schemes = [scheme(1, 'primary', 5, 7), scheme(2, 'primary', 8, null), scheme(3, 'multiple', 6, null)]
    const ids = (quarter: number, kind?: Scheme['kind']) => schemesIn({ schemes }, quarter, kind).map(({ id }) => id)
    expect([ids(4), ids(5), ids(7), ids(8)]).toEqual([[], [1], [1, 3], [2, 3]])
    expect([ids(7, 'primary'), ids(9, 'primary'), ids(9, 'multiple'), ids(9, 'partition')]).toEqual([[1], [2], [3], []])
  })
})

describe('a combination of categories', () => {
  it('has one name, whatever the order', () => {
    expect(cellKey({ sex: 'female', age: '16-17' })).toBe('age=16-17|sex=female')
    expect(cellKey({ age: '16-17', sex: 'female' })).toBe('age=16-17|sex=female')
    expect(cellKey({})).toBe('')
  })

  it('is read back from its name', () => {
    expect(categoriesOf('age=16-17|sex=female')).toEqual({ sex: 'female', age: '16-17' })
    expect(Object.keys(categoriesOf(''))).toEqual([])
  })
})
