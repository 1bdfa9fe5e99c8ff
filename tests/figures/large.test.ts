import { describe, expect, it } from 'vitest'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { World } from '../support/world.ts'

describe('large numbers', () => {
  const world = new World()
    .place('HP')
    .indicator('A')
    .indicator('R', { rules: ['ratio', 'sum', 'sum'] })
    .indicator('M', { rules: ['mean', 'sum', 'sum'] })
  const quarters = ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4']
  for (const code of ['A', 'R', 'M']) for (let i = 0; i < 40; i++) world.assign(code, 'HP', `partner ${i}`)
  for (const quarter of quarters)
    for (let i = 0; i < 40; i++)
      world
        .fact(['A', 'HP', quarter, `partner ${i}`], 999_999_999)
        .fact(['R', 'HP', quarter, `partner ${i}`], [499_999_999, 999_999_999])
        .fact(['M', 'HP', quarter, `partner ${i}`], [0.000_001, 1_000_000])

  it.each(['the facts', 'the tally'])('stay exact, read from %s', (from) => {
    if (from === 'the tally') rebuildTally(world.db)
    const whole = (code: string) => world.figure(code, '*', '2020-Q1', '2020-Q4')
    expect(whole('A')).toMatchObject({ value: 160 * 999_999_999, coverage: [160, 160] })
    expect(whole('R')).toMatchObject({ numerator: 160 * 499_999_999, denominator: 160 * 999_999_999 })
    expect(whole('M')).toMatchObject({ value: 0.000_001, n: 160_000_000 })
  })

  it('beyond what sums have room for are not kept at all', () => {
    expect(() => world.fact(['A', 'HP', '2021-Q1'], 1e12 + 1)).toThrow('fact_size')
    expect(() => world.fact(['R', 'HP', '2021-Q1'], [1, -1])).toThrow('fact_size')
    expect(() => world.fact(['R', 'HP', '2021-Q1'], [1, 1e12 + 1])).toThrow('fact_size')
  })
})
