import { beforeAll, expect, it } from 'vitest'
import { day } from '../../src/language/format.ts'
import { workbookPlanOf } from '../../src/releases/store.ts'
import type { Cell, SheetPlan, WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { pilotWith } from './pilot.ts'

/*
 * A donor reads the same rating as the staff: what the workbook says of each figure that is not hidden is what the CSV of the
 * indicator says, which is what the pages say (tests/dashboards/whole/same-rating.test.ts).
 */
let plan: WorkbookPlan
let app: App
let manager: Visitor
beforeAll(async () => {
  const { db, release } = await pilotWith('protected')
  plan = workbookPlanOf(db, release.id)!
  app = await testApp(db, () => DEMO_NOW)
  manager = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  return () => app.close()
})

const sheet = (key: SheetPlan['key']) => plan.sheets.find((one) => one.key === key)!
const textOf = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (!cell) return ''
  return 'text' in cell ? cell.text : 'mark' in cell ? cell.mark : String(cell.number)
}

/** The rows of a sheet under its headings. */
function recordsIn({ rows, filterRow }: SheetPlan): Record<string, Cell>[] {
  const names = rows[filterRow! - 1]!.cells.map(textOf)
  return rows.slice(filterRow!).map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [names[at]!, cell])))
}

type Rated = { rating: string; share: number | null }

/** What the CSV says of an indicator, by place and dates: nothing where no target is. */
async function ratedInCsv(code: string): Promise<Map<string, Rated>> {
  const found = new Map<string, Rated>()
  for (const grain of ['quarter', 'year', 'to-date'])
    for (const table of ['trend', 'over-time']) {
      const address = `/indicators/${code}/table.csv?from=${grain === 'to-date' ? 2019 : 2021}-Q1&to=2021-Q4&grain=${grain}&table=${table}`
      const lines = (await manager.get(address)).body.trimEnd().split('\r\n').map(readCells)
      const [head, ...rows] = lines.slice(lines.findIndex((line) => line.length > 12))
      const [share, rating] = [head!.indexOf('Share of planned'), head!.indexOf('Rating')]
      for (const row of rows)
        found.set(`${row[2]}, ${row[1]}`, {
          rating: row[rating]!,
          share: row[share] === '' ? null : Number(row[share]),
        })
    }
  return found
}

function readCells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, ''))
}

it('each figure of the sheet Data is rated as on the pages, with the same per cent, partial ones so far', async () => {
  const totals = recordsIn(sheet('data')).filter((row) => textOf(row.Breakdown) === '[z]')
  const codes = [...new Set(totals.map((row) => textOf(row.Ref)))]
  expect(codes).toHaveLength(44)
  let [compared, soFar, hidden] = [0, 0, 0]
  for (const code of codes) {
    const told = await ratedInCsv(code)
    for (const row of totals.filter((one) => textOf(one.Ref) === code)) {
      const dates = `${day(textOf(row['First day']), 'en')} – ${day(textOf(row['Last day']), 'en')}`
      const name = `${textOf(row.Place)}, ${dates}`
      const there = told.get(name)
      const rating = textOf(row['Progress (RAG)'])
      if (rating === '[c]') hidden += 1
      // A path from a baseline that the audience may not know is not told to it.
      const untold = ['[c]', 'the baseline is not shown'].includes(rating)
      if (!there || untold || there.rating === '') continue
      const share = row['% of target']
      const number = typeof share === 'object' && share !== null && 'number' in share ? share.number : null
      expect({ code, name, rating, share: number }).toEqual({ code, name, ...there })
      compared += 1
      soFar += rating.includes('so far') ? 1 : 0
    }
  }
  expect([compared > 100, soFar > 20, hidden > 20]).toEqual([true, true, true])
})

it('Summary and Tracking rate each indicator to date as Data does', () => {
  const totals = recordsIn(sheet('data')).filter((row) => textOf(row.Breakdown) === '[z]')
  const isToDate = (row: (typeof totals)[number]) => textOf(row.Period) === 'Cumulative to date'
  const whole = textOf(totals.find(isToDate)!.Place)
  // A figure and its span have one row: what an annual stock comes to by now is what its last year came to.
  const inOrder = totals
    .filter((row) => textOf(row.Place) === whole)
    .sort(
      (a, b) => textOf(a['Last day']).localeCompare(textOf(b['Last day'])) || Number(isToDate(a)) - Number(isToDate(b)),
    )
  const toDate = new Map(inOrder.map((row) => [textOf(row.Ref), textOf(row['Progress (RAG)'])]))
  const tracked = recordsIn(sheet('tracking')).filter((row) => toDate.has(textOf(row.Ref)))
  expect(tracked.length).toBeGreaterThan(40)
  for (const row of tracked)
    expect([textOf(row.Ref), textOf(row['Progress (RAG)'])]).toEqual([textOf(row.Ref), toDate.get(textOf(row.Ref))])
  const needing = sheet('summary').rows.filter(({ cells }) => toDate.has(textOf(cells[0])))
  expect(needing.length).toBeGreaterThan(10)
  for (const { cells } of needing) expect(cells.map(textOf)).toContain(toDate.get(textOf(cells[0])))
})
