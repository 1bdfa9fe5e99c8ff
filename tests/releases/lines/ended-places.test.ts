import { expect, it } from 'vitest'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import type { Cell } from '../../../src/releases/workbook/plan.ts'
import { movedEnd, NOW_2026, pilotAs } from '../../support/pilot-2026.ts'
import { q } from '../../support/small-project.ts'
import { make } from '../making.ts'

const textIn = (cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell

it('a report over the day on which provinces ended without an heir says so on its summary and in its notes, in both languages', async () => {
  const db = pilotAs('of moved end', movedEnd)
  const span = { from: q('2025-Q1'), to: q('2025-Q4') }
  const release = await make(db, { ...span, asAt: NOW_2026, language: 'both' }, NOW_2026)
  const { sheets } = workbookPlanOf(db, release.id)!
  const said = (key: string) =>
    sheets
      .find((sheet) => sheet.key === key)!
      .rows.flatMap(({ cells }) => cells.flatMap((cell) => String(textIn(cell)).split('\n')))
  for (const key of ['summary', 'notes']) {
    expect(said(key)).toContain(
      '2 provinces ended on 30 Jun 2025 (Hải Phòng, Quảng Bình); nobody reports for what became of them (Hải Phòng (from 1 July 2025), Quảng Trị (from 1 July 2025)).',
    )
    expect(said(key).join('\n')).toContain(
      '2 tỉnh kết thúc ngày 30/06/2025 (Hải Phòng, Quảng Bình); chưa đơn vị nào báo cáo',
    )
    expect(said(key).join('\n'), 'what to do is nothing for a donor').not.toContain('have whoever does assigned')
  }
  db.$client.close()
})
