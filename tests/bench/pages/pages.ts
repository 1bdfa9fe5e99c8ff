import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Eta } from 'eta'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Db } from '../../../db/connection.ts'
import { root } from '../../../src/config/root.ts'
import { approveFacts } from '../../../src/figures/approve.ts'
import { testApp } from '../../support/app.ts'
import { manyProvincesDb } from '../../support/demo/many-provinces.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'
import { tokenIn } from '../../support/forms.ts'
import { build, startArguments } from '../../support/program/build.ts'
import { freePort } from '../../support/program/port.ts'
import { atMost, inTurn, type Line, ms, onProcessor } from '../measure.ts'

/** Connections are kept, as browsers keep them. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** The overview, whole requests of one client, against Fastify saying hello and against eta printing as many bytes. */
export async function benchPages(): Promise<Line[]> {
  build()
  const wide = await overviewOf(manyProvincesDb(MANY))
  const afterInMany = await afterWrites(wide)
  await wide.close()
  const db = demoDb()
  const opened = await overviewOf(db)
  const { app, address, cookie, bytes, hello, fresh, again, plain, close } = opened
  const lines = [
    atMost('Overview, not asked before / Fastify hello', fresh / hello, 15, `${ms(fresh)} / ${ms(hello)}`),
    atMost(
      `  the same in ${MANY} provinces, each with reporters of its own`,
      wide.fresh / wide.hello,
      15,
      `${ms(wide.fresh)} / ${ms(wide.hello)}`,
    ),
    atLeast(
      `Overview again / bare eta page of the same ${Math.round(bytes / 1000)} kB, throughput`,
      plain / again,
      0.4,
      `${ms(again)} / ${ms(plain)}`,
    ),
    ...(await afterWrites(opened)),
    ...afterInMany.map((line) => ({ ...line, what: `${line.what}, in ${MANY} provinces` })),
    ...(await weights(address, cookie, WEIGHTS)),
    ...(await weights(address, await signedIn(app, personaId(db, 'dolisa.quang-binh@example.org')), [
      [LARGEST_FORM, 30],
    ])),
  ]
  await close()
  agent.destroy()
  return lines
}

/** The first page after a report was saved, on which no figure rests, and after one was corrected and approved. */
async function afterWrites({ db, overview, hello }: Awaited<ReturnType<typeof overviewOf>>): Promise<Line[]> {
  const approval = correcting(db)
  const [, saved, , approved] = (await inTurn(
    [
      () => db.prepared('update submission set changed_at = changed_at + 1 where id = ?').run(approval.id),
      () => overview(),
      () => approval.approve(),
      () => overview(),
    ],
    onProcessor,
  )) as [number, number, number, number]
  const corrected = `the first after an approval that corrected ${approval.indicators} of ${approval.of} indicators`
  return [
    atMost('  the first after a save', saved / hello, 15, `${ms(saved)} / ${ms(hello)}`),
    atMost(`  ${corrected}`, approved / hello, 15, `${ms(approved)} / ${ms(hello)}`),
  ]
}

/** From the command to the first page, with a database that is there already. */
export async function benchStart(): Promise<Line[]> {
  build()
  const folder = mkdtempSync(join(tmpdir(), '3p-start-'))
  try {
    const env = { PATH: process.env.PATH ?? '', DATABASE: join(folder, '3p.db'), LOG_LEVEL: 'warn' }
    await started(env)
    const times: number[] = []
    for (let i = 0; i < 5; i++) times.push(await started(env))
    const middle = times.sort((a, b) => a - b)[2]!
    return [{ what: 'Start to first page', result: ms(middle), bar: '≤ 800 ms', met: middle <= 800 }]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The provinces of the country since 1 July 2025. */
const MANY = 34

/** Four works taken in turn over the same project: hello, the overview asked as nobody did before, again, and a bare page of its size. */
async function overviewOf(db: Db) {
  const { app, address, cookie } = await served(db)
  const overview = (more = '') => fetched(`${address}/overview${more}`, { cookie })
  const text = (await overview()).body.toString()
  const bare = await bareServer(text)
  let nth = 0
  const works = [
    () => fetched(`${bare.address}/hello`),
    () => overview(`?question=${nth++}`),
    () => overview(),
    () => fetched(`${bare.address}/page`),
  ]
  const times = await inTurn(works, onProcessor, 101, 60)
  const [hello, fresh, again, plain] = times as [number, number, number, number]
  const close = () => Promise.all([app.close(), bare.app.close()])
  return { db, app, address, cookie, overview, bytes: Buffer.byteLength(text), hello, fresh, again, plain, close }
}

async function served(db: Db) {
  const app = await testApp(db, () => DEMO_NOW)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, address, db, cookie: await signedIn(app, personaId(db, 'iom.manager@example.org')) }
}

/** A province's report, approved again and again with other counts. */
function correcting(db: Db) {
  const counts = `select id from indicator i where exists (select 1 from indicator_definition d where d.indicator_id = i.id and d.measure = 'count')`
  const OF = `state = 'reported' and indicator_id in (${counts})`
  const [id, indicators] = db
    .prepared(
      `select submission_id, count(distinct indicator_id) from entry where ${OF}
       and submission_id in (select id from submission where state = 'approved') group by submission_id order by 2 desc limit 1`,
    )
    .get() as [number, number]
  const [of] = db.prepared('select count(*) from indicator').get() as [number]
  let nth = 0
  const approve = () => {
    db.prepared(`update entry set value = value + 1 where submission_id = ? and ${OF}`).run(id)
    approveFacts(db, { submissionId: id, now: DEMO_NOW + ++nth })
  }
  return { id, indicators, of, approve }
}

async function signedIn(app: FastifyInstance, person: number): Promise<string> {
  const first = await app.inject({ url: '/sign-in' })
  const cookies = (answer: typeof first) => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const token = tokenIn(first.body)
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in/persona',
    headers: { cookie: cookies(first), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, person: String(person) }).toString(),
  })
  return cookies(answer)
}

/** What Fastify and eta take by themselves. */
async function bareServer(text: string): Promise<{ app: FastifyInstance; address: string }> {
  const app = Fastify()
  const eta = new Eta()
  const page = eta.compile('<title><%= it.title %></title><%~ it.text %>')
  app.get('/hello', () => ({ hello: 'world' }))
  app.get('/page', (_, reply) => reply.type('text/html; charset=utf-8').send(eta.render(page, { title: 'x', text })))
  return { app, address: await app.listen({ host: '127.0.0.1', port: 0 }) }
}

const WEIGHTS: readonly [url: string, most: number][] = [
  ['/overview', 30],
  ['/indicators/V3', 100],
  ['/components/protection', 100],
  ['/provinces/ha-tinh', 100],
  ['/', 30],
  ['/submissions', 30],
  ['/help', 30],
]
/** 100 cells, of a partner. */
const LARGEST_FORM = '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'

/** First load with nothing kept: the page, its stylesheet, its script and its icon, as they come over the line. */
async function weights(address: string, cookie: string, pages: typeof WEIGHTS): Promise<Line[]> {
  const lines: Line[] = []
  for (const [url, most] of pages) {
    const html = await fetched(address + url, { cookie, 'accept-encoding': 'br' })
    const plain = (await fetched(address + url, { cookie })).body.toString()
    const assets = [...new Set([...plain.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset!))]
    const sizes = await Promise.all(assets.map((asset) => fetched(address + asset, { 'accept-encoding': 'br' })))
    const rest = sizes.reduce((sum, { body }) => sum + body.length, 0)
    const [page, all] = [html.body.length / 1000, (html.body.length + rest) / 1000]
    lines.push({
      what: `First load of ${url}`,
      result: `${all.toFixed(1)} kB, HTML ${page.toFixed(1)} kB, ${assets.length + 1} requests`,
      bar: `≤ ${most} kB, HTML ≤ 25 kB, ≤ 6 requests`,
      met: all <= most && page <= 25 && assets.length < 6,
    })
  }
  return lines
}

function fetched(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ body: Buffer; headers: IncomingHttpHeaders }> {
  return new Promise((done, fail) => {
    get(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode === 200) done({ body: Buffer.concat(parts), headers: answer.headers })
        else fail(new Error(`${url} answered ${answer.statusCode}`))
      })
    }).on('error', fail)
  })
}

async function started(env: Record<string, string>): Promise<number> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, startArguments(), { cwd: root, env: { ...env, PORT: port } })
  const ended = new Promise((done) => child.on('close', done))
  try {
    await firstPage(`http://127.0.0.1:${port}/sign-in`)
    return performance.now() - start
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function firstPage(url: string): Promise<void> {
  for (;;) {
    try {
      await fetched(url)
      return
    } catch {
      await new Promise((next) => setTimeout(next, 5))
    }
  }
}

function atLeast(what: string, ratio: number, bar: number, times: string): Line {
  return { what, result: `${ratio.toFixed(2)} × (${times})`, bar: `≥ ${bar} ×`, met: ratio >= bar }
}
