import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/charts/model/chart-data.ts'
import { withRings, withShifts } from '../../../src/charts/model/coinciding.ts'

function series(data: (number | null)[], more: Partial<Dataset> = {}): Dataset {
  const none = { label: '', texts: [], gaps: [], flags: [], dash: [], order: 1 } as const
  return { ...none, texts: [], gaps: [], flags: [], dash: [], type: 'line', role: 'place-0', data, ...more }
}
const axis = { min: 0, max: 100, ticks: [] }

describe('points in one place', () => {
  it('are rings around those that lie on top, so that each is seen', () => {
    const [first, second, third] = withRings([series([5, 9]), series([5, 20]), series([5, 9])], axis)
    expect([first!.rings, second!.rings, third!.rings]).toEqual([undefined, [1, 0], [2, 1]])
  })

  it('are one where they are less than a hundredth of the axis apart', () => {
    const rings = (other: number) => withRings([series([50]), series([other])], axis)[1]!.rings
    expect([rings(51), rings(49), rings(51.1)]).toEqual([[1], [1], undefined])
  })

  it('are not where there is no number, nor with what was planned', () => {
    expect(withRings([series([null]), series([null])], axis)[1]!.rings).toBeUndefined()
    const planned = series([5], { role: 'target' })
    expect(withRings([planned, series([5])], axis).map(({ rings }) => rings)).toEqual([undefined, undefined])
    expect(withRings([series([5]), planned], axis)[1]!.rings).toBeUndefined()
  })

  it('have four rings at most', () => {
    const all = withRings(
      Array.from({ length: 7 }, () => series([5])),
      axis,
    )
    expect(all.map(({ rings }) => rings?.[0] ?? 0)).toEqual([0, 1, 2, 3, 4, 4, 4])
  })
})

describe('levels of several', () => {
  const shifts = (count: number, levels: number) =>
    withShifts(
      Array.from({ length: count }, () => series([1])),
      levels,
    ).map(({ shift }) => shift)

  it('are drawn a little apart, around their own, as far on an axis of two levels as on one of five', () => {
    expect(shifts(3, 5)).toEqual([0.088, 0, -0.088])
    expect(shifts(3, 2)).toEqual([0.022, 0, -0.022])
    expect(shifts(1, 5)).toEqual([undefined])
  })

  it('have no rings besides', () => {
    expect(withRings(withShifts([series([1]), series([1])], 2), axis)[1]!.rings).toBeUndefined()
  })
})
