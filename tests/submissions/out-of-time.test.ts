import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { approve } from '../../src/submissions/review/approve.ts'
import { beginSubmission } from '../../src/submissions/save.ts'
import { persona } from '../releases/making.ts'
import { q } from '../support/small-project.ts'
import { eachPilot, NOW, submissionId } from './pilot.ts'

const pilot = eachPilot()

const named = (quarter: string) => ({ partner: 'dolisa-quang-binh', place: 'quang-binh', quarter })
const start = (quarter: string) => `/submissions/start?${new URLSearchParams(named(quarter))}`
const SAID = {
  'before-project': ['before the project began', 'trước khi dự án bắt đầu'],
  'after-project': ['after the end of the project', 'sau khi dự án kết thúc'],
  'in-pause': ['The project pauses in this quarter', 'Dự án tạm dừng trong quý này'],
} as const

/** All that an action could have left behind. */
const counts = (db: Db) =>
  [
    'submission',
    'entry',
    'fact',
    'submission_fact',
    'submission_version',
    "trail where subject_kind = 'submission'",
  ].map((table) => db.$client.prepare(`select count(*) from ${table}`).pluck().get() as number)
const pause = (db: Db) =>
  db.$client.exec(`insert into phase (code, name_vi, name_en, first_quarter, last_quarter, known_from) values
    ('one', 'Giai đoạn 1', 'Phase 1', ${q('2019-Q1')}, ${q('2020-Q4')}, 0), ('two', 'Giai đoạn 2', 'Phase 2', ${q('2021-Q1')}, ${q('2021-Q3')}, 0)`)

/** A quarter, why nothing can be entered for it, and what is done to the pilot first. */
const TIMES: [quarter: string, why: keyof typeof SAID, prepare: (db: Db) => unknown][] = [
  ['2018-Q4', 'before-project', () => {}],
  ['2025-Q1', 'after-project', () => {}],
  ['2021-Q4', 'in-pause', pause],
]

describe.each(TIMES)('a report of %s, %s', (quarter, why, prepare) => {
  it('is not begun by its address, in either language, and nothing is stored', async () => {
    prepare(pilot.db)
    for (const language of ['en', 'vi'] as const) {
      const visitor = await pilot.as('dolisa.quang-binh', language)
      const before = counts(pilot.db)
      const page = await visitor.get(start(quarter))
      expect(page.status).toBe(404)
      expect(page.body).toContain(SAID[why][language === 'en' ? 0 : 1])
      expect(page.body).not.toContain('name="v.')
      expect(page.body).not.toMatch(/class="tag (bad|warn)"/)
      expect(counts(pilot.db)).toEqual(before)
    }
  })

  it('is not begun by a form either, which comes back as it was typed', async () => {
    prepare(pilot.db)
    const visitor = await pilot.as('dolisa.quang-binh', 'en')
    const before = counts(pilot.db)
    const answer = await visitor.post('/submissions', { ...named(quarter), version: '0', 'v.V4': '77' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain(SAID[why][0])
    // A form for a quarter in which nobody was ever assigned anything has been seen by nobody.
    if (why !== 'before-project') expect(answer.body).toContain('77')
    expect(counts(pilot.db)).toEqual(before)
  })

  it('is refused by the actions themselves', () => {
    prepare(pilot.db)
    const by = persona(pilot.db, 'dolisa.quang-binh@example.org')
    const id = (table: string, slug: string) =>
      pilot.db.$client.prepare(`select id from ${table} where slug = ?`).pluck().get(slug) as number
    const reporter = { partnerId: id('partner', 'dolisa-quang-binh'), placeId: id('place', 'quang-binh') }
    const begun = { ...reporter, quarter: q(quarter), cut: null }
    const before = counts(pilot.db)
    const nothing = { indicators: [], entries: [], keptOnWord: [] }
    expect(beginSubmission(pilot.db, { by, now: NOW }, begun, nothing)).toEqual({ refused: why })
    expect(counts(pilot.db)).toEqual(before)
  })

  it('is not for somebody else to ask for', async () => {
    prepare(pilot.db)
    const stranger = await pilot.as('stranger', 'en')
    expect((await stranger.get(start(quarter))).status).toBe(404)
  })

  it('that stands in an older file is read and spoken of, and neither changed, handed in nor approved', async () => {
    prepare(pilot.db)
    const { db } = pilot
    db.$client
      .prepare(
        `insert into submission (partner_id, place_id, quarter, state, version, changed_at)
         values ((select id from partner where slug = 'dolisa-quang-binh'), (select id from place where slug = 'quang-binh'), ?, 'submitted', 1, 0)`,
      )
      .run(q(quarter))
    const row = db.$client
      .prepare(
        `select id from submission where quarter = ? and partner_id = (select id from partner where slug = 'dolisa-quang-binh')`,
      )
      .pluck()
      .get(q(quarter)) as number
    db.$client
      .prepare(
        `insert or replace into entry (submission_id, indicator_id, cell_id, state, value)
         values (?, (select id from indicator where code = 'V4'), (select id from cell where key = ''), 'reported', 31)`,
      )
      .run(row)
    const before = counts(db)
    const manager = await pilot.as('iom.manager', 'en')
    const page = await manager.get(`/submissions/${row}`)
    expect(page.status).toBe(200)
    if (why !== 'before-project') expect(page.body).toContain('31')
    expect(page.body).not.toContain('/approval"')
    const version = '1'
    const approved = await manager.post(`/submissions/${row}/approval`, { version })
    expect([approved.status, approved.body.includes(SAID[why][0])]).toEqual([409, true])
    const returned = await manager.post(`/submissions/${row}/return`, { version, text: 'Please look again.' })
    expect([returned.status, returned.body.includes(SAID[why][0])]).toEqual([409, true])
    const by = persona(db, 'iom.manager@example.org')
    expect(approve(db, { by, now: NOW, version: 1 }, row)).toEqual({ refused: why })
    expect(counts(db)).toEqual(before)
    db.$client.prepare(`update submission set state = 'draft' where id = ?`).run(row)
    const partner = await pilot.as('dolisa.quang-binh', 'en')
    const own = await partner.get(`/submissions/${row}`)
    expect([own.status, own.body.includes(SAID[why][0])]).toEqual([200, true])
    for (const action of ['entries', 'handing-in']) {
      const answer = await partner.post(`/submissions/${row}/${action}`, { version, 'v.V4': '99' })
      expect([action, answer.status, answer.body.includes(SAID[why][0])]).toEqual([action, 409, true])
    }
    expect(counts(db)).toEqual(before)
    expect((await partner.post(`/submissions/${row}/comments`, { version, text: 'What of this?' })).status).toBe(303)
  })
})

describe('a quarter that has not begun', () => {
  it('is opened by nobody and said to be early', async () => {
    pilot.db.$client.exec(`update project_quarters set known_to = known_from + 1;
      insert into project_quarters select first_quarter, ${q('2024-Q4')}, known_to, null from project_quarters`)
    const visitor = await pilot.as('dolisa.quang-binh', 'en')
    const page = await visitor.get(start('2024-Q4'))
    expect([page.status, page.body.includes('This quarter has not begun')]).toEqual([404, true])
  })
})

describe('the quarter that the overview opens on', () => {
  it('is not moved by what was approved of a quarter after the end or in a pause, which can still be looked at', async () => {
    const chosen = async (url = '/overview') => {
      const { body } = await (await pilot.as('iom.manager', 'en')).get(url)
      return /<option value="([^"]+)" selected/.exec(body)?.[1]
    }
    const usual = await chosen()
    const stray = (quarter: string) =>
      pilot.db.$client.exec(`insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value)
        select i.id, ${q(quarter)}, l.id, p.id, c.id, 1, 'reported', 5 from indicator i, place l, partner p, cell c
        where i.code = 'V4' and l.slug = 'quang-binh' and p.slug = 'dolisa-quang-binh' and c.key = ''`)
    stray('2025-Q1')
    expect(await chosen()).toBe(usual)
    expect(await chosen('/overview?quarter=2025-Q1')).toBe('2025-Q1')
    pilot.db.$client.exec(
      `insert into phase (code, name_vi, name_en, first_quarter, last_quarter, known_from) values ('one', '', '', ${q('2019-Q1')}, ${q('2020-Q2')}, 0)`,
    )
    // Of the second quarter of 2020, the last before the pause, not everything has come.
    expect(await chosen()).toBe('2020-Q1')
  })
})

describe('a report whose partner is asked for nothing any more', () => {
  /** From the fourth quarter of 2021 on, as an administrator would end it. */
  const endDuties = (db: Db, slug: string) =>
    db.$client.exec(
      `create temp table ended as select a.* from assignment a join partner p on p.id = a.partner_id
         where p.slug = '${slug}' and a.known_to is null;
       update assignment set known_to = ${NOW - 1} where known_to is null and partner_id in (select partner_id from ended);
       update ended set known_from = ${NOW - 1}, to_quarter = ${q('2021-Q3')};
       insert into assignment select * from ended;
       drop table ended`,
    )
  const SENTENCE = { en: 'the duty to report has ended', vi: 'nhiệm vụ đã kết thúc' }

  it('is not begun: its address says why, in either language, and a form comes back as it was typed', async () => {
    endDuties(pilot.db, 'dolisa-quang-binh')
    const before = counts(pilot.db)
    for (const language of ['en', 'vi'] as const) {
      const visitor = await pilot.as('dolisa.quang-binh', language)
      const page = await visitor.get(start('2021-Q4'))
      expect([page.status, page.body.includes(SENTENCE[language]), page.body.includes('id="entry"')]).toEqual([
        404,
        true,
        false,
      ])
      const answer = await visitor.post('/submissions', { ...named('2021-Q4'), version: '0', 'v.V4': '77' })
      expect([answer.status, answer.body.includes(SENTENCE[language])]).toEqual([409, true])
    }
    expect(counts(pilot.db)).toEqual(before)
    const stranger = await pilot.as('dolisa.ha-tinh')
    expect((await stranger.get(start('2021-Q4'))).body).not.toContain(SENTENCE.vi)
  })

  it('that was begun is read and talked about, and says so to its manager too; nothing is handed in', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    endDuties(pilot.db, 'dolisa-nghe-an')
    for (const visitor of [pilot.partner, pilot.manager]) {
      const { status, body } = await visitor.get(`/submissions/${id}`)
      expect([status, body.includes(SENTENCE.vi), body.includes('id="entry"')]).toEqual([200, true, false])
      expect(body).toContain(`action="/submissions/${id}/comments"`)
    }
    pilot.db.$client.prepare("update submission set state = 'draft' where id = ?").run(id)
    expect((await pilot.partner.get(`/submissions/${id}`)).body).not.toMatch(/Quá hạn|Hạn gửi/)
    const sent = await pilot.partner.post(`/submissions/${id}/handing-in`, { version: '1' })
    expect([sent.status, sent.body.includes(SENTENCE.vi)]).toEqual([409, true])
  })
})
