import { expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { overviewExport } from '../../../src/dashboards/overview/export.ts'
import { loadFigures } from '../../../src/dashboards/overview/load.ts'
import type { Words } from '../../../src/language/words.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { outline } from '../whole/outline.ts'
import { NOW, phasedPages, request, smallPages } from '../whole/small-pages.ts'

/**
 * The scorecard as it is taken away, cell by cell: written anew by `npx vitest run tests/dashboards/overview/export.test.ts --update`, and
 * then read.
 */
const small = smallPages()
const phased = phasedPages()
const LATER = Date.parse('2022-02-01T09:00:00+07:00')
const en = wordsFor('en', PILOT_TERMS)
const taken = (query: Query, of = small, words: Words = en) =>
  overviewExport(loadFigures(request(of, query, of === phased ? LATER : NOW, words))!)

it.each<[name: string, query: Query, of?: typeof small]>([
  ['small', { quarter: '2021-Q3' }],
  ['first-quarter', { quarter: '2020-Q4', basis: 'provisional' }],
  ['phased', { quarter: '2021-Q4', sort: 'pace' }, phased],
])('%s, to be read and for programs', async (name, query, of) => {
  const { sheets, pasted, csv, ...said } = taken(query, of)
  expect([sheets, pasted]).toEqual([[csv], csv])
  const read = JSON.parse(JSON.stringify({ ...said, csv }))
  await expect(`${outline(read).trimStart()}\n`).toMatchFileSnapshot(`export/${name}.txt`)
})

it('is named by what it is narrowed to, and leaves out columns in which nothing stands', () => {
  const narrowed = taken({ quarter: '2021-Q3', province: 'nghe-an', component: 'protection' })
  expect(narrowed.name).toBe('Overview, nghe-an, Q3 2021')
  expect(narrowed.csv.rows.map(([code]) => code)).toEqual(['V1', 'V2'])
  const keys = (form: { columns: readonly { key: string }[] }) => form.columns.map(({ key }) => key)
  expect(keys(narrowed.csv)).not.toContain('share_of_life_target')
  expect(keys(narrowed.machine)).toContain('share_of_life_target')
  expect(taken({}, small, wordsFor('vi', PILOT_TERMS)).name).toBe('Tổng quan, Quý II/2021')
})

it('of an address that asks for what is not there is refused: it would hold something else without a word', () => {
  expect(() => taken({ component: 'nowhere' })).toThrow()
  expect(() => taken({ quarter: 'soon' })).toThrow()
})
