import { describe, expect, it } from 'vitest'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { benchmarksAsAt, targetsAsAt } from '../../src/targets/store.ts'
import { targetMismatches } from '../../src/targets/target.ts'
import { q, World } from '../support/world.ts'

describe('targets and baselines', () => {
  const world = new World()
    .place('HP')
    .place('QN')
    .indicator('A')
    .target('A', '*', 2020, 100, { since: 10, until: 20 })
    .target('A', '*', 2020, 120, { since: 20 })
    .target('A', 'HP', 2020, 50, { since: 10 })
    .target('A', 'QN', 2020, 50, { since: 10 })
    .baseline('A', '2019-Q4', [3, 4], { vi: 'khảo sát', en: 'survey' }, { since: 10, until: 30 })
  const values = (at: number) => benchmarksAsAt(world.db, at).targets.map(({ value }) => value)

  it('are those of the day, each its own row', () => {
    expect([values(9), values(10), values(19), values(20)]).toEqual([[], [100, 50, 50], [100, 50, 50], [120, 50, 50]])
    expect(benchmarksAsAt(world.db, 20).targets[0]).toEqual({
      indicatorId: 1,
      placeId: null,
      kind: 'year',
      from: q('2020-Q1'),
      to: q('2020-Q4'),
      value: 120,
    })
    expect(benchmarksAsAt(world.db, 29).baselines).toEqual([
      {
        indicatorId: 1,
        placeId: null,
        quarter: q('2019-Q4'),
        value: 3,
        base: 4,
        source: { vi: 'khảo sát', en: 'survey' },
      },
    ])
    expect(benchmarksAsAt(world.db, 30).baselines).toEqual([])
  })

  it('are those of one place and of the project, where only they are wanted', () => {
    expect(targetsAsAt(world.db, 20, world.id('place HP')).map((one) => [one.placeId, one.value])).toEqual([
      [null, 120],
      [world.id('place HP'), 50],
    ])
  })

  it('are compared where provinces have their own', () => {
    const told = (at: number) => targetMismatches(benchmarksAsAt(world.db, at).targets, indicatorsAsAt(world.db))
    expect(told(10)).toEqual([])
    expect(told(20)).toEqual([{ indicator: 'A', from: q('2020-Q1'), to: q('2020-Q4'), provinces: 100, project: 120 }])
  })
})
