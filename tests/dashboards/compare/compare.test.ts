import { beforeAll, describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { comparisonText } from '../../../src/dashboards/compare/in-words.ts'
import { loadComparison } from '../../../src/dashboards/compare/load.ts'
import { comparePage } from '../../../src/dashboards/compare/page.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { request, smallPages } from '../whole/small-pages.ts'

const world = smallPages()
const page = (query: Query) => comparePage(loadComparison(request(world, query))!)
type Page = ReturnType<typeof page>
const rows = ({ rows }: Page) =>
  rows.map(({ label, cells, difference }) => [
    label,
    ...cells.map(({ text }) => text),
    'text' in difference ? `${difference.sign}${difference.text}` : difference.sentence,
  ])

describe('a year with the one before', () => {
  let years: Page
  beforeAll(() => {
    years = page({ indicator: 'P1', year: '2021' })
  })

  it('stands quarter by quarter in one table and one picture, with the difference on the same reporters', () => {
    expect(years.columns.map(({ label, unit, dates }) => [label, unit, dates])).toEqual([
      ['2021', '% pupils', '1 Jan 2021 – 31 Dec 2021'],
      ['2020', '% pupils', '1 Jan 2020 – 31 Dec 2020'],
    ])
    expect(rows(years)).toEqual([
      ['Quarter 1', '45%', '[x]', ''],
      ['Quarter 2', '45%', '[x]', ''],
      ['Quarter 3', '45%', '[x]', ''],
      ['Quarter 4', '[x]', '45%', ''],
      ['Altogether', '45%', '45%', 'not compared: 3 of 4 reports here, 1 of 4 reports then'],
    ])
    expect(years.pictures).toHaveLength(1)
    expect(years.pictures[0]!.legend.map(({ label }) => label)).toEqual(['2021', '2020'])
    expect(years.sentence).toBe(
      'Altogether – 2021: 45%; 2020: 45% (not compared: 3 of 4 reports here, 1 of 4 reports then).',
    )
  })

  it('leads from each figure to its origin, of its own year', () => {
    const [first] = years.rows
    expect(first!.cells.map(({ href }) => href)).toEqual([
      '/figures/origin?indicator=P1&group=project&from=2021-Q1&to=2021-Q1',
      '/figures/origin?indicator=P1&group=project&from=2020-Q1&to=2020-Q1',
    ])
  })

  it('is of the last year that has one before it, where none is named', () => {
    expect(page({ indicator: 'V1' }).heading).toBe('2021 and 2020')
    const offered = page({}).filters.selects.find(({ name }) => name === 'year')!
    expect(offered.options.map(({ value }) => value)).toEqual(['2021'])
  })
})

describe('two areas', () => {
  it('are subtracted where everything expected of both has come, and else not, with why', () => {
    const areas = page({
      of: 'areas',
      indicator: 'V1',
      province: 'nghe-an',
      against: 'hai-phong',
      from: '2021-Q2',
      to: '2021-Q3',
    })
    expect(rows(areas)).toEqual([
      ['Q2 2021', '1,202', '40', '▲+1,162'],
      ['Q3 2021', '[x]', '40', ''],
      ['Altogether', '1,202', '80', 'not compared: not all reports of both have come'],
    ])
    expect(areas.sentence).toBe('Q2 2021 – nghe-an: 1,202; hai-phong: 40; difference: +1,162.')
    expect(areas.about).toBe('V1. Clients')
  })

  it('are the first two where none is named; one can stand against the whole project', () => {
    const first = page({ of: 'areas', indicator: 'V1' })
    expect(first.heading).toBe('hai-phong and nghe-an')
    expect(first.filters.selects.find(({ name }) => name === 'province')!.chosen).toBe('hai-phong')
    const whole = page({
      of: 'areas',
      indicator: 'V1',
      province: 'hai-phong',
      against: 'project',
      from: '2021-Q2',
      to: '2021-Q2',
    })
    expect([whole.heading, rows(whole)[0]]).toEqual([
      'hai-phong and Whole project',
      ['Q2 2021', '40', '1,242', '▼−1,202'],
    ])
  })
})

describe('two indicators', () => {
  it('of two units have a picture each and no difference, and say so', () => {
    const two = page({ of: 'indicators', indicator: 'V1', other: 'P1', from: '2021-Q1', to: '2021-Q2' })
    expect(two.pictures.map(({ unit }) => unit)).toEqual(['persons', '% pupils'])
    expect([two.isOneUnit, two.note]).toEqual([false, expect.stringContaining('count different things')])
    expect(two.sentence).toBe(
      'Altogether – V1 Clients: 2,484; P1 Pupils who know: 45% (not subtracted: they count different things).',
    )
    expect(two.pictures[1]!.downloads.csv).toContain('panel=2')
  })

  it('of one unit share a picture; a stage is not subtracted', () => {
    const same = page({ of: 'indicators', indicator: 'V1', other: 'V1', from: '2021-Q1', to: '2021-Q2' })
    expect([same.pictures.length, rows(same)[0]]).toEqual([1, ['Q1 2021', '1,242', '1,242', 'no change']])
    const stages = page({ of: 'areas', indicator: 'V2', province: 'nghe-an', against: 'nghe-an' })
    expect(rows(stages).at(-1)!.at(-1)).toBe('not subtracted: stages have names')
  })
})

describe('now with what was known on an earlier day', () => {
  it('says what was believed then, each figure leading to its origin of that day', () => {
    const days = page({ of: 'days', indicator: 'V1', day: '2021-10-31', from: '2021-Q2', to: '2021-Q2' })
    expect(rows(days)[0]).toEqual(['Q2 2021', '1,242', '1,242', 'no change'])
    const [now, then] = days.rows[0]!.cells.map(({ href }) => href)
    expect([now!.includes('asAt'), then!.includes('asAt=')]).toEqual([false, true])
    expect(days.columns.map(({ label }) => label)).toEqual(['As known now', 'As known on 31 Oct 2021'])
  })

  it('where nothing was known has no number, and says what to do', () => {
    const empty = { text: '[x]', isNumber: false }
    const row = {
      period: 'Q1',
      values: [{ text: '1', isNumber: true }, empty],
      difference: { why: 'nothing', sentence: '' },
    } as const
    expect(comparisonText([{ ...row, isWhole: true }], ['A', 'B'], wordsFor('en'))).toBe(
      'There is no period in which both have a number. Choose other periods, or another day.',
    )
  })
})

describe('an address of a comparison', () => {
  it('names what can’t be compared, and compares the usual', () => {
    const wrong = page({
      of: 'moons',
      indicator: 'Z9',
      other: 'Z8',
      against: 'sea',
      year: '1999',
      day: 'soon',
      map: 'mars',
    })
    expect(wrong.unknown.map(({ parameter }) => parameter)).toEqual([
      ...['map', 'of', 'indicator', 'other', 'against', 'year', 'day'],
    ])
    expect(wrong.unknown.every(({ sentence, label }) => sentence !== '' && !label.includes('charts'))).toBe(true)
    expect(wrong.heading).toBe('2021 and 2020')
  })

  it('is carried from one kind of comparison to the next, and by its form', () => {
    const { kinds, filters } = page({
      of: 'days',
      indicator: 'V1',
      province: 'nghe-an',
      day: '2021-08-01',
      basis: 'provisional',
    })
    expect(kinds.map(({ href }) => href)).toEqual([
      '/compare?basis=provisional&province=nghe-an&of=years&indicator=V1&year=2021',
      '/compare?basis=provisional&province=nghe-an&of=indicators&indicator=V1&other=X1',
      '/compare?basis=provisional&province=nghe-an&of=areas&indicator=V1&against=hai-phong',
      '/compare?basis=provisional&province=nghe-an&of=days&indicator=V1&day=2021-08-01',
    ])
    expect(filters.hidden).toEqual({ of: 'days' })
    expect(filters.day).toMatchObject({ name: 'day', value: '2021-08-01' })
    expect(filters.selects.map(({ name }) => name)).toEqual(['indicator', 'province'])
    expect(filters.folded!.selects.map(({ name }) => name)).toEqual(['from', 'to', 'grain', 'partner', 'basis'])
  })

  it('has what is compared in sight and the rest folded away, unless some of that was chosen', () => {
    const isOpen = (query: Query) => page(query).filters.folded!.isOpen
    for (const query of [{}, { indicator: 'V1', province: 'nghe-an' }, { of: 'days', day: '2021-08-01' }])
      expect(isOpen(query)).toBe(false)
    for (const query of [
      { basis: 'provisional' },
      { of: 'areas', from: '2021-Q2' },
      { of: 'days', asAt: '2021-08-02' },
    ])
      expect(isOpen(query)).toBe(true)
    expect(page({}).filters.folded!.selects.map(({ name }) => name)).toEqual(['partner', 'basis'])
  })

  it('is not narrowed by tags that were chosen on another page', () => {
    expect(page({ indicator: 'V1', sdg: '16.2', gcm: '10' }).unknown).toEqual([])
  })

  it('is said in Vietnamese too, with no key left over', () => {
    for (const of of ['years', 'indicators', 'areas', 'days']) {
      const asked = request(world, { of, indicator: 'V1' }, undefined, wordsFor('vi', PILOT_TERMS))
      const said = JSON.stringify({ ...comparePage(loadComparison(asked)!), pictures: [] })
      expect(said).not.toMatch(/charts:|\{\{|undefined/)
    }
  })
})
