import { describe, expect, it } from 'vitest'
import { World } from '../support/world.ts'

describe('who is asked', () => {
  it('is asked only in the quarters an indicator is due in', () => {
    const world = new World()
      .place('HP')
      .indicator('Y', { frequency: 'annual' })
      .indicator('S', { frequency: 'survey', rounds: ['2020-Q2', '2021-Q2'] })
      .assign('Y', 'HP')
      .assign('S', 'HP')
    expect(world.figure('Y', '*', '2020-Q1', '2021-Q3').coverage).toEqual([0, 1])
    expect(world.figure('Y', '*', '2020-Q1', '2020-Q3').state).toBe('not due')
    expect(world.figure('S', '*', '2019-Q1', '2021-Q4').coverage).toEqual([0, 2])
  })

  it('is asked from and to the quarters of its assignments, once even if two overlap', () => {
    const world = new World()
      .allowOverlaps()
      .place('HP')
      .indicator('A')
      .assign('A', 'HP', 'wu', '2020-Q1', '2020-Q3')
      .assign('A', 'HP', 'wu', '2020-Q3')
      .assign('A', 'HP', 'police', '2020-Q4', '2020-Q4')
    expect(world.figure('A', '*', '2019-Q1', '2019-Q4').coverage).toEqual([0, 0])
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4').coverage).toEqual([0, 5])
  })

  it('is asked only as long as its place exists', () => {
    const world = new World()
      .place('QB', { to: '2025-07-01' })
      .place('QT', { from: '2025-07-01' })
      .indicator('A')
      .assign('A', 'QB')
      .assign('A', 'QT')
    expect(world.figure('A', ['QB'], '2025-Q1', '2025-Q4').coverage).toEqual([0, 2])
    expect(world.figure('A', ['QT'], '2025-Q1', '2025-Q4').coverage).toEqual([0, 2])
    expect(world.figure('A', '*', '2025-Q1', '2025-Q4').coverage).toEqual([0, 4])
  })

  it('keeps what it reported before the frequency changed: nothing is lost without a word', () => {
    const world = new World().place('HP').indicator('A').assign('A', 'HP')
    for (const quarter of ['2020-Q1', '2020-Q2', '2020-Q3']) world.fact(['A', 'HP', quarter], 10)
    world.define('A', { frequency: 'half-yearly' }, 5000)
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4')).toMatchObject({
      value: 30,
      coverage: [3, 4],
      flags: ['partial'],
    })
  })

  it('and is away only where it was asked', () => {
    const world = new World().place('HP').indicator('A', { frequency: 'annual' }).assign('A', 'HP')
    world.fact(['A', 'HP', '2020-Q1'], 'n/a').fact(['A', 'HP', '2020-Q4'], 3)
    expect(world.figure('A', '*', '2020-Q1', '2020-Q4')).toMatchObject({ value: 3, coverage: [1, 1] })
  })
})
