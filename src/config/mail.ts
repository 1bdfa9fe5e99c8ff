import { existsSync } from 'node:fs'
import { z } from 'zod'

/** How a connection to the mail server is encrypted: from its first byte, after asking (STARTTLS), or not at all. */
const SECURITIES = ['tls', 'starttls', 'none'] as const

/** The mail server that reminders leave by, and what stands in them. */
export type MailConfig = {
  host: string
  port: number
  security: (typeof SECURITIES)[number]
  login: { user: string; password: string } | null
  /** A file with the certificate of an authority that signs for the server besides those that the system trusts. */
  authority: string | null
  from: string
  /** Where people reach the program, for links: "https://3p.example.org". */
  address: string
}

/** A name of a machine, without anything that would begin another line of a protocol. */
const HOST_NAME = /^[a-z0-9._:-]+$/i

export const MAIL_VARIABLES = {
  SMTP_HOST: z.string().regex(HOST_NAME).or(z.literal('')),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535),
  SMTP_SECURITY: z.enum(SECURITIES),
  SMTP_USER: z.string(),
  SMTP_PASSWORD: z.string(),
  SMTP_CA: z.string().refine((file) => file === '' || existsSync(file)),
  MAIL_FROM: z.email(),
  ADDRESS: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .refine((address) => !/[?#]/.test(address)),
} as const
type MailVariable = keyof typeof MAIL_VARIABLES

/** What may be wrong of mail besides a variable by itself: half a login, or what nothing hides on its way. */
export type MailProblem = { variable: 'SMTP_PASSWORD' } | { openMailTo: string }

/**
 * Reads what mail needs; without a server nothing else is asked of anybody.
 * @param read reads one variable, and notes where it is wrong
 * @param isLoopback whether a host is this very machine
 */
export function readMail(
  read: <Name extends MailVariable>(
    name: Name,
    otherwise: string,
  ) => z.output<(typeof MAIL_VARIABLES)[Name]> | undefined,
  isLoopback: (host: string) => boolean,
): { mail: MailConfig | null; problems: MailProblem[] } {
  const host = read('SMTP_HOST', '') ?? ''
  const security = read('SMTP_SECURITY', 'starttls') ?? 'starttls'
  const port = read('SMTP_PORT', security === 'tls' ? '465' : '587') ?? 0
  const [user, password] = [read('SMTP_USER', '') ?? '', read('SMTP_PASSWORD', '') ?? '']
  const authority = read('SMTP_CA', '') || null
  const from = read('MAIL_FROM', host === '' ? 'nobody@example.org' : '') ?? ''
  const address = read('ADDRESS', host === '' ? 'http://localhost' : '') ?? ''
  if (host === '') return { mail: null, problems: [] }
  const problems: MailProblem[] = []
  if (security === 'none' && !isLoopback(host)) problems.push({ openMailTo: host })
  if ((user === '') !== (password === '')) problems.push({ variable: 'SMTP_PASSWORD' })
  const login = user === '' ? null : { user, password }
  return { mail: { host, port, security, login, authority, from, address }, problems }
}
