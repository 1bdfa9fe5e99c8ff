import { beforeAll, expect, it } from 'vitest'
import { day } from '../../src/language/format.ts'
import { workbookPlanOf } from '../../src/releases/store.ts'
import type { Cell, SheetPlan, WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { pilotWith } from './pilot.ts'
import { dayIn, rowsOf } from './workbook/plan-rows.ts'

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

/** Columns of what is held against all that was planned by now. */
const BY_NOW = { rating: 'Progress against what was planned by now', share: '% of what was planned by now' } as const

type Rated = { rating: string; share: number | null }

async function linesOf(code: string, file: string): Promise<string[][]> {
  const { body } = await manager.get(`/indicators/${code}/${file}`)
  return body.trimEnd().split('\r\n').map(readCells)
}

/** What the CSV says of an indicator, by place and dates: nothing where no target is. */
async function ratedInCsv(code: string): Promise<Map<string, Rated>> {
  const found = new Map<string, Rated>()
  for (const grain of ['quarter', 'year', 'to-date'])
    for (const table of ['trend', 'over-time']) {
      const query = `from=${grain === 'to-date' ? 2019 : 2021}-Q1&to=2021-Q4&grain=${grain}&table=${table}`
      const [words, exact] = [await linesOf(code, `table.csv?${query}`), await linesOf(code, `data.csv?${query}`)]
      const [head, ...rows] = words.slice(words.findIndex((line) => line.length > 12))
      const [names, ...numbers] = exact
      expect(numbers).toHaveLength(rows.length)
      for (const [nth, row] of rows.entries()) {
        const share = numbers[nth]![names!.indexOf('share_of_planned')]
        const told = { rating: row[head!.indexOf('Rating')]!, share: share === '' ? null : Number(share) }
        found.set(`${row[2]}, ${row[1]}`, told)
      }
    }
  return found
}

function readCells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, ''))
}

it('each figure of the sheet Data is rated as on the pages, with the same per cent, partial ones so far', async () => {
  const totals = rowsOf(sheet('data')).filter((row) => textOf(row.Breakdown) === 'not split')
  const codes = [...new Set(totals.map((row) => textOf(row.Ref)))]
  expect(codes).toHaveLength(44)
  let [compared, soFar, hidden] = [0, 0, 0]
  for (const code of codes) {
    const told = await ratedInCsv(code)
    for (const row of totals.filter((one) => textOf(one.Ref) === code)) {
      const dates = `${day(dayIn(row['First day'])!, 'en')} – ${day(dayIn(row['Last day'])!, 'en')}`
      const name = `${textOf(row.Place)}, ${dates}`
      const there = told.get(name)
      const isToDate = textOf(row['Progress (RAG)']) === '–'
      const rating = textOf(row[isToDate ? BY_NOW.rating : 'Progress (RAG)'])
      if (rating === '[c]') hidden += 1
      // A path from a baseline that the audience may not know is not told to it.
      const untold = ['[c]', 'the baseline is not shown'].includes(rating)
      if (!there || untold || there.rating === '') continue
      const share = row[isToDate ? BY_NOW.share : '% of target']
      // A quotient as spreadsheets work it out, without the noise of its last digits.
      const number =
        typeof share === 'object' && share !== null && 'number' in share ? Number(share.number.toPrecision(12)) : null
      expect({ code, name, rating, share: number }).toEqual({ code, name, ...there })
      compared += 1
      soFar += rating.includes('so far') ? 1 : 0
    }
  }
  expect([compared > 100, soFar > 20, hidden > 20]).toEqual([true, true, true])
})

it('Summary and Tracking rate each indicator to date as Data does', () => {
  const totals = rowsOf(sheet('data')).filter((row) => textOf(row.Breakdown) === 'not split')
  const rated = totals.filter((row) => textOf(row[BY_NOW.rating]) !== '–')
  const toDate = new Map(rated.map((row) => [textOf(row.Ref), textOf(row[BY_NOW.rating])]))
  expect(toDate.size).toBe(rated.length)
  const tracked = rowsOf(sheet('tracking')).filter((row) => toDate.has(textOf(row.Ref)))
  expect(tracked.length).toBeGreaterThan(40)
  for (const row of tracked)
    expect([textOf(row.Ref), textOf(row['Progress (RAG)'])]).toEqual([textOf(row.Ref), toDate.get(textOf(row.Ref))])
  const needing = sheet('summary').rows.filter(({ cells }) => toDate.has(textOf(cells[0])))
  expect(needing.length).toBeGreaterThan(10)
  for (const { cells } of needing) expect(cells.map(textOf)).toContain(toDate.get(textOf(cells[0])))
})
