import { describe, expect, it } from 'vitest'
import { categoryAxis, categoryRole, placeRole } from '../../../src/dashboards/tables/axes.ts'
import { coloursInOrder, placeColours } from '../../../src/dashboards/tables/place-colours.ts'
import { lowered, partsNote } from '../../../src/dashboards/tables/tables.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { UNSPLIT } from '../../../src/figures/split.ts'
import type { Breakdown } from '../../../src/indicators/breakdown.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { placeNamed } from '../../partners/reporters.ts'
import { places } from '../../places/joined-places.ts'

const words = wordsFor('en', PILOT_TERMS)

describe('rows and columns of categories', () => {
  const sex = {
    code: 'sex',
    categories: [
      { code: 'female', name: { vi: 'Nữ', en: 'Women' } },
      { code: 'male', name: { vi: 'Nam', en: 'Men' } },
    ],
  } as unknown as Breakdown
  const axis = categoryAxis(sex, ['sex=male', 'sex=female', 'sex=not-recorded', 'sex=gone', UNSPLIT])

  it('have their names, those nobody knows any more their keys, and what can’t be split a sentence', () => {
    expect(axis.are).toBe('categories')
    expect(axis.headings.map(({ label }) => label.en)).toEqual([
      'Men',
      'Women',
      'sex=not-recorded',
      'sex=gone',
      words.t('charts:not-split'),
    ])
  })

  it('have a colour each by their place, greys for what is not recorded or not split', () => {
    const role = categoryRole(axis)
    expect(axis.headings.map(({ key }) => role(key))).toEqual([
      'category-0',
      'category-1',
      'unknown',
      'category-3',
      'unsplit',
    ])
    const many = categoryRole({
      are: 'categories',
      headings: Array.from({ length: 9 }, (_, nth) => ({ key: `a=${nth}`, label: { vi: '', en: '' } })),
    })
    expect(many('a=8')).toBe('category-0')
  })

  it('of provinces have their colour on every page, by their place among all that ever reported', () => {
    const role = placeRole({ colours: placeColours(places, new Set([1, 2])) })
    expect(['north', 'south', 'joined', 'town', 'project'].map(role)).toEqual([
      'place-0',
      'place-1',
      // What a province became goes on with its colour: on today's map nothing changes.
      'place-0',
      'figure',
      'figure',
    ])
  })

  it('of many provinces have one colour: each bears its name', () => {
    const many = (count: number) =>
      new Places(
        Array.from({ length: count }, (_, nth) => placeNamed(nth + 1, `P${nth}`)),
        [],
      )
    const all = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(placeRole({ colours: placeColours(many(8), all) })('p7')).toBe('place-7')
    expect(placeRole({ colours: placeColours(many(9), all) })('p7')).toBe('figure')
    // It is given among those that report, and whether these reported on in the span of a page or not.
    expect(placeRole({ colours: placeColours(many(9), new Set([3, 9])) })('p8')).toBe('place-1')
  })
})

describe('colours of areas', () => {
  it('are given to those that ever reported, in order, and go on with what they became', () => {
    expect([...placeColours(places, new Set([1, 2, 3, 4]))]).toEqual([
      ['north', 0],
      ['south', 1],
      ['joined', 0],
    ])
    // Nobody was asked in the north: what it became has a colour of its own.
    expect([...placeColours(places, new Set([2, 3]))]).toEqual([
      ['south', 0],
      ['joined', 1],
    ])
    expect([...placeColours(places, new Set())]).toEqual([])
  })

  it('are eight, of a list too, or none', () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => ({ slug: `p${nth}` }))
    expect(coloursInOrder(many(8)).get('p7')).toBe(7)
    expect(coloursInOrder(many(9)).size).toBe(0)
    expect(coloursInOrder([]).size).toBe(0)
  })
})

it.each([
  ['a count', 'count', false, 'charts:section.parts'],
  ['a count of which somebody may be in several', 'count', true, 'charts:section.multiple'],
  ['shares, which make up no whole', 'ratio', false, null],
  ['shares that overlap', 'ratio', true, 'charts:section.multiple'],
] as const)('how categories of %s go together is said', (_, measure, overlapping, key) => {
  const table = { overlapping, indicator: { measure } } as unknown as PublishableTable
  expect(partsNote(table, words)).toBe(key && words.t(key))
})

it('a name in the middle of a sentence begins with a small letter', () => {
  expect([lowered('Sex'), lowered('Giới tính'), lowered('')]).toEqual(['sex', 'giới tính', ''])
})
