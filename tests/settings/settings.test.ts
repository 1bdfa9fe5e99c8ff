import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { settingAsAt } from '../../src/settings/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { testApp, Visitor } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'

let db: Db
let visitor: Visitor
let clock: number

beforeEach(async () => {
  clock = Date.UTC(2021, 0, 1)
  db = emptyDb()
  visitor = await new Visitor(await testApp(db, () => clock)).become(addedPerson(db, {}, clock))
  await visitor.get('/settings')
})

describe('settings', () => {
  it('hold from now on; an earlier day keeps its own', async () => {
    const before = clock
    clock += 3_600_000
    const answer = await visitor.post('/settings', { green: '95', amber: '60', fiscalStartMonth: '1' })
    expect(answer).toMatchObject({ status: 303, location: '/settings' })
    expect(settingAsAt(db, 'rag', clock)).toEqual({ green: 95, amber: 60 })
    expect(settingAsAt(db, 'fiscalStartMonth', clock)).toBe(1)
    expect(settingAsAt(db, 'rag', before)).toEqual({ green: 90, amber: 70 })
    expect(readTrail(db, { verb: 'setting.changed' }, 9)).toHaveLength(2)
  })

  it('writes nothing when nothing changed', async () => {
    await visitor.post('/settings', { green: '90', amber: '70', fiscalStartMonth: '4' })
    expect(readTrail(db, { verb: 'setting.changed' }, 9)).toHaveLength(0)
  })

  it.each([
    [{ green: '', amber: '', fiscalStartMonth: '' }, 3],
    [{ green: 'nhiều', amber: '70', fiscalStartMonth: '4' }, 1],
    [{ green: '70', amber: '70', fiscalStartMonth: '4' }, 1],
    [{ green: '201', amber: '0', fiscalStartMonth: '4' }, 2],
    [{ green: '90', amber: '70', fiscalStartMonth: '5' }, 1],
  ])('come back as typed, with a sentence each: %j', async (typed, problems) => {
    const answer = await visitor.post('/settings', typed)
    expect(answer.status).toBe(422)
    expect(answer.body.match(/class="wrong"/g)).toHaveLength(problems)
    expect(answer.body).toContain(`value="${typed.green}"`)
    expect(settingAsAt(db, 'rag', clock)).toEqual({ green: 90, amber: 70 })
  })

  it('are not changed by a clock that went back: a sentence with both times, and what was typed', async () => {
    const typed = { green: '95', amber: '60', fiscalStartMonth: '4' }
    const lastChanged = clock
    expect((await visitor.post('/settings', typed)).status).toBe(303)
    clock -= 24 * 3_600_000
    for (const [language, sentence] of [
      ['en', 'before the last change of settings (1 Jan 2021 07:00)'],
      ['vi', 'trước lần thay đổi cài đặt gần nhất'],
    ] as const) {
      await visitor.post('/language', { language, back: '/settings' })
      const answer = await visitor.post('/settings', { ...typed, green: '97' })
      expect(answer.status).toBe(409)
      expect(answer.body).toContain(sentence)
      expect(answer.body).toContain('value="97"')
    }
    clock = lastChanged
    expect(settingAsAt(db, 'rag', clock)).toEqual({ green: 95, amber: 60 })
  })

  it('name whom readers of reports may ask, come back as typed, and stand in the trail', async () => {
    const rest = { green: '90', amber: '70', fiscalStartMonth: '4' }
    const refused = await visitor.post('/settings', { ...rest, contactVi: 'Văn phòng, Hà Nội', contactEn: '' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('>Văn phòng, Hà Nội</textarea>')
    expect(refused.body.match(/class="wrong"/g)).toHaveLength(1)
    const contact = { vi: 'Văn phòng, Hà Nội', en: 'Office, Ha Noi' }
    const typed = { ...rest, contactVi: contact.vi, contactEn: contact.en }
    expect((await visitor.post('/settings', typed)).status).toBe(303)
    expect(settingAsAt(db, 'contact', clock)).toEqual(contact)
    expect((await visitor.get('/settings')).body).toContain('>Office, Ha Noi</textarea>')
    const [told] = readTrail(db, { verb: 'setting.changed' }, 9)
    expect([told!.subjectId, told!.detail]).toEqual(['contact', { value: contact }])
    expect((await visitor.post('/settings', rest)).status).toBe(303)
    expect(settingAsAt(db, 'contact', clock + 1)).toBeNull()
  })

  it('changed twice in one millisecond follow each other', async () => {
    await visitor.post('/settings', { green: '95', amber: '60', fiscalStartMonth: '4' })
    expect((await visitor.post('/settings', { green: '96', amber: '60', fiscalStartMonth: '4' })).status).toBe(303)
    expect(settingAsAt(db, 'rag', clock + 1)).toEqual({ green: 96, amber: 60 })
  })
})
