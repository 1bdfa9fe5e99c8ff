import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadComparison } from '../../../src/dashboards/compare/load.ts'
import { comparePage } from '../../../src/dashboards/compare/page.ts'
import { loadComponent, loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { componentTablePage } from '../../../src/dashboards/components/table-page.ts'
import type { PageFacts } from '../../../src/dashboards/facts.ts'
import { loadIndicator, loadIndicatorTables } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import { indicatorTablePage } from '../../../src/dashboards/indicators/table-page.ts'
import type { Request } from '../../../src/dashboards/load.ts'
import { loadOverview, loadOverviewTable } from '../../../src/dashboards/overview/load.ts'
import { overviewPage } from '../../../src/dashboards/overview/page.ts'
import { tablePage } from '../../../src/dashboards/overview/table/page.ts'
import { loadProvince, loadProvinceTables } from '../../../src/dashboards/provinces/load.ts'
import { provincePage } from '../../../src/dashboards/provinces/page.ts'
import { provinceTablePage } from '../../../src/dashboards/provinces/table-page.ts'
import { World } from '../../support/world.ts'
import { request } from '../whole/small-pages.ts'

type Said = Pick<PageFacts, 'unknown' | 'empty'>
/** Every page of figures; null where there is no project. */
const PAGES: Readonly<Record<string, (asked: Request) => Said | null>> = {
  overview: (asked) => made(loadOverview(asked), overviewPage),
  'overview as tables': (asked) => made(loadOverviewTable(asked), tablePage),
  component: (asked) => made(loadComponent(asked, 'protection'), componentPage),
  'component as tables': (asked) => made(loadComponentTables(asked, 'protection'), componentTablePage),
  province: (asked) => made(loadProvince(asked, 'place-1'), provincePage),
  'province as tables': (asked) => made(loadProvinceTables(asked, 'place-1'), provinceTablePage),
  indicator: (asked) => made(loadIndicator(asked, 'V1'), indicatorPage),
  'indicator as tables': (asked) => made(loadIndicatorTables(asked, 'V1'), indicatorTablePage),
  ...Object.fromEntries(
    ['years', 'indicators', 'areas', 'days'].map((of) => [
      `comparison of ${of}`,
      (asked: Request) => made(loadComparison({ ...asked, query: { ...asked.query, of } }), comparePage),
    ]),
  ),
}

function made<L>(loaded: L | null, page: (loaded: L) => Said): Said | null {
  return loaded && page(loaded)
}

const FIRST = Date.parse('2020-05-04T09:00:00+07:00')

/** So many places that are asked for clients since 2020-Q1, and so many of their first quarters reported. */
function world(places: number, quarters: readonly string[]): World {
  const world = new World('2020-Q1')
    .indicator('V1', { name: 'Clients', unit: 'persons' })
    .component('protection', ['V1'])
  for (let nth = 1; nth <= places; nth++) {
    world.place(`place-${nth}`).assign('V1', `place-${nth}`).named(`place-${nth}'s`, `Office ${nth}`)
    for (const quarter of quarters) world.fact(['V1', `place-${nth}`, quarter], nth, { from: FIRST })
  }
  if (quarters.length > 0) {
    const id = world.person('Mai').submission(['place-1', quarters[0]!], { V1: 1 }, 'approved', FIRST)
    world.happened(id, 'approved', 'Mai', FIRST)
  }
  return world.lasts('2020-Q1', '2022-Q4', 1)
}

const ONE = world(1, ['2020-Q1', '2020-Q2', '2021-Q1', '2021-Q2'])
const CASES: Readonly<Record<string, { of: World; query?: Query; unknown?: string[]; empty?: string }>> = {
  'no values': { of: world(2, []), empty: 'Nothing has been approved yet' },
  'one place': { of: ONE },
  '500 places': { of: world(500, ['2021-Q2']) },
  'an indicator with one value': { of: world(2, ['2021-Q2']) },
  'a span before the project': { of: ONE, query: { from: '2010-Q1', to: '2010-Q4' }, unknown: ['to', 'from'] },
  'a quarter that has not begun': { of: ONE, query: { quarter: '2022-Q2' }, empty: 'begins on 1 Apr 2022' },
  'as at a day before anything was known': {
    of: ONE,
    query: { asAt: '2020-04-01' },
    empty: 'By 1 Apr 2020 nothing had been approved: the first report was approved on 4 May 2020.',
  },
  'what is on no list': {
    of: ONE,
    query: {
      map: 'moon',
      basis: 'lol',
      grain: 'week',
      province: 'atlantis',
      partner: 'nobody',
      sdg: '99.9',
      gcm: '77',
    },
    unknown: ['grain', 'basis', 'map', 'province', 'partner', 'sdg', 'gcm'],
  },
}

describe.each(Object.entries(CASES))('%s', (_, { of, query = {}, unknown = [], empty }) => {
  it.each(Object.entries(PAGES))('on the page of the %s: says what it is and what to do next', (name, page) => {
    const said = page(request(of, query))!
    // A province is chosen by its page, and what is compared is no list that tags could narrow.
    const left = name.startsWith('province') ? ['province'] : name.startsWith('comparison') ? ['sdg', 'gcm'] : []
    const parameters = said.unknown.map(({ parameter }) => parameter)
    expect(parameters).toEqual(unknown.filter((one) => !left.includes(one)))
    for (const { sentence } of said.unknown) expect(sentence).toMatch(/Choose|shown/)
    if (empty === undefined) expect(said.empty).toBeNull()
    else {
      expect(said.empty?.sentence).toContain(empty)
      expect(said.empty?.ways.length).toBeGreaterThan(0)
    }
    expect(JSON.stringify(said)).not.toMatch(/\{\{|NaN|charts:|figures:/)
  })
})

it('no project: no page of figures has anything to show', () => {
  for (const page of Object.values(PAGES)) expect(page(request(new World(null)))).toBeNull()
})
