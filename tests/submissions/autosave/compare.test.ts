import { describe, expect, it } from 'vitest'
import { readTyped, type TypedField } from '../../../src/submissions/autosave/cells-form.ts'
import { compareTyped } from '../../../src/submissions/autosave/compare.ts'
import { newerTexts, problemAt, readTypedRows } from '../../../src/submissions/autosave/rows.ts'
import { reported } from '../../../src/submissions/entry.ts'
import { fieldsOfRow } from '../../../src/submissions/entry-form/definition.ts'
import type { Problem } from '../../../src/submissions/entry-form/parsed-form.ts'
import { row } from '../entry-form/definitions.ts'

const count = row('A1', 'count')
const share = row('A2', 'ratio', [['primary', 'sex']])
const field = (name: string, text: string, ...known: string[]): TypedField => ({ name, text, known })

describe('what is sent while it is typed', () => {
  it('is fields, each with what it was before; of anything else nothing', () => {
    const body = {
      version: '4',
      language: 'en',
      'v.A1': ['1', '2'],
      'b.v.A1': '',
      'd.A1': '3',
      'k.A1': 'yes',
      'b.k.A1': '',
      x: '1',
      'b.x': '',
    }
    expect(readTyped(body, 'vi')).toEqual({ version: 4, language: 'en', fields: [field('v.A1', '2', '')] })
    expect(readTyped('nothing', 'vi')).toEqual({ version: 0, language: 'vi', fields: [] })
    expect(readTyped({ language: 'fr' }, 'en').language).toBe('en')
  })
})

describe('what was typed and what is saved', () => {
  const sorted = (one: TypedField, saved: Record<string, number | string>, language: 'vi' | 'en' = 'vi') => {
    const { mine, same } = compareTyped({ fields: [one], language }, [count, share], saved)
    return mine.length > 0 ? 'mine' : same.length > 0 ? 'same' : 'both'
  }

  it.each([
    ['typed into a blank', field('v.A1', '5', ''), {}, 'mine'],
    ['typed over what was seen', field('v.A1', '5', '1.234'), { 'v.A1': 1234 }, 'mine'],
    ['taken away', field('v.A1', ' ', '4'), { 'v.A1': 4 }, 'mine'],
    ['sent twice', field('v.A1', '5', ''), { 'v.A1': 5 }, 'same'],
    ['typed over what was sent and never answered', field('v.A1', '7', '4', '5', '6'), { 'v.A1': 6 }, 'mine'],
    ['another number than any of those', field('v.A1', '7', '4', '5', '6'), { 'v.A1': 8 }, 'both'],
    ['zero over a blank', field('v.A1', '0', ''), {}, 'mine'],
    ['another number meanwhile', field('v.A1', '5', ''), { 'v.A1': 6 }, 'both'],
    ['taken away meanwhile', field('v.A1', '5', '6'), {}, 'both'],
    ['can’t be read, nobody else changed it', field('v.A1', 'x', ''), {}, 'mine'],
    ['can’t be read, somebody changed it', field('v.A1', 'x', ''), { 'v.A1': 6 }, 'both'],
    ['a denominator', field('d.A2.sex=male', '5', '4'), { 'd.A2.sex=male': 4 }, 'mine'],
    ['a state', field('s.A1', 'not reported', 'reported'), {}, 'mine'],
    [
      'a state that somebody set otherwise',
      field('s.A1', 'not reported', 'reported'),
      { 's.A1': 'not applicable' },
      'both',
    ],
    ['back to numbers', field('s.A1', 'reported', 'not reported'), { 's.A1': 'not reported' }, 'mine'],
    ['a reason', field('r.A1', ' why ', ''), {}, 'mine'],
    ['a reason that is there', field('r.A1', ' why ', ''), { 'r.A1': 'why' }, 'same'],
    ['of nothing that is asked for', field('v.B9', '5', ''), { 'v.B9': 5 }, 'both'],
  ] as const)('%s', (_, one, saved, expected) => {
    expect(sorted(one, saved)).toBe(expected)
  })

  it('are compared in the language that was typed', () => {
    expect(sorted(field('v.A1', '1,234', '5'), { 'v.A1': 1234 }, 'en')).toBe('same')
    expect(sorted(field('v.A1', '1,234', '5'), { 'v.A1': 1234 }, 'vi')).toBe('both')
  })
})

describe('an indicator of which a field was typed', () => {
  it('is read whole, with the rest as it is saved', () => {
    const saved = [reported('A2', 'sex=male', 3, 10)]
    const read = (...typed: TypedField[]) => readTypedRows(typed, 'vi', [count, share], saved)
    const one = read(field('v.A2.sex=male', '4', '3'))
    expect(one.rows).toEqual([share])
    expect(one.parsed).toMatchObject({ problems: [], entries: [reported('A2', 'sex=male', 4, 10)] })
    const wrong = read(field('v.A2.sex=male', '11', '3')).parsed
    expect(wrong.entries).toEqual(saved)
    expect(problemAt('d.A2.sex=male', wrong.problems)?.code).toBe('numerator-larger')
    expect(problemAt('v.A2.sex=female', wrong.problems)?.code).toBe('numerator-larger')
    expect(problemAt('v.A1', wrong.problems)).toBeNull()
    expect(read(field('s.A2', 'not reported', 'reported')).parsed.problems).toMatchObject([
      { code: 'state-and-values' },
    ])
  })

  it('has a state, a reason, and a field for each number of its cells', () => {
    expect(fieldsOfRow(count)).toEqual(['s.A1', 'r.A1', 'v.A1'])
    expect(fieldsOfRow(share).slice(0, 5)).toEqual([
      's.A2',
      'r.A2',
      'v.A2.sex=male',
      'd.A2.sex=male',
      'v.A2.sex=female',
    ])
  })
})

it('a page is told what others changed, as its inputs write it, and nothing of what it sent', () => {
  const shown = { 'v.A1': 1, 'v.A3': 5, 's.A4': 'not reported', 'r.A4': 'why' }
  const now = { 'v.A1': 2, 'v.A2': 1234, 'v.A3': 5 }
  expect(newerTexts(shown, now, [field('v.A1', '3', '1')], 'vi')).toEqual({
    'v.A2': '1234',
    's.A4': 'reported',
    'r.A4': '',
  })
})

it.each([
  ['v.V3.age=child', 'v.V3.age=child'],
  ['d.V3.age=adult', 'v.V3.age=adult'],
  ['v.V3.age=other', 's.V3'],
  ['v.V9', null],
])(
  'what kept %s from being saved is what is wrong with it, or else with its cell, or with its indicator',
  (name, at) => {
    const fields = ['s.V3', 'v.V3.age=adult', 'v.V3.age=child']
    const problems = fields.map((field) => ({ field, indicator: 'V3', code: 'negative', numbers: {} }) as Problem)
    expect(problemAt(name, problems)?.field ?? null).toBe(at)
  },
)
