import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Installation } from '../support/program/installation.ts'
import { RemoteVisitor } from '../support/program/remote-visitor.ts'

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const field = (name: string, html: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!

describe('a killed process', () => {
  it('has kept every save it acknowledged', async () => {
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
})
