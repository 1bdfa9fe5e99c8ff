import { describe, expect, it } from 'vitest'
import { dayAt, daysLater } from '../../../src/calendar/day.ts'
import { nextReportOf } from '../../../src/releases/next-report/next-report-store.ts'
import { releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { plainValue, type WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { MANAGER, SECOND } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'

const today = dayAt(DEMO_NOW)

describe('the day of the next report', () => {
  const coverOf = ({ sheets }: WorkbookPlan) =>
    new Map(sheets[0]!.rows.map(({ cells: [fact, value] }) => [plainValue(fact!), value && plainValue(value)]))
  const later = daysLater(today, 90)

  it('stands on the cover once it is set, and leaves it again; what was typed wrongly comes back', async () => {
    const { db, release, visit } = await programWith(SMALL)
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}`
    const cover = () => coverOf(workbookPlanOf(db, release.id)!)
    expect(cover().has('Next report')).toBe(false)
    expect(cover().get('Questions to')).toContain('TMSV project office')
    expect((await manager.get(url)).body).toContain('No day is set, so the cover names none. Set one below.')

    const wrong = await manager.post(`${url}/next-report`, { nextReport: '2019-01-01', seen: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Choose a day after today.')
    expect(wrong.body).toContain('value="2019-01-01"')

    expect((await manager.post(`${url}/next-report`, { nextReport: later, seen: '' })).status).toBe(303)
    expect(releaseById(db, release.id)!.state).toBe('protected')
    expect(cover().get('Next report')).toMatch(/^\d{1,2} \w+ 2022$/)
    const told = db.$client.prepare("select detail from trail where verb = 'release.next-report-set'").pluck().all()
    expect(told).toEqual([JSON.stringify({ nextReport: later })])

    // Somebody who saw no day yet does not put theirs over it.
    const second = await visit(SECOND)
    const other = daysLater(today, 30)
    const stale = await second.post(`${url}/next-report`, { nextReport: other, seen: '' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Somebody else has set another day meanwhile')
    expect(stale.body).toContain(`value="${other}"`)
    expect(nextReportOf(db, release.id)).toBe(later)
    expect((await second.post(`${url}/next-report`, { nextReport: '', seen: later })).status).toBe(303)
    expect([nextReportOf(db, release.id), cover().has('Next report')]).toEqual([null, false])
  })

  it('that has passed is said before the report leaves', async () => {
    const { db, release, visit } = await programWith(SMALL)
    db.$client.prepare('insert into release_next_report values (?, ?, 1, 1)').run(release.id, today)
    const { body } = await (await visit(MANAGER, 'vi')).get(`/releases/${release.id}`)
    expect(body).toContain('Ngày nêu cho báo cáo kế tiếp đã qua')
  })
})
