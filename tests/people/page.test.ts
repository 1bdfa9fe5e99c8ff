import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { peoplePage, personasByRole, personPage } from '../../src/people/page.ts'
import type { ListedPerson } from '../../src/people/person.ts'

const words = wordsFor('en')
const text = (en: string) => ({ vi: `${en} (vi)`, en })
const partners = [
  { id: 1, names: [{ name: text('Old name') }, { name: text('Police') }] },
  { id: 2, names: [{ name: text('Court') }] },
]
const person = (id: number, given: Partial<ListedPerson> = {}): ListedPerson => ({
  id,
  email: `p${id}@example.org`,
  name: `P ${id}`,
  role: 'manager',
  language: 'vi',
  partnerIds: [],
  disabledAt: null,
  ...given,
})

describe('who can sign in to the demo', () => {
  it('is grouped by role, those who read most first, without the locked and without roles that nobody has', () => {
    const people = [
      person(1, { role: 'partner', partnerIds: [2, 1, 9] }),
      person(2, { role: 'partner' }),
      person(3),
      person(4, { disabledAt: 5 }),
      person(5, { role: 'administrator' }),
      person(6, { role: 'donor', disabledAt: 5 }),
    ]
    expect(personasByRole(people, partners, words)).toEqual([
      { role: 'manager', people: [{ id: 3, name: 'P 3', lines: [] }] },
      { role: 'administrator', people: [{ id: 5, name: 'P 5', lines: [] }] },
      {
        role: 'partner',
        people: [
          { id: 1, name: 'P 1', lines: ['Court', 'Police', ''] },
          { id: 2, name: 'P 2', lines: [words.t('people:demo.stranger')] },
        ],
      },
    ])
    expect(personasByRole([person(6, { role: 'donor' }), person(3)], partners, words).map(({ role }) => role)).toEqual([
      'manager',
      'donor',
    ])
  })
})

describe('the list of people', () => {
  it('says who reports for whom and who is locked, and what can be chosen', () => {
    const typed = { name: 'typed' }
    const errors = { name: 'people:manage.bad-name' } as const
    const people = [person(1, { role: 'partner', partnerIds: [2, 1] }), person(2, { disabledAt: 0 })]
    const page = peoplePage(people, partners, typed, errors, words)
    expect(page.people).toEqual([
      { id: 1, name: 'P 1', email: 'p1@example.org', role: 'partner', reportsFor: 'Court; Police', locked: false },
      { id: 2, name: 'P 2', email: 'p2@example.org', role: 'manager', reportsFor: '', locked: true },
    ])
    expect(page).toMatchObject({ typed, errors })
    expect(page.partners).toEqual([
      { value: '1', label: 'Police' },
      { value: '2', label: 'Court' },
    ])
    expect(page.roles.map(({ value }) => value).sort()).toEqual(['administrator', 'donor', 'manager', 'partner'])
    expect(page.languages).toEqual([
      { value: 'vi', label: words.t('common:language.vi') },
      { value: 'en', label: words.t('common:language.en') },
    ])
    for (const { label } of [...page.roles, ...page.languages]) expect(label).not.toMatch(/^$|\./)
  })
})

describe('the page of a person', () => {
  it('has what is stored to correct, or what was typed with its sentences', () => {
    const one = person(1, { role: 'partner', partnerIds: [2, 1] })
    expect(personPage(one, partners, null, {}, words)).toMatchObject({
      id: 1,
      name: 'P 1',
      typed: { name: 'P 1', email: 'p1@example.org', role: 'partner', partners: ['2', '1'] },
      errors: {},
      languages: null,
      partners: [
        { value: '1', label: 'Police' },
        { value: '2', label: 'Court' },
      ],
    })
    const errors = { name: 'people:manage.bad-name' } as const
    expect(personPage(one, partners, { name: 'x' }, errors, words)).toMatchObject({
      name: 'P 1',
      typed: { name: 'x' },
      errors,
    })
  })
})
