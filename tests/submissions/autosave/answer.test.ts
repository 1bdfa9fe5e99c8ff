import { describe, expect, it } from 'vitest'
import { lockedAnswer, typedAnswer } from '../../../src/submissions/autosave/answer.ts'
import { readTyped, type TypedField } from '../../../src/submissions/autosave/cells-form.ts'
import { BREAKDOWNS, definition, indicator } from '../entry-form/definitions.ts'
import { NOW, on, words } from '../page-state.ts'

const FORM = { definition: definition(indicator('A1', 'count'), indicator('A2', 'ratio')), breakdowns: BREAKDOWNS }
const field = (name: string, text: string): TypedField => ({ name, text, known: [''] })

describe('what a page is told of what was typed', () => {
  it('is what became of each field, in words', async () => {
    const problem = {
      indicator: 'A2',
      field: 'd.A2',
      code: 'numerator-larger',
      numbers: { value: 3, base: 2 },
    } as const
    const answer = typedAnswer(
      {
        kept: [field('v.A1', '5')],
        refused: [
          { field: field('d.A2', '1'), problem },
          { field: field('v.A2', '2'), problem: null },
        ],
        both: [
          { field: field('v.A1', '1234'), last: { at: on('2021-10-07'), by: 'Lan' } },
          { field: field('s.A1', ' '), last: { at: on('2021-10-07'), by: null } },
          { field: field('r.A2', 'why'), last: null },
        ],
      },
      { id: 7, version: 3, saved: { 'v.A1': 1234.5, 's.A1': 'not reported' }, newer: { 'v.A3': '1' }, now: NOW },
      FORM,
      'vi',
      words,
    )
    await expect(`${JSON.stringify(answer, null, 1)}\n`).toMatchFileSnapshot('answer.txt')
  })

  it('is why nothing can be saved', () => {
    expect(lockedAnswer('closed', words)).toEqual({ locked: words.t('submissions:refused.closed') })
  })
})

describe('what is sent while it is typed', () => {
  it('is as many texts as anybody knows, and no field that is none', () => {
    const known = Array.from({ length: 25 }, (_, nth) => String(nth))
    expect(readTyped({ 'v.A1': '9', 'b.v.A1': known }, 'vi').fields).toEqual([
      { name: 'v.A1', text: '9', known: known.slice(0, 20) },
    ])
    expect(readTyped({ 'v.A1': [5, { x: 1 }], 'b.v.A1': ['', 3], 'v.A2': '1', 'b.v.A2': [7] }, 'vi').fields).toEqual([])
    expect(readTyped({ 'v.A1': ['1', 2], 'b.v.A1': [3, 'a'] }, 'vi').fields).toEqual([
      { name: 'v.A1', text: '1', known: ['a'] },
    ])
    expect(readTyped(null, 'en')).toEqual({ version: 0, language: 'en', fields: [] })
  })
})
