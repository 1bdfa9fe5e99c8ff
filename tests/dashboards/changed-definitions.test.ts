import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { GRAINS, quartersIn } from '../../src/calendar/span.ts'
import { workbookPlanOf } from '../../src/releases/store.ts'
import type { WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import type { App } from '../../src/web/context.ts'
import { make } from '../releases/making.ts'
import { testApp, Visitor } from '../support/app.ts'
import { CHANGES, changedPilot, NOW_2022, pilot2022 } from '../support/demo/changed-pilot.ts'
import { personaId } from '../support/demo.ts'
import { q } from '../support/small-project.ts'
import { plain } from './visit.ts'

/*
 * A manager changes a rule, a unit, a category, a frequency, a stage … from 1 January 2022 on. Every page, CSV and form of 2019 to
 * 2021 reads as it did in a copy in which nothing was changed, but for what is said of the change.
 */

type Copy = { db: Db; app: App; manager: Visitor; partner: Visitor }
let before: Copy
let after: Copy

async function copyWith(db: Db): Promise<Copy> {
  const app = await testApp(db, () => NOW_2022)
  const visit = (email: string) => new Visitor(app).become(personaId(db, email), 'en')
  return {
    db,
    app,
    manager: await visit('iom.manager@example.org'),
    partner: await visit('dolisa.nghe-an@example.org'),
  }
}

beforeAll(async () => {
  before = await copyWith(pilot2022())
  after = await copyWith(changedPilot())
})
afterAll(async () => {
  await before.app.close()
  await after.app.close()
})

const SPAN = 'from=2019-Q1&to=2021-Q4'
const INDICATORS = Object.entries({ I: 1, P: 14, J: 13, V: 14, M: 2 }).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`),
)
const QUARTERS = quartersIn({ from: q('2019-Q1'), to: q('2021-Q4') }).map(quarterCode)
const CHANGED = [...new Set(CHANGES.map(([, indicator]) => indicator))]

/** What is said of a change, and nothing else, may be new; and what the overview says of reports as they stand today. */
const NOTICES = [
  /<section aria-labelledby="late">.*?<\/section>/gs,
  /<p class="coming">.*?<\/p>/gs,
  /<section class="history">.*?<\/section>/gs,
  /<p class="notice end-of-use">.*?<\/p>/gs,
  /name="_csrf" value="[^"]*"/g,
]
const withoutNotices = (body: string) => NOTICES.reduce((rest, notice) => rest.replaceAll(notice, ''), body)

/** Fetches each address from both copies. @returns those that read otherwise, and the first line in which they do */
async function differing(who: 'manager' | 'partner', addresses: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const address of addresses) {
    const [was, is] = [await before[who].get(address), await after[who].get(address)]
    const [read, reads] = [withoutNotices(was.body), withoutNotices(is.body)]
    if (was.status === is.status && read === reads) continue
    const lines = (body: string) =>
      body
        .split(/(?<=>)|\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    const [old, now] = [lines(read), lines(reads)]
    const at = old.findIndex((line, nth) => line !== now[nth])
    if (was.status !== is.status || old.length !== now.length || at >= 0)
      found.push(`${address}: ${was.status} → ${is.status}, “${old[at]}” → “${now[at]}”`)
  }
  return found
}

const pagesOf = (indicators: readonly string[], grain = 'quarter') =>
  Promise.all(
    indicators.map(async (code) => (await before.manager.get(`/indicators/${code}?${SPAN}&grain=${grain}`)).body),
  )
const submissions = (which = 'true') =>
  (
    before.db.$client
      .prepare(`select s.id from submission s join partner p on p.id = s.partner_id where s.quarter <= ? and ${which}`)
      .pluck()
      .all(q('2021-Q4')) as number[]
  ).map((id) => `/submissions/${id}`)
const linksIn = (bodies: readonly string[], start: string) =>
  [
    ...new Set(
      bodies.flatMap((body) =>
        [...body.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')),
      ),
    ),
  ].filter((href) => href.startsWith(start))

const PAGES: [what: string, who: 'manager' | 'partner', addresses: () => string[] | Promise<string[]>][] = [
  ['the overview of each quarter', 'manager', () => QUARTERS.map((quarter) => `/overview?quarter=${quarter}`)],
  ['its tables', 'manager', () => QUARTERS.map((quarter) => `/overview?quarter=${quarter}&view=table`)],
  [
    'components by each grain',
    'manager',
    () =>
      ['prevention', 'prosecution', 'protection'].flatMap((one) =>
        GRAINS.map((grain) => `/components/${one}?${SPAN}&grain=${grain}`),
      ),
  ],
  [
    'provinces by each grain',
    'manager',
    () =>
      ['hai-phong', 'quang-ninh', 'nghe-an', 'ha-tinh', 'quang-binh'].flatMap((one) =>
        GRAINS.map((grain) => `/provinces/${one}?${SPAN}&grain=${grain}`),
      ),
  ],
  [
    'indicators that were changed by each grain, the others by quarter',
    'manager',
    () =>
      INDICATORS.flatMap((code) =>
        (CHANGED.includes(code) ? GRAINS : ['quarter']).map((grain) => `/indicators/${code}?${SPAN}&grain=${grain}`),
      ),
  ],
  [
    'every table of those that were changed, as CSV',
    'manager',
    async () => linksIn(await pagesOf(CHANGED), '/indicators/').filter((link) => link.includes('table.csv')),
  ],
  [
    'the origin of every figure of those that were changed, by year',
    'manager',
    async () => linksIn(await pagesOf(CHANGED, 'year'), '/figures/origin'),
  ],
  ['the board', 'manager', () => [2019, 2020, 2021].map((year) => `/submissions?from=${year}-Q1&to=${year}-Q4`)],
  ['the board of a partner', 'partner', () => ['/submissions?from=2019-Q1&to=2021-Q4']],
  // In the second and the last quarter of a year every frequency is due, and what is asked for each quarter as well.
  ['every form of a half-year', 'manager', () => submissions('s.quarter % 2 = 1')],
  ['the forms of a partner', 'partner', () => submissions("p.slug = 'dolisa-nghe-an'")],
]

/** The workbook of a report on 2021, made after the change. */
async function workbookIn(db: Db): Promise<WorkbookPlan> {
  const layout = { project: 'year', province: 'none', breakdown: 'year', years: 'calendar' } as const
  const { id } = await make(db, { from: q('2021-Q1'), to: q('2021-Q4'), layout, asAt: NOW_2022 }, NOW_2022)
  return workbookPlanOf(db, id)!
}

describe('what is read of 2019 to 2021 after what is measured has changed from 2022 on', () => {
  it.each(PAGES)('%s', async (what, who, addresses) => {
    const all = await addresses()
    expect(all.length).toBeGreaterThan(0)
    const found = await differing(who, all)
    console.log(`${what}: ${all.length} compared, ${found.length} differ`)
    expect(found).toEqual([])
  })

  it('the workbook of a report', async () => {
    const [was, is] = [await workbookIn(before.db), await workbookIn(after.db)]
    const cells = is.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    console.log(`the workbook of a report: ${is.sheets.length} sheets, ${cells.length} cells compared`)
    expect(is).toEqual(was)
  })
})

describe('the change', () => {
  it.each(CHANGES)('%s is said on the page of %s, and where nothing changed nothing is', async (_, code) => {
    const history = async (copy: Copy) => {
      const { body } = await copy.manager.get(`/indicators/${code}?${SPAN}`)
      return plain(/<section class="history">.*?<\/section>/s.exec(body)?.[0] ?? '')
    }
    expect(await history(after)).toMatch(/from 1 Jan 2022|Retired since 1 Jan 2022/)
    expect(await history(before)).not.toContain('2022')
  })
})
