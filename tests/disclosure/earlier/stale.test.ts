import { describe, expect, it } from 'vitest'
import { atomName } from '../../../src/disclosure/atoms.ts'
import { isStale } from '../../../src/disclosure/earlier/stale.ts'

/** One cell of one report, approved at an instant. */
const atom = (place: number, cell = '', approvedFrom = 1, quarter = 8084) =>
  atomName({ indicatorId: 1, part: 'amount', placeId: place, partnerId: 1, quarter, approvedFrom, cell })
const places = (count: number, from = 1) => Array.from({ length: count }, (_, nth) => atom(from + nth))

describe('how long a number of an earlier report may stand', () => {
  it('is while one report at most is another one, late or corrected, however much it says', () => {
    const before = places(4)
    expect(isStale([{ before, now: before }])).toBe(false)
    expect(isStale([{ before, now: [...before, atom(5)] }])).toBe(false)
    expect(isStale([{ before, now: [...before.slice(1), atom(1, '', 2)] }])).toBe(false)
    expect(isStale([{ before, now: [...before, atom(5), atom(6)] }])).toBe(true)
    expect(isStale([{ before, now: [...before.slice(1), atom(1, '', 2), atom(5)] }])).toBe(true)
    expect(isStale([{ before, now: before.slice(2) }])).toBe(true)
  })

  it('is while no more than one in ten of many reports are others', () => {
    const before = places(27)
    expect(isStale([{ before, now: [...before, ...places(3, 100)] }])).toBe(false)
    expect(isStale([{ before, now: [...before, ...places(4, 100)] }])).toBe(true)
    expect(isStale([{ before: places(26), now: [...places(26), ...places(3, 100)] }])).toBe(true)
  })

  it('is not of fewer than four reports once one of them is another one: it may be most of the number', () => {
    const corrected = (count: number) => [...places(count - 1, 2), atom(1, '', 2)]
    for (const count of [1, 2, 3]) expect(isStale([{ before: places(count), now: corrected(count) }])).toBe(true)
    expect(isStale([{ before: places(4), now: corrected(4) }])).toBe(false)
    expect(isStale([{ before: places(2), now: places(3) }])).toBe(true)
    expect(isStale([{ before: places(3), now: places(4) }])).toBe(false)
    expect(isStale([{ before: places(3), now: places(3) }])).toBe(false)
  })

  it('counts a newer value in the place of an older one once, and several cells of a report once', () => {
    const before = places(4)
    const moved = [...before.slice(1), atom(1, '', 1, 8085)]
    expect(isStale([{ before, now: moved }])).toBe(false)
    const cells = (at: number) => [atom(1, 'sex=female', at), atom(1, 'sex=male', at), ...places(3, 2)]
    expect(isStale([{ before: cells(1), now: cells(2) }])).toBe(false)
  })

  it('is the same for all categories, in whichever a report was corrected', () => {
    const others = (sex: string) => [3, 4].map((place) => atom(place, `sex=${sex}`))
    const female = {
      before: [atom(1, 'sex=female'), atom(2, 'sex=female'), ...others('female')],
      now: [atom(1, 'sex=female', 2), atom(2, 'sex=female'), ...others('female')],
    }
    const male = {
      before: [atom(1, 'sex=male'), atom(2, 'sex=male'), ...others('male')],
      now: [atom(1, 'sex=male'), atom(2, 'sex=male', 2), ...others('male')],
    }
    expect([isStale([female]), isStale([male]), isStale([female, male])]).toEqual([false, false, true])
  })
})
