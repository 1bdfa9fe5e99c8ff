import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailConfig } from '../../src/config/mail.ts'

export type Received = { to: string[]; raw: string; secure: boolean; user: string | undefined }

/** What a mail server says at a step: nothing to agree, or a reply. */
export type Reply = { code: number } | null

/** A real mail server on loopback, and what it took. */
export class MailServer {
  readonly received: Received[] = []
  /** What it says to a recipient, and when it has the whole message; each once, in this order, then it agrees. */
  recipients: Reply[] = []
  messages: (Reply | 'hang up' | 'wait')[] = []
  /** Called when it has a whole message, before it says so. */
  onWhole: () => void = () => {}

  private constructor(private readonly server: SMTPServer) {}

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: [...(options.onAuth ? [] : ['AUTH']), ...(options.key ? [] : ['STARTTLS'])],
      authOptional: options.onAuth === undefined,
      logger: false,
      disableReverseLookup: true,
      onRcptTo: (_, __, done) => done(refusal(it.recipients.shift() ?? null)),
      onData: (stream, session, done) => {
        let raw = ''
        stream.on('data', (chunk) => {
          raw += String(chunk)
        })
        stream.on('end', () => {
          it.onWhole()
          const answer = it.messages.shift() ?? null
          const to = session.envelope.rcptTo.map(({ address }) => address)
          if (answer !== 'hang up' && answer !== null && answer !== 'wait') return done(refusal(answer))
          it.received.push({ to, raw, secure: session.secure, user: session.user })
          if (answer === null) done()
          else if (answer === 'hang up') for (const one of connectionsOf(server)) one.close()
        })
      },
      ...options,
    })
    server.on('error', () => undefined)
    const it = new MailServer(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return it
  }

  get config(): MailConfig {
    const { port } = this.server.server.address() as AddressInfo
    return { ...PLAIN_MAIL, port }
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()))
  }
}

/** A mail server on this machine that asks for nothing. */
export const PLAIN_MAIL: MailConfig = {
  host: '127.0.0.1',
  port: 0,
  security: 'none',
  login: null,
  authority: null,
  from: 'no-reply@3p.example.org',
  address: 'https://3p.example.org',
}

function connectionsOf(server: SMTPServer): Set<{ close: () => void }> {
  return (server as unknown as { connections: Set<{ close: () => void }> }).connections
}

function refusal(reply: Reply): Error | null {
  return reply && Object.assign(new Error('not this one'), { responseCode: reply.code })
}

/** A key and a certificate of this machine's own, made for a run. */
export function certificate(): { key: string; cert: string; authority: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...[
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
    ],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8'), authority: cert }
}
