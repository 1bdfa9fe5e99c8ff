import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTrail } from '../../src/trail/store.ts'
import type { Visitor } from '../support/app.ts'
import { handInWith, openPilot, type Pilot, sentBack, submissionId, versionIn } from './pilot.ts'

const TEXT = '9 học viên chưa liên lạc được'
let pilot: Pilot
let partner: Visitor
let manager: Visitor
let id: number
beforeAll(async () => {
  pilot = await openPilot()
  ;[partner, manager] = [await pilot.as('dolisa.nghe-an'), await pilot.as('iom.manager')]
  id = submissionId(pilot.db, 'dolisa-nghe-an')
})
afterAll(() => pilot.app.close())

const see = async (rest = '', by = partner) => (await by.get(`/submissions/${id}${rest}`)).body
const save = async (fields: Record<string, string>) =>
  partner.post(`/submissions/${id}/entries`, { version: versionIn(await see()), ...fields })

describe('what a partner remarks of an indicator', () => {
  it('stands on the form, without a script too, and is saved with the numbers as part of the report', async () => {
    expect(await see()).toMatch(/<label for="r\.V13">Ghi chú \(lý do, nếu không áp dụng\)<span class="unseen"> V13/)
    expect((await save({ 'r.V13': TEXT, 'v.V13': '41' })).status).toBe(303)
    expect(await see()).toContain(`name="r.V13" value="${TEXT}"`)
  })

  it('is in the history, beside an earlier version, and on the paper to be signed; not in the trail', async () => {
    expect(await see('/history?indicator=V13')).toMatch(new RegExp(`V13, ghi chú</[a-z]+>[^]*?để trống[^]*?${TEXT}`))
    expect(await see('/comparison?only=changed')).toMatch(new RegExp(`Ghi chú</th>[^]*?<strong>${TEXT}</strong>`))
    expect(await see('/print')).toContain(`<strong>Ghi chú:</strong> ${TEXT}`)
    expect(JSON.stringify(readTrail(pilot.db, { subject: ['submission', String(id)] }, 9))).not.toContain('học viên')
  })

  it('is asked about where it may name somebody, and the numbers beside it are saved', async () => {
    const telling = 'Hỏi chị Nguyễn Thị Hoa, 0912345678'
    const { body } = await sentBack(partner, `/submissions/${id}/entries`, {
      ...{ version: versionIn(await see()), 'r.V13': telling, 'v.V13': '43' },
    })
    expect(body).toContain(`name="r.V13" value="${telling}"`)
    expect(body).toContain('name="k.V13"')
    expect(body).toContain('name="v.V13" value="43"')
    expect(pilot.db.$client.prepare('select text from remark').pluck().all()).toEqual([TEXT])
    await save({ 'r.V13': TEXT, 'v.V13': '43' })
  })

  it('is read by whoever reviews it, and by nobody else', async () => {
    await handInWith(pilot.db, partner, id)
    expect(await see('', manager)).toContain(`<strong>Ghi chú:</strong> ${TEXT}`)
    for (const other of [await pilot.as('police.nghe-an'), await pilot.as('donor.homeoffice')])
      expect((await other.get(`/submissions/${id}`)).status).toBe(404)
  })

  it('stands beside the figure once it is approved, and not before', async () => {
    const indicator = async () => (await manager.get('/indicators/V13?from=2021-Q1&to=2021-Q4')).body
    expect(await indicator()).not.toContain(TEXT)
    const version = versionIn(await see('', manager))
    expect((await manager.post(`/submissions/${id}/approval`, { version })).status).toBe(303)
    expect(await indicator()).toContain(TEXT)
  })
})
