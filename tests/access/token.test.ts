import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/access/person.ts'
import { bearerIn, isTokenOpen, scopesFor } from '../../src/access/token.ts'
import { ROLES, type Role } from '../../src/vocabulary/access.ts'

const TOKEN = `3pt_${'0123456789abcdef'.repeat(3).slice(0, 40)}`

describe('the token of a request', () => {
  it.each([
    [undefined, null],
    [`Bearer ${TOKEN}`, { token: TOKEN }],
    [`bearer  ${TOKEN} `, { token: TOKEN }],
    ['', 'malformed'],
    ['Bearer', 'malformed'],
    [TOKEN, 'malformed'],
    [`Basic ${TOKEN}`, 'malformed'],
    [`Bearer ${TOKEN} more`, 'malformed'],
    [`Bearer ${TOKEN.slice(0, -1)}`, 'malformed'],
    [`Bearer ${TOKEN}0`, 'malformed'],
    [`Bearer ${TOKEN.toUpperCase()}`, 'malformed'],
    [`Bearer ${TOKEN.slice(4)}`, 'malformed'],
    [`Bearer ${'0'.repeat(100_000)}`, 'malformed'],
  ])('%s', (header, found) => {
    expect(bearerIn(header)).toEqual(found)
  })
})

describe('what a person may let a token read', () => {
  const who = (role: Role): Person => ({
    id: 1,
    email: 'a@example.org',
    name: 'A',
    role,
    language: 'vi',
    partnerIds: [],
  })
  it.each<[Role, string[]]>([
    ['manager', ['releases', 'figures', 'indicators', 'submissions']],
    ['donor', ['releases']],
    ['partner', ['indicators', 'submissions']],
    ['administrator', []],
  ])('%s: %j', (role, scopes) => {
    expect(scopesFor(who(role))).toEqual(scopes)
  })

  it('is said of every role', () => {
    expect(ROLES).toHaveLength(4)
  })
})

it('opens something until the instant it expires, and not once it is revoked', () => {
  const token = { expiresAt: 100, revokedAt: null }
  expect([99, 100, 101].map((now) => isTokenOpen(token, now))).toEqual([true, false, false])
  expect(isTokenOpen({ ...token, revokedAt: 5 }, 99)).toBe(false)
})
