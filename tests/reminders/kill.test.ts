import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'
import { MIGRATIONS } from '../../src/open-database.ts'
import { newestReminders } from '../../src/reminders/store.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'
import { MailServer } from './mail-server.ts'

let folder: string
let image: Buffer
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reminders-'))
  const db = demoDb()
  // Two people are enough to be killed between.
  db.$client.exec(
    "update person set disabled_at = 1 where email not in ('dolisa.quang-binh@example.org', 'iom.manager@example.org')",
  )
  image = db.$client.serialize()
  db.$client.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

function oneRun(file: string, port: number): { child: ChildProcess; ended: Promise<number | null> } {
  const args = ['--import', 'tsx', join(root, 'tests/reminders/one-run.ts'), file, String(port), String(DEMO_NOW)]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  return { child, ended: new Promise((done) => child.on('exit', (code) => done(code))) }
}

it.each([
  ['before a message had begun to leave: it is sent by the next run', 'recipient', 'sent '],
  ['when the server has the whole message and has not said so: it is not sent again', 'whole', 'given up interrupted'],
] as const)('killed %s', async (_, when, first) => {
  const file = join(folder, `${when}.db`)
  writeFileSync(file, image)
  const kill = { now: () => {} }
  const server = await MailServer.start({
    ...(when === 'recipient' && {
      onRcptTo: (_address, _session, done) => {
        kill.now()
        setTimeout(done, 500)
      },
    }),
  })
  const { port } = server.config
  if (when === 'whole') {
    server.messages = ['wait']
    server.onWhole = () => kill.now()
  }
  const { child, ended } = oneRun(file, port)
  kill.now = () => {
    child.kill('SIGKILL')
    kill.now = () => {}
  }
  expect(await ended).toBe(null)
  expect(server.received).toHaveLength(when === 'whole' ? 1 : 0)

  expect(await oneRun(file, port).ended).toBe(0)
  expect(await oneRun(file, port).ended).toBe(0)
  const db = open(file, MIGRATIONS)
  const stands = newestReminders(db, 99).map(
    ({ sentAt, problem }) => `${sentAt ? 'sent' : 'given up'} ${problem ?? ''}`,
  )
  db.$client.close()
  expect(stands.sort()).toEqual([first, ...Array.from({ length: stands.length - 1 }, () => 'sent ')].sort())
  const ids = server.received.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1])
  expect(ids.length).toBe(stands.length)
  expect(new Set(ids).size).toBe(ids.length)
  await server.close()
})
