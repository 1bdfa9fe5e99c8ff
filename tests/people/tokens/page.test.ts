import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/access/person.ts'
import { type ApiToken, MOST_TOKENS } from '../../../src/access/token.ts'
import { readForm } from '../../../src/forms/read.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { tokenForm } from '../../../src/people/tokens/form.ts'
import { everybodysTokens, ownTokensPage } from '../../../src/people/tokens/page.ts'
import type { Role } from '../../../src/vocabulary/access.ts'

const words = wordsFor('en')
const DAY = 86_400_000
const NOW = Date.UTC(2022, 0, 20, 2)
const token = (more: Partial<ApiToken> = {}): ApiToken => ({
  ...{ id: 7, personId: 1, name: 'Power BI', ending: 'cafe', scopes: ['figures', 'indicators'] },
  ...{ createdAt: NOW - 10 * DAY, expiresAt: NOW + 10 * DAY, usedAt: null, revokedAt: null },
  ...more,
})
const person = (role: Role): Person => ({
  ...{ id: 1, email: 'hoa@example.org', name: 'Hoa', role, language: 'en', partnerIds: [] },
})
const shown = { now: NOW, usedAt: ({ usedAt }: ApiToken) => usedAt, words }
const own = (tokens: ApiToken[] = [], role: Role = 'manager') => ownTokensPage(person(role), tokens, shown)

describe('a token in the list of its maker', () => {
  it('is told by its last letters, what it reads and since when', () => {
    expect(own([token()]).rows).toEqual([
      {
        ...{ name: 'Power BI', whose: '', ending: '…cafe', scopes: 'Figures, Indicators', made: '10 Jan 2022' },
        ...{ used: 'Not yet', state: { text: 'Works until 30 Jan 2022', tone: 'good' } },
        href: '/account/tokens/7/revocation',
      },
    ])
    expect(own([token({ usedAt: NOW - DAY })]).rows[0]!.used).toBe('19 Jan 2022')
  })

  it.each<[string, Partial<ApiToken>, string, boolean]>([
    ['it works until the very instant', { expiresAt: NOW + 1 }, 'Works until 20 Jan 2022', true],
    ['it has expired', { expiresAt: NOW }, 'Expired on 20 Jan 2022', false],
    ['it was revoked', { revokedAt: NOW - 1 }, 'Revoked', false],
    ['it was revoked before it would have expired', { revokedAt: NOW - 1, expiresAt: NOW }, 'Revoked', false],
  ])('can be revoked as long as it opens something: %s', (_, more, text, isOpen) => {
    const [row] = own([token(more)]).rows
    expect(row).toMatchObject({ state: { text, tone: isOpen ? 'good' : '' } })
    expect(row!.href !== null).toBe(isOpen)
  })
})

const READ = { name: 'Power BI', scopes: ['releases', 'indicators'], days: 180 }

describe('the form for a new token', () => {
  it('offers what its maker may see, for a quarter unless another time is chosen', () => {
    const { scopes, days, typed, full, most, errors } = own()
    expect(scopes.map(({ value, label, ticked }) => [value, label, ticked])).toEqual([
      ['releases', 'Donor reports', false],
      ['figures', 'Figures', false],
      ['indicators', 'Indicators', false],
      ['submissions', 'Submissions', false],
    ])
    expect(scopes[2]!.hint).toBe('definitions, without any values')
    expect(days.map(({ value, label }) => `${value}: ${label}`)).toEqual([
      ...['30: 30 days', '90: 90 days', '180: 180 days', '365: 365 days'],
    ])
    expect([typed, full, most, errors]).toEqual([{ name: '', days: '90' }, false, 20, {}])
    expect(own([], 'donor').scopes.map(({ value }) => value)).not.toContain('figures')
  })

  it('comes back as it was typed, with what is wrong', () => {
    const typed = { name: 'x', days: '30', scopes: ['figures'] }
    const page = ownTokensPage(person('manager'), [], shown, typed, { name: 'people:tokens.bad-name' })
    expect(page.typed).toEqual({ name: 'x', days: '30' })
    expect(page.scopes.filter(({ ticked }) => ticked).map(({ value }) => value)).toEqual(['figures'])
    expect(page.errors).toEqual({ name: 'people:tokens.bad-name' })
  })

  it('is not there for somebody with as many as one may have that work', () => {
    const many = Array.from({ length: MOST_TOKENS }, () => token())
    expect(own(many).full).toBe(true)
    expect(own([...many.slice(1), token({ revokedAt: 0 }), token({ expiresAt: NOW })]).full).toBe(false)
  })

  it.each<[string, object, Record<string, string>]>([
    ['all is there', {}, {}],
    ['no name', { name: ' ' }, { name: 'people:tokens.bad-name' }],
    ['a letter', { name: 'x' }, { name: 'people:tokens.bad-name' }],
    ['too long a name', { name: 'x'.repeat(61) }, { name: 'people:tokens.bad-name' }],
    ['nothing ticked', { scopes: [] }, { scopes: 'people:tokens.bad-scopes' }],
    ['what is not offered', { scopes: ['figures'] }, { scopes: 'people:tokens.bad-scopes' }],
    ['what is not there', { scopes: ['everything'] }, { scopes: 'people:tokens.bad-scopes' }],
    ['another time', { days: '7' }, { days: 'people:tokens.bad-days' }],
  ])('is read: %s', (_, more, errors) => {
    const read = readForm(tokenForm(['releases', 'indicators']), {
      ...{ name: 'Power BI', scopes: ['indicators', 'releases', 'figures'], days: '180' },
      ...more,
    })
    const answer = Object.keys(errors).length === 0 ? { values: READ } : { errors }
    expect(read).toMatchObject(answer)
  })
})

describe('tokens of everybody', () => {
  const people = new Map([
    [1, { name: 'Hoa', locked: false }],
    [2, { name: 'Binh', locked: true }],
  ])
  const rows = (...tokens: ApiToken[]) => everybodysTokens(tokens, people, shown).rows

  it('are told with whose they are, and can be revoked by whoever looks after people', () => {
    expect(rows(token(), token({ personId: 9 })).map(({ whose, href }) => [whose, href])).toEqual([
      ['Hoa', '/people/tokens/7/revocation'],
      ['', '/people/tokens/7/revocation'],
    ])
  })

  it('of somebody locked open nothing, and say so unless they would not anyway', () => {
    expect(rows(token({ personId: 2 }))[0]).toMatchObject({
      state: { text: 'Stopped: the account is locked', tone: 'bad' },
      href: '/people/tokens/7/revocation',
    })
    expect(rows(token({ personId: 2, expiresAt: NOW }))[0]!.state.text).toBe('Expired on 20 Jan 2022')
    expect(rows(token())[0]!.state.tone).toBe('good')
  })
})
