import { describe, expect, it } from 'vitest'
import { readForm } from '../../src/forms/read.ts'
import { correctionForm, languageForm, newPersonForm, passwordForm } from '../../src/people/form.ts'
import { changesTo, type Identity, isSameName } from '../../src/people/person.ts'

describe('the form for a new person', () => {
  const form = newPersonForm([1, 7])
  const right = { email: 'An@Example.org', name: ' Lê An ', role: 'manager', language: 'vi' }
  const read = (over: Record<string, string | string[]> = {}) => readForm(form, { ...right, ...over })

  it('gives values as they are stored', () => {
    expect(read({ role: 'partner', partners: ['7', '', '1', '7'] })).toMatchObject({
      values: { email: 'an@example.org', name: 'Lê An', role: 'partner', language: 'vi', partners: [7, 1] },
    })
    expect(read()).toMatchObject({ values: { partners: [] } })
  })

  it.each([
    ['email', { email: '' }],
    ['email', { email: 'an' }],
    ['email', { email: 'an@' }],
    ['email', { email: `${'a'.repeat(195)}@b.org` }],
    ['name', { name: 'A' }],
    ['name', { name: 'x'.repeat(121) }],
    ['role', { role: 'king' }],
    ['language', { language: 'fr' }],
    ['partners', { role: 'partner' }],
    ['partners', { role: 'partner', partners: [''] }],
    ['partners', { role: 'partner', partners: ['7', '2'] }],
    ['partners', { partners: ['0x1'] }],
    ['partners', { partners: ['1e0'] }],
    ['partners', { partners: [' 1'] }],
  ])('refuses %s of %j with one sentence', (field, over) => {
    expect(read(over)).toMatchObject({ errors: { [field]: `people:manage.bad-${field}` } })
    expect(Object.keys((read(over) as { errors: object }).errors)).toEqual([field])
  })
})

describe('the form to correct a person', () => {
  const read = (form: ReturnType<typeof correctionForm>, over: object = {}) =>
    readForm(form, { email: 'An@Example.org', name: 'Lê An', role: 'partner', partners: ['7'], ...over })

  it('takes what the form for a new one takes, but no language', () => {
    expect(read(correctionForm([1, 7]), { language: 'fr' })).toMatchObject({
      values: { email: 'an@example.org', name: 'Lê An', role: 'partner', partners: [7] },
    })
    expect(read(correctionForm([1, 7]), { partners: [] })).toMatchObject({
      errors: { partners: 'people:manage.bad-partners' },
    })
  })

  it('says so where there is no partner yet to report for', () => {
    for (const form of [correctionForm([]), newPersonForm([])])
      expect(readForm(form, { email: 'a@b.org', name: 'An', role: 'partner', language: 'vi' })).toMatchObject({
        errors: { partners: 'people:manage.no-partners' },
      })
  })
})

describe('what is corrected of a person', () => {
  const before: Identity = { name: 'An', email: 'a@b.org', role: 'partner', partnerIds: [2, 10] }
  it.each<[string, Partial<Identity>, (keyof Identity)[]]>([
    ['nothing', {}, []],
    ['the order of partners alone', { partnerIds: [10, 2] }, []],
    ['partners', { partnerIds: [2] }, ['partnerIds']],
    ['the name', { name: 'Ân' }, ['name']],
    [
      'everything',
      { name: 'B', email: 'b@b.org', role: 'manager', partnerIds: [] },
      ['name', 'email', 'role', 'partnerIds'],
    ],
  ])('is told by name alone: %s', (_, over, changed) => {
    const after = { ...before, ...over }
    expect(changesTo(before, after)).toEqual(changed)
    expect(before.partnerIds).toEqual([2, 10])
  })
})

describe('the form for a new password', () => {
  const read = (next: string, again = next) => readForm(passwordForm, { current: 'x', next, again })

  it.each([['x'.repeat(10)], ['ế'.repeat(10).normalize('NFD')], ['x'.repeat(200)]])(
    'takes ten to two hundred letters: %s',
    (next) => {
      expect(read(next)).toMatchObject({ values: { next } })
    },
  )

  it('is the same password in another Unicode form', () => {
    expect('values' in read('ế'.repeat(10), 'ế'.repeat(10).normalize('NFD'))).toBe(true)
  })

  it.each([
    ['too short', 'x'.repeat(9), 'x'.repeat(9), { next: 'people:account.too-short' }],
    ['too long', 'x'.repeat(201), 'x'.repeat(201), { next: 'people:account.too-long' }],
    ['another', 'x'.repeat(10), 'y'.repeat(10), { again: 'people:account.not-the-same' }],
    ['short and another', 'x', 'y', { next: 'people:account.too-short', again: 'people:account.not-the-same' }],
    [
      'longer than anything that is compared',
      'x'.repeat(900),
      'x'.repeat(900),
      { next: 'people:account.too-long', again: 'people:account.not-the-same' },
    ],
  ])('says so when it is %s', (_, next, again, errors) => {
    expect(read(next, again)).toMatchObject({ errors })
    expect((read(next, again) as { errors: object }).errors).toEqual(errors)
  })
})

it('knows two languages', () => {
  for (const language of ['vi', 'en']) expect('values' in readForm(languageForm, { language, back: '/' })).toBe(true)
  expect('errors' in readForm(languageForm, { language: 'fr' })).toBe(true)
})

it.each([
  ['Lê Thị An', 'lê thị an', true],
  ['Lê Thị An', ' Lê  Thị\u00a0An ', true],
  ['Lê Thị An', 'Lê Thị An'.normalize('NFD'), true],
  ['Lê Thị An', 'Ｌê Thị Ａn', true],
  ['Lê Thị An', 'Lê ThịAn', false],
  ['Lê Thị An', 'Le Thi An', false],
  ['Lê Thị An', 'Lê Thị An (Nghệ An)', false],
])('%s and %s are the same name: %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same)
  expect(isSameName(other, one)).toBe(same)
})
