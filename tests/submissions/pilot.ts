import { beforeEach, expect } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import type { Config } from '../../src/config/config.ts'
import { fieldName } from '../../src/indicators/value-field.ts'
import { typed } from '../../src/language/format.ts'
import { listPeople } from '../../src/people/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { Verb } from '../../src/vocabulary/trail.ts'
import type { App } from '../../src/web/context.ts'
import { type Answer, testApp, Visitor } from '../support/app.ts'
import { valuesOf } from '../support/demo/story.ts'
import { demoDb } from '../support/demo.ts'

/** The whole story told, on a day on which its last quarter is still open. */
export const NOW = Date.UTC(2022, 1, 10)
export const LAST: Quarter = 2021 * 4 + 3

export type Pilot = { db: Db; app: App; as: (email: string, language?: 'vi' | 'en') => Promise<Visitor> }

export async function openPilot(now: () => number = () => NOW, config: Partial<Config> = {}): Promise<Pilot> {
  const db = demoDb(undefined, NOW)
  const app = await testApp(db, now, config)
  const people = new Map(listPeople(db).map((person) => [person.email, person.id]))
  return { db, app, as: (email, language) => new Visitor(app).become(people.get(`${email}@example.org`)!, language) }
}

/** A pilot for each test of a file, with those who act in most of them signed in. */
export function eachPilot(): Pilot & Record<'partner' | 'stranger' | 'manager', Visitor> {
  const given = {} as ReturnType<typeof eachPilot>
  beforeEach(async () => {
    const pilot = await openPilot()
    const [partner, stranger, manager] = [
      await pilot.as('dolisa.nghe-an'),
      await pilot.as('police.nghe-an'),
      await pilot.as('iom.manager'),
    ]
    Object.assign(given, pilot, { partner, stranger, manager })
  })
  return given
}

export function submissionId(db: Db, partner: string, quarter: Quarter = LAST, place?: string): number {
  const row = db.$client
    .prepare(
      `select s.id from submission s join partner p on p.id = s.partner_id join place l on l.id = s.place_id
       where p.slug = :partner and s.quarter = :quarter and (:place is null or l.slug = :place)`,
    )
    .get({ partner, quarter, place: place ?? null }) as { id: number } | undefined
  if (!row) throw new Error(`${partner} has not begun ${quarter}`)
  return row.id
}

/** The story's values for one submission as its partner would type them. */
export function typedValues(quarter: Quarter, partner: string, place?: string): Record<string, string> {
  const body: Record<string, string> = {}
  for (const [code, cells] of Object.entries(valuesOf(quarter, partner, place))) {
    for (const [cell, value] of Object.entries(cells)) {
      if (value.state !== 'reported') {
        body[fieldName('s', code)] = value.state
        if (value.state === 'not applicable') body[fieldName('r', code)] = value.reason
        continue
      }
      body[fieldName('v', code, cell)] = typed(value.value, 'vi')
      if (value.base !== null) body[fieldName('d', code, cell)] = typed(value.base, 'vi')
    }
  }
  return body
}

export function versionIn(body: string): string {
  return /name="version" value="(\d+)"/.exec(body)![1]!
}

/** Everything the database holds about one submission that a refused request must leave alone. */
export function stateOf(db: Db, id: number) {
  return {
    submission: db.$client.prepare('select state, version from submission where id = ?').get(id) as {
      state: string
      version: number
    },
    entries: db.$client.prepare('select * from entry where submission_id = ? order by indicator_id, cell_id').all(id),
    facts: (
      db.$client.prepare('select count(*) n from submission_fact where submission_id = ?').get(id) as { n: number }
    ).n,
    trail: (
      db.$client
        .prepare("select count(*) n from trail where subject_kind = 'submission' and subject_id = ?")
        .get(String(id)) as { n: number }
    ).n,
  }
}

/** What the trail keeps of the last event of a kind about a submission. */
export function lastDetail(db: Db, id: number, verb: Verb): Record<string, unknown> {
  return readTrail(db, { verb, subject: ['submission', String(id)] }, 1)[0]!.detail
}

/** Sends a form that can't be taken as it is, and opens the page that says why. */
export async function sentBack(
  visitor: Visitor,
  url: string,
  form: Record<string, string | string[]>,
): Promise<Answer> {
  const sent = await visitor.post(url, form)
  expect(sent.status, sent.body).toBe(303)
  return visitor.get(sent.location.split('#')[0]!)
}

/** Hands in, standing by whatever is asked about. */
export async function handInWith(db: Db, visitor: Visitor, id: number): Promise<Answer> {
  const version = versionIn((await visitor.get(`/submissions/${id}`)).body)
  const sent = await visitor.post(`/submissions/${id}/handing-in`, { version })
  expect(sent.status, sent.body).toBe(303)
  if (sent.location !== `/submissions/${id}/handing-in`) return sent
  const asked = await visitor.get(sent.location)
  expect(asked.status, asked.body).toBe(200)
  const confirmed = [...asked.body.matchAll(/name="confirmed" value="([^"]+)"/g)].map(([, one]) =>
    one!.replaceAll('&amp;', '&'),
  )
  const note = confirmed.map(() => 'Đã đối chiếu với sổ theo dõi.')
  const done = await visitor.post(`/submissions/${id}/handing-in`, { version, confirmed, note })
  expect(done.status).toBe(303)
  expect(lastDetail(db, id, 'submission.submitted').confirmed).toEqual(confirmed)
  return done
}
