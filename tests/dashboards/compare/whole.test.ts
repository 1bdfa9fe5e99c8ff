import { expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComparison } from '../../../src/dashboards/compare/load.ts'
import { comparePage } from '../../../src/dashboards/compare/page.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { outline } from '../whole/outline.ts'
import { NOW, phasedPages, request, smallPages } from '../whole/small-pages.ts'

/** A comparison with its form, word for word: written anew by `npx vitest run tests/dashboards/compare --update`, and then read. */
const small = smallPages()
const phased = phasedPages()
const LATER = Date.parse('2022-02-01T09:00:00+07:00')

it.each<[name: string, query: Query, of?: typeof small]>([
  ['years', { indicator: 'V1', year: '2021' }],
  ['areas', { of: 'areas', indicator: 'V1', from: '2021-Q1', to: '2021-Q3' }],
  ['indicators', { of: 'indicators', indicator: 'V1', from: '2021-Q2', to: '2021-Q3', basis: 'provisional' }],
  ['two-units', { of: 'indicators', indicator: 'V1', other: 'P1', from: '2021-Q2', to: '2021-Q3' }],
  ['days', { of: 'days', indicator: 'V1', day: '2021-10-31', from: '2021-Q2', to: '2021-Q3' }],
  ['half-years', { indicator: 'H1' }, phased],
  ['one-year', { indicator: 'Y1', year: '2022' }, phased],
])('%s', async (name, query, of = small) => {
  const asked = request(of, query, of === phased ? LATER : NOW, wordsFor('en', PILOT_TERMS))
  const { legend: _, pictures, ...said } = comparePage(loadComparison(asked)!)
  const drawn = pictures.map(({ chart, ...picture }) => ({ ...picture, chart: JSON.parse(chart), drawing: undefined }))
  await expect(`${outline(JSON.parse(JSON.stringify({ ...said, drawn }))).trimStart()}\n`).toMatchFileSnapshot(
    `said/${name}.txt`,
  )
})
