import { describe, expect, it } from 'vitest'
import { changedList, movedMost, shareMoved, sizeOf } from '../../../src/dashboards/overview/lists/changed.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { RATIO } from '../../charts/tables.ts'
import { indicatorNamed, standing } from './standings.ts'

const count = indicatorNamed(1)

describe('a figure that moved', () => {
  const moved = (id: number, was: number | null, is: number | null, own = indicatorNamed(id)) =>
    standing(own, { values: [was, is] })
  const codes = (...all: ReturnType<typeof moved>[]) => movedMost(all).map(({ indicator }) => indicator.code)

  it('is told with both of its values, and whether it rose', () => {
    const nothing = { corrections: [], recent: [], places: new Places([], []), partners: new Map() }
    const hrefs = { hrefOf: (code: string) => `of ${code}`, originOf: () => '' }
    const all = [moved(1, 40, 30), moved(2, 100, 110)]
    expect(changedList(all, nothing, '2021-06-30', wordsFor('en'), hrefs)).toEqual({
      ...{ count: '0 corrected (31 days), 2 moved', since: '2021-06-30' },
      items: [
        {
          ...{ kind: 'down', sign: '▼', code: 'I1', name: 'Name of I1', href: 'of I1', text: '−10' },
          detail: '40 in Q3 2021, 30 in Q4 2021',
        },
        {
          ...{ kind: 'up', sign: '▲', code: 'I2', name: 'Name of I2', href: 'of I2', text: '+10' },
          detail: '100 in Q3 2021, 110 in Q4 2021',
        },
      ],
    })
  })

  it('comes the earlier the larger its share of the larger of the two', () => {
    expect(codes(moved(1, 100, 110), moved(2, 100, 50), moved(3, 30, 100))).toEqual(['I3', 'I2', 'I1'])
    expect(shareMoved(moved(1, 100, 50))).toBe(0.5)
    expect(shareMoved(moved(1, 50, 100))).toBe(0.5)
    expect(shareMoved(moved(1, 0, 0))).toBe(0)
    expect(shareMoved(moved(1, -100, -50))).toBe(0.5)
  })

  it('comes last where it counts fewer than ten: these move by chance', () => {
    expect(codes(moved(1, 9, 1), moved(2, 100, 99), moved(3, 10, 9))).toEqual(['I3', 'I2', 'I1'])
    // A share is no count.
    expect(codes(moved(1, 100, 99), moved(2, 0.9, 0.1, indicatorNamed(2, { ...RATIO, id: 2, code: 'R' })))).toEqual([
      'R',
      'I1',
    ])
  })

  it('has moved where its two values are compared and differ, and nowhere else', () => {
    const unlike = standing(count, { values: [1, 90], why: 'reporters' })
    expect(codes(moved(1, 50, 50), moved(2, null, 50), unlike, standing(count))).toEqual([])
    expect([sizeOf(unlike), sizeOf(standing(count)), sizeOf(moved(1, 40, 30))]).toEqual([0, 0, -10])
    expect(shareMoved(standing(count))).toBe(0)
  })
})
