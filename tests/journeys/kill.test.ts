import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { savesUnderKill } from '../faults/saves-under-kill.ts'
import { Installation } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'
import { pageOf, smallReport } from '../support/program/small-report.ts'

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const field = (name: string, html: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!

describe('a killed process', () => {
  it('has kept every save it acknowledged', async () => {
    await installation.loadDemoInUse()
    const program = await installation.start()
    const person = new RemoteVisitor(await program.ready)
    const door = (await person.get('/sign-in')).body
    const id = /name="person" value="(\d+)"><strong>Nguyễn Thí Dụ/.exec(door)![1]!
    await person.post('/sign-in/persona', door, { person: id, next: '/' })
    const home = (await person.get('/')).body
    const submission = /href="(\/submissions\/\d+)/.exec(home)![1]!

    for (let amount = 101; amount <= 105; amount++) {
      const page = (await person.get(submission)).body
      const version = /name="version" value="(\d+)"/.exec(page)![1]!
      const component = field('component', page)
      const typed = {
        version,
        component,
        's.V4': 'reported',
        'v.V4.service=legal': String(amount),
      }
      const cell = /name="(v\.V4[^"]*)"/.exec(page)![1]!
      const saved = await person.post(`${submission}/entries`, page, { ...typed, [cell]: String(amount) })
      expect(saved.status).toBe(303)
      if (amount < 105) continue
      program.child.kill('SIGKILL')
      await program.ended
      const db = new Database(installation.database)
      const kept = db
        .prepare(
          "select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id where i.code = 'V4' and e.submission_id = ? and c.key = ?",
        )
        .pluck()
        .get(Number(submission.split('/').at(-1)), cell.split('.').slice(2).join('.'))
      expect(kept).toBe(amount)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
    const again = new RemoteVisitor(await (await installation.start()).ready)
    expect((await again.get('/sign-in')).status).toBe(200)
  })

  it('has kept every value it said was saved while it was typed', async () => {
    const { acknowledged, kills, lost } = await savesUnderKill(60, 2)
    expect({ acknowledged, kills, lost }).toEqual({ acknowledged: 60, kills: 3, lost: [] })
  })

  it('has issued a report whole or not at all, says that it was stopped, and issues it when asked again', async () => {
    await installation.loadDemoInUse()
    let report = ''
    for (let isIssued = true; isIssued; ) {
      report = await killedWhileIssuing()
      const db = new Database(installation.database)
      const id = Number(report.split('/').at(-1))
      const ofReport = (what: string) => db.prepare(what).pluck().get(id)
      // On a busy machine it may have been issued before it was killed: another one is then.
      const state = ofReport('select state from release where id = ?')
      expect(['protected', 'issued']).toContain(state)
      isIssued = state === 'issued'
      const parts = [
        'select count(*) from release_file where release_id = ?',
        'select count(*) from release_figure where release_id = ?',
        "select count(*) from trail where verb = 'release.issued' and cast(subject_id as integer) = ?",
      ]
      expect(parts.map((part) => Number(ofReport(part)) > 0)).toEqual([isIssued, isIssued, isIssued])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
    const again = new RemoteVisitor(await (await installation.start()).ready)
    await signIn(again, 'Trần Minh Họa')
    const stopped = await pageOf(again, report, /Chương trình đã dừng trước khi phát hành xong/)
    await again.post(`${report}/issue`, stopped, {})
    await pageOf(again, report, /class="fingerprint"/)
  })
})

/** A report that is being issued when the program is killed: its files are being written or read back, if it is not issued by then. */
async function killedWhileIssuing(): Promise<string> {
  const program = await installation.start()
  const manager = new RemoteVisitor(await program.ready)
  await signIn(manager, 'Trần Minh Họa')
  const report = await smallReport(manager)
  await manager.post(`${report}/issue`, (await manager.get(report)).body, {})
  await pageOf(manager, report, /2\/3|3\/3|2 of 3|3 of 3|class="fingerprint"/)
  program.child.kill('SIGKILL')
  await program.ended
  return report
}

async function signIn(visitor: RemoteVisitor, name: string): Promise<void> {
  const door = (await visitor.get('/sign-in')).body
  const id = new RegExp(`name="person" value="(\\d+)"><strong>${name}`).exec(door)![1]!
  await visitor.post('/sign-in/persona', door, { person: id, next: '/' })
}
