import { expect, it } from 'vitest'
import { openPilot, submissionId, versionIn } from '../pilot.ts'

it('puts what was corrected beside what its reviewer saw, for both sides, and nothing for strangers', async () => {
  const pilot = await openPilot()
  const [partner, manager] = [await pilot.as('dolisa.quang-ninh'), await pilot.as('iom.manager')]
  const id = submissionId(pilot.db, 'dolisa-quang-ninh')
  const url = `/submissions/${id}/comparison`
  const seen = await manager.get(`/submissions/${id}/return`)
  const version = versionIn(seen.body)
  await manager.post(`/submissions/${id}/return`, { version, text: 'Xem V13.', 'reason.V13': 'Thiếu.' })
  await partner.post(`/submissions/${id}/entries`, { version, language: 'vi', 'v.V13': '77' })
  await partner.post(`/submissions/${id}/entries`, {
    version: String(Number(version) + 1),
    language: 'vi',
    'v.V13': '78',
  })
  for (const visitor of [partner, manager]) {
    const compared = await visitor.get(`${url}?only=changed`)
    expect(compared.status).toBe(200)
    expect(compared.body).toContain('▲ +76 (tăng)')
    expect(compared.body).not.toContain('h.V5')
    expect((await visitor.get(url)).body).toContain('h.V5')
    const later = await visitor.get(`${url}?only=changed&version=${Number(version) + 1}`)
    expect(later.body).toContain('▲ +1 (tăng)<')
  }
  // What makes no sense is as if it had not been asked.
  expect((await manager.get(`${url}?version=x&only=9`)).status).toBe(200)
  expect((await (await pilot.as('police.nghe-an')).get(url)).status).toBe(404)
  expect((await manager.post(url)).status).toBe(405)
})
