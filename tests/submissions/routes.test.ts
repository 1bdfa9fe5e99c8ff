import { beforeEach, describe, expect, it } from 'vitest'
import { readTrail } from '../../src/trail/store.ts'
import type { Visitor } from '../support/app.ts'
import { type House, LAST, pilotHouse, stateOf, submissionId, typedValues, versionIn } from './pilot.ts'

let house: House
let partner: Visitor
let manager: Visitor
let stranger: Visitor

beforeEach(async () => {
  house = await pilotHouse()
  partner = await house.as('dolisa.nghe-an')
  manager = await house.as('iom.manager')
  stranger = await house.as('police.nghe-an')
})

const lastDetail = (id: number, verb: 'submission.saved' | 'submission.submitted' | 'submission.returned') =>
  readTrail(house.db, { verb, subject: ['submission', String(id)] }, 1)[0]!.detail

describe('a quarter from due to approved', () => {
  it('is begun, saved, handed in, returned, corrected and approved', async () => {
    const qb = await house.as('dolisa.quang-binh')
    const start = { partner: 'dolisa-quang-binh', place: 'quang-binh', quarter: '2021-Q4' }
    const page = await qb.get(`/submissions/start?${new URLSearchParams(start)}`)
    expect(page.status).toBe(200)
    const values = typedValues(LAST, 'dolisa-quang-binh')
    for (const name of Object.keys(values)) if (!name.startsWith('r.')) expect(page.body).toContain(`name="${name}"`)

    const begun = await qb.post('/submissions', { ...start, version: '0', ...values })
    expect(begun.status).toBe(303)
    const id = submissionId(house.db, 'dolisa-quang-binh')
    expect(begun.location).toBe(`/submissions/${id}`)
    expect(stateOf(house.db, id)).toMatchObject({ submission: { state: 'draft', version: 1 }, facts: 0, trail: 1 })

    const handedIn = await handInWith(qb, id)
    expect(handedIn.location).toBe(`/submissions/${id}`)
    expect(stateOf(house.db, id).submission.state).toBe('submitted')

    let version = versionIn((await manager.get(`/submissions/${id}`)).body)
    expect((await manager.post(`/submissions/${id}/return`, { version, text: 'Xem lại V5.' })).status).toBe(303)
    expect((await qb.get('/')).body).toContain('Xem lại V5.')
    version = versionIn((await qb.get(`/submissions/${id}`)).body)
    expect((await qb.post(`/submissions/${id}/entries`, { version, 'v.V5.sex=female': '33' })).status).toBe(303)
    expect(lastDetail(id, 'submission.saved').changes).toEqual({
      'v.V5.sex=female': [Number(values['v.V5.sex=female']), 33],
    })
    await handInWith(qb, id)
    version = versionIn((await manager.get(`/submissions/${id}`)).body)
    expect((await manager.post(`/submissions/${id}/approval`, { version })).status).toBe(303)
    expect(stateOf(house.db, id)).toMatchObject({ submission: { state: 'approved', version: 2 }, facts: 4 })
    const fact = house.db.$client
      .prepare(
        `select f.value from fact f join indicator i on i.id = f.indicator_id join cell c on c.id = f.cell_id join place l on l.id = f.place_id
         where i.code = 'V5' and c.key = 'sex=female' and l.slug = 'quang-binh' and f.quarter = ? and f.approved_to is null`,
      )
      .get(LAST)
    expect(fact).toEqual({ value: 33 })
  })

  it('keeps the approved values in force while a correction is worked on', async () => {
    const id = submissionId(house.db, 'dolisa-hai-phong')
    const hp = await house.as('dolisa.hai-phong')
    const inForce = () =>
      house.db.$client
        .prepare(
          `select f.value from fact f join indicator i on i.id = f.indicator_id join partner p on p.id = f.partner_id
           where i.code = 'V13' and p.slug = 'dolisa-hai-phong' and f.quarter = ? and f.approved_to is null`,
        )
        .pluck()
        .get(LAST)
    const before = inForce() as number
    let version = versionIn((await manager.get(`/submissions/${id}`)).body)
    expect((await manager.post(`/submissions/${id}/reopening`, { version, text: 'V13 ghi nhầm.' })).status).toBe(303)
    await hp.post(`/submissions/${id}/entries`, { version, 'v.V13': String(before + 1) })
    expect(inForce()).toBe(before)
    expect((await hp.get(`/submissions/${id}`)).body).toContain(`Đã duyệt: ${before}`)
    await handInWith(hp, id)
    version = versionIn((await manager.get(`/submissions/${id}`)).body)
    expect(inForce()).toBe(before)
    await manager.post(`/submissions/${id}/approval`, { version })
    expect(inForce()).toBe(before + 1)
  })
})

/** Hands in, standing by whatever is asked about. */
async function handInWith(visitor: Visitor, id: number) {
  const version = versionIn((await visitor.get(`/submissions/${id}`)).body)
  const asked = await visitor.post(`/submissions/${id}/handing-in`, { version })
  if (asked.status === 303) return asked
  expect(asked.status, asked.body).toBe(200)
  const confirmed = [...asked.body.matchAll(/name="confirmed" value="([^"]+)"/g)].map(([, one]) =>
    one!.replaceAll('&amp;', '&'),
  )
  const done = await visitor.post(`/submissions/${id}/handing-in`, { version, confirmed })
  expect(done.status).toBe(303)
  expect(lastDetail(id, 'submission.submitted').confirmed).toEqual(confirmed)
  return done
}

describe('saving a draft', () => {
  let id: number
  beforeEach(() => {
    id = submissionId(house.db, 'dolisa-nghe-an')
  })
  const version = async () => versionIn((await partner.get(`/submissions/${id}`)).body)

  it('saves what can be read and gives the rest back as typed', async () => {
    const answer = await partner.post(`/submissions/${id}/entries`, {
      version: await version(),
      component: 'protection',
      'v.V5.sex=male': '1.234',
      'v.V5.sex=female': 'mười',
      'v.V13': '1,5',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('value="mười"')
    expect(answer.body).toContain('id="v.V5.sex=female-wrong"')
    expect(answer.body).toContain(`href="#${encodeURIComponent('v.V5.sex=female')}"`)
    expect(answer.body).toContain('Có 2 chỗ cần sửa')
    const page = await partner.get(`/submissions/${id}`)
    expect(page.body).toMatch(/name="v\.V5\.sex=male" value="1234"/)
    expect(versionIn(answer.body)).toBe(versionIn(page.body))
  })

  it('takes a blank away and tells blank from zero', async () => {
    await partner.post(`/submissions/${id}/entries`, { version: await version(), 'v.V13': '0' })
    expect((await partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V13" value="0"/)
    await partner.post(`/submissions/${id}/entries`, { version: await version(), 'v.V13': '' })
    expect((await partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V13" value=""/)
    expect(lastDetail(id, 'submission.saved').changes).toEqual({ 'v.V13': [0, null] })
  })

  it('escapes what was typed', async () => {
    const answer = await partner.post(`/submissions/${id}/entries`, { version: await version(), 'v.V13': '"><script>' })
    expect(answer.body).not.toContain('"><script>')
    expect(answer.body).toContain('&quot;&gt;&lt;script&gt;')
  })

  it('saves nothing of an empty form, and says so', async () => {
    const before = stateOf(house.db, id)
    const answer = await partner.post(`/submissions/${id}/entries`, { version: await version() })
    expect(answer.status).toBe(303)
    expect(stateOf(house.db, id).entries).toEqual(before.entries)
  })

  it('keeps a telling reason out until it is confirmed, and its text out of the trail', async () => {
    const body = { 's.V13': 'not applicable', 'r.V13': 'Hỏi 0912345678', 'v.V13': '' }
    const asked = await partner.post(`/submissions/${id}/entries`, { version: await version(), ...body })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('name="k.V13"')
    const kept = await partner.post(`/submissions/${id}/entries`, { version: await version(), ...body, 'k.V13': 'yes' })
    expect(kept.status).toBe(303)
    const detail = lastDetail(id, 'submission.saved')
    expect(detail.keptOnWord).toEqual(['V13'])
    expect(JSON.stringify(detail)).not.toContain('0912345678')
  })

  it('fills blanks with zero when asked to, without a script', async () => {
    const body = { 'v.V5.sex=male': '', 'v.V5.sex=female': '4', 'v.V5.sex=other': '', 'v.V5.sex=not-recorded': '' }
    const answer = await partner.post(`/submissions/${id}/entries`, { version: await version(), ...body, fill: 'V5' })
    expect(answer).toMatchObject({ status: 303, location: `/submissions/${id}#s.V5` })
    expect((await partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V5\.sex=male" value="0"/)
  })

  it('tells a second tab, shows both values, and loses nothing', async () => {
    const old = await version()
    const first = { version: old, 'v.V13': '7', 'v.V5.sex=male': '70' }
    expect((await partner.post(`/submissions/${id}/entries`, first)).status).toBe(303)
    const second = { version: old, 'v.V13': '8', 'v.V5.sex=male': '71', 'v.V5.sex=female': 'x9' }
    const told = await partner.post(`/submissions/${id}/entries`, second)
    expect(told.status).toBe(409)
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs"> 7/)
    expect(told.body).toMatch(/name="c\.v\.V13" value="mine" checked> 8/)
    expect(told.body).toContain('name="v.V5.sex=female" value="x9"')
    const fresh = versionIn(told.body)
    const chosen = { ...second, version: fresh, 'c.v.V13': 'theirs', 'c.v.V5.sex=male': 'mine' }
    const saved = await partner.post(`/submissions/${id}/entries`, chosen)
    expect(saved.status).toBe(422)
    expect(saved.body).toContain('value="x9"')
    const page = (await partner.get(`/submissions/${id}`)).body
    expect(page).toMatch(/name="v\.V13" value="7"/)
    expect(page).toMatch(/name="v\.V5\.sex=male" value="71"/)
  })

  it('offers what only the other tab changed as theirs', async () => {
    const page = (await partner.get(`/submissions/${id}`)).body
    const old = versionIn(page)
    const seen = /name="v\.V13" value="(\d*)"/.exec(page)![1]!
    await partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '77' })
    const told = await partner.post(`/submissions/${id}/entries`, {
      version: old,
      'v.V13': seen,
      'v.V5.sex=male': '99',
    })
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs" checked>/)
    expect(told.body).toMatch(/name="c\.v\.V5\.sex=male" value="mine" checked>/)
  })

  it('takes an older form that differs in nothing', async () => {
    const old = await version()
    await partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '7' })
    expect((await partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '7' })).status).toBe(303)
  })

  it('begins once when two tabs begin at the same time', async () => {
    const qb = await house.as('dolisa.quang-binh')
    const start = { partner: 'dolisa-quang-binh', place: 'quang-binh', quarter: '2021-Q4', version: '0' }
    expect((await qb.post('/submissions', { ...start, 'v.V13': '3' })).status).toBe(303)
    const told = await qb.post('/submissions', { ...start, 'v.V13': '4' })
    expect(told.status).toBe(409)
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs"/)
  })
})

describe('a form typed in one language and read in another', () => {
  let id: number
  let police: Visitor
  let english: Visitor
  beforeEach(async () => {
    id = submissionId(house.db, 'police-nghe-an')
    police = await house.as('police.nghe-an')
    english = await house.as('police.nghe-an', 'en')
  })
  const version = async () => versionIn((await police.get(`/submissions/${id}`)).body)
  const stored = (code: string, cell = '') =>
    house.db.$client
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
    expect((await (await house.as('dolisa.quang-binh', 'en')).get(start)).body).toContain('name="language" value="en"')
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
    const told = await english.post(`/submissions/${id}/entries`, body)
    expect(told.status).toBe(422)
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
    expect((await english.post(`/submissions/${id}/entries`, { ...again, ...shown })).status).toBe(422)
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
    const told = await english.post(`/submissions/${id}/entries`, second)
    expect(told.status).toBe(409)
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
    const before = stateOf(house.db, id).entries
    for (const [text, sentence] of [
      ['12\t34', 'nhiều ô'],
      ['1,000', 'gõ lại 1000 hoặc 1'],
      ['1,234', 'gõ 1234'],
      ['5 6', 'chưa phải là một số'],
      ['N/A', 'Không áp dụng” ở mục'],
    ]) {
      const told = await police.post(`/submissions/${id}/entries`, {
        version: await version(),
        'v.J1.sex=male': text!,
      })
      expect(told.status, text).toBe(422)
      expect(told.body).toContain(sentence)
    }
    expect(stateOf(house.db, id).entries).toEqual(before)
  })
})

describe('handing in', () => {
  it('lists what is not whole, and changes nothing', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    let version = versionIn((await partner.get(`/submissions/${id}`)).body)
    const answer = await partner.post(`/submissions/${id}/handing-in`, {
      version,
      component: 'protection',
      'v.V5.sex=male': '',
      'v.V12.sex=male': '500',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Còn 1 ô trống')
    expect(answer.body).toMatch(/Các dòng cộng lại là \d+, khác với tổng 5\d\d ở trên/)
    expect(stateOf(house.db, id).submission.state).toBe('returned')
    version = versionIn((await partner.get(`/submissions/${id}`)).body)
    expect(versionIn(answer.body)).toBe(version)
  })

  it('asks once about what is unusual', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    const version = versionIn((await partner.get(`/submissions/${id}`)).body)
    const saved = await partner.post(`/submissions/${id}/handing-in`, { version, 'v.V13': '900' })
    expect(saved.status).toBe(200)
    expect(saved.body).toContain('gấp hơn 3 lần')
    expect(stateOf(house.db, id).submission.state).toBe('returned')
    const blind = await partner.post(`/submissions/${id}/handing-in`, {
      version: versionIn(saved.body),
      confirmed: 'something else',
    })
    expect(blind.status).toBe(200)
    await handInWith(partner, id)
    expect(stateOf(house.db, id).submission.state).toBe('submitted')
    expect((await manager.get(`/submissions/${id}`)).body).toContain('gấp hơn 3 lần')
  })

  it('is refused with an older version', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    expect((await partner.post(`/submissions/${id}/handing-in`, { version: '0' })).status).toBe(409)
    expect((await partner.post(`/submissions/${id}/handing-in`)).status).toBe(409)
  })
})

describe('reviewing', () => {
  it.each(['return', 'reopening'])('%s needs a reason and minds what it says', async (deed) => {
    const id = submissionId(house.db, deed === 'return' ? 'dolisa-quang-ninh' : 'dolisa-hai-phong')
    const version = versionIn((await manager.get(`/submissions/${id}`)).body)
    const before = stateOf(house.db, id)
    expect((await manager.post(`/submissions/${id}/${deed}`, { version, text: '  ' })).status).toBe(422)
    const telling = await manager.post(`/submissions/${id}/${deed}`, { version, text: 'nạn nhân Lan' })
    expect(telling.status).toBe(422)
    expect(telling.body).toContain('name="keep"')
    expect(telling.body).toContain('>nạn nhân Lan</textarea>')
    expect((await manager.post(`/submissions/${id}/${deed}`, { version: '0', text: 'Xem lại.' })).status).toBe(409)
    expect(stateOf(house.db, id)).toEqual(before)
    expect(
      (await manager.post(`/submissions/${id}/${deed}`, { version, text: 'nạn nhân Lan', keep: 'yes' })).status,
    ).toBe(303)
    expect(stateOf(house.db, id).submission.state).toBe('returned')
    const [event] = readTrail(house.db, { subject: ['submission', String(id)] }, 1)
    expect(event!.detail.keptOnWord).toBe(true)
    expect(JSON.stringify(event!.detail)).not.toContain('Lan')
  })

  it('refuses what the state does not allow, with a sentence', async () => {
    const draft = submissionId(house.db, 'dolisa-ha-tinh')
    const refused = await manager.post(`/submissions/${draft}/approval`, { version: '1' })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('chưa được gửi')
    const approved = submissionId(house.db, 'dolisa-hai-phong')
    expect((await manager.post(`/submissions/${approved}/return`, { version: '1', text: 'Xem lại.' })).status).toBe(409)
  })

  it('refuses an approval of a version that has changed since', async () => {
    const id = submissionId(house.db, 'dolisa-quang-ninh')
    expect((await manager.post(`/submissions/${id}/approval`, { version: '99' })).status).toBe(409)
    expect((await manager.post(`/submissions/${id}/approval`)).status).toBe(409)
    expect(stateOf(house.db, id).submission.state).toBe('submitted')
  })

  it('keeps comments of both sides, about the whole or one indicator', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    expect((await partner.post(`/submissions/${id}/comments`, { text: '' })).status).toBe(422)
    expect((await partner.post(`/submissions/${id}/comments`, { text: 'Đã đối chiếu.', indicator: 'V5' })).status).toBe(
      303,
    )
    expect((await manager.post(`/submissions/${id}/comments`, { text: 'Gọi 0912345678' })).status).toBe(422)
    expect((await manager.post(`/submissions/${id}/comments`, { text: 'Gọi 0912345678', keep: 'yes' })).status).toBe(
      303,
    )
    const page = (await manager.get(`/submissions/${id}`)).body
    expect(page).toContain('Đã đối chiếu.')
    expect(house.db.$client.prepare('select confirmed from comment where text like ?').pluck().get('Gọi%')).toBe(1)
  })
})

describe('who may do what', () => {
  const deeds = ['entries', 'handing-in', 'return', 'approval', 'reopening', 'comments']

  it('hides what is not theirs', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    const before = stateOf(house.db, id)
    expect((await stranger.get(`/submissions/${id}`)).status).toBe(404)
    for (const deed of ['entries', 'handing-in', 'comments']) {
      expect((await stranger.post(`/submissions/${id}/${deed}`, { version: '1', text: 'x' })).status, deed).toBe(404)
    }
    const start = 'partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'
    expect((await stranger.get(`/submissions/start?${start}`)).status).toBe(404)
    expect((await stranger.post('/submissions', Object.fromEntries(new URLSearchParams(start)))).status).toBe(404)
    expect(stateOf(house.db, id)).toEqual(before)
  })

  it('lets managers read and not enter, partners enter and not review', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    for (const deed of ['entries', 'handing-in']) {
      expect((await manager.post(`/submissions/${id}/${deed}`, { version: '1' })).status, deed).toBe(403)
    }
    expect((await manager.get('/submissions/start?partner=dolisa-quang-binh')).status).toBe(403)
    for (const deed of ['return', 'approval', 'reopening']) {
      expect((await partner.post(`/submissions/${id}/${deed}`, { version: '1', text: 'x' })).status, deed).toBe(403)
    }
  })

  it('is no room for donors and administrators', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    for (const email of ['donor.homeoffice', 'admin']) {
      const visitor = await house.as(email)
      for (const url of ['/submissions', `/submissions/${id}`, '/submissions/start']) {
        expect((await visitor.get(url)).status, `${email} ${url}`).toBe(404)
      }
      for (const deed of deeds) expect((await visitor.post(`/submissions/${id}/${deed}`)).status).toBe(404)
    }
  })

  it('knows no other addresses and verbs', async () => {
    for (const url of [
      '/submissions/0',
      '/submissions/999999',
      '/submissions/abc',
      '/submissions/1.5',
      '/submissions/1e3',
      '/submissions/9007199254740993',
    ]) {
      expect((await manager.get(url)).status, url).toBe(404)
    }
    const id = submissionId(house.db, 'dolisa-nghe-an')
    for (const deed of deeds) expect((await manager.get(`/submissions/${id}/${deed}`)).status, deed).toBe(405)
    expect((await manager.post(`/submissions/${id}`)).status).toBe(405)
    const none = [
      '',
      '?partner=dolisa-nghe-an',
      '?partner=dolisa-nghe-an&place=nghe-an&quarter=2021',
      '?partner=dolisa-nghe-an&place=hai-phong&quarter=2021-Q4',
      '?partner=dolisa-nghe-an&place=nghe-an&quarter=2018-Q4',
    ]
    for (const query of none) expect((await partner.get(`/submissions/start${query}`)).status, query).toBe(404)
  })

  it('asks whoever is signed out to sign in first', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    const { Visitor: Nobody } = await import('../support/app.ts')
    const nobody = new Nobody(house.app)
    expect((await nobody.get(`/submissions/${id}`)).location).toContain('/sign-in?next=')
    expect((await nobody.post(`/submissions/${id}/entries`, { 'v.V13': '1' })).status).toBe(401)
  })
})

describe('a closed quarter', () => {
  it('refuses saves, hand-ins, returns and re-openings with a sentence, and still takes an approval', async () => {
    const own = submissionId(house.db, 'dolisa-nghe-an')
    const waiting = submissionId(house.db, 'dolisa-quang-ninh')
    const approved = submissionId(house.db, 'dolisa-hai-phong')
    expect((await manager.post('/periods/2021-Q4/closing')).status).toBe(303)
    const page = await partner.get(`/submissions/${own}`)
    expect(page.body).toContain('Kỳ báo cáo này đã đóng')
    expect(page.body).not.toContain('name="v.V13"')
    const typed = await partner.post(`/submissions/${own}/entries`, { version: '1', 'v.V13': '5' })
    expect(typed.status).toBe(409)
    expect(typed.body).toContain('Kỳ báo cáo này đã đóng')
    expect((await partner.post(`/submissions/${own}/handing-in`, { version: '1' })).status).toBe(409)
    const version = versionIn((await manager.get(`/submissions/${waiting}`)).body)
    expect((await manager.post(`/submissions/${waiting}/return`, { version, text: 'Xem lại.' })).status).toBe(409)
    expect((await manager.post(`/submissions/${approved}/reopening`, { version, text: 'Xem lại.' })).status).toBe(409)
    expect((await manager.post(`/submissions/${waiting}/approval`, { version })).status).toBe(303)
  })
})

describe('the board', () => {
  it('shows a manager everybody and a partner their own', async () => {
    const all = (await manager.get('/submissions')).body
    expect(all).toContain('Công an tỉnh Nghệ An')
    expect(all).toContain('32 đơn vị báo cáo')
    const own = (await partner.get('/submissions')).body
    expect(own).toContain('1 đơn vị báo cáo')
    expect(own).not.toContain('Công an')
  })

  it('filters by quarters, component and province, and shrugs at nonsense', async () => {
    const some = (await manager.get('/submissions?from=2021-Q3&to=2021-Q3&component=prosecution&place=nghe-an')).body
    expect(some).toContain('Công an tỉnh Nghệ An')
    expect(some).not.toContain('Hội Liên hiệp Phụ nữ tỉnh Nghệ An')
    for (const query of [
      'from=x&to=1999-Q9',
      'component=none',
      'page=-1',
      'page=999',
      'from=2021-Q4&to=2019-Q1',
      'place=mars',
    ]) {
      expect((await manager.get(`/submissions?${query}`)).status, query).toBe(200)
    }
  })

  it('tells k of n by province, in words and in both languages', async () => {
    expect((await manager.get('/submissions?from=2020-Q4&to=2020-Q4&place=quang-binh')).body).toMatch(/\d trên \d/)
    const english = await house.as('bc.manager', 'en')
    const body = (await english.get('/submissions?from=2020-Q4&to=2020-Q4')).body
    expect(body).toMatch(/\d+ of \d+/)
    expect(body).toContain('Missing (period closed)')
  })
})

describe('pages', () => {
  it('stay light', async () => {
    const { gzipSync } = await import('node:zlib')
    const id = submissionId(house.db, 'dolisa-nghe-an')
    for (const [visitor, url] of [
      [partner, `/submissions/${id}`],
      [manager, '/submissions?from=2019-Q1&to=2021-Q4'],
      [manager, '/periods'],
    ] as const) {
      expect(gzipSync((await visitor.get(url)).body).length, url).toBeLessThan(25_000)
    }
  })

  it('print the unit, last value, target and cut-off beside what is entered', async () => {
    const id = submissionId(house.db, 'dolisa-nghe-an')
    const page = (await partner.get(`/submissions/${id}`)).body
    expect(page).toContain('Đơn vị đếm: <strong>người</strong>')
    expect(page).toMatch(/Lần trước, Quý III\/2021 \(01\/07\/2021 – 30\/09\/2021\): <strong>/)
    expect(page).toContain('Chỉ tiêu quý này')
    expect(page).toMatch(/data-quotient>= \d+(,\d)?%</)
    expect(page).toMatch(/<output data-total>\d+</)
    const police = submissionId(house.db, 'police-hai-phong')
    expect((await manager.get(`/submissions/${police}`)).body).toContain('15/09/2021 – 14/12/2021')
  })
})
