import type { Db } from '../../db/connection.ts'
import { buildApp, type Timing } from '../../src/app.ts'
import type { Config } from '../../src/config/config.ts'
import type { App } from '../../src/web/context.ts'
import { cookieName } from '../../src/web/session/cookies.ts'
import { tokensIn } from './forms.ts'
import { PATIENT_JOBS } from './run/patience.ts'

export const TEST_CONFIG: Config = {
  mode: 'demo',
  host: '127.0.0.1',
  port: 0,
  database: ':memory:',
  sessionSecret: 'a secret of the tests, long enough',
  secureCookies: false,
  trustProxy: false,
  logLevel: 'silent',
  stopGrace: 1000,
  offlineForms: true,
  mail: null,
  remindDays: 7,
}

export function testApp(db: Db, now?: () => number, config: Partial<Config> = {}, timing?: Timing): Promise<App> {
  return buildApp({
    db,
    config: { ...TEST_CONFIG, ...config },
    ...(now ? { now } : {}),
    ...(timing ? { timing } : {}),
    jobLimits: PATIENT_JOBS,
  })
}

export type Answer = { status: number; body: string; location: string; headers: Record<string, unknown>; raw: Buffer }

/** A browser without a screen: keeps cookies, takes the CSRF token from the last page, follows nothing by itself. */
export class Visitor {
  private cookies = new Map<string, string>()
  private token = ''
  constructor(private app: App) {}

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, headers)
  }

  /** Posts a form as a browser would; `_csrf` is the one of the last page unless given. */
  async post(url: string, form: Record<string, string | string[]> = {}): Promise<Answer> {
    if (this.token === '' && form._csrf === undefined) await this.get('/account')
    return this.send('POST', url, this.bodyOf(form))
  }

  /** What a browser sends of a form of the last page. */
  bodyOf(form: Record<string, string | string[]>): string {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ _csrf: this.token, ...form })) {
      for (const one of [value].flat()) body.append(name, one)
    }
    return body.toString()
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Posts a form with a file as a browser would. */
  async postFile(
    url: string,
    field: string,
    file: Uint8Array,
    name = 'file.xlsx',
    fields: Record<string, string> = {},
  ): Promise<Answer> {
    if (this.token === '') await this.get('/account')
    const boundary = '----form-of-the-tests'
    const part = ([key, value]: [string, string]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
    const head = `${Object.entries({ _csrf: this.token, ...fields })
      .map(part)
      .join('')}--${boundary}\r\n`
    const about = `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head + about), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
    return this.send('POST', url, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
  }

  async send(
    method: string,
    url: string,
    payload?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
        cookie: this.cookie,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of answer.cookies) this.cookies.set(name, value)
    const [token] = tokensIn(answer.body)
    if (token) this.token = token
    return {
      status: answer.statusCode,
      body: answer.body,
      location: String(answer.headers.location ?? ''),
      headers: answer.headers,
      raw: answer.rawPayload,
    }
  }

  /** Signs in by the demo's one click. */
  async become(personId: number, language?: 'vi' | 'en'): Promise<this> {
    await this.get('/sign-in')
    await this.post('/sign-in/persona', { person: String(personId) })
    if (language) this.cookies.set(cookieName('language', this.app.context.config), language)
    this.token = ''
    return this
  }
}
