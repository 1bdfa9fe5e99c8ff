import { describe, expect, it } from 'vitest'
import {
  columnProblems,
  comesToField,
  type Draft,
  draftOf,
  labelsOf,
  mappingFrom,
  saysOf,
  shownColumns,
} from '../../../../../src/submissions/workbook/own-sheet/choosing/draft.ts'
import type { OwnMapping } from '../../../../../src/submissions/workbook/own-sheet/reading/mapping.ts'
import { FORM } from '../../small-form.ts'
import { cellsFrom, type Rows } from '../cells.ts'

const TOP = { first: 0, last: 0 }
const sheetOf = (rows: Rows) => ({ name: 'S', cells: cellsFrom(rows) })
const draft = (holds: Record<number, string>, says: Record<string, string> = {}, headings = TOP): Draft => ({
  sheet: 0,
  headings,
  holds: new Map(Object.entries(holds).map(([column, one]) => [Number(column), one])),
  says: new Map(Object.entries(says)),
})

describe('what columns hold before anybody has chosen', () => {
  const sheet = sheetOf([
    ['Quý', 'V5', 'Ghi chú', 'Quý 3/2021', 'Quý 4/2021'],
    ['IV', 1, 'x', 2, 3],
  ])
  const held = (known: OwnMapping | null) => [...draftOf(sheet, { sheet: 0, headings: TOP }, known, FORM).holds]

  it('is guessed by their headings', () => {
    expect(held(null)).toEqual([
      [0, 'quarter'],
      [1, 'v.V5'],
      [2, ''],
      [3, 'by-quarter'],
      [4, 'by-quarter'],
    ])
  })

  it('is what a mapping remembers, and nothing of what it does not: that was left out', () => {
    const known = (columns: OwnMapping['columns']): OwnMapping => ({ depth: 1, columns, rows: [] })
    expect(held(known([{ heading: 'ghi chu', holds: 'row' }]))).toEqual([
      [0, ''],
      [1, ''],
      [2, 'row'],
      [3, ''],
      [4, ''],
    ])
    // '' is every column whose heading names a quarter, and no other; one that is remembered by its own heading comes first.
    expect(
      held(
        known([
          { heading: '', holds: 'by-quarter' },
          { heading: 'quy 3 2021', holds: 'v.V5' },
        ]),
      ),
    ).toEqual([
      [0, ''],
      [1, ''],
      [2, ''],
      [3, 'v.V5'],
      [4, 'by-quarter'],
    ])
  })

  it('says of rows what is remembered, and where the headings stand', () => {
    const rows = [{ text: 'nam', says: 'v..sex=male' }]
    const made = draftOf(sheet, { sheet: 2, headings: { first: 0, last: 1 } }, { depth: 1, columns: [], rows }, FORM)
    expect(made).toMatchObject({ sheet: 2, headings: { first: 0, last: 1 } })
    expect([...made.says]).toEqual([['nam', 'v..sex=male']])
    expect([...draftOf(sheet, { sheet: 0, headings: TOP }, null, FORM).says]).toEqual([])
  })

  it('is asked of sixty columns at the most', () => {
    const wide = Array.from({ length: 61 }, (_, nth) => `c${nth}`)
    expect(shownColumns(cellsFrom([wide]), TOP).map(({ column }) => column)).toEqual(
      Array.from({ length: 60 }, (_, nth) => nth),
    )
  })
})

describe('what keeps columns from being taken', () => {
  const HEADINGS = ['Quý', 'Một', 'Hai', 'Quý 4/2021']
  const columns = shownColumns(cellsFrom([HEADINGS]), TOP)
  const problems = (holds: Record<number, string>) =>
    columnProblems(draft(holds), columns, FORM).map(({ column, code }) => `${column} ${code}`)

  it.each<[string, Record<number, string>, string[]]>([
    ['nothing', { 1: 'v.V5', 2: 'd.V5' }, []],
    ['nothing, with a quarter beside', { 0: 'quarter', 1: 'v.V5' }, []],
    ['no numbers at all, said at the first column', { 0: 'quarter', 1: 'row', 2: 'place' }, ['0 no-numbers']],
    ['nothing chosen', {}, ['0 no-numbers']],
    ['numbers of no field', { 1: 'v.V1', 2: 'v' }, ['1 incomplete', '2 incomplete']],
    ['a text that means nothing', { 1: 'nonsense' }, ['0 no-numbers']],
    ['the same number twice', { 1: 'v.V5', 2: 'v.V5' }, ['2 same']],
    ['nothing where rows say the rest', { 0: 'row', 1: 'v', 2: 'v' }, []],
    ['a heading without a quarter', { 0: 'row', 1: 'by-quarter' }, ['1 no-quarter']],
    ['a quarter in a column and in a heading', { 0: 'quarter', 3: 'by-quarter' }, ['3 one-quarter']],
    ['a quarter in the heading, with rows', { 0: 'row', 3: 'by-quarter' }, []],
    ['a quarter in the heading alone', { 3: 'by-quarter' }, ['3 incomplete']],
  ])('is %s', (_, holds, said) => expect(problems(holds)).toEqual(said))

  it('is said of a sheet without a column too', () => {
    expect(columnProblems(draft({}), [], FORM)).toEqual([{ column: 0, code: 'no-numbers' }])
  })
})

describe('the texts that say what rows are', () => {
  const sheet = sheetOf([
    ['Chỉ số', 'Nhóm', 'Số'],
    ['V1 Người', 'Nam', 3],
    [null, 'Nữ', 4],
    ['v1  người', 'nam', 5],
    ['Ghi chú', 'chỉ là chữ'],
    ['V5', null, 6],
  ])
  const labels = (holds: Record<number, string>) => labelsOf(sheet, draft(holds))

  it('are those beside numbers, each once and where it stands first', () => {
    expect(labels({ 0: 'row', 1: 'row', 2: 'v' })).toEqual([
      { text: 'V1 Người', key: 'v1 nguoi', row: 1 },
      { text: 'Nam', key: 'nam', row: 1 },
      { text: 'Nữ', key: 'nu', row: 2 },
      { text: 'V5', key: 'v5', row: 5 },
    ])
  })

  it('are none where no column says so, and none where no column has numbers', () => {
    expect(labels({ 2: 'v' })).toBeNull()
    expect(labels({ 0: 'row' })).toEqual([])
    expect(labels({ 0: 'row', 2: 'place' })).toEqual([])
    expect(labels({ 0: 'row', 2: 'by-quarter' })!.map(({ key }) => key)).toEqual(['v1 nguoi', 'v5'])
  })

  it('are no longer than can be remembered, and no more', () => {
    const long = 'x'.repeat(200)
    const many: Rows = Array.from({ length: 205 }, (_, nth) => [`r${nth}`, 1])
    expect(
      labelsOf(
        sheetOf([
          ['a', 'b'],
          [long, 1],
          [`${long}x`, 2],
        ]),
        draft({ 0: 'row', 1: 'v' }),
      )!.length,
    ).toBe(1)
    expect(labelsOf(sheetOf([['a', 'b'], ...many]), draft({ 0: 'row', 1: 'v' }))!.length).toBe(200)
  })

  it('say what was chosen or remembered; of a sheet that is new, what they probably mean', () => {
    const known = [
      { text: 'V5', key: 'v5', row: 1 },
      { text: 'Nam', key: 'nam', row: 2 },
    ]
    expect([...saysOf(draft({}), known, FORM)]).toEqual([
      ['v5', 'v.V5'],
      ['nam', ''],
    ])
    expect([...saysOf(draft({}, { nam: 'v..sex=male' }), known, FORM)]).toEqual([
      ['v5', ''],
      ['nam', 'v..sex=male'],
    ])
  })
})

describe('whether a sheet comes to a number of the report', () => {
  const sheet = sheetOf([
    ['Nhóm', 'Số'],
    ['V5', 1],
    ['Nam', 2],
  ])
  const comes = (holds: Record<number, string>, says: Record<string, string> = {}) =>
    comesToField(draft(holds, says), sheet, FORM)

  it.each<[boolean, Record<number, string>, Record<string, string>]>([
    [true, { 0: 'row', 1: 'v' }, { v5: 'v.V5' }],
    [true, { 0: 'row', 1: 'd' }, { v5: 'v.V5' }],
    [true, { 0: 'row', 1: 'by-quarter' }, { v5: 'v.V5' }],
    [true, { 0: 'row', 1: 'v.V6' }, { nam: 'v..sex=male' }],
    [true, { 1: 'v.V5' }, {}],
    [false, { 0: 'row', 1: 'v' }, {}],
    [false, { 0: 'row', 1: 'v' }, { nam: 'v..sex=male' }],
    [false, { 0: 'row' }, { v5: 'v.V5' }],
    [false, { 0: 'place', 1: 'v' }, { v5: 'v.V5' }],
  ])('is %s: %j, %j', (is, holds, says) => expect(comes(holds, says)).toBe(is))
})

describe('what is remembered', () => {
  it('is of columns and rows those alone that are read, and of quarters no heading', () => {
    const columns = shownColumns(
      cellsFrom([
        ['', 'A'],
        ['Quý', 'Số', 'Quý 3/2021', 'Quý 4/2021', 'Ghi chú', 'Nữ'],
      ]),
      {
        first: 0,
        last: 1,
      },
    )
    const holds = { 0: 'quarter', 1: 'v.V5', 2: 'by-quarter', 3: 'by-quarter', 4: '', 5: 'nonsense' }
    const says = { nam: 'v..sex=male', tong: '', sai: 'nonsense' }
    expect(mappingFrom(draft(holds, says, { first: 0, last: 1 }), columns)).toEqual({
      depth: 2,
      columns: [
        { heading: columns[0]!.key, holds: 'quarter' },
        { heading: columns[1]!.key, holds: 'v.V5' },
        { heading: '', holds: 'by-quarter' },
      ],
      rows: [{ text: 'nam', says: 'v..sex=male' }],
    })
    expect(columns.slice(0, 2).map(({ key }) => key)).toEqual(['quy', 'a so'])
    expect(mappingFrom(draft({}), columns)).toEqual({ depth: 1, columns: [], rows: [] })
  })
})
