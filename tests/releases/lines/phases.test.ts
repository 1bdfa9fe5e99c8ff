import { expect, it } from 'vitest'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import type { Cell } from '../../../src/releases/workbook/plan.ts'
import { inTwoPhases, NOW_2026, pilotAs, report } from '../../support/pilot-2026.ts'
import { q } from '../../support/small-project.ts'
import { make } from '../making.ts'

const valueIn = (cell: Cell | undefined) => {
  if (typeof cell !== 'object' || cell === null) return cell
  if ('number' in cell) return cell.number
  return 'text' in cell ? cell.text : cell
}

it('a report on the second phase rates within it, and says what both the phase and the whole project come to', async () => {
  const db = pilotAs('in two phases', inTwoPhases)
  report(db, ['womens-union-nghe-an', 'nghe-an', '2025-Q1', 'P12'], 13, 'sex=female')
  report(db, ['womens-union-nghe-an', 'nghe-an', '2025-Q2', 'P12'], 9, 'sex=female')
  const release = await make(db, { from: q('2025-Q1'), to: q('2025-Q4'), asAt: NOW_2026 }, NOW_2026)
  const { sheets } = workbookPlanOf(db, release.id)!
  const rowOf = (key: 'tracking' | 'summary', code: string) => {
    const { rows } = sheets.find((sheet) => sheet.key === key)!
    const at = rows.findLastIndex(({ cells }) => valueIn(cells[0]) === code)
    const headings = rows
      .slice(0, at)
      .findLast(({ style }) => style === 'heading')!
      .cells.map(valueIn)
    return Object.fromEntries(headings.map((heading, nth) => [String(heading), valueIn(rows[at]!.cells[nth])]))
  }
  expect(rowOf('tracking', 'P12')).toMatchObject({
    'Achieved in the period': 22,
    'Cumulative in the phase': 22,
    'Planned by now': 80,
    '% of what was planned by now': 0.275,
    'Target of the phase': 160,
    "% of the phase's target": 0.1375,
    'Cumulative to date': 373,
    'Life-of-project target': 560,
    'Progress (RAG)': expect.stringMatching(/Off track/),
  })
  expect(rowOf('summary', 'P12')).toMatchObject({
    'Cumulative in the phase': 22,
    'Planned by now': 80,
    'Target of the phase': 160,
    'Cumulative to date': 373,
  })
  const said = (key: string) =>
    sheets
      .find((sheet) => sheet.key === key)!
      .rows.flatMap(({ cells }) => cells.map(valueIn))
      .join('\n')
  for (const key of ['tracking', 'summary'])
    expect(said(key)).toContain('1 Jan 2025 – 31 Dec 2025 · rated within Phase 2, 1 Jan 2025 – 31 Dec 2026')
  expect(said('notes')).toContain('In a pause between phases nothing is due')
  db.$client.close()
})
