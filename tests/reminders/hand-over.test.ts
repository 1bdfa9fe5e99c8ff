import { createServer } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MailConfig } from '../../src/config/mail.ts'
import { type Envelope, envelopeOf } from '../../src/reminders/sending/envelope.ts'
import { smtp } from '../../src/reminders/sending/hand-over.ts'
import { certificate, MailServer, type Reply } from './mail-server.ts'

const ENVELOPE: Envelope = envelopeOf(
  {
    subject: 'Báo cáo Quý IV/2021\r\nBcc: x@example.org',
    text: 'Kính gửi anh/chị Hoa,\n\n.\nHết',
    html: '<p>Kính gửi</p>',
  },
  { name: 'Lê Thị Hoa\r\nBcc: all@example.org', email: 'hoa@example.org', language: 'vi' },
  { id: 5, reservedAt: 99 },
  { from: 'no-reply@3p.example.org', address: 'https://3p.example.org' },
  '3P Tracker',
  Date.parse('2022-01-20T09:00:00+07:00'),
)

let server: MailServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** @returns what became of it, and whether the message had begun to leave */
async function sendTo(config: MailConfig): Promise<{ outcome: string; begun: boolean }> {
  let begun = false
  const outcome = await smtp(config)(ENVELOPE, () => {
    begun = true
  })
  return { outcome, begun }
}

describe('a message handed to a mail server', () => {
  it('arrives with its headers, at its person alone', async () => {
    server = await MailServer.start()
    let begunBefore = false
    let begun = false
    server.onWhole = () => {
      begunBefore = begun
    }
    const outcome = await smtp(server.config)(ENVELOPE, () => {
      begun = true
    })
    expect([outcome, begunBefore]).toEqual(['sent', true])
    const [got] = server.received
    expect(got?.to).toEqual(['hoa@example.org'])
    const [head = '', body = ''] = got!.raw.split('\r\n\r\n', 2)
    const lines = head.replace(/\r\n\s+/g, ' ').split('\r\n')
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
    )
    expect(headers.get('message-id')).toBe('<reminder.5.99@3p.example.org>')
    expect(headers.get('date')).toBe('Thu, 20 Jan 2022 02:00:00 +0000')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('list-unsubscribe')).toBe('<https://3p.example.org/account#reminders>')
    expect(headers.get('from')).toBe('3P Tracker <no-reply@3p.example.org>')
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/)
    expect(headers.has('bcc')).toBe(false)
    expect(lines.filter((line) => /^bcc/i.test(line))).toEqual([])
    expect(body).not.toBe('')
  })

  it.each<[number, string]>([
    [450, 'refused-for-now'],
    [550, 'refused'],
    [530, 'login-refused'],
  ])('whose person is answered with %i is %s, and has not begun to leave', async (code, problem) => {
    server = await MailServer.start()
    server.recipients = [{ code }]
    expect(await sendTo(server.config)).toEqual({ outcome: problem, begun: false })
    expect(await sendTo(server.config)).toEqual({ outcome: 'sent', begun: true })
  })

  it.each<[Reply | 'hang up', string]>([
    [{ code: 452 }, 'refused-for-now'],
    [{ code: 554 }, 'refused'],
    ['hang up', 'interrupted'],
  ])('that is answered with %j once it is there is %s', async (answer, problem) => {
    server = await MailServer.start()
    server.messages = [answer]
    expect(await sendTo(server.config)).toEqual({ outcome: problem, begun: true })
  })

  it('stays here when nobody is there, and when whoever is hangs up at once', async () => {
    server = await MailServer.start()
    const { config } = server
    await server.close()
    server = undefined
    expect(await sendTo(config)).toEqual({ outcome: 'unreachable', begun: false })
    const gone = createServer((socket) => socket.destroy())
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done))
    const { port } = gone.address() as { port: number }
    expect(await sendTo({ ...config, port })).toEqual({ outcome: 'unreachable', begun: false })
    gone.close()
  })
})

describe('an encrypted line', () => {
  let own: ReturnType<typeof certificate>
  beforeAll(() => {
    own = certificate()
  })

  it.each(['tls', 'starttls'] as const)(
    'by %s is used where the certificate is trusted, and only there',
    async (security) => {
      server = await MailServer.start({ secure: security === 'tls', key: own.key, cert: own.cert })
      const config = { ...server.config, security }
      expect(await sendTo({ ...config, authority: own.authority })).toEqual({ outcome: 'sent', begun: true })
      expect(server.received.map(({ secure }) => secure)).toEqual([true])
      expect(await sendTo(config)).toEqual({ outcome: 'not-encrypted', begun: false })
      expect(server.received).toHaveLength(1)
    },
  )

  it('is not given up for a bare one', async () => {
    server = await MailServer.start()
    expect(await sendTo({ ...server.config, security: 'starttls' })).toEqual({ outcome: 'not-encrypted', begun: false })
    expect(server.received).toEqual([])
  })

  it('carries the login, which a wrong password does not get past', async () => {
    server = await MailServer.start({
      ...{ key: own.key, cert: own.cert },
      onAuth: ({ username, password }, _, done) =>
        done(password === 'hush' ? null : new Error('no'), { user: username }),
    })
    const config = { ...server.config, security: 'starttls' as const, authority: own.authority }
    const login = { user: '3p', password: 'hush' }
    expect((await sendTo({ ...config, login })).outcome).toBe('sent')
    expect(server.received[0]?.user).toBe('3p')
    expect(await sendTo({ ...config, login: { ...login, password: 'loud' } })).toEqual({
      outcome: 'login-refused',
      begun: false,
    })
    expect((await sendTo(config)).outcome).toBe('login-refused')
  })
})
