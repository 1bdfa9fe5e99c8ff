import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { personaId } from '../../support/demo.ts'
import { inTwoPhases, NOW_2026, pilotAs, report } from '../../support/pilot-2026.ts'
import { plain } from '../visit.ts'

let db: Db
let app: App
let en: Visitor
let vi: Visitor

beforeAll(async () => {
  db = pilotAs('in two phases', inTwoPhases)
  for (const [quarter, value] of [
    ['2025-Q1', 13],
    ['2025-Q2', 9],
  ] as const)
    report(db, ['womens-union-nghe-an', 'nghe-an', quarter, 'P12'], value, 'sex=female')
  report(db, ['womens-union-nghe-an', 'nghe-an', '2025-Q3', 'P13'], 9)
  app = await testApp(db, () => NOW_2026)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
})
afterAll(() => app.close())

const textOf = async (visitor: Visitor, url: string) => plain((await visitor.get(url)).body).replaceAll('&#39;', "'")
const PAUSE = 'The project pauses 1 Jan 2022 – 31 Dec 2024: nothing is due.'

/** The cells of an indicator's row in the tables of the overview, by the heading of their column. */
async function rowOf(code: string, quarter: string): Promise<Map<string, string>> {
  const { body } = await en.get(`/overview?quarter=${quarter}&view=table`)
  const at =
    body.indexOf(`/indicators/${code}?`) === -1
      ? body.indexOf(`/indicators/${code}"`)
      : body.indexOf(`/indicators/${code}?`)
  const table = body.slice(body.lastIndexOf('<table', at), body.indexOf('</table>', at))
  const headings = [...table.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, html]) => plain(html!))
  const row = body.slice(body.lastIndexOf('<tr>', at), body.indexOf('</tr>', at))
  const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, html]) => plain(html!))
  return new Map(headings.map((heading, nth) => [heading.replace(/ \d{1,2} [A-Z][a-z]{2}.*$/, ''), cells[nth] ?? '']))
}

describe('a project that pauses for three years and goes on in a second phase', () => {
  it('has no report overdue in the pause, though no assignment was cut', async () => {
    const board = await textOf(en, '/submissions?from=2022-Q1&to=2024-Q4')
    expect(board).toContain(PAUSE)
    expect(board).toContain('0 reporters')
    expect(board).not.toContain('Overdue')
    expect(await textOf(vi, '/submissions?from=2022-Q1&to=2024-Q4')).toContain(
      'Dự án tạm dừng 01/01/2022 – 31/12/2024: không phải báo cáo.',
    )
    const partner = await new Visitor(app).become(personaId(db, 'dolisa.nghe-an@example.org'), 'en')
    const mine = await textOf(partner, '/')
    for (const year of [2022, 2023, 2024]) expect(mine).not.toContain(`Q1 ${year}`)
    expect(mine).toContain('Q1 2025')
  })

  it('asks on the form of the second phase with its target beside the field', async () => {
    const partner = await new Visitor(app).become(personaId(db, 'womens-union.nghe-an@example.org'), 'en')
    const form = await textOf(partner, '/submissions/start?partner=womens-union-nghe-an&place=nghe-an&quarter=2025-Q4')
    expect(form).toContain('Target of the whole project by the end of the phase: 160')
  })

  it('says on every page of figures that it pauses, and in which phase a quarter is', async () => {
    for (const url of [
      '/overview?quarter=2023-Q2',
      '/overview?quarter=2023-Q2&view=table',
      '/components/prevention?from=2019-Q1&to=2023-Q2',
      '/provinces/nghe-an?to=2023-Q2',
      '/indicators/P12?to=2023-Q2',
    ]) {
      expect(await textOf(en, url), url).toContain(PAUSE)
    }
    const second = await textOf(en, '/overview?quarter=2025-Q2')
    expect(second).toContain('Phase: Phase 2, 1 Jan 2025 – 31 Dec 2026')
    expect(second).not.toContain('pauses')
    expect(await textOf(vi, '/overview?quarter=2025-Q2')).toContain('Giai đoạn: Giai đoạn 2, 01/01/2025 – 31/12/2026')
  })

  it("holds the second phase's flow to date against the second phase's target, and the whole life beside it", async () => {
    const row = await rowOf('P12', '2025-Q2')
    expect(row.get('Phase 2 to date')).toMatch(/^22\b/)
    expect(row.get('Planned')).toBe('40')
    expect(row.get('Target of Phase 2')).toBe('160 (13.8%)')
    expect(row.get('Pace')).toContain('55%')
    const before = await rowOf('P12', '2021-Q4')
    const whole = Number(/^\d+/.exec(row.get('Whole project to date')!)?.[0])
    expect(before.get('Target of Phase 1')).toMatch(/^400 /)
    expect(whole).toBe(Number(/^\d+/.exec(before.get('Phase 1 to date')!)?.[0]) + 22)
    expect(row.get('Whole project to date')).toContain('target 560')
  })

  it('says the same in the scorecard: to date in the phase, what was planned in it, and its target', async () => {
    const { body } = await en.get('/overview?quarter=2025-Q2')
    const row = body.slice(body.lastIndexOf('<b>P12</b>')).split('</tr>')[0]!
    expect(row).toContain('title="22 to date; planned by now 40; life-of-project target 160 (13.8%)"')
    expect(plain(row)).toContain('Off track so far 55%')
  })

  it('has nothing planned where the second phase has no target', async () => {
    const row = await rowOf('P1', '2025-Q2')
    expect([row.get('Planned'), row.get('Target of Phase 2')]).toEqual(['', ''])
  })

  it('carries a stock over the pause on the line that goes on to the next target', async () => {
    const row = await rowOf('P13', '2025-Q3')
    expect(row.get('Planned')).toBe('54')
    expect(row.get('Target of Phase 2')).toMatch(/^60 /)
  })

  it('in the pause shows the phase that is over, and compares nothing with nothing', async () => {
    const row = await rowOf('P12', '2023-Q2')
    expect(row.get('Target of Phase 1')).toMatch(/^400 /)
    expect([...row.keys()].some((heading) => heading.startsWith('Phase 1 to date'))).toBe(true)
  })

  it('a page from the beginning of the phase to date is held against the phase, one from the beginning of the project against its life', async () => {
    const page = async (from: string) => textOf(en, `/indicators/P12?from=${from}&to=2025-Q2&grain=to-date`)
    expect(await page('2025-Q1')).toContain('160 (13.8%)')
    expect(await page('2019-Q1')).toContain('560')
  })

  it('every figure is the same a second time', () => {
    const audit = auditFigures(db, NOW_2026)
    expect(audit.differences.map(String)).toEqual([])
    expect(audit.compared).toBeGreaterThan(500)
  })
})
