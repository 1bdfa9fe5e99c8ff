import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { workbookPlanOf } from '../../src/releases/store.ts'
import type { WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import type { App } from '../../src/web/context.ts'
import { make } from '../releases/making.ts'
import { testApp, Visitor } from '../support/app.ts'
import { changedPilot, NOW_2022 } from '../support/demo/changed-pilot.ts'
import { personaId } from '../support/demo.ts'
import { q } from '../support/small-project.ts'
import { chartOf, plain, withTables } from './visit.ts'

/* What is measured changes on 1 January 2022: every outlet of a span over it says so, in the same words. */

let db: Db
let app: App
let en: Visitor
let vi: Visitor
let workbook: WorkbookPlan
beforeAll(async () => {
  db = changedPilot()
  app = await testApp(db, () => NOW_2022)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
  const layout = { project: 'year', province: 'none', breakdown: 'year', years: 'calendar' } as const
  const { id } = await make(db, { from: q('2021-Q1'), to: q('2022-Q2'), layout, asAt: NOW_2022 }, NOW_2022)
  workbook = workbookPlanOf(db, id)!
})
afterAll(async () => {
  await app.close()
  db.$client.close()
})

const OVER = 'from=2021-Q1&to=2022-Q2&grain=year'
const unquoted = (text: string) => text.replaceAll('&#39;', "'").replaceAll('""', '"')
const cellsOf = (key: string) =>
  workbook.sheets
    .find((sheet) => sheet.key === key)!
    .rows.map(({ cells }) =>
      cells.map((cell) =>
        typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : String(cell ?? ''),
      ),
    )
const trackingRow = (code: string) =>
  cellsOf('tracking')
    .find(([first]) => first === code)!
    .join(' | ')
const SHEETS: Record<string, string> = {
  P: 'component-prevention',
  J: 'component-prosecution',
  V: 'component-protection',
}

const RULE =
  /^\[b\] From 1 Jan 2022: How it adds up: was “The values of all reporters and all quarters .*”, is “Each reporter's latest value/
const CANNOT =
  'Cannot be added or set beside the others: what is measured, or how it adds up, has changed. Look at the periods before and after the change by themselves.'

describe('a break of the definition', () => {
  it.each<[string, string, RegExp | string]>([
    ['the rule', 'P10', RULE],
    ['the unit', 'P12', '[b] From 1 Jan 2022: Counting unit: was “persons”, is “attendance”.'],
    ['what it means', 'P2', '[b] From 1 Jan 2022: The definition is worded otherwise.'],
    ['the frequency', 'P1', '[b] From 1 Jan 2022: Frequency: was “Every quarter”, is “Every half-year'],
    ['the list of stages', 'J12', /^\[b\] From 1 Jan 2022: .*Stages: was “.*”, is “x → y → z”\./],
  ])('of %s (%s) is said at the picture, under the table, in the CSV and in the workbook', async (_, code, said) => {
    const isSaid = (text: string) => (typeof said === 'string' ? text.startsWith(said) : said.test(text))
    const body = await withTables(en, `/indicators/${code}?${OVER}`)
    expect(chartOf(body, 'trend').options.key.some(isSaid)).toBe(true)
    const caption = unquoted(/id="chart-trend".*?<figcaption.*?<\/figcaption>/s.exec(body)![0])
    expect([...caption.matchAll(/<li>(.*?)<\/li>/gs)].some(([, text]) => isSaid(text!.trim()))).toBe(true)
    const csv = unquoted((await en.get(`/indicators/${code}/table.csv?${OVER}&table=trend`)).body)
    expect(csv.split('\r\n').some((line) => isSaid(line.replace(/^"/, '')))).toBe(true)
    // Beside the code of its indicator, or after its title; a long sentence runs on over several rows of the sheet.
    const lines = cellsOf(SHEETS[code[0]!]!).map(([, text]) => text ?? '')
    const from = lines.flatMap((_, at) =>
      lines
        .slice(at, at + 9)
        .join(' ')
        .split(/ · (?=\[b\])/),
    )
    expect(from.some(isSaid)).toBe(true)
    expect(
      trackingRow(code)
        .split(/\n|: (?=\[b\])/)
        .some(isSaid),
    ).toBe(true)
  })

  it('is said in Vietnamese', async () => {
    const body = await withTables(vi, `/indicators/P12?${OVER}`)
    expect(body).toContain('[b] Từ 01/01/2022: Đơn vị tính: trước là “')
  })

  it('is not said of a span before or after, nor of what is called otherwise', async () => {
    for (const [code, span] of [
      ['P12', 'from=2019-Q1&to=2021-Q4'],
      ['P12', 'from=2022-Q2&to=2022-Q3'],
      ['V12', 'from=2021-Q1&to=2022-Q2'],
      ['J11', 'from=2021-Q1&to=2022-Q2'],
    ])
      expect(chartOf(await withTables(en, `/indicators/${code}?${span}`), 'trend').options.key.join()).not.toContain(
        '[b] From',
      )
  })
})

describe('where rules differ so that nothing can be added', () => {
  it('the page, the picture, the CSV and the workbook say why', async () => {
    const body = await withTables(en, '/indicators/P10?from=2021-Q1&to=2022-Q2&grain=to-date')
    expect(body).toContain(`<p>${CANNOT}</p>`)
    expect(chartOf(body, 'trend').options.key).toContain(CANNOT)
    const csv = await en.get('/indicators/P10/table.csv?from=2021-Q1&to=2022-Q2&grain=to-date&table=trend')
    expect(csv.body).toMatch(new RegExp(`not added up.*"${CANNOT.slice(0, 40)}`))
    expect(trackingRow('P10')).toContain(CANNOT)
    expect(
      cellsOf('data')
        .filter(([first]) => first === 'P10')
        .map((row) => row.join()),
    ).toContainEqual(expect.stringContaining(CANNOT))
  })
})

describe('the origin of a figure over a change', () => {
  it('says from when what is otherwise, and of one before nothing', async () => {
    const origin = async (span: string) =>
      unquoted((await en.get(`/figures/origin?indicator=P12&group=project&${span}`)).body)
    const said = '[b] From 1 Jan 2022: Counting unit: was “persons”, is “attendance”.'
    expect(await origin('from=2021-Q4&to=2022-Q1')).toContain(said)
    expect(await origin('from=2022-Q1&to=2022-Q1')).toContain(said)
    expect((await origin('from=2021-Q1&to=2021-Q4')).includes('[b] From')).toBe(false)
  })
})

describe('a break of the categories', () => {
  it('is said where they are kept apart, and not of the whole', async () => {
    const body = await withTables(en, `/indicators/J1?from=2021-Q3&to=2022-Q2`)
    const said = '[b] From 1 Jan 2022: Sex: “Intersex” is new.'
    expect(chartOf(body, 'by-sex').options.key).toContain(said)
    expect(chartOf(body, 'trend').options.key).not.toContain(said)
    expect(chartOf(body, 'by-justice-agency').options.key).not.toContain(said)
  })

  it('is said of another breakdown, and not of a category that is called otherwise', async () => {
    const key = async (code: string, by: string) =>
      chartOf(await withTables(en, `/indicators/${code}?from=2021-Q3&to=2022-Q2`), by).options.key.join('\n')
    expect(await key('V4', 'by-service')).toMatch(/\[b\] From 1 Jan 2022: Split by: was “.*”, is “Sex”\./)
    expect(await key('V1', 'by-referrer')).toMatch(/\[b\] From 1 Jan 2022: .*“.*” is not asked for any more\./)
    expect(await key('V2', 'by-status')).not.toContain('[b] From')
  })

  it('offers the categories that held in the span, and no others', async () => {
    const headings = async (span: string, by: string) => {
      const body = await withTables(en, `/indicators/J1?${span}`)
      const figure = body.slice(body.indexOf(`id="chart-${by}"`))
      return plain(/<thead>.*?<\/thead>/s.exec(figure)![0])
    }
    expect(await headings('from=2021-Q1&to=2021-Q4', 'by-sex')).not.toContain('Intersex')
    expect(await headings('from=2021-Q1&to=2022-Q1', 'by-sex')).toContain('Intersex')
    expect(await headings('from=2022-Q1&to=2022-Q2', 'by-sex')).toContain('Intersex')
  })
})

describe('a retired indicator in a report that reaches its quarters', () => {
  it('says in the workbook since when', () => {
    expect(trackingRow('P14')).toContain('Retired since 1 Jan 2022 (last asked for Q4 2021).')
    expect(trackingRow('J9')).toContain('Nobody has been asked for it since 1 Jan 2022 (last asked for Q4 2021).')
    expect(trackingRow('P10')).not.toContain('since 1 Jan 2022')
  })
})
