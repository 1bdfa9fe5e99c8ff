import { describe, expect, it } from 'vitest'
import { figuresAsked, MOST_FIGURES, refuseTooLarge } from '../../../src/dashboards/programs/size.ts'

const groups = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ key: String(nth), places: '*' as const }))
const named = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ code: String(nth), name: { vi: '', en: '' } }))
const BREAKDOWNS = [
  { code: 'sex', categories: named(3) },
  { code: 'age', categories: named(5) },
] as unknown as Parameters<typeof figuresAsked>[1]
const spans = [{ indicators: ['A', 'B'] }, { indicators: ['A'] }]

function refusalOf(ask: () => void): unknown {
  try {
    ask()
    return null
  } catch (error) {
    return error
  }
}

describe('how large a question of figures is', () => {
  it.each([
    ['each indicator in the periods that are its own', { groups: groups(1) }, 3],
    ['for each place', { groups: groups(4) }, 12],
    ['in each category', { groups: groups(4), by: ['sex'] }, 36],
    ['of breakdowns that cross', { groups: groups(4), by: ['sex', 'age'] }, 180],
    ['of one that is not known, which has another sentence', { groups: groups(4), by: ['x'] }, 12],
    ['of no place', { groups: [] }, 0],
    ['of a span in which nothing is asked', { groups: groups(3), spans: [{}] }, 0],
  ])('is %s', (_, question, expected) => {
    expect(figuresAsked({ spans, ...question }, BREAKDOWNS)).toBe(expected)
  })

  it('may be so much and no more', () => {
    expect(() => refuseTooLarge(MOST_FIGURES)).not.toThrow()
    expect(refusalOf(() => refuseTooLarge(MOST_FIGURES + 1))).toMatchObject({
      code: 'too-large',
      values: { asked: '100001', most: '100000' },
    })
  })
})
