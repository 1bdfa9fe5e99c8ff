import { beforeAll, describe, expect, it } from 'vitest'
import { loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentTablesOf } from '../../../src/dashboards/components/table-page.ts'
import { loadProvinceTables } from '../../../src/dashboards/provinces/load.ts'
import { provinceTablesOf } from '../../../src/dashboards/provinces/table-page.ts'
import { outletOf, overTime, sideBySide, trend } from '../../../src/dashboards/tables/tables.ts'
import { tablesTaken } from '../../../src/dashboards/tables/tables-page.ts'
import type { World } from '../../support/world.ts'
import { request, smallPages } from '../whole/small-pages.ts'

let world: World
beforeAll(() => {
  // Meetings can't be added over reporters, and Ha Tinh has none.
  world = smallPages().component('prosecution', ['X1'])
  world.baseline('V1', '2020-Q1', [100, null], { vi: 'Khảo sát', en: 'Survey' })
})
const asked = (query = {}) => request(world, { from: '2021-Q1', to: '2021-Q3', ...query })
const component = (name: string, query = {}) => {
  const view = loadComponentTables(asked(query), name)!
  return tablesTaken(view, componentTablesOf(view))
}
const told = ({ tables }: ReturnType<typeof component>) =>
  tables.map(({ indicator, id, columns }) => [indicator.code, id, columns.map(({ key }) => key).join()])

describe('the table of an indicator on a page of many', () => {
  it('has the whole project over time; where it has no total, the areas that owe something', () => {
    expect(told(component('protection'))).toEqual([
      ['V1', 'trend', 'project'],
      ['V2', 'trend', 'project'],
    ])
    expect(told(component('prosecution'))).toEqual([['X1', 'over-time', 'hai-phong,nghe-an']])
    expect(component('protection').title).toBe('Protection')
  })

  it('has a total of the one area that it is narrowed to', () => {
    expect(told(component('prosecution', { province: 'nghe-an' }))).toEqual([['X1', 'trend', 'project']])
  })

  it('is, on the page of an area, of that area', () => {
    const view = loadProvinceTables(asked(), 'nghe-an')!
    const ids = tablesTaken(view, provinceTablesOf(view)).tables.map(({ id, columns }) => [id, columns[0]!.key])
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids.map(String))).toEqual(new Set(['trend-nghe-an,nghe-an']))
  })
})

it('areas over time stand beside each other up to eight, and below each other from nine on', () => {
  const view = loadComponentTables(asked(), 'protection')!
  const [indicator] = view.indicators
  const [area] = view.state.provinces
  const of = (count: number) => {
    const provinces = Array.from({ length: count }, () => area!)
    return overTime({ ...view, indicator: indicator!, provinces, place: null }).table.rowsAre
  }
  expect([of(2), of(8), of(9)]).toEqual(['periods', 'periods', 'places'])
})

it('a table along time is shown with what its indicator began with, where that is known', () => {
  const view = loadComponentTables(asked(), 'protection')!
  const [clients, stage] = view.indicators.map((indicator) => ({ ...view, indicator, provinces: [], place: null }))
  const baselineOf = (one: typeof clients, drawn = trend(one!)) => outletOf(drawn, one!).baseline
  expect(baselineOf(clients)).toEqual({ value: 100, source: 'Survey' })
  expect(baselineOf(stage)).toBeNull()
  expect(baselineOf(clients, sideBySide(clients!))).toBeNull()
})
