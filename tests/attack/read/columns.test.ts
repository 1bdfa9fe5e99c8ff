import { describe, expect, it } from 'vitest'
import { codeKey } from '../../../src/attack/read/code-key.ts'
import { byColumn, headingColumns, headingsOf, isHeading } from '../../../src/attack/read/columns.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { cell, column, sheetOf } from './rows.ts'

const vi = (key: 'indicator' | 'unit' | 'place' | 'partner') => wordsFor('vi').t(`releases:workbook.column.${key}`)
const KEYS = ['indicator', 'unit', 'place'] as const

describe('the headings of a table', () => {
  it('are in the first row that has all that must be there, wherever each stands', () => {
    const found = headingsOf(
      sheetOf([column('indicator')], [column('place'), 'x', column('indicator'), column('indicator')]),
      KEYS,
      ['indicator', 'place'],
    )
    expect([found!.row, [...found!.columns], [...found!.beside]]).toEqual([
      1,
      [
        ['place', 0],
        ['indicator', 2],
      ],
      [],
    ])
    expect(headingsOf(sheetOf([column('indicator')]), KEYS, ['indicator', 'place'])).toBeNull()
  })

  it('are of partners where a project has no areas, and of nothing else', () => {
    expect([isHeading(column('partner'), 'place'), isHeading(vi('partner'), 'place')]).toEqual([true, true])
    expect([isHeading(column('partner'), 'unit'), isHeading(column('unit'), 'place')]).toEqual([false, false])
    expect([...headingColumns([cell('x'), cell(null), cell(vi('unit'))], KEYS)]).toEqual([['unit', 2]])
  })

  it('say where words stand again in the other language, and what they are read as', () => {
    const sheet = sheetOf(
      [vi('indicator'), column('indicator'), vi('unit'), column('place')],
      ['Số người', 'Persons', 'người', 'Hà Tĩnh'],
      ['HIV', 'HIV', 'người', 'Hà Tĩnh'],
      ['Số người', null, 'người', 'Hà Tĩnh'],
      [null, 'Persons', 'người', 'Hà Tĩnh'],
    )
    const headings = headingsOf(sheet, KEYS, ['indicator'])!
    expect([...headings.beside]).toEqual([['indicator', 1]])
    const read = sheet.rows.slice(1).map((row) => KEYS.map((key) => byColumn(row, headings)(key)?.text ?? null))
    expect(read).toEqual([
      ['Số người / Persons', 'người', 'Hà Tĩnh'],
      ['HIV', 'người', 'Hà Tĩnh'],
      ['Số người', 'người', 'Hà Tĩnh'],
      [null, 'người', 'Hà Tĩnh'],
    ])
    // What is put together stands where the first of the two does.
    expect(byColumn(sheet.rows[1]!, headings)('indicator')).toMatchObject({ at: 'A2', number: null })
  })

  it('are not there again where the next column only looks alike', () => {
    const same = headingsOf(sheetOf([column('indicator'), column('indicator')]), KEYS, ['indicator'])!
    expect([...same.beside]).toEqual([])
    const read = byColumn([cell('A'), cell('B')], same)
    expect([read('indicator')!.text, read('place')]).toEqual(['A', null])
  })
})

it('a name is known by its code: a place everywhere, a breakdown and a category within its indicator', () => {
  expect(codeKey('place', 'V3', 'ha')).toBe(codeKey('place', 'V4', 'ha'))
  const keys = [
    codeKey('place', 'V3', 'ha'),
    codeKey('breakdown', 'V3', 'ha'),
    codeKey('category', 'V3', 'ha'),
    codeKey('category', 'V4', 'ha'),
    codeKey('category', 'V3', 'no'),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})
