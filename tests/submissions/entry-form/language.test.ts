import { beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '../../support/app.ts'
import { eachPilot, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()

describe('a form typed in one language and read in another', () => {
  let id: number
  let police: Visitor
  let english: Visitor
  beforeEach(async () => {
    id = submissionId(pilot.db, 'police-nghe-an')
    police = await pilot.as('police.nghe-an')
    english = await pilot.as('police.nghe-an', 'en')
  })
  const version = async () => versionIn((await police.get(`/submissions/${id}`)).body)
  const stored = (code: string, cell = '') =>
    pilot.db.$client
      .prepare(
        `select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id
         where e.submission_id = ? and i.code = ? and c.key = ?`,
      )
      .pluck()
      .get(id, code, cell)

  it('carries the language of its page', async () => {
    expect((await police.get(`/submissions/${id}`)).body).toContain('name="language" value="vi"')
    expect((await english.get(`/submissions/${id}`)).body).toContain('name="language" value="en"')
    const start = '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'
    expect((await (await pilot.as('dolisa.quang-binh', 'en')).get(start)).body).toContain('name="language" value="en"')
  })

  it('is read in the language it was typed in', async () => {
    const body = { version: await version(), language: 'vi', 'v.J1.sex=male': '1.234', 'v.J3': '63,5', 'd.J3': '1.000' }
    expect((await english.post(`/submissions/${id}/entries`, body)).status).toBe(303)
    expect([stored('J1', 'sex=male'), stored('J3')]).toEqual([1234, 63.5])
    const page = (await english.get(`/submissions/${id}?component=prosecution`)).body
    expect(page).toMatch(/name="v\.J3" value="63\.5"/)
    const back = { version: await version(), language: 'en', 'v.J1.sex=male': '2,345', 'v.J3': '1.234' }
    expect((await police.post(`/submissions/${id}/entries`, back)).status).toBe(303)
    expect([stored('J1', 'sex=male'), stored('J3')]).toEqual([2345, 1.234])
  })

  it('is read as the person reads when it does not say, or says nonsense', async () => {
    for (const language of [undefined, 'fr', '']) {
      const body = { version: await version(), ...(language === undefined ? {} : { language }), 'v.J3': '1.234' }
      expect((await english.post(`/submissions/${id}/entries`, { ...body, 'd.J3': '9' })).status).toBe(303)
      expect(stored('J3')).toBe(1.234)
    }
  })

  it('comes back written anew, and means the same when it is sent again as it came', async () => {
    const before = stored('J1', 'sex=female')
    const body = {
      version: await version(),
      language: 'vi',
      component: 'prosecution',
      'v.J1.sex=male': '1.234',
      'v.J1.sex=female': '1,000',
      'v.J3': '1.234',
      'd.J3': 'x9',
    }
    const told = await sentBack(english, `/submissions/${id}/entries`, body)
    // In the language it was typed in, at the same address, it stands as it was typed.
    const here = `/submissions/${id}?component=prosecution`
    expect(await english.post('/language', { language: 'vi', back: here })).toMatchObject({
      status: 303,
      location: here,
    })
    expect((await english.get(here)).body).toMatch(/value="1,000"[\s\S]*name="v\.J3" value="1\.234"/)
    await english.post('/language', { language: 'en', back: here })
    expect(told.body).toContain('name="language" value="en"')
    expect(told.body).toContain('This could be 1000 or 1.')
    const shown = Object.fromEntries(
      [...told.body.matchAll(/name="([vd]\.J[13](?:\.[^"]*)?)" value="([^"]*)"/g)].map(([, name, text]) => [
        name!,
        text!,
      ]),
    )
    expect(shown).toMatchObject({ 'v.J1.sex=male': '1234', 'v.J1.sex=female': '1,000 ?', 'v.J3': '1234', 'd.J3': 'x9' })
    const again = { version: versionIn(told.body), language: 'en', component: 'prosecution' }
    expect((await sentBack(english, `/submissions/${id}/entries`, { ...again, ...shown })).body).toContain(
      'id="problems"',
    )
    expect([stored('J1', 'sex=male'), stored('J1', 'sex=female')]).toEqual([1234, before])
    const answered = { ...again, version: await version(), ...shown, 'v.J1.sex=female': '1000', 'd.J3': '9' }
    expect((await english.post(`/submissions/${id}/entries`, answered)).status).toBe(303)
    expect([stored('J1', 'sex=female'), stored('J3')]).toEqual([1000, 1234])
  })

  it('keeps its language through the choice between two versions', async () => {
    const old = await version()
    const first = { version: old, language: 'vi', 'v.J3': '63,5', 'd.J3': '8', 'v.J1.sex=male': '7' }
    expect((await police.post(`/submissions/${id}/entries`, first)).status).toBe(303)
    const second = { version: old, language: 'vi', 'v.J3': '64,5', 'd.J3': '8', 'v.J1.sex=male': '1.234' }
    const told = await sentBack(english, `/submissions/${id}/entries`, second)
    expect(told.body).toContain('name="language" value="vi"')
    const chosen = { 'c.v.J3': 'theirs', 'c.v.J1.sex=male': 'mine' }
    const saved = await english.post(`/submissions/${id}/entries`, {
      ...second,
      version: versionIn(told.body),
      ...chosen,
    })
    expect(saved.status).toBe(303)
    expect([stored('J3'), stored('J1', 'sex=male')]).toEqual([63.5, 1234])
  })

  it('says what to do with a number that is none, and keeps what is stored', async () => {
    const before = stateOf(pilot.db, id).entries
    for (const [text, sentence] of [
      ['12\t34', 'nhiều ô'],
      ['1,000', 'gõ lại 1000 hoặc 1'],
      ['1,234', 'gõ 1234'],
      ['5 6', 'chưa phải là một số'],
      ['N/A', 'Không áp dụng” ở mục'],
    ]) {
      const told = await sentBack(police, `/submissions/${id}/entries`, {
        version: await version(),
        'v.J1.sex=male': text!,
      })
      expect(told.body).toContain(sentence)
    }
    expect(stateOf(pilot.db, id).entries).toEqual(before)
  })
})
