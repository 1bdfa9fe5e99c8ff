import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { RELEASE_STATES, type ReleaseState } from '../../src/vocabulary/release.ts'
import type { App } from '../../src/web/context.ts'
import { type Answer, testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { DONOR, MANAGER, SECOND } from './making.ts'
import { pilotWith, programWith, SMALL } from './pilot.ts'

type Method = 'GET' | 'POST'
type Route = `${Method} /releases${string}`

/** What a report answers its maker, by its state. */
type Answers = Record<ReleaseState, number>
const same = (status: number): Answers => ({ protecting: status, protected: status, failed: status, issued: status })

/** Every address of reports: whether donors may come in, and what its maker gets in each state. */
const ROUTES = {
  'GET /releases': { donors: true, answers: same(200) },
  'GET /releases/new': { donors: false, answers: same(200) },
  'POST /releases': { donors: false, answers: same(422) },
  'GET /releases/:id': { donors: true, answers: same(200) },
  'GET /releases/:id/workbook.xlsx': {
    donors: true,
    answers: { protecting: 404, protected: 200, failed: 404, issued: 200 },
  },
  ...Object.fromEntries(
    (['iati.xml', 'data.csv', 'table.csv'] as const).map((file) => [
      `GET /releases/:id/${file}`,
      { donors: true, answers: { protecting: 404, protected: 200, failed: 404, issued: 200 } },
    ]),
  ),
  'GET /releases/:id/tables': { donors: false, answers: { ...same(404), protected: 200 } },
  'POST /releases/:id/protection': { donors: false, answers: { ...same(303), issued: 409 } },
  'POST /releases/:id/discarding': { donors: false, answers: { ...same(303), issued: 409 } },
  'POST /releases/:id/small-changes': { donors: false, answers: { ...same(409), protected: 303 } },
  'POST /releases/:id/layout': { donors: false, answers: { ...same(303), issued: 409 } },
  'POST /releases/:id/deviations': { donors: false, answers: { ...same(409), protected: 303 } },
  'POST /releases/:id/explanations': { donors: false, answers: { ...same(303), protecting: 409, issued: 409 } },
  'POST /releases/:id/evidence': { donors: false, answers: { ...same(303), protecting: 409, issued: 409 } },
  'POST /releases/:id/reasons': { donors: false, answers: { ...same(303), protecting: 409, issued: 409 } },
  'POST /releases/:id/next-report': { donors: false, answers: { ...same(409), protected: 303 } },
  // Nobody agrees to a report of their own, whatever its state.
  'POST /releases/:id/agreement': { donors: false, answers: same(409) },
  'POST /releases/:id/issue': { donors: false, answers: { ...same(409), protected: 303 } },
  'POST /releases/:id/withdrawal': { donors: false, answers: { ...same(409), issued: 303 } },
  // A recipient's word, not a manager's.
  'POST /releases/:id/acknowledgement': { donors: true, answers: same(403) },
} satisfies Record<Route, { donors: boolean; answers: Answers }>
const routes = Object.keys(ROUTES) as (keyof typeof ROUTES)[]
const ofOne = routes.filter((route) => route.includes(':id'))
const changing = routes.filter((route) => route.startsWith('POST'))

/** What forms have that must be filled in; that of a new report is sent empty. */
const FIELDS: Partial<Record<Route, Record<string, string>>> = {
  'POST /releases/:id/small-changes': { smallChanges: 'hide' },
  'POST /releases/:id/withdrawal': { text: 'A province was left out.' },
  'POST /releases/:id/layout': { project: 'year', province: 'none', breakdown: 'none', years: 'calendar' },
}

async function send(visitor: Visitor, route: Route, id: string | number = 1): Promise<Answer> {
  const [method, url] = [route.split(' ')[0] as Method, route.split(' ')[1]!.replace(':id', String(id))]
  return method === 'GET' ? visitor.get(url) : visitor.post(url, FIELDS[route])
}

/** All that a refusal must leave alone. */
const written = (db: Db) =>
  [
    ...[
      'release',
      'release_recipient',
      'release_approval',
      'release_explanation',
      'release_deviation',
      'release_evidence',
      'release_reason',
      'release_next_report',
      'release_atom',
      'trail',
    ],
    ...['release_issuing', 'release_withdrawal', 'release_acknowledgement'],
  ].map((table) => db.$client.prepare(`select * from ${table}`).raw().all())

/** A report of the manager's in some state, as it stands in the database; one that is issued is the donor's too. */
async function reportIn(state: ReleaseState): Promise<Db> {
  const { db } = await pilotWith('protected', SMALL)
  const over = {
    protected: '',
    issued: `, issued_at = ${DEMO_NOW}`,
    protecting: '',
    failed: ", failure_code = 'nothing'",
  }
  const lost = state === 'protecting' || state === 'failed' ? ', plan = null, preview = null' : ''
  db.$client.exec(`update release set state = '${state}'${over[state]}${lost}`)
  return db
}

describe('every address of reports', () => {
  let [db, app] = [] as unknown as [Db, App]
  let before: unknown
  const visitors = new Map<string, Visitor>()
  beforeAll(async () => {
    db = await reportIn('protected')
    app = await testApp(db, () => DEMO_NOW)
    for (const email of [MANAGER, DONOR, 'admin@example.org', 'police.nghe-an@example.org', 'stranger@example.org'])
      visitors.set(email, await new Visitor(app).become(personaId(db, email), 'en'))
    before = written(db)
  })
  afterAll(() => app.close())
  const unchanged = () => expect(written(db)).toEqual(before)
  const as = (email: string) => visitors.get(email)!

  it('is in the list above, and nothing else is', () => {
    const known = app.knownRoutes.filter(({ url }) => url.startsWith('/releases'))
    expect(known.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...routes].sort())
  })

  it.each(routes)('asks who it is first: %s', async (route) => {
    const answer = await send(new Visitor(app), route)
    if (route.startsWith('GET'))
      expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/^\/sign-in/) })
    else expect(answer.status).toBe(401)
    unchanged()
  })

  it.each(routes)('is not there for partners, administrators and strangers: %s', async (route) => {
    for (const email of ['admin@example.org', 'police.nghe-an@example.org', 'stranger@example.org'])
      expect((await send(as(email), route)).status, email).toBe(404)
    unchanged()
  })

  it.each(routes)(
    'is for a donor what the table of permissions says, and nothing of what is not theirs: %s',
    async (route) => {
      const { donors } = ROUTES[route]
      expect((await send(as(DONOR), route)).status).toBe(donors ? (ofOne.includes(route) ? 404 : 200) : 403)
      unchanged()
    },
  )

  it.each(ofOne)('does not know a number that no report has: %s', async (route) => {
    const { donors } = ROUTES[route]
    for (const id of ['0', '-1', '999999', 'x', '1.5', '1e3', '99999999999999999999', '%00']) {
      expect((await send(as(MANAGER), route, id)).status, id).toBe(ROUTES[route].answers.issued === 403 ? 403 : 404)
      expect((await send(as(DONOR), route, id)).status, id).toBe(donors ? 404 : 403)
    }
    unchanged()
  })

  it.each(changing)('does nothing without the token of its form: %s', async (route) => {
    const url = route.split(' ')[1]!.replace(':id', '1')
    for (const token of ['', 'x'.repeat(40)])
      expect((await as(MANAGER).post(url, { _csrf: token })).status, token).toBe(403)
    unchanged()
  })

  it.each(routes)('knows its verbs: %s', async (route) => {
    const url = route.split(' ')[1]!
    const right = routes.filter((one) => one.split(' ')[1] === url).map((one) => one.split(' ')[0]!)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !right.includes(one))) {
      const { status, headers } = await as(MANAGER).send(method, url.replace(':id', '1'))
      expect([method, status]).toEqual([method, 405])
      expect(String(headers.allow).split(', ').sort()).toEqual(right.sort())
    }
    unchanged()
  })

  it.each([
    ['POST /releases', { audience: 'press', from: '2021-Q9', threshold: '-5', recipients: ['x'] }],
    ['POST /releases/:id/explanations', { explanation: ['1; drop table release', '999999'] }],
    ['POST /releases/:id/evidence', { evidence: ['1; drop table release', '999999'] }],
    ['POST /releases/:id/reasons', { reason: ['-1', '999999'] }],
    ['POST /releases/:id/next-report', { nextReport: '2019-02-30' }],
    ['POST /releases/:id/small-changes', { smallChanges: 'forget' }],
    ['POST /releases/:id/layout', { project: 'day', province: 'none', breakdown: 'none', years: 'calendar' }],
  ] as const)('says what is wrong with a bad form, and keeps nothing of it: %s', async (route, form) => {
    const body = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]))
    const answer = await as(MANAGER).post(route.split(' ')[1]!.replace(':id', '1'), body)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('role="alert"')
    unchanged()
  })
})

describe.each(RELEASE_STATES)('a report that is %s', (state) => {
  let [db, app] = [] as unknown as [Db, App]
  let maker: Visitor
  beforeAll(async () => {
    db = await reportIn(state)
    app = await testApp(db, () => DEMO_NOW)
    maker = await new Visitor(app).become(personaId(db, MANAGER), 'en')
  })
  afterAll(() => app.close())
  const answerTo = (route: keyof typeof ROUTES) => ROUTES[route].answers[state]
  const isDone = (route: keyof typeof ROUTES) => changing.includes(route) && answerTo(route) < 400

  it.each(routes.filter((route) => !isDone(route)))(
    'is shown to its maker, or why nothing is done: %s',
    async (route) => {
      const before = written(db)
      const { status, body } = await send(maker, route)
      expect(status).toBe(answerTo(route))
      if (status === 409 || status === 422) expect(body).toContain('role="alert"')
      // A file that is taken out is told of in the trail, and that is all.
      if (!(/\.(xlsx|csv|xml)$/.test(route) && status === 200)) expect(written(db)).toEqual(before)
    },
  )

  const done = routes.filter(isDone)
  it.runIf(done.length > 0).each(done)('does what its maker asks: %s', async (route) => {
    const copy = await reportIn(state)
    const program = await testApp(copy, () => DEMO_NOW)
    onTestFinished(() => program.close())
    const visitor = await new Visitor(program).become(personaId(copy, MANAGER), 'en')
    const before = written(copy)
    expect((await send(visitor, route)).status).toBe(303)
    // Nothing is ticked or typed that was not: there is nothing to save.
    if (!/\/(explanations|evidence|reasons|deviations|next-report)$/.test(route))
      expect(written(copy)).not.toEqual(before)
  })

  it('is a donor’s to read, and to read only, once it is issued to them', async () => {
    const donor = await new Visitor(app).become(personaId(db, DONOR), 'en')
    const other = await new Visitor(app).become(personaId(db, 'donor.second@example.org'), 'en')
    for (const route of ofOne) {
      const { donors } = ROUTES[route]
      const theirs = state === 'issued' ? (changing.includes(route) ? 303 : 200) : 404
      expect((await send(donor, route)).status, route).toBe(donors ? theirs : 403)
      expect((await send(other, route)).status, route).toBe(donors ? 404 : 403)
    }
  })
})

describe('a page that is no longer what it was', () => {
  it.each(ofOne)('of a report that was discarded meanwhile finds nothing: %s', async (route) => {
    const { visit } = await programWith()
    const [maker, second] = await Promise.all([visit(MANAGER), visit(SECOND)])
    await maker.get('/releases/1')
    expect((await second.post('/releases/1/discarding')).status).toBe(303)
    expect((await send(maker, route)).status).toBe(ROUTES[route].answers.issued === 403 ? 403 : 404)
  })

  it('agrees once, and not to what is being protected anew', async () => {
    const { visit } = await programWith({ ...SMALL, audience: 'public', threshold: 10, recipients: [] })
    const [maker, second] = await Promise.all([visit(MANAGER), visit(SECOND)])
    const agree = () => send(second, 'POST /releases/:id/agreement')
    expect((await agree()).status).toBe(303)
    expect((await agree()).status).toBe(409)
    expect((await send(maker, 'POST /releases/:id/protection')).status).toBe(303)
    expect((await agree()).status).toBe(409)
  })
})
