import { expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComponent, loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { componentTablePage } from '../../../src/dashboards/components/table-page.ts'
import { areSilent } from '../../../src/dashboards/small-multiples/card.ts'
import { request, smallPages } from '../whole/small-pages.ts'

const world = smallPages().component('prosecution', ['X1'])
const page = (name: string, query: Query = {}) => componentPage(loadComponent(request(world, query), name)!)
const cardsOf = (model: ReturnType<typeof page>) => model.sections.flatMap(({ cards }) => cards)

it('draws each indicator of the component for the whole project, with how every area stands under it', () => {
  const model = page('protection', { quarter: '2021-Q3' })
  expect(model.sections.map(({ key }) => key)).toEqual(['protection'])
  const [clients, stage] = cardsOf(model)
  expect([clients!.code, clients!.latest.text, clients!.latest.partial]).toEqual(['V1', '40', '◌'])
  expect(clients!.tiles.map(({ place, letter }) => [place, letter])).toEqual([
    ['hai-phong', 'a'],
    ['nghe-an', '3,606'],
  ])
  expect(stage!.tiles.map(({ place, letter }) => [place, letter])).toEqual([
    ['hai-phong', '·'],
    ['nghe-an', '●'],
  ])
})

it('has no row of areas where each of them would say that there is nothing', () => {
  const areas = (...states: ('reported' | 'not due' | 'outside' | 'confidential' | 'not reported')[]) =>
    states.map((state) => ({ figure: { state, value: null, coverage: [0, 1] as [number, number], flags: [] } }))
  for (const silent of [areas(), areas('outside', 'outside'), areas('not due', 'outside')])
    expect(areSilent(silent)).toBe(true)
  for (const one of ['reported', 'confidential', 'not reported'] as const)
    expect(areSilent(areas('outside', one))).toBe(false)
})

it('says why there is no picture of what reporters cannot be added of, and still shows the areas', () => {
  const meetings = cardsOf(page('prosecution')).find(({ code }) => code === 'X1')!
  expect([meetings.picture, meetings.sentence]).toEqual([
    null,
    'Cannot be added: the same person may be counted by several reporters.',
  ])
  expect(meetings.tiles).toHaveLength(2)
})

it('opens on the last quarter that is complete, names who has not reported in another, and keeps its tables at an address of their own', () => {
  expect(page('protection').truth.quarter).toBe('Q2 2021')
  expect(page('prevention').truth.quarter).toBe('Q3 2021')
  const late = page('protection', { quarter: '2021-Q3' })
  expect(late.truth.complete.sentence).toContain('Incomplete: nghe-an.')
  expect(late.tables).toBe('/components/protection?view=table')
  const ids = componentTablePage(loadComponentTables(request(world), 'protection')!).sections.flatMap(
    ({ indicators }) => indicators.map(({ card }) => card.id),
  )
  expect(cardsOf(late).map(({ tableHref }) => tableHref.split('#')[1])).toEqual(ids)
})

it('can be narrowed to areas, a partner and tags, and so can its tables', () => {
  const named = ({ filters }: { filters: ReturnType<typeof page>['filters'] }) =>
    [...(filters.checks ?? []), ...filters.selects].map(({ name }) => name)
  for (const model of [page('protection'), componentTablePage(loadComponentTables(request(world), 'protection')!)])
    expect(named(model)).toEqual(expect.arrayContaining(['province', 'partner']))
})

it('is there for components alone', () => {
  for (const load of [loadComponent, loadComponentTables])
    expect(() => load(request(world), 'finance')).toThrow('unknown-component')
})
