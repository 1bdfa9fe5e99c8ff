import { expect, it } from 'vitest'
import { loadBrief, placeNamed } from '../../../src/dashboards/brief/load.ts'
import { briefPage } from '../../../src/dashboards/brief/page.ts'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComponent, loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { componentTablePage } from '../../../src/dashboards/components/table-page.ts'
import { loadIndicator, loadIndicatorTables } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import { indicatorTablePage } from '../../../src/dashboards/indicators/table-page.ts'
import type { Request } from '../../../src/dashboards/load.ts'
import { loadOrigin } from '../../../src/dashboards/origin/load.ts'
import { originPage } from '../../../src/dashboards/origin/page.ts'
import { loadOverview, loadOverviewTable } from '../../../src/dashboards/overview/load.ts'
import { overviewPage } from '../../../src/dashboards/overview/page.ts'
import { tablePage } from '../../../src/dashboards/overview/table/page.ts'
import { loadProvince, loadProvinceTables } from '../../../src/dashboards/provinces/load.ts'
import { provincePage } from '../../../src/dashboards/provinces/page.ts'
import { provinceTablePage } from '../../../src/dashboards/provinces/table-page.ts'
import type { World } from '../../support/world.ts'
import { outline } from './outline.ts'
import { NOW, phasedPages, request, smallPages, widePages } from './small-pages.ts'

/**
 * What the pages of a small project are shaped into, word for word. Written anew by
 * `npx vitest run tests/dashboards/whole --update`, and then read.
 */
const world = smallPages()
const phased = phasedPages()
const wide = widePages()
const LATER = Date.parse('2022-02-01T09:00:00+07:00')

type Page = [name: string, query: Query, make: (asked: Request) => object, of?: World]
const component = (name: string) => (asked: Request) => componentPage(loadComponent(asked, name)!)
const componentTables = (name: string) => (asked: Request) => componentTablePage(loadComponentTables(asked, name)!)
const indicator = (code: string) => (asked: Request) => indicatorPage(loadIndicator(asked, code)!)
const indicatorTables = (code: string) => (asked: Request) => indicatorTablePage(loadIndicatorTables(asked, code)!)
const province = (slug: string) => (asked: Request) => provincePage(loadProvince(asked, slug)!)
const provinceTables = (slug: string) => (asked: Request) => provinceTablePage(loadProvinceTables(asked, slug)!)
const brief = (slug: string) => (asked: Request) => briefPage(loadBrief(asked, slug, placeNamed)!)
const overviewTable = (asked: Request) => tablePage(loadOverviewTable(asked)!)
const overview = (asked: Request) => overviewPage(loadOverview(asked)!)
const origin = (asked: Request) => originPage(loadOrigin(asked)!)

it.each<Page>([
  ['overview/scorecard', {}, overview],
  ['overview/scorecard-first-quarter', { quarter: '2020-Q1' }, overview],
  ['overview/tables', { quarter: '2021-Q3' }, overviewTable],
  ['overview/tables-first-quarter', { quarter: '2020-Q1' }, overviewTable],
  ['component', {}, component('protection')],
  ['component-tables', { from: '2021-Q1', grain: 'quarter' }, componentTables('protection')],
  ['province', {}, province('nghe-an')],
  ['province-tables', { from: '2021-Q1', grain: 'year' }, provinceTables('nghe-an')],
  ['brief', { quarter: '2021-Q3' }, brief('nghe-an')],
  ['brief-in-a-pause', { quarter: '2020-Q3' }, brief('hai-phong'), phased],
  ['indicators/tables', { from: '2021-Q1', grain: 'to-date' }, indicatorTables('V1')],
  ['indicators/tables-apart', { from: '2021-Q2', basis: 'provisional' }, indicatorTables('X1')],
  ['indicators/count', { from: '2021-Q1' }, indicator('V1')],
  ['indicators/to-date', { from: '2021-Q1', grain: 'to-date', province: 'hai-phong' }, indicator('V1')],
  ['indicators/apart', { from: '2021-Q2', basis: 'provisional' }, indicator('X1')],
  ['indicators/stage', { province: 'nowhere' }, indicator('V2')],
  ['indicators/nothing-due', { from: '2021-Q1' }, indicator('R1'), phased],
  ['indicators/tables-nothing-due', { from: '2021-Q1' }, indicatorTables('R1'), phased],
  ['indicators/wide', {}, indicator('S1'), wide],
  ['indicators/wide-in-a-quarter', { period: '2021-Q2', province: ['area-1', 'area-2'] }, indicator('S1'), wide],
  ['indicators/wide-apart', {}, indicator('N1'), wide],
  ['origin/count', { indicator: 'V1', from: '2021-Q2' }, origin],
  ['origin/ratio', { indicator: 'P1', group: 'hai-phong', from: '2021-Q2' }, origin],
  ['origin/stage', { indicator: 'V2', group: 'nghe-an', from: '2021-Q2' }, origin],
  ['origin/second-page', { indicator: 'S1', from: '2021-Q1', to: '2021-Q2', page: '2' }, origin, wide],
  ['origin/category', { indicator: 'V1', group: '*', from: '2021-Q3', cell: 'sex=female' }, origin],
  ['overview/tables-of-phases', { quarter: '2021-Q4' }, overviewTable, phased],
  ['overview/tables-in-a-pause', { quarter: '2020-Q3' }, overviewTable, phased],
])('%s', async (name, query, make, of = world) => {
  const model = make(request(of, query, of === phased ? LATER : NOW)) as Record<string, unknown>
  const { filters: _, legend: __, ...said } = model
  const read = JSON.parse(JSON.stringify(said), (key, value) =>
    key === 'chart' ? JSON.parse(value) : key === 'drawing' ? undefined : value,
  )
  await expect(`${outline(read).trimStart()}\n`).toMatchFileSnapshot(`${name}.txt`)
})
