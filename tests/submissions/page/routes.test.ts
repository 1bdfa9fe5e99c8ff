import { describe, expect, it } from 'vitest'
import { eachPilot, submissionId } from '../pilot.ts'

const pilot = eachPilot()

describe('pages', () => {
  it('stay light', async () => {
    const { gzipSync } = await import('node:zlib')
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    for (const [visitor, url] of [
      [pilot.partner, `/submissions/${id}`],
      [pilot.manager, '/submissions?from=2019-Q1&to=2021-Q4'],
      [pilot.manager, '/periods'],
    ] as const) {
      expect(gzipSync((await visitor.get(url)).body).length, url).toBeLessThan(25_000)
    }
  })

  it('print the unit, last value, target and cut-off beside what is entered', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const page = (await pilot.partner.get(`/submissions/${id}`)).body
    expect(page).toContain('Đơn vị đếm: <strong>người</strong>')
    expect(page).toMatch(/Lần trước, Quý III\/2021 \(01\/07\/2021 – 30\/09\/2021\): <strong>/)
    expect(page).toContain('Chỉ tiêu quý này')
    expect(page).toMatch(/data-quotient>= \d+(,\d)?%</)
    expect(page).toMatch(/<output data-total>\d+</)
    const police = submissionId(pilot.db, 'police-hai-phong')
    expect((await pilot.manager.get(`/submissions/${police}`)).body).toContain('15/09/2021 – 14/12/2021')
  })

  it('of every value and of what is printed are their readers’, in both languages', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    for (const language of ['vi', 'en'] as const) {
      const visitor = await pilot.as('dolisa.nghe-an', language)
      const values = await visitor.get(`/submissions/${id}/history?indicator=V5`)
      expect(values.status).toBe(200)
      expect(values.body).toContain('<option value="V5" selected>')
      expect(values.body).toMatch(/<th scope="row">V5, /)
      expect(values.body).not.toMatch(/<th scope="row">V6/)
      const print = await visitor.get(`/submissions/${id}/print`)
      expect(print.status).toBe(200)
      expect(print.body).toContain(language === 'vi' ? 'Thủ trưởng đơn vị' : 'Head of the organisation')
    }
    for (const what of ['history', 'print']) {
      expect((await pilot.manager.get(`/submissions/${id}/${what}`)).status).toBe(200)
      expect((await pilot.stranger.get(`/submissions/${id}/${what}`)).status).toBe(404)
    }
  })
})
