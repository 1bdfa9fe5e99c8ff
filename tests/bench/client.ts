import { Agent, request } from 'node:http'
import { fieldsSaid } from '../releases/said.ts'
import { tokenIn } from '../support/forms.ts'
import { pause } from './measure.ts'

/** Somebody with a browser: keeps cookies and the connection, and takes the token from the last page. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>()
  private last = ''

  constructor(private readonly address: string) {}

  /** As a manager of the demo, once the program listens. */
  async signIn(): Promise<void> {
    for (let tried = 0; ; tried++) {
      try {
        await this.get('/sign-in')
        break
      } catch (error) {
        if (tried > 400) throw error
        await pause(50)
      }
    }
    const person = /<h3>[^<]*manager[^<]*<\/h3>[\s\S]*?value="(\d+)"/i.exec(this.last)?.[1]
    if (!person) throw new Error('no manager to sign in as')
    await this.post('/sign-in/persona', { person })
  }

  async get(path: string): Promise<string> {
    const { body } = await this.send('GET', path)
    this.last = body
    return body
  }

  /** @returns where it leads */
  async post(path: string, form: Record<string, string>): Promise<string> {
    // Whom a report can go to stands on the page of its form, and nowhere else.
    const isReport = path === '/releases'
    if (isReport || !this.last.includes('name="_csrf"'))
      await this.get(path.startsWith('/releases') ? '/releases/new' : '/sign-in')
    const _csrf = tokenIn(this.last)
    const recipients = /name="recipients" value="(\d+)"/.exec(this.last)?.[1]
    const fields = { ...form, _csrf, ...(isReport && recipients ? { recipients } : {}) }
    const { status, location, body } = await this.send('POST', path, new URLSearchParams(fields).toString())
    if (status !== 303) throw new Error(`${path} answered ${status}: ${/role="alert">([^<]*)/.exec(body)?.[1] ?? ''}`)
    this.last = ''
    return location
  }

  /** Looks again until a page says something. Throws where it says that nothing was released: no waiting helps. */
  async until(path: string, words: string): Promise<void> {
    for (;;) {
      const page = await this.get(path)
      if (new RegExp(words).test(page)) return
      const failed = /class="notice bad"><p><strong>[^<]*<\/strong>([^<]*)/.exec(page)
      if (failed) throw new Error(`${path}: ${failed[1]!.trim()}`)
      await pause(250)
    }
  }

  /** Issues a report with a word about every figure far from its plan, and waits until it has been. */
  async issue(where: string): Promise<void> {
    const said = fieldsSaid(await this.get(where))
    if (Object.keys(said).length > 0) await this.post(`${where}/deviations`, said)
    await this.post(`${where}/issue`, {})
    await this.until(where, 'class="fingerprint"')
  }

  private send(method: string, path: string, body?: string) {
    const headers = {
      'accept-language': 'en',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    return new Promise<{ status: number; location: string; body: string }>((done, fail) => {
      const sent = request(this.address + path, { method, agent: this.agent, headers }, (answer) => {
        for (const cookie of answer.headers['set-cookie'] ?? []) {
          const [name, value] = cookie.split(';')[0]!.split('=') as [string, string]
          this.cookies.set(name, value)
        }
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const { statusCode = 0, headers: answered } = answer
          const text = Buffer.concat(parts).toString()
          if (method === 'GET' && statusCode !== 200) fail(new Error(`${path} answered ${statusCode}`))
          else done({ status: statusCode, location: answered.location ?? '', body: text })
        })
      })
      sent.on('error', fail)
      sent.end(body)
    })
  }
}
