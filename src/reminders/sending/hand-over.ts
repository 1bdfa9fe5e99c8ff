import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { createTransport, type NodemailerError } from 'nodemailer'
import type { MailConfig } from '../../config/mail.ts'
import type { Envelope } from './envelope.ts'
import { type DeliveryOutcome, type FailedTry, problemAfter } from './outcome.ts'

/**
 * Hands one message to the mail server.
 * @param begin is called before the first byte of the message itself leaves, after the server has agreed to take it
 */
export type HandOver = (envelope: Envelope, begin: () => void) => Promise<DeliveryOutcome>

/** ms: a mail server that is there answers sooner, and whoever stops the program waits for this. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000, dnsTimeout: 10_000 }

/** How messages are handed to this mail server: one connection each, nothing of it in any log. */
export function smtp({ host, port, security, login, authority }: MailConfig): HandOver {
  const options = {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(authority && { ca: [...rootCertificates, readFileSync(authority, 'utf8')] }) },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const
  return async (envelope, begin) => {
    const transport = createTransport(options)
    let begun = false
    // The message is read once the server has answered DATA: what follows can't be taken back.
    transport.use('stream', (mail, done) => {
      mail.message.processFunc((message) => {
        message.once('resume', () => {
          begun = true
          try {
            begin()
          } catch (error) {
            // What can't be noted is not sent.
            begun = false
            message.destroy(error as Error)
          }
        })
        return message
      })
      done()
    })
    try {
      await transport.sendMail(envelope)
      return 'sent'
    } catch (error) {
      return problemAfter(failureOf(error as NodemailerError, begun))
    } finally {
      transport.close()
    }
  }
}

/** Replies that ask for a login, or for another one (RFC 4954). */
const OF_LOGIN = [530, 534, 535, 538]
/** What a server says before it is told of any message is not about this one. */
const BEFORE = ['CONN', 'EHLO', 'HELO']

/** What Node and OpenSSL call a handshake that fails, or a certificate that is not to be trusted. */
const OF_ENCRYPTION = /^(?:ERR_TLS|ERR_SSL|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/

function failureOf(error: NodemailerError, begun: boolean): FailedTry {
  const { code, originalCode = '', responseCode, command = '' } = error
  const reply = responseCode ?? null
  const isLogin = code === 'EAUTH' || code === 'ENOAUTH' || (reply !== null && OF_LOGIN.includes(reply))
  const isEncryption = code === 'ETLS' || command === 'STARTTLS' || OF_ENCRYPTION.test(originalCode)
  const during = isLogin ? 'login' : isEncryption ? 'encryption' : BEFORE.includes(command) ? 'greeting' : 'message'
  return { reply, during, begun }
}
