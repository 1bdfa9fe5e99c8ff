import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComponent } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { loadOrigin } from '../../../src/dashboards/origin/load.ts'
import { originPage } from '../../../src/dashboards/origin/page.ts'
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
    [{ province: 'hai-phong,nghe-an' }, ['Q2 2021', 'hai-phong', 'nghe-an']],
    [
      { province: ['hai-phong', 'nghe-an'], partner: "nghe-an's" },
      ['Q2 2021', 'hai-phong', 'nghe-an', 'Office of Nghe An'],
    ],
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
      '/overview?province=nghe-an&component=protection',
      '/overview?quarter=2021-Q2&province=nghe-an',
      '/overview?quarter=2021-Q2&component=protection',
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
    expect(scorecard.table).toBe('/overview?quarter=2021-Q2&province=nghe-an&view=table')
    expect(scorecard.all).toBe('/overview?quarter=2021-Q2&province=nghe-an&sort=pace')
  })

  it('offers the provinces besides its choice, and keeps the rest of what it is narrowed to', () => {
    const { selects, checks, hidden } = page(ALL).filters
    expect(selects.map(({ name }) => name).slice(0, 2)).toEqual(['quarter', 'partner'])
    expect(checks!.map(({ name }) => name)).toEqual(['province'])
    expect(checks![0]!.options.map(({ value, checked }) => [value, checked])).toEqual([
      ['hai-phong', false],
      ['nghe-an', true],
    ])
    expect(hidden).toEqual({ component: 'protection' })
  })

  it('says what was asked for and is not there, and shows the usual', () => {
    const { unknown, chips } = page({ component: 'sea', province: 'nowhere' })
    expect(unknown).toHaveLength(2)
    expect(unknown[0]).toMatchObject({ parameter: 'province', sentence: expect.stringContaining('nowhere') })
    expect(unknown[1]).toMatchObject({ parameter: 'component', sentence: expect.stringContaining('sea') })
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

describe('figures of several provinces, and of one partner', () => {
  const read = (query: Query) => page({ quarter: '2021-Q2', ...query })
  const row = (query: Query, code = 'V1') => read(query).scorecard.rows.find((one) => one.code === code)!

  it('are one figure with the provinces beside it, its origin the same scope', () => {
    const { latest, tiles, pace } = row({ province: 'hai-phong,nghe-an' })
    expect(latest.text).toBe('1,242')
    expect(latest.href).toContain('group=project&from=2021-Q2&to=2021-Q2&province=hai-phong%2Cnghe-an')
    expect([tiles.length, pace.text]).toEqual([2, 'no target'])
    expect(read({ province: 'hai-phong,nghe-an' }).scopeNote).toContain('Targets are set')
    const origin = originPage(
      loadOrigin(request(world, { indicator: 'V1', from: '2021-Q2', to: '2021-Q2', province: 'hai-phong,nghe-an' }))!,
    )
    expect([origin.cell.text, origin.rows.length]).toEqual(['1,242', 5])
    expect(origin.lines[0]).toContain('hai-phong, nghe-an')
  })

  it('of one province are held against its own target', () => {
    expect(row({ province: 'hai-phong' }).pace.text).not.toBe('no target')
    expect(read({ province: 'hai-phong' }).scopeNote).toBeNull()
  })

  it('of a partner are what that partner reported, and nobody else', () => {
    expect(row({ partner: "nghe-an's" }).latest.text).toBe('1,202')
    expect(row({ partner: "hai-phong's" }).latest.text).toBe('40')
    expect(read({ partner: "nghe-an's" }).late.items.every(({ place }) => place === 'nghe-an')).toBe(true)
    const { href } = row({ partner: "nghe-an's" }).latest
    expect(href).toContain("partner=nghe-an's")
    const component = componentPage(
      loadComponent(request(world, { quarter: '2021-Q2', partner: "nghe-an's" }), 'protection')!,
    )
    expect(component.sections[0]!.cards.find(({ code }) => code === 'V1')!.latest.text).toBe('1,202')
  })

  it('hand the scope on to the pages that they lead to', () => {
    const { scorecard, filters } = read({ partner: "nghe-an's", province: 'nghe-an' })
    expect(scorecard.rows[0]!.href).toBe('/indicators/X1?to=2021-Q2&province=nghe-an&partner=nghe-an%27s')
    expect(filters.hidden).toEqual({})
  })
})
