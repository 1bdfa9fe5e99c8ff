import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { offeredReasons, reasonsByIds } from '../../../src/releases/reasons/reasons-store.ts'
import { changedSince, type Reopening, reasonsFor } from '../../../src/releases/reasons/reopening.ts'
import { tickedIn } from '../../../src/releases/ticks/ticks-store.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { MANAGER } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'

const HOUR = 3_600_000
/** Of the submission of Nghệ An in the third quarter: before the last report, after it, and after the report's own instant. */
const FACTS = [
  [9001, 'reopened', DEMO_NOW - 9 * HOUR, 'Long ago'],
  [9002, 'reopened', DEMO_NOW - 2 * HOUR, 'A list was counted twice'],
  [9003, 'returned', DEMO_NOW - HOUR, 'Hỏi lại chị Lan'],
  [9004, 'approved', DEMO_NOW - HOUR, null],
  [9005, 'reopened', DEMO_NOW + HOUR, 'Too late'],
] as const

function reopen(db: Db): number {
  const id = db.$client
    .prepare(
      "select s.id from submission s join place p on p.id = s.place_id where p.slug = 'nghe-an' and s.quarter = 8086 order by s.id",
    )
    .pluck()
    .get() as number
  const add = db.$client.prepare(
    'insert into submission_fact (id, submission_id, kind, at, by_id, reason) values (?, ?, ?, ?, 1, ?)',
  )
  for (const [fact, kind, at, reason] of FACTS) add.run(fact, id, kind, at, reason)
  db.$client.exec(
    "insert into row_reason select 9002, id, 1, 1, 'Twelve men were women', 0 from indicator where code = 'P1'",
  )
  return id
}

describe('why what is told as changed has changed', () => {
  const change = (indicator: string, submissions: number[]) => ({ indicator, submissions }) as never

  it('is asked of the submissions behind the changes that are told', () => {
    const previous = { title: 'Before', issuedAt: 2, asAt: 1 }
    expect(changedSince({ changes: [], previous: null })).toBeNull()
    expect(changedSince({ changes: [], previous })).toBeNull()
    expect(changedSince({ changes: [change('P1', [])], previous })).toBeNull()
    expect(changedSince({ changes: [change('P1', [4, 5]), change('P2', [4]), change('P1', [4])], previous })).toEqual({
      since: 1,
      submissions: [
        { id: 4, indicators: ['P1', 'P2'] },
        { id: 5, indicators: ['P1'] },
      ],
    })
  })

  it('is what was said of the indicator, else of the whole report, each once', () => {
    const one = { submissionId: 4, reason: 'Counted twice', rows: [{ indicator: 'P1', text: 'Men were women' }] }
    const reopenings = [
      one,
      { ...one, rows: [] },
      { ...one, submissionId: 6, reason: 'Of another' },
    ] as never as Reopening[]
    expect(reasonsFor(reopenings, { indicator: 'P1', submissions: [4] })).toEqual(['Men were women', 'Counted twice'])
    expect(reasonsFor(reopenings, { indicator: 'P2', submissions: [4] })).toEqual(['Counted twice'])
    expect(reasonsFor(reopenings, { indicator: 'P2', submissions: [5] })).toEqual([])
  })

  let db: Db
  let id: number
  beforeAll(() => {
    db = demoDb()
    id = reopen(db)
  })

  it('is read of what was returned or opened again since the report before, by the instant of this one', () => {
    const since = DEMO_NOW - 3 * HOUR
    const asked = { since, submissions: [{ id, indicators: ['P1', 'P2'] }] }
    const found = offeredReasons(db, asked, { asAt: DEMO_NOW })
    expect(found.map(({ id, indicator, text }) => [id, indicator, text])).toEqual([
      [9002, 'P1, P2', 'A list was counted twice\nTwelve men were women'],
      [9003, 'P1, P2', 'Hỏi lại chị Lan'],
    ])
    expect(found.every(({ sensitive, aboutPeople }) => sensitive && aboutPeople)).toBe(true)
    expect(offeredReasons(db, { ...asked, submissions: [{ id: id + 1, indicators: [] }] }, { asAt: DEMO_NOW })).toEqual(
      [],
    )
  })

  it('goes out as it was ticked', () => {
    expect(reasonsByIds(db, [9003], DEMO_NOW).map(({ reason }) => reason)).toEqual(['Hỏi lại chị Lan'])
    expect(reasonsByIds(db, [], DEMO_NOW)).toEqual([])
  })
})

describe('choosing reasons', () => {
  it('offers them where something has changed, looks at them twice, and keeps what is ticked', async () => {
    let behind = 0
    const { db, release, visit } = await programWith(SMALL, (copy) => {
      behind = reopen(copy)
      const changed = JSON.stringify({ since: DEMO_NOW - 3 * HOUR, submissions: [{ id: behind, indicators: ['P1'] }] })
      copy.$client.prepare("update release set preview = json_set(preview, '$.changed', json(?))").run(changed)
    })
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}`
    const { body } = await manager.get(url)
    const section = body.slice(body.indexOf('id="reasons"'), body.indexOf('id="cover"'))
    expect(section).toContain('A list was counted twice')
    expect(section).toContain('P1: Twelve men were women')
    for (const absent of ['Long ago', 'Too late']) expect(section).not.toContain(absent)
    expect(section).not.toMatch(/<input[^>]* checked/)
    const doubtful = await manager.post(`${url}/reasons`, { reason: '9003' })
    expect(doubtful.status).toBe(422)
    expect(doubtful.body).toContain('A reason that was ticked may give somebody away')
    for (const unknown of ['9001', '9005', 'x'])
      expect((await manager.post(`${url}/reasons`, { reason: unknown })).status, unknown).toBe(422)
    expect(tickedIn(db, release.id).reasons).toEqual([])
    expect((await manager.post(`${url}/reasons`, { reason: '9002' })).status).toBe(303)
    expect(tickedIn(db, release.id).reasons).toEqual([9002])
    const detail = db.$client.prepare("select detail from trail where verb = 'release.reasons-chosen'").pluck().all()
    expect(detail).toEqual([JSON.stringify({ chosen: [9002] })])
  })

  it('has nothing to offer where nothing is compared', async () => {
    const { release, visit } = await programWith(SMALL)
    const { body } = await (await visit(MANAGER)).get(`/releases/${release.id}`)
    expect(body).not.toContain('id="reasons"')
  })
})
