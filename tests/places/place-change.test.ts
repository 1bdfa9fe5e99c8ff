import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { type Place, Places } from '../../src/places/place.ts'
import { changedPlace, type PlaceChange, type PlaceRefusal } from '../../src/places/place-change.ts'

/** A province of a slug or, where it lies in one, a commune. */
function place(id: number, slug: string, parentId: number | null = null, over: Partial<Place> = {}): Place {
  const [level, depth] = parentId === null ? ['province', 1] : ['commune', 2]
  const dates = { validFrom: '2000-01-01', validTo: null }
  return { id, slug, code: slug, iso: null, level, depth, parentId, name: { vi: slug, en: slug }, ...dates, ...over }
}

// `old` became `merged` in July 2025; `merged` begins on that day, `new` a day later.
const HP = place(1, 'HP')
const QN = place(2, 'QN')
const OLD = place(3, 'old', null, { validTo: '2025-07-01' })
const MERGED = place(4, 'merged', null, { validFrom: '2025-07-01' })
const NEW = place(5, 'new', null, { validFrom: '2025-07-02' })
const COMMUNE = place(11, 'HP-1', 1)
const became = (fromId: number, toId: number, on: string) => ({ fromId, toId, on })
const LIST = [HP, QN, OLD, MERGED, NEW, COMMUNE]
const tree = new Places(LIST, [became(3, 4, '2025-07-01')])
const change = (slug: string, given: PlaceChange, lastGiven: number | null = null, places = tree) =>
  changedPlace(places, slug, given, lastGiven)

const JUNE = { lastDay: '2025-06-30' }
const IN_JULY = '2025-07-01'

describe('a place', () => {
  it.each<[string, string, PlaceChange, Partial<Place>]>([
    ['is called otherwise', 'HP', { name: { vi: 'A', en: 'B' } }, { name: { vi: 'A', en: 'B' } }],
    ['lies in another province', 'HP-1', { parent: 'QN' }, { parentId: 2 }],
    ['ends on the day after its last', 'HP', JUNE, { validTo: IN_JULY }],
    ['may end on its first day', 'merged', { lastDay: '2025-07-01' }, { validTo: '2025-07-02' }],
    ['goes on after all', 'old', { lastDay: null }, { validTo: null }],
  ])('%s, and all else of it stays', (_, slug, given, over) => {
    expect(change(slug, given)).toMatchObject({ place: { ...tree.bySlug.get(slug)!, ...over }, begun: [] })
  })

  it.each<[string, string, PlaceChange, [ended: object[], begun: object[]]]>([
    ['becomes another', 'HP', { ...JUNE, became: ['merged'] }, [[], [became(1, 4, IN_JULY)]]],
    [
      'becomes several',
      'HP',
      { ...JUNE, became: ['merged', 'QN'] },
      [[], [became(1, 4, IN_JULY), became(1, 2, IN_JULY)]],
    ],
    ['becomes one once, if named twice', 'HP', { ...JUNE, became: ['QN', 'QN'] }, [[], [became(1, 2, IN_JULY)]]],
    ['becomes nothing after all', 'old', { became: [] }, [[became(3, 4, IN_JULY)], []]],
    ['goes on, so that nothing has become of it', 'old', { lastDay: null }, [[became(3, 4, IN_JULY)], []]],
    ['becomes something else', 'old', { became: ['HP'] }, [[became(3, 4, IN_JULY)], [became(3, 1, IN_JULY)]]],
    ['becomes one more', 'old', { became: ['merged', 'HP'] }, [[], [became(3, 1, IN_JULY)]]],
    [
      'ends later, and what it became begins with it',
      'old',
      { lastDay: '2025-09-30' },
      [[became(3, 4, IN_JULY)], [became(3, 4, '2025-10-01')]],
    ],
  ])('%s', (_, slug, given, [ended, begun]) => {
    expect(change(slug, given)).toMatchObject({ ended, begun })
  })

  it('can take the code of one that has ended, on the very day', () => {
    const coded = new Places([...LIST, place(6, 'other', null, { code: 'old', validFrom: IN_JULY })], [])
    expect(change('old', { name: { vi: '', en: '' } }, null, coded)).toHaveProperty('place')
    expect(change('other', { name: { vi: '', en: '' } }, null, coded)).toHaveProperty('place')
    const refused = { code: 'code-taken', what: 'old' }
    expect(change('old', { lastDay: IN_JULY }, null, coded)).toEqual({ refused })
    expect(change('old', { lastDay: null }, null, coded)).toEqual({ refused })
    const elsewhere = new Places([...LIST, place(6, 'other', 1, { code: 'old' })], [])
    expect(change('old', { lastDay: null }, null, elsewhere)).toHaveProperty('place')
  })

  const given = quarterOf(2025, 2)
  it('may end in a quarter that has been reported, not before it', () => {
    expect(change('HP', { lastDay: '2025-04-01' }, given)).toHaveProperty('place')
    const refused = { code: 'has-reported', what: 'HP', quarter: given }
    expect(change('HP', { lastDay: '2025-03-31' }, given)).toEqual({ refused })
    expect(change('HP', { name: { vi: '', en: '' } }, given)).toHaveProperty('place')
  })
})

describe('a place stays as it is', () => {
  it.each<[PlaceRefusal['code'], string, PlaceChange, string]>([
    ['unknown', 'HN', {}, 'HN'],
    ['unchanged', 'HP', {}, 'HP'],
    ['unchanged', 'old', { ...JUNE, became: ['merged'] }, 'old'],
    ['unchanged', 'HP', { lastDay: null, became: [] }, 'HP'],
    ['ends-first', 'merged', JUNE, 'merged'],
    ['no-parent', 'HP', { parent: 'QN' }, 'HP'],
    ['unknown-parent', 'HP-1', { parent: 'XX' }, 'XX'],
    ['unknown-parent', 'HP-1', { parent: 'HP-1' }, 'HP-1'],
    ['goes-on', 'HP', { became: ['QN'] }, 'HP'],
    ['unknown-heir', 'HP', { ...JUNE, became: ['XX'] }, 'XX'],
    ['to-itself', 'HP', { ...JUNE, became: ['HP'] }, 'HP'],
    ['circle', 'merged', { lastDay: '2026-06-30', became: ['old'] }, 'old'],
    ['heir-not-there', 'HP', { ...JUNE, became: ['new'] }, 'new'],
    ['heir-not-there', 'HP', { ...JUNE, became: ['old'] }, 'old'],
  ])('%s: %s %j', (code, slug, given, what) => {
    expect(change(slug, given)).toEqual({ refused: { code, what } })
  })
})
