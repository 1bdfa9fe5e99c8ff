import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
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
  MODE: { schema: z.enum(RUN_MODES), must: 'must be demo or production' },
  HOST: { schema: z.string().min(1), must: 'must be an address to listen on, such as 127.0.0.1' },
  PORT: { schema: whole(1, 65_535), must: 'must be a whole number from 1 to 65535' },
  DATABASE: { schema: z.string().min(1), must: 'must be the path of the database file' },
  SESSION_SECRET: { schema: z.string().min(32), must: 'must have at least 32 characters' },
  SECURE_COOKIES: { schema: yesNo, must: 'must be yes or no' },
  TRUST_PROXY: {
    schema: proxies,
    must: 'must be no, or the addresses of the proxies, such as 127.0.0.1 or 10.0.0.0/8,::1',
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    must: 'must be silent, error, warn, info or debug',
  },
  STOP_GRACE: { schema: whole(0, 3600), must: 'must be a whole number of seconds from 0 to 3600' },
} as const

/**
 * Reads the configuration from the environment. Every variable that is wrong is named in a sentence of its own, so that
 * one start tells all there is to mend.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  root: string,
): { config: Config } | { problems: string[] } {
  const problems: string[] = []
  const read = <T>(name: keyof typeof VARIABLES, schema: z.ZodType<T>, otherwise: string): T | undefined => {
    const typed = env[name]
    const answer = schema.safeParse(typed === undefined || typed === '' ? otherwise : typed)
    if (answer.success) return answer.data
    problems.push(`${name} ${VARIABLES[name].must}, but it is ${name === 'SESSION_SECRET' ? 'shorter' : `"${typed}"`}.`)
    return undefined
  }
  const mode = read('MODE', VARIABLES.MODE.schema, 'demo') ?? 'demo'
  const host = read('HOST', VARIABLES.HOST.schema, '127.0.0.1') ?? ''
  const port = read('PORT', VARIABLES.PORT.schema, '3000') ?? 0
  const database = read('DATABASE', VARIABLES.DATABASE.schema, join(root, 'data', '3p-tracker.db')) ?? ''
  const sessionSecret = env.SESSION_SECRET
    ? (read('SESSION_SECRET', VARIABLES.SESSION_SECRET.schema, '') ?? null)
    : null
  const secureCookies =
    read('SECURE_COOKIES', VARIABLES.SECURE_COOKIES.schema, mode === 'production' ? 'yes' : 'no') ?? true
  const trustProxy = read('TRUST_PROXY', VARIABLES.TRUST_PROXY.schema, 'no') ?? false
  const logLevel = read('LOG_LEVEL', VARIABLES.LOG_LEVEL.schema, 'info') ?? 'info'
  const stopGrace = (read('STOP_GRACE', VARIABLES.STOP_GRACE.schema, '10') ?? 0) * 1000
  if (mode === 'demo' && !isLoopback(host)) {
    problems.push(
      `HOST must be 127.0.0.1, ::1 or localhost in demo mode, because anyone who reaches the demo may sign in, but it is "${host}".`,
    )
  }
  if (problems.length > 0) return { problems }
  return { config: { mode, host, port, database, sessionSecret, secureCookies, trustProxy, logLevel, stopGrace } }
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
