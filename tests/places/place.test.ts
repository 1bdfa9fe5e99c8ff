import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { type Place, Places } from '../../src/places/place.ts'

const place = (id: number, parentId: number | null = null, dates: Partial<Place> = {}): Place => ({
  id,
  slug: `p${id}`,
  code: `${id}`,
  iso: null,
  level: parentId === null ? 'province' : 'commune',
  depth: parentId === null ? 1 : 2,
  parentId,
  name: { vi: '', en: '' },
  validFrom: '1990-01-01',
  validTo: null,
  ...dates,
})
const moves = (...pairs: [number, number, string][]) => pairs.map(([fromId, toId, on]) => ({ fromId, toId, on }))

describe('places', () => {
  const tree = new Places([place(1), place(2), place(11, 1), place(12, 1), place(111, 11)], [])

  it('lie in others, up to the province', () => {
    expect(tree.lineage(11)).toEqual([
      { id: 11, joined: false },
      { id: 1, joined: false },
    ])
    expect(tree.rootOf(111)).toBe(1)
    expect(tree.rootOf(2)).toBe(2)
    expect(tree.bySlug.get('p12')?.id).toBe(12)
  })

  it('are the same on the map of a day when nothing has become of them', () => {
    expect(tree.lineageOn(11, '2030-01-01')).toEqual(tree.lineage(11))
  })

  it('stand in their successor from the day on', () => {
    const map = new Places([place(1), place(2), place(11, 1)], moves([1, 2, '2025-07-01']))
    expect(map.lineageOn(1, '2025-06-30')).toEqual([{ id: 1, joined: false }])
    expect(map.lineageOn(1, '2025-07-01')).toEqual([{ id: 2, joined: true }])
    expect(map.lineageOn(11, '2025-07-01')).toEqual([
      { id: 11, joined: false },
      { id: 2, joined: true },
    ])
    expect(map.lineage(1)).toEqual([{ id: 1, joined: false }])
    const became = (id: number, day: string) => map.becameBy(id, day).map((one) => one.id)
    expect([became(1, '2025-06-30'), became(1, '2025-07-01'), became(2, '2025-07-01')]).toEqual([[], [2], []])
    expect([map.becameOf(1), map.becameOf(2)]).toEqual([[2], []])
  })

  it('split among several stand in none of them, but still further up', () => {
    const split = new Places([place(1), place(2), place(3)], moves([1, 2, '2025-07-01'], [1, 3, '2025-07-01']))
    expect(split.lineageOn(1, '2026-01-01')).toEqual([])
    expect(split.becameBy(1, '2026-01-01').map((one) => one.id)).toEqual([2, 3])
    expect(split.becameOf(1)).toEqual([2, 3])
    const commune = new Places(
      [place(1), place(11, 1), place(12, 1), place(13, 1)],
      moves([11, 12, '2025-07-01'], [11, 13, '2025-07-01']),
    )
    expect(commune.lineageOn(11, '2026-01-01')).toEqual([{ id: 1, joined: false }])
  })

  it('follow a chain of mergers and do not run in circles', () => {
    const chain = new Places([place(1), place(2), place(3)], moves([1, 2, '2021-01-01'], [2, 3, '2022-01-01']))
    expect(chain.lineageOn(1, '2021-06-01')).toEqual([{ id: 2, joined: true }])
    expect(chain.lineageOn(1, '2022-01-01')).toEqual([{ id: 3, joined: true }])
    expect(chain.becameBy(1, '2021-06-01').map((one) => one.id)).toEqual([2])
    expect(chain.becameBy(1, '2022-01-01').map((one) => one.id)).toEqual([3])
    const circle = new Places([place(1), place(2)], moves([1, 2, '2021-01-01'], [2, 1, '2022-01-01']))
    expect(circle.lineageOn(1, '2023-01-01')).toEqual([])
  })

  it('exist in the quarters in which they exist on at least one day', () => {
    const dated = new Places(
      [
        place(1, null, { validFrom: '2020-03-31', validTo: '2025-07-01' }),
        place(2, null, { validFrom: '2020-04-01', validTo: '2025-07-02' }),
      ],
      [],
    )
    expect(dated.quartersOf(1)).toEqual({ first: quarterOf(2020, 1), last: quarterOf(2025, 2) })
    expect(dated.quartersOf(2)).toEqual({ first: quarterOf(2020, 2), last: quarterOf(2025, 3) })
    expect(tree.quartersOf(1)).toEqual({ first: quarterOf(1990, 1), last: null })
  })
})

it('what a place was before is found through all that it came from, each once', () => {
  const successions = [
    { fromId: 1, toId: 3, on: '2025-07-01' },
    { fromId: 2, toId: 3, on: '2025-07-01' },
    { fromId: 3, toId: 4, on: '2026-01-01' },
    { fromId: 1, toId: 4, on: '2026-01-01' },
    { fromId: 4, toId: 1, on: '2027-01-01' },
  ]
  const tree = new Places([], successions)
  expect([...tree.formerOf(3)].sort()).toEqual([1, 2, 3, 4])
  expect(new Places([], successions.slice(0, 3)).formerOf(4).sort()).toEqual([1, 2, 3])
  expect(new Places([], successions.slice(0, 3)).formerOf(1)).toEqual([])
})
