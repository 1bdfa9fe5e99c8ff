import { expect, it } from 'vitest'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import type { Cell } from '../../../src/releases/workbook/plan.ts'
import { NOW_2026, pilot2026 } from '../../support/pilot-2026.ts'
import { q } from '../../support/small-project.ts'
import { make } from '../making.ts'

const numberIn = (cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : cell
const textIn = (cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell

it('the report on the year in which provinces merged says 18 communes, 42 to date, 82.6 % and amber', async () => {
  const db = pilot2026()
  const release = await make(db, { from: q('2025-Q1'), to: q('2025-Q4'), asAt: NOW_2026 }, NOW_2026)
  const plan = workbookPlanOf(db, release.id)!
  const tracking = plan.sheets.find(({ key }) => key === 'tracking')!
  const headings = tracking.rows[tracking.table!.headingRow - 1]!.cells.map(textIn)
  const cells = tracking.rows.slice(tracking.table!.headingRow).find((row) => textIn(row.cells[0]) === 'P13')!.cells
  const of = (heading: string) => cells[headings.indexOf(heading)]
  expect(numberIn(of('Achieved in the period'))).toBe(18)
  expect(numberIn(of('Cumulative to date'))).toBe(42)
  expect(numberIn(of('% of life-of-project target'))).toBeCloseTo(0.826, 3)
  expect(textIn(of('Progress (RAG)'))).toMatch(/Amber|Somewhat behind/)
  const data = plan.sheets.find(({ key }) => key === 'data')!
  const names = data.rows[data.table!.headingRow - 1]!.cells.map(textIn)
  const p13 = data.rows
    .slice(data.table!.headingRow)
    .map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [String(names[at]), cell])))
    .filter((row) => Object.values(row).some((cell) => textIn(cell) === 'P13'))
  expect(p13.length).toBeGreaterThan(5)
  expect(p13.flatMap((row) => Object.values(row).map(numberIn))).not.toContain(33)
  const notes = plan.sheets.find(({ key }) => key === 'notes')!
  const said = notes.rows.flatMap(({ cells }) => cells.map(textIn)).join('\n')
  expect(said).toContain('a reporter has left')
  db.$client.close()
})

it('a report that ends in the quarter in which a province begins leaves it out of the half-year before', async () => {
  const db = pilot2026()
  const { state, failure, id } = await make(db, { from: q('2025-Q1'), to: q('2025-Q3'), asAt: NOW_2026 }, NOW_2026)
  expect({ state, failure }).toEqual({ state: 'protected', failure: null })
  const data = workbookPlanOf(db, id)!.sheets.find(({ key }) => key === 'data')!
  const names = data.rows[data.table!.headingRow - 1]!.cells.map(textIn)
  const of = (row: { cells: Cell[] }, name: string) => textIn(row.cells[names.indexOf(name)])
  const there = data.rows
    .slice(data.table!.headingRow)
    .filter((row) => of(row, 'Place') === 'Hải Phòng (from 1 July 2025)')
  expect(there.length).toBeGreaterThan(5)
  db.$client.close()
})
