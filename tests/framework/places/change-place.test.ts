import { describe, expect, it } from 'vitest'
import { endedPlaces } from '../../../src/assignments/load.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { places } from '../../../src/places/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { NOW, q, type World } from '../../support/world.ts'
import { APRIL, change, MARCH, MERGED, provinces } from './given.ts'

const knownOf = (world: World, slug: string, asAt?: number) => {
  const tree = places(world.db, asAt)
  const { id, validTo, parentId, name } = tree.bySlug.get(slug)!
  return [validTo, parentId, name.en, tree.becameOf(id).map((one) => tree.byId.get(one)!.slug)]
}
describe('a place changes', () => {
  it('ends and becomes another, as known from then on, and the trail says so', () => {
    const world = provinces()
    const before = knownOf(world, 'HP')
    expect(change(world, 'HP', MERGED)).toBeNull()
    expect(change(world, 'QN', MERGED)).toBeNull()
    expect(knownOf(world, 'HP')).toEqual(['2025-07-01', null, 'HP', ['new']])
    expect(knownOf(world, 'HP', MARCH - 1)).toEqual(before)
    // One line each: the new province stands for both.
    expect(world.figure('stock', '*', '2025-Q1', '2025-Q3')).toMatchObject({ value: 9, coverage: [2, 2] })
    expect(world.figure('stock', '*', '2025-Q1', '2025-Q3', { asAt: MARCH - 1 })).toMatchObject({ coverage: [3, 4] })
    expect(readTrail(world.db, {}, 5)[1]).toMatchObject({
      verb: 'place.changed',
      subjectKind: 'place',
      subjectId: 'HP',
      detail: { lastDay: '2025-06-30', became: ['new'] },
    })
  })

  it('does not end after all, and nothing has become of it: what was known between stays known then', () => {
    const world = provinces()
    const asked = (asAt?: number) => world.figure('stock', '*', '2025-Q3', '2025-Q3', asAt ? { asAt } : {}).coverage
    const before = asked()
    change(world, 'HP', { lastDay: '2025-06-30' })
    expect([
      asked(),
      endedPlaces(world.db, { from: q('2025-Q3'), to: q('2025-Q3') }).map(({ place }) => place.slug),
    ]).toEqual([[0, 3], ['HP']])
    expect(change(world, 'HP', { lastDay: null }, APRIL)).toBeNull()
    expect([before, asked(), asked(APRIL - 1), asked(APRIL), asked(MARCH - 1)]).toEqual([
      [0, 4],
      [0, 4],
      [0, 3],
      [0, 4],
      [0, 4],
    ])
    expect(endedPlaces(world.db, { from: q('2025-Q3'), to: q('2025-Q3') })).toEqual([])
    change(world, 'QN', MERGED, APRIL)
    change(world, 'QN', { lastDay: null }, APRIL)
    expect(knownOf(world, 'QN')).toEqual([null, null, 'QN', []])
    expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
    expect(auditTally(world.db)).toEqual([])
  })

  it('ends on another day, and what it became begins with it; or becomes another one', () => {
    const world = provinces()
    change(world, 'HP', MERGED)
    expect(change(world, 'HP', { lastDay: '2025-09-30' }, APRIL)).toBeNull()
    expect(places(world.db).successions.map(({ on }) => on)).toEqual(['2025-10-01'])
    expect(places(world.db, MARCH).successions.map(({ on }) => on)).toEqual(['2025-07-01'])
    expect(change(world, 'HP', { became: ['QN'] }, APRIL)).toBeNull()
    expect(knownOf(world, 'HP')).toEqual(['2025-10-01', null, 'HP', ['QN']])
    expect(change(world, 'HP', { became: [] }, APRIL)).toBeNull()
    expect(knownOf(world, 'HP')).toEqual(['2025-10-01', null, 'HP', []])
  })

  it('lies in another province, and is called otherwise: figures and names of before stay', () => {
    const world = provinces()
    const stock = (asAt?: number) => world.figure('stock', ['QN'], '2025-Q1', '2025-Q1', asAt ? { asAt } : {}).value
    expect(change(world, 'HP-1', { parent: 'QN', name: { vi: 'Xã', en: 'Commune' } })).toBeNull()
    expect([stock(), stock(MARCH), stock(MARCH - 1)]).toEqual([6, 6, 3])
    expect(knownOf(world, 'HP-1')[2]).toBe('Commune')
    expect(knownOf(world, 'HP-1', MARCH - 1)[2]).toBe('HP-1')
    expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
  })
})
