import { expect, it } from 'vitest'
import { pagerOf, rowsOfPage } from '../../src/forms/pager.ts'
import { wordsFor } from '../../src/language/words.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e']

it.each([
  [1, ['a', 'b'], 1],
  [2, ['c', 'd'], 2],
  [3, ['e'], 3],
  [9, ['e'], 3],
])('page %d of five rows by two is %j: no page after the last', (asked, rows, page) => {
  expect(rowsOfPage(ROWS, asked, 2)).toEqual({ rows, page, pages: 3 })
})

it('no rows are one empty page, as many as fit are one page too', () => {
  expect(rowsOfPage([], 2, 2)).toEqual({ rows: [], page: 1, pages: 1 })
  expect(rowsOfPage(ROWS, 1, 5)).toEqual({ rows: ROWS, page: 1, pages: 1 })
})

it('many pages are counted as every number is written', () => {
  expect(pagerOf({ page: 1200, pages: 3456 }, String, wordsFor('vi')).here).toBe('Trang 1.200 trên 3.456')
})

it.each([
  [1, null, '/x/2'],
  [2, '/x/1', '/x/3'],
  [3, '/x/2', null],
])('page %d leads back to %j and on to %j', (page, before, after) => {
  const pager = pagerOf({ page, pages: 3 }, (to) => `/x/${to}`, wordsFor('en'))
  expect(pager).toEqual({
    label: 'Pages',
    before: before && { href: before, label: 'Previous page' },
    here: `Page ${page} of 3`,
    after: after && { href: after, label: 'Next page' },
  })
})
