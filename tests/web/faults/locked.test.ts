import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'
import { formsOf } from '../../support/forms.ts'

/** Long beside what the program works out meanwhile; it is waited for once. */
const PATIENCE = 3000

let folder: string
let db: Db
let other: Database.Database
let app: App
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'))
  const file = join(folder, '3p.db')
  writeFileSync(file, demoDb().$client.serialize())
  db = open(file, join(root, 'db/migrations'))
  other = new Database(file)
  app = await testApp(db, () => DEMO_NOW, {}, { request: 60_000, look: 30_000, lock: PATIENCE })
})
afterEach(async () => {
  if (other.inTransaction) other.exec('rollback')
  other.close()
  await app.close()
  db.$client.close()
  rmSync(folder, { recursive: true })
})

describe('while another process holds the file', () => {
  it('everybody can read and sign-in pages open, and forms come back as typed after a bounded wait', async () => {
    const partner = personaId(db, 'dolisa.nghe-an@example.org')
    const visitors = await Promise.all(Array.from({ length: 8 }, () => new Visitor(app).become(partner, 'en')))
    const url = /href="(\/submissions\/\d+)/.exec((await visitors[0]!.get('/')).body)![1]!
    for (const visitor of visitors) await visitor.get(url)
    other.exec('begin immediate')
    const looked = vi.spyOn(db.$client, 'exec')
    let answered = 0
    const sent = visitors.map(async (visitor, nth) => {
      const answer = await visitor.post(`${url}/comments`, { text: `comment ${nth}` })
      answered++
      return answer
    })
    for (let nth = 0; nth < 8; nth++) {
      expect((await app.inject('/sign-in')).statusCode).toBe(200)
      expect((await visitors[0]!.get('/help')).status).toBe(200)
    }
    expect(answered).toBe(0)
    const answers = await Promise.all(sent)
    // Each looks once, then one for all, every 50 ms.
    expect(looked.mock.calls.length).toBeLessThan((4 * PATIENCE) / 50)
    looked.mockRestore()
    for (const [nth, answer] of answers.entries()) {
      expect(answer.status).toBe(503)
      expect(answer.body).toContain('Another program is writing')
      const again = formsOf(app, answer.body).find(({ action }) => action === `${url}/comments`)!
      expect(again.hidden).toEqual({ text: `comment ${nth}` })
    }
    other.exec('rollback')
    expect((await visitors[0]!.post(`${url}/comments`, { text: 'comment 0' })).status).toBe(303)
  })

  it('a form waits for it to let go, and is stored then', async () => {
    const visitor = await new Visitor(app).become(personaId(db, 'admin@example.org'))
    await visitor.get('/settings')
    other.exec('begin immediate')
    setTimeout(() => other.exec('rollback'), 150)
    expect((await visitor.post('/settings', { green: '95', amber: '60', fiscalStartMonth: '1' })).status).toBe(303)
  })
})
