import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { MAIL_VARIABLES, type MailConfig, type MailProblem, readMail } from './mail.ts'
import { type Mode, RUN_MODES } from './mode.ts'

/** `demo` has one-click sign-in and listens on loopback only; `production` has neither. */
export type Config = {
  mode: Mode
  host: string
  port: number
  database: string
  /** Encrypts nothing: it signs the session cookie. */
  sessionSecret: string | null
  secureCookies: boolean
  /** Addresses and networks of the proxies that are believed about the visitor's address; false: none is. */
  trustProxy: false | string[]
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** ms a request has to come to its end when the program is told to stop. */
  stopGrace: number
  /** Open entry forms are kept on their people's devices, to be shown without a line. */
  offlineForms: boolean
  /** null: no e-mail is sent. The demo sends none, whatever it is told: its people are made up. */
  mail: MailConfig | null
  /** How many days before its due day a report is called to mind. */
  remindDays: number
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((n) => n >= least && n <= most)
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes')

/** A proxy is believed because it is known, never because somebody says that there is one: whoever asks may say so. */
const proxies = z
  .string()
  .transform((text) => (text === 'no' ? (false as const) : text.split(',').map((one) => one.trim())))
  .refine((list) => list === false || list.every(isNetwork))

const VARIABLES = {
  MODE: z.enum(RUN_MODES),
  HOST: z.string().min(1),
  PORT: whole(1, 65_535),
  DATABASE: z.string().min(1),
  SESSION_SECRET: z.string().min(32),
  SECURE_COOKIES: yesNo,
  TRUST_PROXY: proxies,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
  STOP_GRACE: whole(0, 3600),
  OFFLINE_FORMS: yesNo,
  REMIND_DAYS: whole(1, 60),
  ...MAIL_VARIABLES,
} as const
type Variable = keyof typeof VARIABLES

/** A variable that is wrong, or one that would open the demo to other machines, and what it is; a secret is never repeated. */
export type ConfigProblem =
  | { variable: Variable; given: string }
  | { variable: 'SESSION_SECRET' | 'SMTP_PASSWORD' }
  | { demoOpenTo: string }
  | MailProblem

/**
 * Reads the configuration from the environment. Every variable that is wrong is named, so that one start tells all there is
 * to mend.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  root: string,
): { config: Config } | { problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  const read = <T>(name: Variable, schema: z.ZodType<T>, otherwise: string): T | undefined => {
    const typed = env[name]
    const answer = schema.safeParse(typed === undefined || typed === '' ? otherwise : typed)
    if (answer.success) return answer.data
    const isSecret = name === 'SESSION_SECRET' || name === 'SMTP_PASSWORD'
    problems.push(isSecret ? { variable: name } : { variable: name, given: typed ?? '' })
    return undefined
  }
  const mode = read('MODE', VARIABLES.MODE, 'demo') ?? 'demo'
  const host = read('HOST', VARIABLES.HOST, '127.0.0.1') ?? ''
  const port = read('PORT', VARIABLES.PORT, '3000') ?? 0
  const database = read('DATABASE', VARIABLES.DATABASE, join(root, 'data', '3p-tracker.db')) ?? ''
  const sessionSecret = env.SESSION_SECRET ? (read('SESSION_SECRET', VARIABLES.SESSION_SECRET, '') ?? null) : null
  const secureCookies = read('SECURE_COOKIES', VARIABLES.SECURE_COOKIES, mode === 'production' ? 'yes' : 'no') ?? true
  const trustProxy = read('TRUST_PROXY', VARIABLES.TRUST_PROXY, 'no') ?? false
  const logLevel = read('LOG_LEVEL', VARIABLES.LOG_LEVEL, 'info') ?? 'info'
  const stopGrace = (read('STOP_GRACE', VARIABLES.STOP_GRACE, '10') ?? 0) * 1000
  const offlineForms = read('OFFLINE_FORMS', VARIABLES.OFFLINE_FORMS, 'yes') ?? true
  const remindDays = read('REMIND_DAYS', VARIABLES.REMIND_DAYS, '7') ?? 0
  const given = readMail((name, otherwise) => read(name, VARIABLES[name] as never, otherwise), isLoopback)
  problems.push(...given.problems)
  if (mode === 'demo' && !isLoopback(host)) {
    problems.push({ demoOpenTo: host })
  }
  if (problems.length > 0) return { problems }
  const mail = mode === 'demo' ? null : given.mail
  const web = {
    mode,
    host,
    port,
    database,
    sessionSecret,
    secureCookies,
    trustProxy,
    logLevel,
    stopGrace,
    offlineForms,
  }
  return { config: { ...web, mail, remindDays } }
}

/** "127.0.0.1", "10.0.0.0/8", "::1" */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const bits = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && more.length === 0 && (prefix === undefined || whole(1, bits).safeParse(prefix).success)
}

/** An address, or a name in a browser's address bar, that leads to this very machine and no further. */
export function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
