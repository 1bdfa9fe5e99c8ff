import { beforeAll, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { personById } from '../../src/access/person-store.ts'
import { lockPerson } from '../../src/people/lock-person.ts'
import { makeToken } from '../../src/people/tokens/make-token.ts'
import type { TokenScope } from '../../src/vocabulary/access.ts'
import type { App } from '../../src/web/context.ts'
import { personOf } from '../../src/web/guard.ts'
import { secretHashOf } from '../../src/web/machine/tokens.ts'
import { testApp } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'

const NOW = Date.parse('2021-10-20T09:00:00+07:00')

let db: Db
let app: App
let made = 0
beforeAll(async () => {
  db = emptyDb()
  app = await testApp(db, () => NOW)
  const hello = async (request: Parameters<typeof personOf>[0]) => ({ role: personOf(request).role })
  app.get('/api/v1/numbers', { config: { may: 'figures.see', token: 'figures' } }, hello)
  for (const url of ['/either', '/api/v1/either']) app.get(url, { config: { may: 'figures.see', token: 'any' } }, hello)
  app.get('/pages', { config: { may: 'figures.see' } }, hello)
})

function person(role: 'manager' | 'partner'): number {
  return Number(
    db.$client
      .prepare(
        "insert into person (email, name, role, language, password_hash, created_at) values (?, 'x', ?, 'en', '', 0)",
      )
      .run(`${++made}@example.org`, role).lastInsertRowid,
  )
}

function tokenOf(id: number, scopes: TokenScope[]): string {
  const token = `3pt_${String(++made).padStart(40, '0')}`
  const given = { name: 'A test', days: 30, secretHash: secretHashOf(token), ending: token.slice(-4), scopes }
  expect(makeToken(db, personById(db, id)!, given, NOW)).toBe('made')
  return token
}

async function answer(url: string, token: string | null) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const { statusCode, headers: said } = await app.inject({ url, headers })
  return [statusCode, said['www-authenticate'] ?? said.location]
}

const REALM = 'Bearer realm="3P Tracker"'
const LACKS = `${REALM}, error="insufficient_scope", scope="figures"`

it('a program reads what its token was made for and its person may see, and is told what is missing', async () => {
  const manager = person('manager')
  expect(await answer('/api/v1/numbers', tokenOf(manager, ['figures']))).toEqual([200, undefined])
  expect(await answer('/api/v1/numbers', tokenOf(manager, ['figures', 'releases']))).toEqual([200, undefined])
  expect(await answer('/api/v1/numbers', tokenOf(manager, ['releases']))).toEqual([403, LACKS])
  expect(await answer('/api/v1/numbers', tokenOf(person('partner'), ['figures']))).toEqual([403, LACKS])
  expect(await answer('/api/v1/numbers', null)).toEqual([401, REALM])
})

it('a token opens no page; without one a person is asked to sign in there, and a program for its token', async () => {
  const token = tokenOf(person('manager'), ['figures'])
  expect(await answer('/pages', token)).toEqual([303, '/sign-in?next=%2Fpages'])
  expect(await answer('/either', token)).toEqual([200, undefined])
  expect(await answer('/either', null)).toEqual([303, '/sign-in?next=%2Feither'])
  expect(await answer('/api/v1/either', null)).toEqual([401, REALM])
})

it('a token of a locked person is as one that never was', async () => {
  const locked = person('manager')
  const token = tokenOf(locked, ['figures'])
  lockPerson(db, personById(db, person('manager'))!, locked, NOW)
  const gone = [401, `${REALM}, error="invalid_token"`]
  expect(await answer('/api/v1/numbers', token)).toEqual(gone)
  expect(await answer('/api/v1/either', token)).toEqual(gone)
})
