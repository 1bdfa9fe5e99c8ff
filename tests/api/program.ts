import { afterAll, beforeAll, expect } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { personById } from '../../src/access/person-store.ts'
import { scopesFor } from '../../src/access/token.ts'
import { ENDPOINTS, type EndpointName } from '../../src/api/endpoints.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { makeToken } from '../../src/people/tokens/make-token.ts'
import type { Release } from '../../src/releases/release.ts'
import type { TokenScope } from '../../src/vocabulary/access.ts'
import type { App } from '../../src/web/context.ts'
import { secretHashOf } from '../../src/web/machine/tokens.ts'
import { DONOR, MANAGER, persona } from '../releases/making.ts'
import { pilotWith } from '../releases/pilot.ts'
import { testApp } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'

export const PARTNER = 'dolisa.nghe-an@example.org'
export const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as EndpointName[]

/** All three years of the pilot in both languages: cut coarsely, so that it is soon protected. */
const THREE_YEARS = {
  language: 'both',
  from: quarterOf(2019, 1),
  layout: { project: 'year', province: 'none', breakdown: 'none', years: 'calendar' },
} as const

export type Program = {
  db: Db
  app: App
  release: Release
  clock: { now: number }
  tokens: Record<'manager' | 'donor' | 'partner', string>
}

/** The program over the pilot with a report of all its years, for all tests of a file, and a token of each role. */
export function programForAll(): Program {
  const program = { clock: { now: DEMO_NOW } } as Program
  beforeAll(async () => {
    const { db, release } = await pilotWith('issued', THREE_YEARS)
    const app = await testApp(db, () => program.clock.now)
    const [manager, donor, partner] = [MANAGER, DONOR, PARTNER].map((email) => tokenFor(db, email)) as [
      string,
      string,
      string,
    ]
    Object.assign(program, { db, release, app, tokens: { manager, donor, partner } })
  })
  afterAll(async () => {
    await program.app.close()
    program.db.$client.close()
  })
  return program
}

let made = 0

/** A token of a persona of the demo, with all that they may let it read, or some of it. */
export function tokenFor(db: Db, email: string, scopes?: TokenScope[]): string {
  const person = personById(db, personaId(db, email))!
  const token = `3pt_${String(++made).padStart(40, '0')}`
  const given = { name: 'A test', days: 30, secretHash: secretHashOf(token), ending: token.slice(-4) }
  expect(makeToken(db, person, { ...given, scopes: scopes ?? scopesFor(person) }, DEMO_NOW)).toBe('made')
  return token
}

/** An address of each kind, that is there for the partner, too, where it is of submissions. */
export function addressOf({ db }: Program, name: EndpointName): string {
  const own = `select id from submission where partner_id in (${persona(db, PARTNER).partnerIds.join()}) limit 1`
  return ENDPOINTS[name].path.replace(':id', name === 'release' ? '1' : String(db.$client.prepare(own).pluck().get()))
}

/** What a program gets that reads with a token: a manager's, unless another is given. */
export async function read(
  { app, tokens }: Program,
  url: string,
  headers: Record<string, string> = {},
  token: string | null = tokens.manager,
) {
  const sent = token === null ? headers : { authorization: `Bearer ${token}`, ...headers }
  const answer = await app.inject({ url, headers: { 'accept-language': 'en', ...sent } })
  const isJson = String(answer.headers['content-type']).includes('json')
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body,
    // biome-ignore lint/suspicious/noExplicitAny: whatever an answer is, it is looked into by tests alone
    json: (isJson && answer.body !== '' ? JSON.parse(answer.body) : null) as any,
  }
}
