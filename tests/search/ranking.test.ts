import { describe, expect, it } from 'vitest'
import { folded } from '../../src/language/folded.ts'
import { entryOf, type SearchEntry } from '../../src/search/entry.ts'
import { ranking } from '../../src/search/ranking.ts'

const named = (kind: SearchEntry['kind'], vi: string, en: string, more: Partial<Parameters<typeof entryOf>[0]> = {}) =>
  entryOf({ kind, title: { vi, en }, href: `/${folded(en).replaceAll(' ', '-')}`, ...more })

const ENTRIES = [
  named('indicator', 'Số người được hỗ trợ', 'Clients receiving a service', { code: 'V3' }),
  named('indicator', 'Số cán bộ được tập huấn ở Hải Phòng', 'Staff trained in Hai Phong', { code: 'V12' }),
  named('indicator', 'Số vụ án', 'Cases', { code: 'J5', others: [{ vi: 'Số vụ việc', en: 'Matters' }] }),
  named('area', 'Hải Phòng', 'Hai Phong'),
  named('area', 'Hà Tĩnh', 'Ha Tinh'),
  named('area', 'Quảng Ninh', 'Quang Ninh'),
  named('partner', 'Sở Nội vụ Hà Tĩnh', 'Home Affairs of Ha Tinh', {
    others: [{ vi: 'Sở Lao động Hà Tĩnh', en: 'Labour of Ha Tinh' }],
  }),
  named('partner', 'Hội Phụ nữ Điện Biên', 'Women’s Union of Dien Bien'),
  named('page', 'Tổng quan', 'Overview'),
  named('help', 'Mức đầy đủ', 'Coverage', { about: ['k trên n báo cáo', 'k of n reports; V3'] }),
]
const found = (asked: string) => ranking(ENTRIES, asked).map(({ entry }) => entry.code ?? entry.title.en)

describe('what fits a question, the best first', () => {
  it.each<[asked: string, found: string[]]>([
    // A code comes before everything, in whatever letters; then codes that begin so.
    ['V3', ['V3', 'Coverage']],
    ['v3', ['V3', 'Coverage']],
    ['v', ['V3', 'V12', 'J5', 'Home Affairs of Ha Tinh', 'Overview', 'Coverage']],
    // Marks don't matter, nor does đ, nor what stands between words.
    ['hai phong', ['Hai Phong', 'V12']],
    ['Hải Phòng', ['Hai Phong', 'V12']],
    ['HAI-PHONG', ['Hai Phong', 'V12']],
    ['quang ninh', ['Quang Ninh']],
    ['dien bien', ['Women’s Union of Dien Bien']],
    ['đien', ['Women’s Union of Dien Bien']],
    // Marks that are typed come first among what is alike without them.
    ['hà', ['Ha Tinh', 'Hai Phong', 'Home Affairs of Ha Tinh', 'V12']],
    ['hả', ['Hai Phong', 'Ha Tinh', 'V12', 'Home Affairs of Ha Tinh']],
    // A name, the beginning of one, its words in any order, then somewhere within one.
    ['ha tinh', ['Ha Tinh', 'Home Affairs of Ha Tinh']],
    ['noi vu ha', ['Home Affairs of Ha Tinh']],
    // Words beside each other come before the same words apart.
    ['an bo', ['V12']],
    ['vu an', ['J5']],
    ['tinh ha', ['Ha Tinh', 'Home Affairs of Ha Tinh']],
    ['uan', ['Quang Ninh', 'Overview', 'V12']],
    // A code is one more word of a name.
    ['v12 phong', ['V12']],
    // Earlier names, and those of the other language.
    ['so lao dong', ['Home Affairs of Ha Tinh']],
    ['matters', ['J5']],
    ['clients', ['V3']],
    // What is said of it comes last.
    ['bao cao', ['Coverage']],
    // All of what is asked has to be said.
    ['bao nowhere', []],
    // Nothing, and what has no letter, finds nothing.
    ['', []],
    ['  –  ', []],
    ['zz', []],
  ])('%s', (asked, expected) => {
    expect(found(asked)).toEqual(expected)
  })

  it('says by which name, where it is not the code', () => {
    const by = (asked: string) => ranking(ENTRIES, asked)[0]?.by?.written ?? null
    expect([by('v3'), by('matters'), by('hai phong')]).toEqual([null, 'Matters', 'Hải Phòng'])
  })

  it('takes the best of several names, whichever stands first', () => {
    const two = named('area', 'Khu Nam', 'Nam', { others: [{ vi: 'Phú Nam', en: 'Phu' }] })
    expect(ranking([named('area', 'Nam Nam', 'Nam Nam'), two], 'nam').map(({ by }) => by?.written)).toEqual([
      'Nam',
      'Nam Nam',
    ])
  })

  it.each<[string, string, [string, string]]>([
    ['its code before one that begins so', 'v1', ['V12', 'V1']],
    ['its name before one that begins so', 'ha nam', ['Ha Nam Ninh', 'Ha Nam']],
    ['words beside each other before the same apart', 'an khe', ['Khe Sanh An Lao', 'Thi xa An Khe']],
    ['the beginnings of words before what lies within one', 'inh', ['Binh', 'Xa Inh']],
  ])('has %s', (_, asked, [later, first]) => {
    const entries = [later, first].map((name) =>
      /\d/.test(name) ? named('indicator', 'x', 'x', { code: name }) : named('area', name, name),
    )
    expect(ranking(entries, asked).map(({ entry }) => entry.code ?? entry.title.en)).toEqual([first, later])
  })

  it('has what is found alike by kind, then in the order given', () => {
    const kinds = ['help', 'partner', 'area', 'indicator', 'area'] as const
    const alike = kinds.map((kind, nth) => named(kind, `Sen ${nth}`, `Sen ${nth}`))
    expect(ranking(alike, 'sen').map(({ entry }) => entry.title.en)).toEqual([
      'Sen 3',
      'Sen 2',
      'Sen 4',
      'Sen 1',
      'Sen 0',
    ])
  })

  it('finds nothing by a code that is not there', () => {
    expect(ranking([named('area', 'Hà Tĩnh', 'Ha Tinh')], 'stryker')).toEqual([])
  })

  it('has the marks that were typed first, with whatever stands around them', () => {
    const two = [named('area', 'Hải', 'Hai'), named('area', 'Hái', 'Hai 2')]
    expect(ranking(two, ' hái ').map(({ entry }) => entry.title.vi)).toEqual(['Hái', 'Hải'])
    const far = `hái${' '.repeat(97)}x`
    expect(ranking(two, far).map(({ entry }) => entry.title.vi)).toEqual(['Hái', 'Hải'])
  })

  it('looks at so much of a question and no more', () => {
    expect(found(`hai phong${' '.repeat(200)}nowhere`)).toEqual(['Hai Phong', 'V12'])
  })
})

it.each([
  ['Hải Phòng', 'hai phong'],
  ['  HÀ-TĨNH (từ 2025) ', 'ha tinh tu 2025'],
  ['Đắk Lắk', 'dak lak'],
  ['đ', 'd'],
  ['Ho\u0300a', 'hoa'],
  ['e\u0302\u0323', 'e'],
  ['–', ''],
])('%s is compared as “%s”', (text, expected) => {
  expect(folded(text)).toBe(expected)
})
