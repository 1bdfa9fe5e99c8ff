import { describe, expect, it } from 'vitest'
import { hasBase, isWholeNumber } from '../../../src/indicators/measure.ts'
import { fieldName, fieldOf } from '../../../src/indicators/value-field.ts'
import { typed } from '../../../src/language/format.ts'
import { LARGEST } from '../../../src/language/read-number.ts'
import { type Entry, reported } from '../../../src/submissions/entry.ts'
import type { FormRow } from '../../../src/submissions/entry-form/definition.ts'
import { holdsValues, readPosted, withChoices } from '../../../src/submissions/entry-form/form.ts'
import { typedAt, typedFor } from '../../../src/submissions/entry-form/parsed-form.ts'
import { readRows } from '../../../src/submissions/entry-form/row-form.ts'
import { flatten } from '../../../src/submissions/versions/merge.ts'
import type { Language } from '../../../src/vocabulary/language.ts'
import fc from '../../fast-check.ts'
import { row } from './definitions.ts'

const read = (body: Record<string, string>, what: FormRow, stored: Entry[] = [], language: Language = 'vi') =>
  readRows(readPosted(body, language), [what], stored)
const problems = (...given: Parameters<typeof read>) => read(...given).problems.map(({ field, code }) => [field, code])

describe('names of fields', () => {
  it('can be read back', () => {
    for (const name of ['v.V3', 'd.V6', 's.V3', 'v.V3.age=16-17|sex=female', 'r.P10', 'k.J1']) {
      const found = fieldOf(name)!
      expect(fieldName(found.part, found.indicator, found.cell)).toBe(name)
    }
    for (const name of ['_csrf', 'version', 'x.V3', 'v.', 'v.v3', 'c.v.V3']) expect(fieldOf(name)).toBeNull()
  })
})

describe('reading a posted form', () => {
  const count = row('V1', 'count', [['primary', 'age']])

  it.each<[string, Language, number]>([
    ['1.234', 'vi', 1234],
    ['1,234', 'en', 1234],
    [' 12 ', 'vi', 12],
    ['0', 'vi', 0],
  ])('reads %s from a %s hand as %d', (text, language, value) => {
    const reading = read({ 'v.V1.age=child': text }, count, [], language)
    expect(reading.entries).toEqual([reported('V1', 'age=child', value)])
    expect(reading.problems).toEqual([])
  })

  it('never reads a blank as zero', () => {
    expect(read({ 'v.V1.age=child': '', 'v.V1.age=adult': ' ' }, count).entries).toEqual([])
  })

  it.each([
    ['hai mươi', 'not-a-number'],
    ['-3', 'negative'],
    ['1,5', 'not-whole'],
    ['99999999999', 'too-large'],
    ['1.5', 'ambiguous'],
    ['1,000', 'ambiguous'],
    ['12\t34', 'several-cells'],
    ['3 4', 'not-a-number'],
    ['5²', 'not-a-number'],
    ['N/A', 'state-word'],
    ['k.có', 'state-word'],
  ])('gives %s back as typed: %s', (text, code) => {
    const stored = [reported('V1', 'age=child', 7)]
    const reading = read({ 'v.V1.age=child': text, 'v.V1.age=adult': '4' }, count, stored)
    expect(reading.problems.map((problem) => [problem.field, problem.code])).toEqual([['v.V1.age=child', code]])
    expect(reading.typed['v.V1.age=child']).toBe(text)
    // What was stored stays, and what could be read is kept.
    expect(reading.entries).toEqual([reported('V1', 'age=child', 7), reported('V1', 'age=adult', 4)])
  })

  it('asks about an ambiguous number with both readings', () => {
    expect(read({ 'v.V1.age=child': '1.5' }, count).problems[0]!.numbers).toEqual({ a: 1.5, b: 15 })
  })

  it.each<[string, FormRow, Record<string, number>, number[]]>([
    ['1,234', count, { a: 1234, b: 1.234 }, [1234]],
    ['1,000', count, { a: 1000, b: 1 }, [1000, 1]],
    ['1.5', count, { a: 1.5, b: 15 }, [15]],
    ['1.5', row('V1', 'median', [['primary', 'age']]), { a: 1.5, b: 15 }, [1.5, 15]],
    ['0.5', row('V1', 'median', [['primary', 'age']]), { a: 0.5 }, [0.5]],
    ['-0.5', row('V1', 'mean', [['primary', 'age']]), { a: -0.5 }, [-0.5]],
  ])('knows what %s can have meant, and which of it its field takes', (text, what, numbers, readings) => {
    expect(read({ 'v.V1.age=child': text }, what).problems).toEqual([
      { field: 'v.V1.age=child', indicator: 'V1', code: 'ambiguous', numbers, readings },
    ])
  })

  it('leaves alone what was not sent', () => {
    const stored = [reported('V1', 'age=child', 7), reported('V1', 'age=adult', 1)]
    expect(read({ 'v.V1.age=adult': '2' }, count, stored).entries).toEqual([stored[0], reported('V1', 'age=adult', 2)])
    expect(read({}, count, stored).entries).toEqual(stored)
  })

  it('keeps two numbers that belong together, or neither', () => {
    const ratio = row('V6', 'ratio')
    const stored = [reported('V6', '', 1, 2)]
    expect(read({ 'v.V6': '3', 'd.V6': '4' }, ratio).entries).toEqual([reported('V6', '', 3, 4)])
    expect(read({ 'v.V6': '3', 'd.V6': '' }, ratio).entries).toEqual([reported('V6', '', 3, null)])
    expect(read({ 'v.V6': '3', 'd.V6': 'x' }, ratio, stored).entries).toEqual(stored)
    expect(problems({ 'v.V6': '', 'd.V6': '4' }, ratio)).toEqual([['v.V6', 'needs-value']])
    expect(problems({ 'v.V6': '5', 'd.V6': '4' }, ratio)).toEqual([['v.V6', 'numerator-larger']])
  })

  it('lets a mean fall below zero, and nothing else', () => {
    expect(read({ 'v.P11': '-12,5', 'd.P11': '4' }, row('P11', 'mean')).entries).toEqual([
      reported('P11', '', -12.5, 4),
    ])
    expect(problems({ 'v.P11': '1', 'd.P11': '-4' }, row('P11', 'mean'))).toEqual([['d.P11', 'negative']])
  })

  it('takes a stage from the list only', () => {
    expect(read({ 'v.J11': '2' }, row('J11', 'milestone')).entries).toEqual([reported('J11', '', 2)])
    expect(problems({ 'v.J11': '9' }, row('J11', 'milestone'))).toEqual([['v.J11', 'not-in-list']])
  })

  it('marks a whole indicator, with a reason where it does not apply', () => {
    const marks = (body: Record<string, string>) => read(body, count, [reported('V1', 'age=child', 7)])
    expect(marks({ 's.V1': 'not reported' }).entries).toEqual([
      { indicator: 'V1', cell: '', state: 'not reported', value: null, base: null, reason: null },
    ])
    expect(marks({ 's.V1': 'not applicable', 'r.V1': ' Không mở khóa nào ' }).entries[0]).toMatchObject({
      state: 'not applicable',
      reason: 'Không mở khóa nào',
    })
    expect(marks({ 's.V1': 'not applicable', 'r.V1': '' }).problems[0]).toMatchObject({
      field: 'r.V1',
      code: 'needs-reason',
    })
    expect(marks({ 's.V1': 'gone' }).problems[0]).toMatchObject({ field: 's.V1', code: 'not-in-list' })
    const both = marks({ 's.V1': 'not reported', 'v.V1.age=child': '3' })
    expect(both.problems[0]).toMatchObject({ field: 's.V1', code: 'state-and-values' })
    expect(both.entries).toEqual([reported('V1', 'age=child', 7)])
    expect(both.typed['v.V1.age=child']).toBe('3')
  })

  it('keeps a reason that looks like personal data only on the person’s word', () => {
    const body = { 's.V1': 'not applicable', 'r.V1': 'Gọi 0912345678' }
    expect(problems(body, count)).toEqual([['r.V1', 'may-identify']])
    const kept = read({ ...body, 'k.V1': 'yes' }, count)
    expect(kept).toMatchObject({ problems: [], keptOnWord: ['V1'] })
  })

  it('turns blanks into zeros for the one indicator that says so', () => {
    const reading = read({ fill: 'V1', 'v.V1.age=child': '3', 'v.V1.age=adult': '' }, count)
    expect(reading.entries).toEqual([reported('V1', 'age=child', 3), reported('V1', 'age=adult', 0)])
    expect(read({ fill: 'V2', 'v.V1.age=adult': '' }, count).entries).toEqual([])
  })

  it('reads back whatever it shows', () => {
    const measures = ['count', 'ratio', 'mean', 'median'] as const
    const whole = fc.integer({ min: 0, max: LARGEST })
    const decimal = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9999 }))
      .map(([units, parts]) => Number(`${units}.${String(parts).padStart(4, '0')}`))
    fc.assert(
      fc.property(
        fc.constantFrom(...measures),
        fc.constantFrom<Language>('vi', 'en'),
        whole,
        whole,
        decimal,
        (measure, language, a, b, c) => {
          const what = row('V1', measure, [['primary', 'age']])
          const base = hasBase(measure) ? Math.max(a, b) : null
          const value = isWholeNumber(measure, 'value') ? Math.min(a, b) : measure === 'median' ? Math.abs(c) : c
          const entry = reported('V1', 'age=adult', value === 0 ? 0 : value, base === 0 ? 1 : base)
          const body = Object.fromEntries(
            Object.entries(flatten([entry])).map(([name, one]) => [name, typed(one as number, language)]),
          )
          const reading = read(body, what, [], language)
          expect(reading.problems).toEqual([])
          expect(reading.entries).toEqual([entry])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the language of a form', () => {
  it('is the one it was sent with, else that of its person', () => {
    const languageOf = (body: object, now: Language) => readPosted(body, now).language
    expect(languageOf({ language: 'vi' }, 'en')).toBe('vi')
    expect(languageOf({ language: 'en' }, 'vi')).toBe('en')
    expect(languageOf({ language: ['en', 'vi'] }, 'en')).toBe('vi')
    for (const language of ['fr', '', 1, ['vi', 'fr'], undefined]) expect(languageOf({ language }, 'en')).toBe('en')
  })

  it('is what typed text is written anew from when its page comes back in another', () => {
    const rows = [row('V1', 'count', [['primary', 'age']]), row('V2', 'mean'), row('J11', 'milestone')]
    const body = {
      'v.V1.age=child': '1.234',
      'v.V1.age=adult': '1,000',
      'v.V2': '-1,5',
      'd.V2': 'x9',
      's.V1': 'reported',
      'r.V1': '1.234',
      'v.J11': '2',
    }
    const reading = readRows(readPosted(body, 'vi'), rows, [])
    expect(reading.language).toBe('vi')
    expect(typedFor(reading, rows, 'vi')).toEqual(reading.typed)
    expect(typedFor(reading, rows, 'en')).toEqual({
      ...body,
      'v.V1.age=child': '1234',
      'v.V1.age=adult': '1,000 ?',
      'v.V2': '-1.5',
    })
  })
})

describe('choices between two versions', () => {
  it('puts what is saved in the place of what was typed, where chosen', () => {
    const stored = flatten([reported('V1', 'age=child', 1234.5)])
    const body = {
      'v.V1.age=child': '9',
      'c.v.V1.age=child': 'theirs',
      'v.V1.age=adult': '8',
      'c.v.V1.age=adult': 'theirs',
      'v.V2': '7',
      'c.v.V2': 'mine',
      's.V1': 'not reported',
      'c.s.V1': 'theirs',
    }
    expect(withChoices(readPosted(body, 'vi'), stored).fields).toMatchObject({
      'v.V1.age=child': '1234,5',
      'v.V1.age=adult': '',
      'v.V2': '7',
      's.V1': 'reported',
    })
  })
})

describe('what a form sends besides its values', () => {
  it('is read, and as if it were not sent where it makes no sense', () => {
    const body = { version: '3', component: 'protection', next: 'prosecution', after: 'hand-in', fill: 'V5' }
    expect(readPosted({ ...body, confirmed: ['a', 'b'], note: ['why', ''], language: 'en' }, 'vi')).toEqual({
      version: 3,
      component: 'protection',
      next: 'prosecution',
      after: 'hand-in',
      fill: 'V5',
      confirmed: ['a', 'b'],
      note: ['why', ''],
      keep: '',
      language: 'en',
      fields: {},
    })
    for (const nonsense of [
      { version: '1e99', component: 'No one', next: '', confirmed: '' },
      null,
      undefined,
      'text',
    ]) {
      expect(readPosted(nonsense, 'vi')).toMatchObject({ version: 0, component: undefined, next: undefined, fill: '' })
    }
    expect(readPosted({ confirmed: 'one' }, 'vi').confirmed).toEqual(['one'])
  })

  it('is told from its values, of which the last text counts', () => {
    const posted = readPosted({ _csrf: 'x', 'v.V1': ['1', '2'], 'c.v.V1': 'mine', 'v.V2': [{}], other: '4' }, 'vi')
    expect(posted.fields).toEqual({ 'v.V1': '2', 'c.v.V1': 'mine' })
    expect(holdsValues(posted)).toBe(true)
    expect(holdsValues(readPosted({ version: '1', 'c.v.V1': 'mine' }, 'vi'))).toBe(false)
  })

  it('comes back cell by cell with both its numbers, and as a whole row where the state has a problem', () => {
    const third = { 'v.V3.sex=male': 'x', 'd.V3.sex=male': '4', 'v.V3.sex=female': '5', 's.V3': 'reported' }
    const typed = { 'v.V1': '1', 's.V1': 'reported', 'v.V2': '2', ...third }
    const problem = { field: 'v.V3.sex=male', indicator: 'V3', code: 'not-a-number' as const, numbers: {} }
    expect(typedAt(typed, [problem])).toEqual({ 'v.V3.sex=male': 'x', 'd.V3.sex=male': '4' })
    expect(typedAt(typed, [{ ...problem, field: 's.V3' }])).toEqual(third)
    expect(typedAt(typed, [])).toEqual({})
  })
})
