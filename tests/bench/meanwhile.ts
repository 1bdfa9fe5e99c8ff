import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/config/root.ts'
import { build } from '../support/program/build.ts'
import { freePort } from '../support/program/port.ts'
import { atMost, type Line, ms } from './measure.ts'

/** What people look at while somebody else makes a report. */
const PAGES = ['/overview', '/indicators/V3', '/provinces/ha-tinh', '/submissions', '/']
const READERS = 2
/** Milliseconds between a reader's pages: nobody reads faster. */
const PAUSE = 25

/** Other pages of a real program, over the line, while a report of three years is protected and while it is issued. */
export async function benchMeanwhile(): Promise<Line[]> {
  build()
  const folder = mkdtempSync(join(tmpdir(), '3p-meanwhile-'))
  const port = await freePort()
  const env = { PATH: process.env.PATH ?? '', DATABASE: join(folder, '3p.db'), LOG_LEVEL: 'error', PORT: port }
  const program = spawn(process.execPath, [join(root, 'dist/main.js')], { env, stdio: 'ignore' })
  const ended = new Promise((done) => program.on('close', done))
  try {
    return await measured(`http://127.0.0.1:${port}`)
  } finally {
    program.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
}

async function measured(address: string): Promise<Line[]> {
  const manager = new Client(address)
  await manager.signIn()
  const readers = Array.from({ length: READERS }, () => new Client(address))
  for (const reader of readers) await reader.signIn()
  await read(readers, pause(3000))
  const idle = await read(readers, pause(5000))
  const where = await manager.post('/releases', THREE_YEARS)
  const protecting = await read(readers, manager.until(where, 'What is hidden'))
  const busy = await read(readers, manager.until(where, 'loses less|Would another layout lose less'))
  const issuing = await read(readers, manager.post(`${where}/issue`, {}))
  const after = await read(readers, pause(5000))
  const usual = p95([...idle, ...after])
  const line = (what: string, times: readonly number[]) =>
    atMost(
      `Other pages' p95 while a three-year report is ${what} ÷ idle`,
      p95(times) / usual,
      2,
      `${ms(p95(times))} of ${times.length} pages ÷ ${ms(usual)}; slowest ${ms(Math.max(...times))}`,
    )
  return [line('protected', [...protecting, ...busy]), line('issued', issuing)]
}

const THREE_YEARS = {
  title: 'Three years',
  from: '2019-Q1',
  to: '2021-Q4',
  asAt: new Date().toISOString().slice(0, 10),
  audience: 'donor',
  language: 'both',
  threshold: '',
  project: 'quarter',
  province: 'year',
  breakdown: 'year',
  years: 'calendar',
}

/** Times of pages read until something has happened, ms. */
async function read(readers: readonly Client[], until: Promise<unknown>): Promise<number[]> {
  let over = false
  void until.finally(() => {
    over = true
  })
  const times: number[] = []
  const reading = async (reader: Client) => {
    for (let nth = 0; !over; nth++) {
      const begun = performance.now()
      await reader.get(PAGES[nth % PAGES.length]!)
      times.push(performance.now() - begun)
      await pause(PAUSE)
    }
  }
  await Promise.all(readers.map(reading))
  await until
  return times
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

/** Somebody with a browser: keeps cookies and the connection, and takes the token from the last page. */
class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>([['language', 'en']])
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
    if (!this.last.includes('name="_csrf"')) await this.get(path.startsWith('/releases') ? '/releases/new' : '/sign-in')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(this.last)?.[1] ?? ''
    const recipients = /name="recipients" value="(\d+)"/.exec(this.last)?.[1]
    const fields = { ...form, _csrf, ...(path === '/releases' && recipients ? { recipients } : {}) }
    const { status, location, body } = await this.send('POST', path, new URLSearchParams(fields).toString())
    if (status !== 303) throw new Error(`${path} answered ${status}: ${/role="alert">([^<]*)/.exec(body)?.[1] ?? ''}`)
    this.last = ''
    return location
  }

  /** Looks again until a page says something. */
  async until(path: string, words: string): Promise<void> {
    while (!new RegExp(words).test(await this.get(path))) await pause(250)
  }

  private send(method: string, path: string, body?: string) {
    const headers = {
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
