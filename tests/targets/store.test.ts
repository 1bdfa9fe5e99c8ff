import { describe, expect, it } from 'vitest'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { benchmarksAsAt, targetsAsAt } from '../../src/targets/store.ts'
import { targetMismatches } from '../../src/targets/target.ts'
import { q, World } from '../figures/world.ts'

describe('targets and baselines', () => {
  const world = new World().place('HP').place('QN').indicator('A')
  const target = (place: string | null, value: number, from: number, to: number | null) =>
    world.run(
      `insert into target (indicator_id, place_id, kind, from_quarter, to_quarter, value, valid_from, valid_to) values (1, ?, 'year', ?, ?, ?, ?, ?)`,
      ...[place && world.id(`place ${place}`), q('2020-Q1'), q('2020-Q4'), value, from, to],
    )
  target(null, 100, 10, 20)
  target(null, 120, 20, null)
  target('HP', 50, 10, null)
  target('QN', 50, 10, null)
  world.run(
    `insert into baseline (indicator_id, quarter, value, base, source_vi, source_en, valid_from, valid_to) values (1, ?, 3, 4, 'khảo sát', 'survey', 10, 30)`,
    q('2019-Q4'),
  )
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
