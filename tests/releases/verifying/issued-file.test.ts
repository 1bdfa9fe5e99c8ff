import { describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { loadIssuedReport } from '../../../src/api/releases/releases-load.ts'
import { linesIn } from '../../../src/language/terminal.ts'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import { reportNumbers, verifiedLines } from '../../../src/releases/verifying/in-words.ts'
import { isAsIssued } from '../../../src/releases/verifying/verified.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { issuedFile } from '../../../src/releases/workbook/file-store.ts'
import { fingerprintOf } from '../../../src/releases/workbook/finished-file.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { DONOR, MANAGER, persona } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { tamper } from './tamper.ts'

const linesFor = (db: Db, id: number) => linesIn(['en'], verifiedLines(id, verifyRelease(db, id)))

async function issued() {
  const { db, release } = await pilotWith('issued', SMALL)
  const app = await testApp(db, () => DEMO_NOW + 3_600_000)
  onTestFinished(() => app.close())
  const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
  return { db, release, visit }
}

/** As earlier versions of the program wrote it. */
function planInItsRow(db: Db, id: number): void {
  const plan = JSON.stringify(workbookPlanOf(db, id))
  for (const table of ['release', 'release_file']) tamper(db, table, '')
  tamper(db, 'trail', "update trail set detail = json_remove(detail, '$.plan') where verb = 'release.issued'")
  db.$client.prepare('update release set plan = ?').run(plan)
  db.$client.exec('update release_file set plan = null')
}

const ANOTHER_BYTE = "update release_file set bytes = cast(substr(bytes, 1, length(bytes) - 1) || x'01' as blob)"

describe('the file of an issued report', () => {
  it('is handed out byte for byte, to all who may have it, with its fingerprint on the page and in the trail', async () => {
    const { db, release, visit } = await issued()
    const [manager, donor] = [await visit(MANAGER), await visit(DONOR, 'vi')]
    const files = await Promise.all(
      [manager, donor, donor].map((who) => who.get(`/releases/${release.id}/workbook.xlsx`)),
    )
    const prints = files.map(({ raw }) => fingerprintOf(raw))
    expect(new Set(prints).size).toBe(1)
    const kept = issuedFile(db, release.id)
    if (kept === null || kept === 'damaged') throw new Error('no file was kept')
    expect(prints[0]).toBe(kept.sha256)
    expect((await manager.get(`/releases/${release.id}`)).body).toContain(kept.sha256)
    expect((await donor.get(`/releases/${release.id}`)).body).toContain(kept.sha256)
    expect((await manager.get(`/trail?verb=release.issued`)).body).toContain(kept.sha256.slice(0, 8))
  })

  it('is not handed out when it is another one than was issued, and its manager reads why', async () => {
    const { db, release, visit } = await issued()
    tamper(db, 'release_file', ANOTHER_BYTE)
    for (const [email, language, said] of [
      [MANAGER, 'en', 'The file of this report is no longer the one that was issued'],
      [DONOR, 'vi', 'Tệp của báo cáo này không còn đúng như khi phát hành'],
    ] as const) {
      const who = await visit(email, language)
      const refused = await who.get(`/releases/${release.id}/workbook.xlsx`)
      expect([refused.status, refused.body.includes(said)]).toEqual([500, true])
      expect((await who.get(`/releases/${release.id}`)).body).toContain(said)
      const list = (await who.get('/releases')).body
      expect([list.includes(said), list.includes('workbook.xlsx')]).toEqual([true, false])
      expect(list.includes('class="tag bad">File damaged')).toBe(email === MANAGER)
    }
    expect(verifyRelease(db, release.id)).toBe('file-damaged')
  })

  it.each([
    ['its fingerprint with it', `${ANOTHER_BYTE}; update release_file set sha256 = '${'0'.repeat(64)}'`],
    ['altogether', 'delete from release_file'],
  ])('is missed when it was changed %s: the trail has its fingerprint too', async (_, sql) => {
    const { db, release } = await pilotWith('issued', SMALL)
    tamper(db, 'release_file', sql)
    expect(issuedFile(db, release.id)).toBe('damaged')
  })

  it.each([
    ['changed', "update release_file set plan = cast(substr(plan, 1, length(plan) - 1) || x'01' as blob)"],
    ['taken away', 'update release_file set plan = null'],
  ])('is missed too when what programs are answered from was %s', async (_, sql) => {
    const { db, release } = await pilotWith('issued', SMALL)
    tamper(db, 'release_file', sql)
    expect(issuedFile(db, release.id)).toBe('damaged')
    expect(loadIssuedReport(db, persona(db, MANAGER), release.id)).toBe('damaged')
    expect(verifyRelease(db, release.id)).toBe('file-damaged')
    // Of what an earlier version kept the trail tells nothing.
    tamper(db, 'trail', "update trail set detail = json_remove(detail, '$.plan') where verb = 'release.issued'")
    expect(issuedFile(db, release.id)).not.toBe('damaged')
  })

  it('can’t be held against a database in which what it called things is damaged, and is said so', async () => {
    const { db, release } = await pilotWith('issued', SMALL)
    tamper(db, 'release_wording', "update release_wording set packed = x'00'")
    expect(verifyRelease(db, release.id)).toBe('wording-damaged')
    expect(linesFor(db, release.id)).toEqual([expect.stringMatching(/^Report 1: .* can't be read any more, .*Restore/)])
  })

  it('is written from its plan where it was issued before files were kept', async () => {
    const { db, release, visit } = await issued()
    planInItsRow(db, release.id)
    tamper(db, 'release_file', 'delete from release_file')
    tamper(db, 'trail', "update trail set detail = json_remove(detail, '$.sha256') where verb = 'release.issued'")
    expect(issuedFile(db, release.id)).toBeNull()
    const { status, raw } = await (await visit(DONOR)).get(`/releases/${release.id}/workbook.xlsx`)
    expect([status, raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(verifyRelease(db, release.id)).toBe('no-file')
  })

  it('can be held against the database: every cell is made anew as at its instant', async () => {
    const { db, release } = await pilotWith('issued', SMALL)
    const verified = verifyRelease(db, release.id)
    if (typeof verified === 'string') throw new Error(verified)
    expect(verified.differences).toEqual([])
    expect(verified.cells).toBeGreaterThan(1000)
    expect(isAsIssued(verified)).toBe(true)
    expect(linesFor(db, release.id)).toEqual([
      `Report 1: ${verified.cells} cells compared with the database, 0 differ. SHA-256 ${verified.sha256}`,
    ])
  })

  it('differs from a database that was changed since, where and how', async () => {
    const { db, release } = await pilotWith('issued', SMALL)
    tamper(db, 'release', "update release set title = 'Another title'")
    expect(isAsIssued(verifyRelease(db, release.id))).toBe(false)
    expect(linesFor(db, release.id).join('\n')).toMatch(/the database "Another title/)
    tamper(db, 'fact', 'update fact set value = value + 1 where value > 100')
    expect(verifyRelease(db, release.id)).toBe('changed')
    tamper(db, 'release_figure', 'update release_figure set shown = shown + 1 where shown is not null')
    expect(verifyRelease(db, release.id)).toBe('ledger-damaged')
  })

  it('of no report, or one that is not issued, is said to be none', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    expect(verifyRelease(db, release.id)).toBe('not-found')
    expect(verifyRelease(db, 99)).toBe('not-found')
    expect(linesFor(db, 99)).toEqual(['Report 99: there is no issued report of this number.'])
  })
})

describe('numbers of reports', () => {
  it.each(['0', 'x', '1.5', '-1', '1;2', '1000000000', ''])('are none of %j', (text) => {
    expect(reportNumbers(['12', text])).toBeNull()
  })
  it('are taken as typed', () => {
    expect(reportNumbers(['12', '3'])).toEqual([12, 3])
    expect(reportNumbers([])).toEqual([])
  })
})

describe('the plan of an issued report', () => {
  it('is kept packed beside its file, and read from its own row where an earlier version wrote it there', async () => {
    const { db, release } = await pilotWith('issued', SMALL)
    const parts = () => loadIssuedReport(db, persona(db, MANAGER), release.id)
    const now = parts()
    const size = (column: string, table: string) =>
      db.$client.prepare(`select length(${column}) from ${table}`).pluck().get()
    expect(size('plan', 'release')).toBeNull()
    const plan = JSON.stringify(workbookPlanOf(db, release.id))
    expect((size('plan', 'release_file') as number) * 5).toBeLessThan(plan.length)
    planInItsRow(db, release.id)
    expect(parts()).toEqual(now)
    expect(isAsIssued(verifyRelease(db, release.id))).toBe(true)
  })
})
