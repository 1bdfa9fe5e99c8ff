import { describe, expect, it } from 'vitest'
import type { IndicatorHistory } from '../../src/indicators/definitions/history.ts'
import type { Terms } from '../../src/language/terms.ts'
import type { Text } from '../../src/language/text.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Partner } from '../../src/partners/partner.ts'
import { type Place, Places } from '../../src/places/place.ts'
import { figureEntries, pageEntries, type Searchable } from '../../src/search/entries.ts'
import type { SearchEntry } from '../../src/search/entry.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'

const text = (vi: string, en = vi): Text => ({ vi, en })
const place = (id: number, depth: number, parentId: number | null, slug: string, name: Text): Place => ({
  ...{ id, slug, name, depth, parentId, code: String(id), iso: null, level: 'x' },
  ...{ validFrom: '1991-01-01', validTo: null },
})
const PLACES = new Places(
  [
    place(1, 0, null, 'project', text('Dự án', 'Project')),
    place(2, 1, null, 'ha-tinh', text('Hà Tĩnh', 'Ha Tinh')),
    place(3, 2, 2, 'ky-anh', text('Kỳ Anh', 'Ky Anh')),
  ],
  [],
)
const definition = (name: Text) =>
  ({ code: 'V 3', name, component: 'protection' }) as IndicatorHistory['definitions'][0]
const HISTORY: IndicatorHistory = {
  ...{ id: 1, code: 'V 3' },
  definitions: [definition(text('Cũ', 'Old')), definition(text('Khách hàng', 'Clients'))],
}
const partner = (slug: string, ...names: [string, string | null][]): Partner => ({
  ...{ id: 1, slug, cutOffDay: null },
  names: names.map(([name, validTo]) => ({ kind: 'WU', name: text(name), validFrom: '2000-01-01', validTo })),
})

const entries = (more: Partial<Searchable> = {}) => {
  const terms = more.terms ?? PILOT_TERMS
  return figureEntries({
    ...{ terms, words: wordsFor('vi', terms), histories: [], places: new Places([], []) },
    ...{ placeNames: new Map(), partners: [] },
    ...more,
  })
}
const of = (all: readonly SearchEntry[], kind: SearchEntry['kind']) =>
  all
    .filter((one) => one.kind === kind)
    .map(({ href, title, within, names }) => ({
      href,
      title: title.en,
      within,
      names: names.map((one) => one.written),
    }))

describe('what can be found', () => {
  it('of an indicator: its code, what it is called and was, and its component beside it; it leads to its page', () => {
    const [found] = entries({ histories: [HISTORY] })
    expect(found).toMatchObject({
      ...{ kind: 'indicator', code: 'V 3', href: '/indicators/V%203' },
      ...{ title: text('Khách hàng', 'Clients'), within: text('Bảo vệ', 'Protection') },
    })
    expect(found!.names.map((one) => one.written)).toEqual(['Khách hàng', 'Clients', 'Cũ', 'Old'])
  })

  it('components, each by its page', () => {
    expect(of(entries(), 'component').map(({ href, title }) => [href, title])).toEqual([
      ['/components/prevention', 'Prevention'],
      ['/components/prosecution', 'Prosecution'],
      ['/components/protection', 'Protection'],
    ])
    const odd = [{ ...PILOT_TERMS.components[0]!, code: 'a/b' }]
    expect(entries({ terms: { ...PILOT_TERMS, components: odd } })[0]!.href).toBe('/components/a%2Fb')
  })

  it('areas by their page and all their names, what lies in them by the page of its area, the project not at all', () => {
    const found = entries({
      places: PLACES,
      placeNames: new Map([[2, [text('Nghệ Tĩnh'), text('Hà Tĩnh', 'Ha Tinh')]]]),
    })
    expect(of(found, 'area')).toEqual([
      { href: '/provinces/ha-tinh', title: 'Ha Tinh', within: null, names: ['Hà Tĩnh', 'Ha Tinh', 'Nghệ Tĩnh'] },
    ])
    expect(of(found, 'place')).toEqual([
      {
        ...{ href: '/provinces/ha-tinh', title: 'Ky Anh' },
        ...{ within: text('Hà Tĩnh', 'Ha Tinh'), names: ['Kỳ Anh', 'Ky Anh'] },
      },
    ])
  })

  it('partners by their reports, under the name of the last day and all before it', () => {
    const partners = [partner('a&b', ['Sở Lao động', '2025-02-28'], ['Sở Nội vụ', null]), partner('nameless')]
    expect(of(entries({ partners }), 'partner')).toEqual([
      { href: '/submissions?partner=a%26b', title: 'Sở Nội vụ', within: null, names: ['Sở Nội vụ', 'Sở Lao động'] },
    ])
  })

  it('of a project without areas: no place, and partners by the page of their figures', () => {
    const terms: Terms = { ...PILOT_TERMS, levels: PILOT_TERMS.levels.slice(0, 1) }
    const found = entries({ terms, places: PLACES, partners: [partner('mfa', ['MFA', null])] })
    expect([...of(found, 'area'), ...of(found, 'place')]).toEqual([])
    expect(of(found, 'partner').map(({ href }) => href)).toEqual(['/partners/mfa'])
  })

  it('pages by their name in both languages, parts of the help by what they say too', () => {
    const [page, help] = pageEntries(
      [
        { kind: 'page', name: 'people:account.title', href: '/account' },
        { kind: 'help', name: 'help:partial.title', href: '/help#partial', about: 'help:partial.body' },
      ],
      wordsFor('vi', PILOT_TERMS),
    )
    const name = (language: 'vi' | 'en') => wordsFor(language).t('people:account.title')
    expect(page).toMatchObject({ kind: 'page', href: '/account', text: '', title: { vi: name('vi'), en: name('en') } })
    expect(help).toMatchObject({ kind: 'help', href: '/help#partial' })
    expect(help!.text).toContain('submissions')
    expect(help!.text).toContain('bao cao')
  })
})
