import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { linesIn } from '../../../src/language/terminal.ts'
import { issuedForm } from '../../../src/releases/forms/form-store.ts'
import { iatiFiguresIn } from '../../../src/releases/forms/read-back/iati-figures.ts'
import { verifiedLines } from '../../../src/releases/verifying/in-words.ts'
import { isAsIssued } from '../../../src/releases/verifying/verified.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { REPORT_FORMS } from '../../../src/vocabulary/release.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { DONOR, MANAGER } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { tamper } from '../verifying/tamper.ts'

const FILES = ['iati.xml', 'data.csv', 'table.csv'] as const
const at = (file: string) => `/releases/1/${file}`
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const downloads = (db: Db) =>
  db.$client
    .prepare("select detail from trail where verb = 'release.downloaded' order by id")
    .pluck()
    .all()
    .map((detail) => JSON.parse(String(detail)))

async function programOn(state: 'issued' | 'protected') {
  const { db } = await pilotWith(state, SMALL)
  const app = await testApp(db, () => DEMO_NOW + 3_600_000)
  const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
  return { db, app, visit }
}

describe('the other files of an issued report', () => {
  let [db, app] = [] as unknown as [Db, App]
  let [manager, donor] = [] as unknown as [Visitor, Visitor]
  beforeAll(async () => {
    const program = await programOn('issued')
    ;({ db, app } = program)
    manager = await program.visit(MANAGER)
    donor = await program.visit(DONOR, 'vi')
  })
  afterAll(async () => {
    await app.close()
    db.$client.close()
  })

  it('are those that were issued, byte for byte, and each that leaves stands in the trail', async () => {
    const before = downloads(db).length
    for (const [who, file, form] of [
      [manager, 'iati.xml', 'iati'],
      [donor, 'iati.xml', 'iati'],
      [manager, 'data.csv', 'data'],
      [donor, 'data.csv', 'data'],
      [manager, 'table.csv', 'table-en'],
      [donor, 'table.csv', 'table-vi'],
    ] as const) {
      const { status, raw, headers } = await who.get(at(file))
      const kept = issuedForm(db, 1, form)
      expect([status, kept !== null && kept !== 'damaged' && kept.sha256], form).toEqual([200, sha256(raw)])
      expect(headers['content-type']).toBe(`${file.endsWith('xml') ? 'application/xml' : 'text/csv'}; charset=utf-8`)
      const ending = file === 'iati.xml' ? file : `${form}.csv`
      expect(headers['content-disposition']).toBe(`attachment; filename="TMSV-2021-Q3-2021-Q3-no1-en.${ending}"`)
      expect(headers['cache-control']).toBe('no-store')
      expect(downloads(db).at(-1)).toEqual({ draft: false, form })
    }
    await manager.send('HEAD', at('iati.xml'))
    expect(downloads(db)).toHaveLength(before + 6)
    const trail = (await manager.get('/trail?verb=release.downloaded')).body
    expect(trail).toContain('file: CSV for Excel (Vietnamese)')
    expect((await manager.get('/trail?verb=release.issued')).body).toMatch(
      /fingerprints of the other files: iati [0-9a-f]{8}/,
    )
  })

  it('are offered beside the workbook, each with what it is for, in the list too', async () => {
    for (const [who, said] of [
      [manager, ['CSV for Excel', 'CSV for programs', 'IATI (XML)']],
      [donor, ['CSV cho Excel', 'CSV cho chương trình máy tính', 'IATI (XML)']],
    ] as const) {
      const { body } = await who.get('/releases/1')
      for (const file of FILES) expect(body).toContain(`href="${at(file)}"`)
      for (const name of said) expect(body).toContain(name)
      const list = (await who.get('/releases')).body
      for (const file of ['table.csv', 'iati.xml']) expect(list).toContain(`href="${at(file)}"`)
    }
  })

  it('stay what they were when the report is withdrawn, and take no other verb', async () => {
    const before = (await donor.get(at('data.csv'))).raw
    expect((await manager.post('/releases/1/withdrawal', { text: 'A province was left out.' })).status).toBe(303)
    expect((await donor.get(at('data.csv'))).raw.equals(before)).toBe(true)
    for (const file of FILES) expect((await manager.post(at(file))).status).toBe(405)
  })

  it('are held against the database with the workbook', () => {
    expect(isAsIssued(verifyRelease(db, 1))).toBe(true)
    expect(() => db.$client.exec('delete from release_form')).toThrow()
    tamper(db, 'release_form', "update release_form set packed = x'00' where form = 'data'")
    const verified = verifyRelease(db, 1)
    expect(isAsIssued(verified)).toBe(false)
    expect(linesIn(['en'], verifiedLines(1, verified)).join('\n')).toMatch(/something else now: CSV for programs\.$/)
  })
})

describe('other files of a report that are not what was issued', () => {
  const bytes = "cast(substr(packed, 1, length(packed) - 1) || x'01' as blob)"
  it.each([
    ['changed', `update release_form set packed = ${bytes}`],
    ['changed with their fingerprints', `update release_form set packed = ${bytes}, sha256 = '${'0'.repeat(64)}'`],
    ['gone', 'delete from release_form'],
  ])('are not handed out: %s', async (_, sql) => {
    const { db, app, visit } = await programOn('issued')
    onTestFinished(() => app.close())
    tamper(db, 'release_form', sql)
    const donor = await visit(DONOR, 'vi')
    for (const file of FILES) {
      const { status, body } = await donor.get(at(file))
      expect([file, status]).toEqual([file, 500])
      expect(body).toContain('Tệp này không còn đúng như khi phát hành')
    }
    expect(downloads(db)).toEqual([])
    expect((await (await visit(MANAGER)).get('/releases/1')).body).toContain(
      'These files are no longer what was issued, so they are not handed out: IATI, CSV for programs, ' +
        'CSV for Excel (Vietnamese), CSV for Excel (English).',
    )
  })

  it('are none of IATI where it was issued before the project was published, and the page says so', async () => {
    const { db, app, visit } = await programOn('issued')
    onTestFinished(() => app.close())
    tamper(db, 'release_form', "delete from release_form where form = 'iati'")
    tamper(
      db,
      'trail',
      `update trail set detail = json_set(detail, '$.forms', json('["data 0"]')) where verb = 'release.issued'`,
    )
    const manager = await visit(MANAGER)
    const { body } = await manager.get('/releases/1')
    expect([body.includes('iati.xml'), body.includes('issued before the project said')]).toEqual([false, true])
    expect((await manager.get('/releases')).body).not.toContain('iati.xml')
    const refused = await manager.get(at('iati.xml'))
    expect([refused.status, refused.body.includes('issued before the project said')]).toEqual([409, true])
  })

  it('are written anew where none were kept, and the same', async () => {
    const { db, app, visit } = await programOn('issued')
    onTestFinished(() => app.close())
    const kept = REPORT_FORMS.map((form) => issuedForm(db, 1, form))
    tamper(db, 'release_form', 'delete from release_form')
    tamper(db, 'trail', "update trail set detail = json_remove(detail, '$.forms') where verb = 'release.issued'")
    const manager = await visit(MANAGER)
    const files = [await manager.get(at('iati.xml')), await manager.get(at('data.csv'))]
    expect(files.map(({ raw }) => sha256(raw))).toEqual(
      kept.slice(0, 2).map((one) => one && one !== 'damaged' && one.sha256),
    )
    db.$client.exec('update project set iati = null')
    const donor = await visit(DONOR)
    expect((await donor.get('/releases/1')).body).not.toContain('iati.xml')
    const refused = await donor.get(at('iati.xml'))
    expect([refused.status, refused.body.includes('does not say how it is published')]).toEqual([409, true])
    expect((await manager.get('/releases/1')).body).toContain('An administrator says it under Settings')
  })
})

describe('the other files of a draft', () => {
  it('say that they are no report yet, and are made only while they are what would be issued', async () => {
    const { db, app, visit } = await programOn('protected')
    onTestFinished(() => app.close())
    const manager = await visit(MANAGER)
    const { status, body, headers } = await manager.get(at('iati.xml'))
    expect([status, iatiFiguresIn(body).length > 50]).toEqual([200, true])
    expect(body).toContain('DRAFT: not issued. Do not pass on.')
    expect(headers['content-disposition']).toContain('no1-en-draft.iati.xml')
    expect(downloads(db)).toEqual([{ draft: true, form: 'iati' }])
    expect((await (await visit(DONOR)).get(at('iati.xml'))).status).toBe(404)
    tamper(db, 'fact', 'update fact set value = value + 1 where value > 100')
    const refused = await manager.get(at('data.csv'))
    expect([refused.status, refused.body.includes('no longer what would be issued')]).toEqual([409, true])
  })
})
