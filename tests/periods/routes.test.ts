import { beforeEach, describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { dueOn, isClosed, periodsIn } from '../../src/calendar/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { NOW, openPilot, type Pilot, submissionId, versionIn } from '../submissions/pilot.ts'
import type { Visitor } from '../support/app.ts'
import { closeQuarter, seenIn } from './closing.ts'

const OPEN = quarterOf(2021, 4)
const CLOSED = quarterOf(2020, 3)
let pilot: Pilot
let manager: Visitor
let clock = NOW

beforeEach(async () => {
  clock = NOW
  pilot = await openPilot(() => clock)
  manager = await pilot.as('iom.manager')
})

describe('periods', () => {
  it('shows quarters with dates, due day, what stands where, and who closed them', async () => {
    const page = await manager.get('/periods')
    expect(page.status).toBe(200)
    expect(page.body).toContain('01/10/2021 – 31/12/2021')
    expect(page.body).toContain('15/01/2022')
    expect(page.body).toMatch(/Chờ duyệt: \d/)
    expect(page.body).toContain('Không có (kỳ đã đóng): 1')
    expect(page.body).toContain('đóng lúc')
  })

  it('closes an open quarter once, with a line in the trail', async () => {
    expect((await closeQuarter(manager, '2021-Q4')).status).toBe(303)
    expect(isClosed(pilot.db, OPEN)).toBe(true)
    expect(readTrail(pilot.db, { verb: 'period.closed', subject: ['period', '2021-Q4'] }, 9)).toHaveLength(1)
    expect((await manager.get('/periods')).body).toContain('Đã đóng Quý IV/2021.')
    const again = await manager.post('/periods/2021-Q4/closing')
    expect(again.status).toBe(409)
    expect(again.body).toContain('Kỳ này đã đóng rồi.')
    expect(readTrail(pilot.db, { verb: 'period.closed', subject: ['period', '2021-Q4'] }, 9)).toHaveLength(1)
  })

  it('names what is outstanding before it is closed, and closes when that is said again as it stands', async () => {
    const asked = await manager.post('/periods/2021-Q4/closing')
    expect(asked.status).toBe(409)
    expect(asked.body).toContain('Quý này còn 22 báo cáo chưa xong.')
    for (const status of ['overdue', 'returned', 'submitted']) expect(asked.body).toContain(`id="list-${status}"`)
    const waiting = submissionId(pilot.db, 'womens-union-ha-tinh')
    expect(asked.body).toContain(`<a href="/submissions/${waiting}">Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh – Hà Tĩnh</a>`)
    expect(isClosed(pilot.db, OPEN)).toBe(false)

    const version = versionIn((await manager.get(`/submissions/${waiting}`)).body)
    expect((await manager.post(`/submissions/${waiting}/approval`, { version })).status).toBe(303)
    for (const seen of [seenIn(asked.body), 'nonsense']) {
      const stale = await manager.post('/periods/2021-Q4/closing', { seen })
      expect(stale.status).toBe(409)
      expect(stale.body).toContain('Có thay đổi từ lúc được hỏi.')
      expect(stale.body).toContain('Quý này còn 21 báo cáo chưa xong.')
    }
    expect(isClosed(pilot.db, OPEN)).toBe(false)
    expect(readTrail(pilot.db, { verb: 'period.closed', subject: ['period', '2021-Q4'] }, 9)).toEqual([])
    const again = await manager.post('/periods/2021-Q4/closing')
    expect((await manager.post('/periods/2021-Q4/closing', { seen: seenIn(again.body) })).status).toBe(303)
    expect(isClosed(pilot.db, OPEN)).toBe(true)
  })

  it('names it to an administrator too, who has no way to the submissions', async () => {
    const asked = await (await pilot.as('admin')).post('/periods/2021-Q4/closing')
    expect(asked.status).toBe(409)
    expect(asked.body).toContain('Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh – Hà Tĩnh')
    expect(asked.body).not.toContain('href="/submissions')
  })

  it('does not close a quarter that is not over', async () => {
    clock = Date.parse('2021-12-31T23:59:00+07:00')
    const early = await manager.post('/periods/2021-Q4/closing')
    expect(early.status).toBe(409)
    expect(early.body).toContain('Quý chưa kết thúc')
    clock = Date.parse('2022-01-01T00:00:00+07:00')
    expect((await closeQuarter(manager, '2021-Q4')).status).toBe(303)
  })

  it('re-opens with a reason only, and keeps every closing as a fact', async () => {
    const before = periodsIn(pilot.db, { from: CLOSED, to: CLOSED })[0]!.closings.length
    const blank = await manager.post('/periods/2020-Q3/reopening', { text: ' ' })
    expect(blank.status).toBe(422)
    expect(blank.body).toContain('Vui lòng ghi lý do mở lại.')
    const telling = await manager.post('/periods/2020-Q3/reopening', { text: 'nạn nhân Lan' })
    expect(telling.status).toBe(422)
    expect(telling.body).toContain('>nạn nhân Lan</textarea>')
    expect(isClosed(pilot.db, CLOSED)).toBe(true)
    expect((await manager.post('/periods/2020-Q3/reopening', { text: 'Sửa V3.' })).status).toBe(303)
    expect(isClosed(pilot.db, CLOSED)).toBe(false)
    expect((await manager.post('/periods/2020-Q3/reopening', { text: 'Sửa V3.' })).status).toBe(409)
    expect((await closeQuarter(manager, '2020-Q3')).status).toBe(303)
    const after = periodsIn(pilot.db, { from: CLOSED, to: CLOSED })[0]!
    expect(after.closings).toHaveLength(before + 1)
    expect(after.closings.at(-2)).toMatchObject({ reason: 'Sửa V3.', reopenedBy: 'Trần Minh Họa' })
    expect(dueOn(pilot.db, CLOSED)).toBe('2020-10-15')
  })

  it('knows only the project’s quarters, and only its verbs', async () => {
    for (const quarter of ['2018-Q4', '2022-Q1', '2021', '2021-Q5', 'x']) {
      expect((await manager.post(`/periods/${quarter}/closing`)).status, quarter).toBe(404)
    }
    expect((await manager.get('/periods/2021-Q4/closing')).status).toBe(405)
  })

  it('is no room for partners and donors', async () => {
    for (const email of ['dolisa.nghe-an', 'donor.homeoffice']) {
      const visitor = await pilot.as(email)
      expect((await visitor.get('/periods')).status).toBe(404)
      expect((await visitor.post('/periods/2021-Q4/closing')).status).toBe(404)
    }
    expect(isClosed(pilot.db, OPEN)).toBe(false)
    const admin = await pilot.as('admin')
    expect((await admin.get('/periods')).status).toBe(200)
  })
})
