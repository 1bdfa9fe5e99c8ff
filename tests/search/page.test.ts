import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { entryOf } from '../../src/search/entry.ts'
import { MOST_OFFERED, offered, searchPage } from '../../src/search/page.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'

const words = wordsFor('en', PILOT_TERMS)
const LISTS = [{ href: '/indicators', label: 'Indicators' }]
const many = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    entryOf({ kind: 'area', title: { vi: `Sen ${nth}`, en: `Lotus ${nth}` }, href: `/provinces/${nth}` }),
  )
const V3 = entryOf({
  ...{ kind: 'indicator', code: 'V3', title: { vi: 'Khách hàng', en: 'Clients' }, href: '/indicators/V3' },
  ...{ within: { vi: 'Bảo vệ', en: 'Protection' }, others: [{ vi: 'Người được giúp', en: 'People helped' }] },
})
const page = (entries: Parameters<typeof searchPage>[0], asked: string) => searchPage(entries, asked, LISTS, words)

describe('the page of a search', () => {
  it.each<[number, string, number, string | null, boolean]>([
    [0, 'Nothing found for “lotus”.', 0, null, true],
    [1, 'One thing found.', 1, null, false],
    [30, '30 things found.', 30, null, false],
    [31, '31 things found.', 30, 'One more', false],
    [33, '33 things found.', 30, '3 more', false],
  ])('of %d found says how many there are, and lists the first', (count, says, listed, more, hasLists) => {
    const found = page(many(count), ' lotus ')
    expect(found.title).toBe('Search: lotus')
    expect(found.asked).toBe('lotus')
    expect(found.count).toContain(says)
    expect(found.found).toHaveLength(listed)
    if (more === null) expect(found.more).toBeNull()
    else expect(found.more).toContain(more)
    expect(found.lists).toEqual(hasLists ? LISTS : [])
  })

  it('of no question says nothing, and has the lists', () => {
    expect(page(many(3), '  ')).toEqual({
      ...{ title: 'Search', asked: '', count: '', found: [], more: null, lists: LISTS },
    })
  })

  it('keeps so much of what was asked', () => {
    expect(page([], 'x'.repeat(300)).asked).toHaveLength(100)
  })
})

describe('something found', () => {
  it.each<[string, string | null]>([
    ['v3', null],
    ['clients', null],
    ['people', 'People helped'],
    ['khach', 'Khách hàng'],
  ])('by “%s” says what it is, and by which other name', (asked, by) => {
    expect(offered([V3], asked, words)).toEqual([
      {
        ...{ kind: 'indicator', sort: 'indicator', code: 'V3', title: 'Clients', within: 'Protection' },
        ...{ by, href: '/indicators/V3' },
      },
    ])
  })

  it('that lies in nothing says nothing of it, and while somebody types eight are offered', () => {
    const found = offered(many(20), 'lotus', words)
    expect(found).toHaveLength(MOST_OFFERED)
    expect(found[0]).toMatchObject({ sort: 'province', within: '', code: null })
  })
})
