import { describe, expect, it } from 'vitest'
import { pastedSheet } from '../../../src/submissions/typing/pasted-sheet.ts'
import { isFormMark, rowFields } from '../../../src/submissions/workbook/row-fields.ts'

const HEADINGS = [['Công an Nghệ An', 'Nghe An police'], ['Quý IV/2021']]
const sheet = (...rows: string[][]) => [
  ['3P/2', 'B', '', 'C', 'D'],
  ['', 'Nghe An police'],
  ['', 'Quý IV/2021 · Bảo vệ'],
  ...rows,
]

describe('a copied sheet of the Excel form', () => {
  it('says by the marks beside its rows and above its columns which field each cell is', () => {
    const rows = [
      ['', 'V3 Người', '', 'Nam', 'Nữ'],
      ['C=v.V3.sex=male D=v.V3.sex=female ~a1', 'Số người', 'x', '5', '7'],
      ['C=v.V5 ~b2', 'Ca'],
    ]
    expect(pastedSheet(sheet(...rows), HEADINGS)).toEqual({
      kind: 'sheet',
      fields: [
        { name: 'v.V3.sex=male', text: '5', label: 'Số người' },
        { name: 'v.V3.sex=female', text: '7', label: 'Số người' },
        { name: 'v.V5', text: '', label: 'Ca' },
      ],
    })
    expect(pastedSheet(sheet(), HEADINGS)).toEqual({ kind: 'sheet', fields: [] })
  })

  it('is none without the mark in its first cell', () => {
    expect(pastedSheet([], HEADINGS)).toBeNull()
    expect(pastedSheet([[]], HEADINGS)).toBeNull()
    expect(pastedSheet([['V3', '5']], HEADINGS)).toBeNull()
    expect(['3P/0', '3P/999', '3P/1000', '3P/', 'x3P/1', '3P/1 '].map(isFormMark)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('is another form’s where it is headed so, and says how', () => {
    const headed = (...heading: string[]) => pastedSheet([['3P/2', 'B'], ...heading.map((one) => ['', one])], HEADINGS)
    expect(headed('Công an Nghệ An', 'Quý IV/2021')).toEqual({ kind: 'sheet', fields: [] })
    expect(headed('Nghe An police', 'Quý IV/2021 · Truy tố')).toEqual({ kind: 'sheet', fields: [] })
    for (const other of [
      ['Công an Hà Tĩnh', 'Quý IV/2021'],
      ['Công an Nghệ An', 'Quý III/2021 · Bảo vệ'],
      ['Công an Nghệ An', 'Quý IV/20211'],
    ])
      expect(headed(...other)).toEqual({ kind: 'other-form', heading: other })
    expect(headed('Công an Nghệ An')).toEqual({ kind: 'other-form', heading: ['Công an Nghệ An'] })
    expect(pastedSheet([['3P/2', 'B'], ['x'], []], HEADINGS)).toEqual({ kind: 'other-form', heading: ['', ''] })
  })

  it('has its heading where the column of names has moved to', () => {
    const moved = [
      ['3P/2', 'C', 'B'],
      ['', '', 'Nghe An police'],
      ['', '', 'Quý IV/2021'],
      ['C=v.V5 ~b2', '9', 'Ca'],
    ]
    expect(pastedSheet(moved, HEADINGS)).toEqual({
      kind: 'sheet',
      fields: [{ name: 'v.V5', text: '9', label: 'Ca' }],
    })
    // Without a mark of its own it is the first beside the marks.
    const unmarked = [
      ['3P/2', '', 'C'],
      ['', 'Nghe An police'],
      ['', 'Quý IV/2021'],
      ['C=v.V5 ~b2', 'Ca', '9'],
    ]
    expect(pastedSheet(unmarked, HEADINGS)).toEqual({
      kind: 'sheet',
      fields: [{ name: 'v.V5', text: '9', label: 'Ca' }],
    })
  })

  it('has been moved where a column or a row stands twice, or a column is gone', () => {
    const twice = [
      ['3P/2', 'B', 'C', 'C'],
      ['', 'Nghe An police'],
      ['', 'Quý IV/2021'],
    ]
    expect(pastedSheet(twice, HEADINGS)).toEqual({ kind: 'moved', at: 'C' })
    const row = ['C=v.V5 ~b2', 'Ca', '', '9']
    expect(pastedSheet(sheet(row, [...row.slice(0, 1), 'Ca khác', '', '8']), HEADINGS)).toEqual({
      kind: 'moved',
      at: 'Ca khác',
    })
    expect(pastedSheet(sheet(['E=v.V5 ~b2', 'Ca']), HEADINGS)).toEqual({ kind: 'moved', at: 'Ca' })
    expect(pastedSheet(sheet(['E=v.V5 ~b2']), HEADINGS)).toEqual({ kind: 'moved', at: '' })
  })
})

it('the mark of a row names the field of each column, and its own hash at the end', () => {
  expect(rowFields('C=v.V3.sex=male D=r.V3 ~a1')).toEqual({
    fields: [
      { column: 'C', field: 'v.V3.sex=male' },
      { column: 'D', field: 'r.V3' },
    ],
    hash: '~a1',
  })
  for (const none of ['', '~a1', 'C=v.V3', 'C=v.V3 a1']) expect(rowFields(none), none).toBeNull()
})
