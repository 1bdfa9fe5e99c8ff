import { expect, it, onTestFinished } from 'vitest'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import { isAsIssued } from '../../../src/releases/verifying/verified.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { issuedFile } from '../../../src/releases/workbook/file-store.ts'
import { readCells } from '../../../src/spreadsheet/read-cells.ts'
import { handInWith, submissionId, versionIn } from '../../submissions/pilot.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { issueNow, MANAGER, make } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'

const HOUR = 3_600_000
const REASON = 'Đếm sót một buổi truyền thông ở xã.'

it('a correction goes from the form to the next report: old, new, why and who approved it stand in the file that is issued', async () => {
  const { db } = await pilotWith('issued', SMALL)
  const clock = { now: DEMO_NOW + HOUR }
  const app = await testApp(db, () => clock.now)
  onTestFinished(() => app.close())
  const visit = (email: string) => new Visitor(app).become(personaId(db, email), 'vi')
  const [manager, partner] = [await visit(MANAGER), await visit('womens-union.nghe-an@example.org')]
  const url = `/submissions/${submissionId(db, 'womens-union-nghe-an', SMALL.to!, 'nghe-an')}`
  const version = async (who: Visitor, page = url) => versionIn((await who.get(page)).body)

  const returned = { version: await version(manager, `${url}/reopening`), text: REASON }
  expect((await manager.post(`${url}/reopening`, returned)).status).toBe(303)
  clock.now += HOUR
  expect((await partner.get('/')).body).toContain(REASON)
  const values = { 'v.P1.sex=female': '280', 'v.P1.channel=village-meeting': '214' }
  expect((await partner.post(`${url}/entries`, { version: await version(partner), ...values })).status).toBe(303)
  await handInWith(db, partner, Number(url.split('/').at(-1)))
  expect((await manager.post(`${url}/approval`, { version: await version(manager) })).status).toBe(303)

  clock.now += HOUR
  const { id } = await make(db, { ...SMALL, language: 'vi', asAt: clock.now }, clock.now)
  const [, reason] = /name="reason" value="(\d+)"/.exec((await manager.get(`/releases/${id}`)).body)!
  expect((await manager.post(`/releases/${id}/reasons`, { reason: reason! })).status).toBe(303)
  expect(await issueNow(db, id, clock.now)).toBe('issued')

  const file = issuedFile(db, id)
  if (file === null || file === 'damaged') throw new Error('no file was kept')
  const nth = workbookPlanOf(db, id)!.sheets.findIndex(({ key }) => key === 'changes')
  const told = readCells(file.bytes)[nth]!.rows.filter(([code]) => code === 'P1')
  expect(told.map(([, , place, period]) => `${place} ${period}`)).toEqual([
    'Toàn dự án 01/07/2021 – 30/09/2021',
    'Toàn dự án 01/01/2019 – 30/09/2021',
    'Nghệ An 01/07/2021 – 30/09/2021',
  ])
  for (const [, , , , , before, now, difference, , why, approved] of told) {
    expect([Number(now) - Number(before), difference, why]).toEqual([40, 40, REASON])
    expect(approved).toMatch(/^Trần Minh Họa, 20\/0?1\/2022$/)
  }
  expect(isAsIssued(verifyRelease(db, id))).toBe(true)
})
