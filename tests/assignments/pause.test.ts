import { describe, expect, it } from 'vitest'
import { expectedSubmissions, owedIndicators } from '../../src/assignments/load.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { freshenTally } from '../../src/figures/tally/rebuild.ts'
import { staleTallies } from '../../src/figures/tally/store.ts'
import { NOW, q, World } from '../support/world.ts'

/** A stock and a flow of one province, reported before a pause; the assignments are cut by nobody. */
const paused = () =>
  new World('2020-Q1')
    .place('HP')
    .indicator('flow')
    .indicator('stock', { rules: ['count', 'sum', 'latest'] })
    .assign('flow', 'HP', 'police', '2020-Q1')
    .assign('stock', 'HP', 'police', '2020-Q1')
    .assign('stock', 'HP', 'union', '2020-Q1', '2020-Q4')
    .fact(['flow', 'HP', '2020-Q1', 'police'], 3)
    .fact(['stock', 'HP', '2020-Q1', 'police'], 5)
    .fact(['stock', 'HP', '2020-Q1', 'union'], 2)
    .phase('one', '2020-Q1', '2020-Q2')
    .phase('two', '2022-Q1', '2022-Q2')

describe('in a pause between two phases', () => {
  it('nothing is due: on the board, on the form and in the coverage of figures', () => {
    const world = paused()
    const due = expectedSubmissions(world.db, { from: q('2019-Q1'), to: q('2023-Q4') })
    expect(due.map(({ partnerId, quarter }) => [partnerId, quarterCode(quarter)]).sort()).toEqual(
      [
        [world.partner('police'), '2020-Q1'],
        [world.partner('police'), '2020-Q2'],
        [world.partner('police'), '2022-Q1'],
        [world.partner('police'), '2022-Q2'],
        [world.partner('union'), '2020-Q1'],
        [world.partner('union'), '2020-Q2'],
      ].sort(),
    )
    const police = { placeId: world.id('place HP'), partnerId: world.partner('police') }
    expect(owedIndicators(world.db, police, q('2021-Q2'))).toEqual([])
    expect(world.figure('flow', '*', '2020-Q3', '2021-Q4')).toMatchObject({ state: 'not due', coverage: [0, 0] })
    expect(world.figure('flow', '*', '2020-Q1', '2022-Q2')).toMatchObject({ value: 3, coverage: [1, 4] })
  })

  it('a stock stands as it was at the end of the phase, and after it lines that were not taken up have ended', () => {
    const world = paused()
    const stock = (to: string) => world.figure('stock', '*', '2020-Q1', to)
    expect(stock('2020-Q2')).toMatchObject({ value: 7, coverage: [2, 2] })
    expect(stock('2021-Q4')).toEqual(stock('2020-Q2'))
    expect(stock('2022-Q1')).toMatchObject({ value: 5, coverage: [1, 1], flags: ['carried', 'ended'] })
  })

  it('a value that came all the same counts, and counts as asked for', () => {
    const world = paused().fact(['flow', 'HP', '2021-Q1', 'police'], 4)
    expect(world.figure('flow', '*', '2020-Q1', '2021-Q4')).toMatchObject({ value: 7, coverage: [2, 3] })
  })

  it('phases that come later make what is kept of figures anew, and the second working agrees before and after', () => {
    const world = paused().fact(['flow', 'HP', '2021-Q1', 'police'], 4)
    const { db } = world
    const agrees = () => {
      expect(auditFigures(db, NOW).differences.map(String)).toEqual([])
      freshenTally(db)
      expect(auditTally(db)).toEqual([])
      expect(auditFigures(db, NOW).differences.map(String)).toEqual([])
      expect(staleTallies(db).size).toBe(0)
    }
    agrees()
    const none = (at: number) => world.run('update phase set known_to = ? where known_to is null', at)
    const changes: [string, () => unknown][] = [
      ['a phase ends later', () => world.phase('one', '2020-Q1', '2021-Q1', 1)],
      ['there are no phases', () => none(2)],
      ['there is another one', () => world.phase('x', '2021-Q2', '2021-Q2', 3)],
      ['there are none again', () => none(4)],
      ['the project begins later', () => world.lasts('2020-Q2', '2030-Q4', 5)],
    ]
    for (const [what, change] of changes) {
      change()
      expect(staleTallies(db).size, what).toBe(2)
      agrees()
    }
  })
})
