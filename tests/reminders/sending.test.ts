import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { setDeclined } from '../../src/people/reminders/declined-store.ts'
import { closePeriod } from '../../src/periods/close.ts'
import { outstandingIn, outstandingMark } from '../../src/periods/outstanding.ts'
import { smtp } from '../../src/reminders/sending/hand-over.ts'
import { reserveReminders } from '../../src/reminders/sending/reserve-reminders.ts'
import { sendReminders } from '../../src/reminders/sending/send-reminders.ts'
import { newestReminders } from '../../src/reminders/store.ts'
import { loadSlots } from '../../src/submissions/board/load.ts'
import { readTrail } from '../../src/trail/store.ts'
import { persona } from '../releases/making.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { q } from '../support/small-project.ts'
import { MailServer, PLAIN_MAIL } from './mail-server.ts'

const MINUTE = 60_000
const QUARTER = q('2021-Q4')

let db: Db
let server: MailServer
let clock: number
/** One copy of the story for all: what a test does to it is taken back. */
beforeAll(() => {
  db = demoDb()
  // Some of the many partners are enough.
  db.$client.exec("update person set disabled_at = 1 where role = 'partner' and email not like 'dolisa%'")
})
beforeEach(async () => {
  db.$client.exec('begin')
  server = await MailServer.start()
  clock = DEMO_NOW
})
afterEach(async () => {
  db.$client.exec('rollback')
  await server.close()
})

async function run(handOver = smtp(server.config), stopped = () => false): Promise<void> {
  reserveReminders(db, 7, clock)
  await sendReminders({ db, mail: PLAIN_MAIL, remindDays: 7, now: () => clock }, handOver, stopped)
}
const stands = () =>
  newestReminders(db, 1000).map(({ problem, sentAt, givenUpAt }) =>
    [sentAt ? 'sent' : givenUpAt ? 'given up' : 'open', problem].join(' '),
  )
const count = (list: readonly string[]) =>
  Object.fromEntries([...new Set(list)].sort().map((one) => [one, list.filter((other) => other === one).length]))
const arrived = () => server.received.flatMap(({ to }) => to).sort()

describe('reminders of the story', () => {
  it('reach each person once, and again when there is another occasion', async () => {
    await run()
    const first = arrived()
    expect(first).toContain('dolisa.quang-binh@example.org')
    expect(first.filter((to) => to === 'iom.manager@example.org').length).toBeLessThanOrEqual(1)
    expect(first.some((to) => to.startsWith('donor') || to.startsWith('admin') || to.startsWith('stranger'))).toBe(
      false,
    )
    expect(count(stands())).toEqual({ 'sent ': first.length })
    clock += 5 * MINUTE
    await run()
    expect(arrived()).toEqual(first)
    // The next Monday but one.
    clock = Date.parse('2022-01-24T09:00:00+07:00')
    await run()
    expect(arrived().length).toBeGreaterThan(first.length)
    expect(readTrail(db, { verb: 'person.reminded' }, 1000)).toHaveLength(arrived().length)
  })

  it('hold no value, no name of an indicator and nothing that anybody wrote', async () => {
    const reason = db.$client
      .prepare("select reason from submission_fact where kind = 'returned'")
      .pluck()
      .all() as string[]
    await run()
    const texts = server.received.map(({ raw }) => decoded(raw))
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) {
      for (const one of reason) expect(text).not.toContain(one.slice(0, 20))
      expect(text).not.toMatch(/\b[VJPTX]\d{1,2}\b/)
    }
  })

  it('go to nobody who is locked, or wants none of the kind, or of a closed quarter', async () => {
    const quangBinh = personaId(db, 'dolisa.quang-binh@example.org')
    setDeclined(db, quangBinh, ['due', 'overdue', 'returned', 'approved'])
    const manager = persona(db, 'iom.manager@example.org')
    db.$client.prepare('update person set disabled_at = 1 where email = ?').run(manager.email)
    await run()
    expect(arrived()).not.toContain('dolisa.quang-binh@example.org')
    expect(arrived()).not.toContain('iom.manager@example.org')
    for (const quarter of [QUARTER, q('2021-Q3')]) {
      const seen = outstandingMark(outstandingIn(loadSlots(db, { from: quarter, to: quarter }, clock)))
      closePeriod(db, manager, quarter, seen, clock)
    }
    clock = Date.parse('2022-01-24T09:00:00+07:00')
    const before = server.received.length
    await run()
    const quarters = 'select count(*) from reminder_item where quarter = ? and reminder_id > ?'
    expect(db.$client.prepare(quarters).pluck().get(QUARTER, before)).toBe(0)
  })
})

describe('a server that does not take them', () => {
  it('for now is asked again after a while, and has each once in the end', async () => {
    server.recipients = [{ code: 451 }]
    await run()
    const waiting = count(stands())
    expect(waiting['open refused-for-now']).toBe(1)
    await run()
    expect(count(stands())).toEqual(waiting)
    clock += 5 * MINUTE
    await run()
    expect(count(stands())).toEqual({ 'sent ': stands().length })
    expect(new Set(idsOf(server)).size).toBe(server.received.length)
  })

  it('for good is asked no more, and it is said', async () => {
    server.recipients = [{ code: 550 }]
    await run()
    clock += 24 * 60 * MINUTE
    await run()
    expect(count(stands())['given up refused']).toBe(1)
    expect(readTrail(db, { verb: 'person.reminder-given-up' }, 9).map(({ detail }) => detail.failure)).toEqual([
      'refused',
    ])
  })

  it('because it is gone: all of them wait, none is lost, none comes twice', async () => {
    const gone = smtp(server.config)
    await server.close()
    reserveReminders(db, 7, clock)
    await sendReminders({ db, mail: PLAIN_MAIL, remindDays: 7, now: () => clock }, gone, () => false)
    const all = stands().length
    expect(count(stands())).toEqual({ 'open unreachable': all })
    server = await MailServer.start()
    clock += 5 * MINUTE
    await run()
    expect(count(stands())).toEqual({ 'sent ': all })
    expect(new Set(idsOf(server)).size).toBe(all)
  })

  it('is given three days', async () => {
    const failing = async () => 'refused-for-now' as const
    for (let tries = 0; tries < 9; tries++) {
      await run(failing)
      clock += 24 * 60 * MINUTE
    }
    expect(count(stands())['given up refused-for-now']).toBeGreaterThan(0)
  })

  it('is not told any more what has been done meanwhile, nor whoever is not concerned any more', async () => {
    reserveReminders(db, 7, clock)
    db.$client.exec('delete from person_scope')
    await sendReminders({ db, mail: PLAIN_MAIL, remindDays: 7, now: () => clock }, smtp(server.config), () => false)
    const kinds = server.received.flatMap(({ to }) => to)
    expect(kinds.every((to) => to.includes('manager'))).toBe(true)
    expect(count(stands())['given up not-needed']).toBeGreaterThan(0)
  })
})

describe('a program that ends', () => {
  it('while a message was on its way never sends it again, and says so', async () => {
    server.messages = ['hang up']
    await run()
    clock += 24 * 60 * MINUTE
    const before = server.received.length
    expect(count(stands())['given up interrupted']).toBe(1)
    await run()
    expect(new Set(idsOf(server)).size).toBe(server.received.length)
    expect(server.received.length).toBeGreaterThanOrEqual(before)
  })

  it('is stopped between two messages, and goes on with the next one', async () => {
    let taken = 0
    await run(undefined, () => taken++ > 0)
    expect(server.received).toHaveLength(1)
    await run()
    expect(count(stands())).toEqual({ 'sent ': stands().length })
    expect(new Set(idsOf(server)).size).toBe(stands().length)
  })
})

const idsOf = ({ received }: MailServer) => received.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1])

/** The parts of a message as they are read: quoted-printable and base64 taken off. */
function decoded(raw: string): string {
  return raw
    .replace(/=\r?\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
}
