import { describe, expect, it } from 'vitest'
import { eachPilot, handInWith, LAST, lastDetail, stateOf, submissionId, typedValues, versionIn } from './pilot.ts'

const pilot = eachPilot()

describe('a quarter from due to approved', () => {
  it('is begun, saved, handed in, returned, corrected and approved', async () => {
    const qb = await pilot.as('dolisa.quang-binh')
    const start = { partner: 'dolisa-quang-binh', place: 'quang-binh', quarter: '2021-Q4' }
    const page = await qb.get(`/submissions/start?${new URLSearchParams(start)}`)
    expect(page.status).toBe(200)
    const values = typedValues(LAST, 'dolisa-quang-binh')
    for (const name of Object.keys(values)) if (!name.startsWith('r.')) expect(page.body).toContain(`name="${name}"`)

    const begun = await qb.post('/submissions', { ...start, version: '0', ...values })
    expect(begun.status).toBe(303)
    const id = submissionId(pilot.db, 'dolisa-quang-binh')
    expect(begun.location).toBe(`/submissions/${id}`)
    expect(stateOf(pilot.db, id)).toMatchObject({ submission: { state: 'draft', version: 1 }, facts: 0, trail: 1 })

    const handedIn = await handInWith(pilot.db, qb, id)
    expect(handedIn.location).toBe(`/submissions/${id}`)
    expect(stateOf(pilot.db, id).submission.state).toBe('submitted')

    let version = versionIn((await pilot.manager.get(`/submissions/${id}`)).body)
    expect((await pilot.manager.post(`/submissions/${id}/return`, { version, text: 'Xem lại V5.' })).status).toBe(303)
    expect((await qb.get('/')).body).toContain('Xem lại V5.')
    version = versionIn((await qb.get(`/submissions/${id}`)).body)
    expect((await qb.post(`/submissions/${id}/entries`, { version, 'v.V5.sex=female': '33' })).status).toBe(303)
    expect(lastDetail(pilot.db, id, 'submission.saved').changes).toEqual({
      'v.V5.sex=female': [Number(values['v.V5.sex=female']), 33],
    })
    await handInWith(pilot.db, qb, id)
    version = versionIn((await pilot.manager.get(`/submissions/${id}`)).body)
    expect((await pilot.manager.post(`/submissions/${id}/approval`, { version })).status).toBe(303)
    expect(stateOf(pilot.db, id)).toMatchObject({ submission: { state: 'approved', version: 2 }, facts: 4 })
    const fact = pilot.db.$client
      .prepare(
        `select f.value from fact f join indicator i on i.id = f.indicator_id join cell c on c.id = f.cell_id join place l on l.id = f.place_id
         where i.code = 'V5' and c.key = 'sex=female' and l.slug = 'quang-binh' and f.quarter = ? and f.approved_to is null`,
      )
      .get(LAST)
    expect(fact).toEqual({ value: 33 })
  })

  it('keeps the approved values in force while a correction is worked on', async () => {
    const id = submissionId(pilot.db, 'dolisa-hai-phong')
    const hp = await pilot.as('dolisa.hai-phong')
    const inForce = () =>
      pilot.db.$client
        .prepare(
          `select f.value from fact f join indicator i on i.id = f.indicator_id join partner p on p.id = f.partner_id
           where i.code = 'V13' and p.slug = 'dolisa-hai-phong' and f.quarter = ? and f.approved_to is null`,
        )
        .pluck()
        .get(LAST)
    const before = inForce() as number
    let version = versionIn((await pilot.manager.get(`/submissions/${id}/reopening`)).body)
    expect((await pilot.manager.post(`/submissions/${id}/reopening`, { version, text: 'V13 ghi nhầm.' })).status).toBe(
      303,
    )
    await hp.post(`/submissions/${id}/entries`, { version, 'v.V13': String(before + 1) })
    expect(inForce()).toBe(before)
    expect((await hp.get(`/submissions/${id}`)).body).toContain(`Đã duyệt: ${before}`)
    await handInWith(pilot.db, hp, id)
    version = versionIn((await pilot.manager.get(`/submissions/${id}`)).body)
    expect(inForce()).toBe(before)
    await pilot.manager.post(`/submissions/${id}/approval`, { version })
    expect(inForce()).toBe(before + 1)
  })
})
