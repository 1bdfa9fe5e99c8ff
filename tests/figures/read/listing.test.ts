import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER } from '../../../src/calendar/quarter.ts'
import { Listing } from '../../../src/figures/listing.ts'
import type { Breakdown } from '../../../src/indicators/breakdown.ts'

const category = (code: string, ...held: [from: number, to: number | null][]) => ({
  id: 1,
  code,
  name: { vi: code, en: code },
  definitions: held.map(([from, to]) => ({ from, to, name: { vi: code, en: code } })),
})
const sex: Breakdown = {
  id: 1,
  code: 'sex',
  name: { vi: '', en: '' },
  categories: [
    category('female', [FIRST_QUARTER, null]),
    category('male', [FIRST_QUARTER, 8019], [8020, null]),
    category('other', [8010, 8015], [8030, null]),
  ],
}
const age: Breakdown = { ...sex, code: 'age', categories: [category('child', [8012, null])] }
const bySex = new Listing([sex, age], { by: ['sex'], only: {} })

describe('the lists of the categories that a question keeps apart', () => {
  it('change where one is taken on or off, not where one is only renamed, nor where others are', () => {
    expect(bySex.turns).toEqual([8010, 8016, 8030])
    expect(new Listing([sex, age], { by: ['sex', 'age'], only: {} }).turns).toEqual([8010, 8012, 8016, 8030])
    expect(new Listing([sex, age], { by: [], only: { age: 'child' } }).turns).toEqual([8012])
    expect(new Listing([sex, age], { by: [], only: {} }).turns).toEqual([])
  })

  it.each([
    ['within', [8009, 8010], true],
    ['at the end', [8014, 8015, 8016], true],
    ['only at the beginning, which is no change within', [8010, 8011], false],
    ['not at all', [8017, 8029], false],
    ['not in one quarter', [8010], false],
    ['not in none', [], false],
  ])('change %s: %j', (_, quarters, changes) => {
    expect(bySex.changesWithin(quarters)).toBe(changes)
  })
})

describe('the quarters in which a cell is asked for', () => {
  const pieces = (cell: string, from: number, to: number, listing = bySex) => listing.pieces(cell, { from, to })

  it.each<[string, string, number, number, [number, number][]]>([
    ['all of them where its category is always listed', 'sex=female', 8000, 8040, [[8000, 8040]]],
    ['all where it was only renamed', 'sex=male', 8000, 8040, [[8000, 8040]]],
    [
      'those in which it was listed',
      'sex=other',
      8000,
      8040,
      [
        [8010, 8015],
        [8030, 8040],
      ],
    ],
    [
      'those of the span',
      'sex=other',
      8012,
      8031,
      [
        [8012, 8015],
        [8030, 8031],
      ],
    ],
    ['the last one, where it is listed in that for the first time', 'sex=other', 8005, 8010, [[8010, 8010]]],
    ['the first one, where it is listed in that for the last time', 'sex=other', 8015, 8020, [[8015, 8015]]],
    ['all of a span without a change', 'sex=other', 8011, 8014, [[8011, 8014]]],
    ['none of a span in which it is on no list', 'sex=other', 8016, 8029, []],
    ['all of them undivided', '', 8000, 8040, [[8000, 8040]]],
    ['all where nobody knows the category', 'sex=unheard-of', 8000, 8040, [[8000, 8040]]],
  ])('are %s', (_, cell, from, to, runs) => {
    expect(pieces(cell, from, to)).toEqual(runs.map(([first, last]) => ({ from: first, to: last })))
  })

  it('are those of the categories a question keeps to as well', () => {
    const children = new Listing([sex, age], { by: ['sex'], only: { age: 'child' } })
    expect(pieces('sex=other', 8000, 8020, children)).toEqual([{ from: 8012, to: 8015 }])
    expect(pieces('', 8000, 8020, children)).toEqual([{ from: 8012, to: 8020 }])
  })
})
