import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { beginIssuing } from '../../../src/releases/issuing/begin-issuing.ts'
import { recoverIssuing } from '../../../src/releases/issuing/recover-issuing.ts'
import { readLedger } from '../../../src/releases/protection/ledger-store.ts'
import { releaseById } from '../../../src/releases/store.ts'
import { issuedFile } from '../../../src/releases/workbook/file-store.ts'
import { Jobs } from '../../../src/threads/jobs.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { heldJobs } from '../../support/run/held-jobs.ts'
import { PATIENT_JOBS } from '../../support/run/patience.ts'
import { MANAGER, persona, runningOn, SECOND, untilIssued } from '../making.ts'
import { pilotWith, programWith, SMALL } from '../pilot.ts'

const verbs = (db: Db) => readTrail(db, { subject: ['release', '1'] }, 20).map(({ verb }) => verb)
const last = (db: Db) => readTrail(db, { subject: ['release', '1'] }, 1)[0]

function expectNothingIssued(db: Db): void {
  expect(releaseById(db, 1)!.state).toBe('protected')
  expect(readLedger(db)).toEqual([])
  expect(issuedFile(db, 1)).toBeNull()
  expect(verbs(db)).not.toContain('release.issued')
}

describe('issuing, beside requests', () => {
  it('is begun once by two managers, shown to both while it lasts, and there when it is done', async () => {
    const { app, db, visit } = await programWith()
    const [manager, second] = [await visit(MANAGER), await visit(SECOND, 'vi')]
    const letGo = heldJobs(app.context.jobs)
    for (const who of [manager, second]) {
      const begun = await who.post('/releases/1/issue')
      expect([begun.status, begun.location]).toEqual([303, '/releases/1'])
    }
    const during = await second.get('/releases/1')
    expect(during.body).toContain('Anh/chị có thể rời trang này')
    expect(during.body).toContain('<progress')
    expect(during.body).not.toContain('action="/releases/1/issue"')
    expect(during.headers.refresh).toBe('3')
    letGo()
    expect(await untilIssued(db, 1)).toBeNull()
    await app.context.jobs.settled()
    const after = await manager.get('/releases/1')
    expect(after.headers.refresh).toBeUndefined()
    expect(after.body).toContain('class="tag good">Issued')
    expect(verbs(db).filter((verb) => verb === 'release.issued')).toHaveLength(1)
    expect(db.$client.prepare('select * from release_issuing').all()).toEqual([])
  })

  it('comes to nothing, and says so, when who began is locked before it is done', async () => {
    const { app, db, visit } = await programWith()
    const [manager, second] = [await visit(MANAGER), await visit(SECOND)]
    const letGo = heldJobs(app.context.jobs)
    expect((await manager.post('/releases/1/issue')).status).toBe(303)
    db.$client.prepare('update person set disabled_at = ? where email = ?').run(DEMO_NOW, MANAGER)
    letGo()
    expect(await untilIssued(db, 1)).toBe('not-allowed')
    await app.context.jobs.settled()
    expectNothingIssued(db)
    const { body } = await second.get('/releases/1')
    expect(body).toContain('Another manager can issue it.')
    expect((await second.post('/releases/1/issue')).status).toBe(303)
    expect(await untilIssued(db, 1)).toBeNull()
  })

  it('leaves nothing behind where the disk is full, and says what to do', async () => {
    const { db } = await pilotWith('protected', SMALL)
    const failed: unknown[] = []
    const running = runningOn(db, DEMO_NOW, new Jobs((error) => failed.push(error), PATIENT_JOBS))
    expect(beginIssuing(running, persona(db, MANAGER), 1)).toBe('begun')
    // A file and a ledger need more than this; that it failed does not.
    const pages = db.$client.pragma('page_count', { simple: true }) as number
    db.$client.pragma(`max_page_count = ${pages + 3}`)
    await running.jobs.settled()
    db.$client.pragma('max_page_count = 1000000')
    expect(failed).toMatchObject([{ code: 'SQLITE_FULL' }])
    expect(last(db)).toMatchObject({ verb: 'release.issuing-failed', detail: { failure: 'disk-full' } })
    expectNothingIssued(db)
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('says what to do also where the disk is so full that not even that can be kept, until it is tried again', async () => {
    const { app, db, visit } = await programWith()
    const manager = await visit(MANAGER)
    const letGo = heldJobs(app.context.jobs)
    expect((await manager.post('/releases/1/issue')).status).toBe(303)
    const pages = db.$client.pragma('page_count', { simple: true }) as number
    db.$client.pragma(`max_page_count = ${pages + 3}`)
    db.$client.exec(
      "create temp trigger no_room before update on release_issuing begin select raise(abort, 'no room'); end",
    )
    letGo()
    await app.context.jobs.settled()
    db.$client.pragma('max_page_count = 1000000')
    expect(last(db)!.verb).toBe('release.issuing-begun')
    expect((await manager.get('/releases/1')).body).toContain('The disk of the server is full. Tell whoever runs it')
    expectNothingIssued(db)
    db.$client.exec('drop trigger no_room')
    expect((await manager.post('/releases/1/issue')).status).toBe(303)
    expect(await untilIssued(db, 1)).toBeNull()
  })

  it('does not begin while the clock is behind the instant that the figures are as at, and says so', async () => {
    const { app, db, clock, visit } = await programWith()
    const manager = await visit(MANAGER)
    clock.now = DEMO_NOW - 1
    const refused = await manager.post('/releases/1/issue')
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('The clock of the server is behind')])
    expectNothingIssued(db)
    expect(verbs(db)).not.toContain('release.issuing-begun')
    clock.now = DEMO_NOW
    const letGo = heldJobs(app.context.jobs)
    expect((await manager.post('/releases/1/issue')).status).toBe(303)
    // It may go back while a report is being issued.
    clock.now = DEMO_NOW - 1
    letGo()
    expect(await untilIssued(db, 1)).toBe('clock-behind')
    expectNothingIssued(db)
  })

  it('is found undone at the next start, when the program ended meanwhile, and can be begun again', async () => {
    const { db } = await pilotWith('protected', SMALL)
    const running = runningOn(db)
    expect(beginIssuing(running, persona(db, MANAGER), 1)).toBe('begun')
    await running.jobs.close()
    expectNothingIssued(db)
    expect(last(db)!.verb).toBe('release.issuing-begun')
    recoverIssuing(db, DEMO_NOW)
    expect(last(db)).toMatchObject({ verb: 'release.issuing-failed', detail: { failure: 'interrupted' } })
    recoverIssuing(db, DEMO_NOW)
    expect(verbs(db).filter((verb) => verb === 'release.issuing-failed')).toHaveLength(1)
    const again = runningOn(db)
    expect(beginIssuing(again, persona(db, SECOND), 1)).toBe('begun')
    await again.jobs.settled()
    expect(releaseById(db, 1)!.state).toBe('issued')
    expect(beginIssuing(again, persona(db, SECOND), 1)).toBe('already-issued')
    expect(beginIssuing(again, persona(db, SECOND), 99)).toBe('not-protected')
  })
})
