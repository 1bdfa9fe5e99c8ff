import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { attackReports } from '../../../src/attack/attack.ts'
import { readReport } from '../../../src/attack/read/workbook.ts'
import type { Release } from '../../../src/releases/release.ts'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import type { WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import { issue } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { dataColumn } from '../workbook/plan-rows.ts'

describe('two donors of whom one is told counts from five, the other from ten', () => {
  let db: Db
  let releases: Release[]
  let plans: WorkbookPlan[]
  beforeAll(async () => {
    const made = await pilotWith('issued', SMALL)
    db = made.db
    releases = [made.release, await issue(db, { ...SMALL, title: 'For the second donor', threshold: 10 })]
    plans = releases.map(({ id }) => workbookPlanOf(db, id)!)
  })
  afterAll(() => {
    db.$client.close()
  })

  /** Of each sensitive count, what stands in a report's rows of data: the number, or the sign in its place. */
  function countsIn(plan: WorkbookPlan): Map<string, number | string> {
    const sensitive = db.$client
      .prepare(
        "select i.code from indicator i join indicator_definition d on d.indicator_id = i.id where d.sensitivity > 0 and d.measure = 'count'",
      )
      .pluck()
      .all()
    const data = plan.sheets.find(({ key }) => key === 'data')!
    const [key, value, mark] = (['key', 'value', 'mark'] as const).map((one) => dataColumn(data, one)) as [
      number,
      number,
      number,
    ]
    const rows = data.rows.map(({ cells }) => cells.map(textOf))
    return new Map(
      rows
        .filter(([code]) => sensitive.includes(code))
        .map((cells) => [String(cells[key]), cells[value] === '' ? cells[mark]! : cells[value]!]),
    )
  }

  it('show each what its own threshold lets out', () => {
    const [first, second] = plans.map(countsIn) as [Map<string, number | string>, Map<string, number | string>]
    expect([...second.keys()]).toEqual([...first.keys()])
    const shown = (counts: Map<string, number | string>, most: number) =>
      [...counts.values()].filter((one) => typeof one === 'number' && one > 0 && one < most)
    expect(shown(first, 5)).toEqual([])
    expect(shown(second, 10)).toEqual([])
    // The one is told some of what is hidden from the other.
    const more = [...first].filter(([key, one]) => typeof one === 'number' && second.get(key) === '[c]')
    expect(more.length).toBeGreaterThan(0)
    expect([...second].filter(([key, one]) => typeof one === 'number' && first.get(key) === '[c]')).toEqual([])
  })

  it('give nothing away to who has both', async () => {
    const reports = await Promise.all(plans.map(async (plan, nth) => readReport(`${nth}.xlsx`, await writeXlsx(plan))))
    const attacks = attackReports(reports, await loadSolver())
    expect(attacks.flatMap(({ findings, unfit }) => [...findings, ...unfit])).toEqual([])
  })
})

function textOf(cell: unknown): number | string {
  if (typeof cell === 'number' || typeof cell === 'string') return cell
  const { number, text, mark } = (cell ?? {}) as { number?: number; text?: string; mark?: string }
  return number ?? text ?? mark ?? ''
}
