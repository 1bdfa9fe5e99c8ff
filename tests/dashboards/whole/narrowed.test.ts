import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadOverview } from '../../../src/dashboards/overview/load.ts'
import { overviewPage } from '../../../src/dashboards/overview/page.ts'
import { phasedPages, request, smallPages } from './small-pages.ts'

const world = smallPages()
const page = (query: Query) => overviewPage(loadOverview(request(world, query))!)
const codes = (query: Query) => page(query).scorecard.rows.map(({ code }) => code)
const ALL = { quarter: '2021-Q2', province: 'nghe-an', component: 'protection' }

describe('the overview, narrowed', () => {
  it.each<[Query, string[]]>([
    [{}, ['Q2 2021']],
    [{ province: 'nghe-an' }, ['Q2 2021', 'nghe-an']],
    [{ component: 'protection' }, ['Q2 2021', 'Protection']],
    [{ component: 'cross-cutting', basis: 'provisional' }, ['Q2 2021', 'Whole project', 'provisional']],
    [{ map: 'today' }, ['Q2 2021', "today's map"]],
    [{ asAt: '2021-10-01' }, ['Q2 2021', 'as at 1 Oct 2021']],
  ])('says what differs from how it opens, each with the way back: %j', (query, labels) => {
    const { chips } = page({ quarter: '2021-Q2', ...query })
    expect(chips.map(({ label }) => label)).toEqual(labels)
    expect(new Set(chips.map(({ href }) => href)).size).toBe(labels.length)
    for (const { remove, label } of chips) expect(remove).toContain(label)
  })

  it('opens without anything to take away', () => {
    expect(page({}).chips).toEqual([])
  })

  it('goes back by leaving one thing out and nothing else', () => {
    expect(page(ALL).chips.map(({ href }) => href)).toEqual([
      '/overview?component=protection&province=nghe-an',
      '/overview?quarter=2021-Q2&component=protection',
      '/overview?quarter=2021-Q2&province=nghe-an',
    ])
  })

  it('has rows of what it is narrowed to, under the name of the place', () => {
    expect(codes({ quarter: '2021-Q2' })).toEqual(['X1', 'P1', 'V1', 'V2'])
    expect(codes(ALL)).toEqual(['V1', 'V2'])
    expect(page(ALL).scorecard.heading).toContain('nghe-an')
    expect(page({}).scorecard.heading).toBe('Scorecard')
    const [latest] = page(ALL).scorecard.rows
    expect(latest!.latest).toMatchObject({ text: '1,202', href: expect.stringContaining('group=nghe-an') })
  })

  it('keeps to the place in its lists as well', () => {
    const late = (query: Query) => page({ quarter: '2021-Q3', ...query }).late
    expect(late({}).count).toBeGreaterThan(late({ province: 'nghe-an' }).count)
    expect(late({ province: 'nghe-an' }).items.every(({ place }) => place === 'nghe-an')).toBe(true)
    expect(late({ province: 'nghe-an' }).count).toBeGreaterThan(0)
    expect(late({ component: 'prevention' }).items.every(({ place }) => place === 'hai-phong')).toBe(true)
  })

  it('can be seen as tables, and whole again', () => {
    const { scorecard } = page({ ...ALL, only: 'partial', sort: 'pace' })
    expect(scorecard.table).toBe('/overview?quarter=2021-Q2&view=table')
    expect(scorecard.all).toBe('/overview?quarter=2021-Q2&province=nghe-an&sort=pace')
  })

  it('offers the provinces besides its choice, and keeps the rest of what it is narrowed to', () => {
    const { selects, hidden } = page(ALL).filters
    expect(selects.map(({ name }) => name).slice(0, 2)).toEqual(['quarter', 'province'])
    expect(selects[1]).toMatchObject({ chosen: 'nghe-an' })
    expect(selects[1]!.options.map(({ value }) => value)).toEqual(['', 'hai-phong', 'nghe-an'])
    expect(hidden).toEqual({ component: 'protection' })
  })

  it('says what was asked for and is not there, and shows the usual', () => {
    const { unknown, chips } = page({ component: 'sea', province: 'nowhere' })
    expect(unknown).toHaveLength(2)
    expect(unknown[0]).toMatchObject({ parameter: 'component', sentence: expect.stringContaining('sea') })
    expect(unknown[1]).toMatchObject({ parameter: 'province', sentence: expect.stringContaining('nowhere') })
    expect(chips).toEqual([])
  })
})

it('what was asked for before the quarter and is no more stands under the scorecard', () => {
  const asked = request(phasedPages(), { quarter: '2021-Q4' }, Date.parse('2022-02-01T09:00:00+07:00'))
  const { scorecard } = overviewPage(loadOverview(asked)!)
  expect(scorecard.rows.map(({ code }) => code)).toEqual(['H1', 'Y1', 'V1'])
  expect(scorecard.former.map(({ code, ended }) => [code, ended])).toEqual([
    ['R1', 'Nobody has been asked for it since 1 Jul 2020 (last asked for Q2 2020).'],
  ])
})
