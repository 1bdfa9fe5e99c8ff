import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lineField } from '../../src/forms/fields.ts'
import { byId, quarterParam } from '../../src/forms/params.ts'
import { readForm, says } from '../../src/forms/read.ts'

const form = z
  .object({
    name: lineField(2, 10, 'people:manage.bad-name'),
    role: z.enum(['a', 'b'], says('people:manage.bad-role')),
    partners: z
      .array(z.string())
      .transform((ids) => ids.map(Number))
      .refine((ids) => ids.every((id) => id > 0), says('people:manage.bad-partners')),
    day: z.string().regex(/^\d+$/).optional().catch(undefined),
  })
  .refine(({ name }) => name !== 'taken', { path: ['name'], ...says('people:manage.email-taken') })

describe('reading a form', () => {
  it('gives values and what was typed', () => {
    expect(readForm(form, { name: '  An ', role: 'b', partners: ['3', '4'], day: 'x', more: 'y' })).toEqual({
      typed: { name: '  An ', role: 'b', partners: ['3', '4'], day: 'x' },
      values: { name: 'An', role: 'b', partners: [3, 4], day: undefined },
    })
  })

  it('gives one sentence a field, and keeps what was typed', () => {
    expect(readForm(form, { name: 'A', role: 'c', partners: '0' })).toEqual({
      typed: { name: 'A', role: 'c', partners: ['0'], day: '' },
      errors: {
        name: 'people:manage.bad-name',
        role: 'people:manage.bad-role',
        partners: 'people:manage.bad-partners',
      },
    })
    expect(readForm(form, { name: 'taken', role: 'a' })).toMatchObject({
      errors: { name: 'people:manage.email-taken' },
    })
  })

  it.each([undefined, null, 'text', 7, []])('takes %j for a form nobody filled in', (body) => {
    expect(readForm(form, body)).toMatchObject({ typed: { name: '', role: '', partners: [], day: '' } })
  })

  it('takes the last of a field sent twice, and no text that is none', () => {
    const { typed } = readForm(form, { name: ['An', 'Bình'], role: { toString: 1 }, partners: ['1', { a: 1 }, 2] })
    expect(typed).toMatchObject({ name: 'Bình', role: '', partners: ['1'] })
  })

  it('has a sentence for what the schema says nothing about', () => {
    expect(readForm(z.object({ nth: z.string().regex(/^\d$/) }), { nth: 'x' })).toMatchObject({
      errors: { nth: 'common:form.not-right' },
    })
  })
})

describe('a line of text', () => {
  const read = (text: string) => lineField(2, 10, 'people:manage.bad-name').safeParse(text)

  it.each([
    ['  Lê Thị Ế  ', 'Lê Thị Ế'],
    ['Lê Thị Ế'.normalize('NFD'), 'Lê Thị Ế'],
    ['x'.repeat(10), 'x'.repeat(10)],
  ])('is trimmed and in one form: %j', (text, line) => {
    expect(read(text).data).toBe(line)
  })

  it.each([
    'A',
    'x'.repeat(11),
    'An\u0000Bình',
    'An\r\nBình',
    'An\u0085Bình',
    'An\u202eBình',
    'An\u2066Bình',
    'An\u200bBình',
    'An\ud800',
    'x'.repeat(500_000),
    `e${'\u0301\u0323'.repeat(250_000)}`,
  ])('is refused when too short, too long or not to be seen', (text) => {
    expect(read(text).error?.issues.map((issue) => issue.message)).toEqual(['people:manage.bad-name'])
  })
})

describe('params', () => {
  it('reads ids and quarters, and nothing else', () => {
    expect(byId.parse({ id: '12' })).toEqual({ id: 12 })
    for (const id of ['', '-1', '1e3', '1.5', '١', '1234567890123456', ' 1'])
      expect(byId.safeParse({ id }).success, id).toBe(false)
    expect(quarterParam.parse('2021-Q4')).toBe(2021 * 4 + 3)
    for (const code of ['', '2021-Q5', '2021Q4', '1889-Q1']) expect(quarterParam.safeParse(code).success).toBe(false)
  })
})
