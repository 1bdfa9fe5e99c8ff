import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { fitOf } from '../../../../src/submissions/workbook/own-sheet/reading/fitting.ts'
import {
  headedColumns,
  headingsFound,
  headingsGuessed,
} from '../../../../src/submissions/workbook/own-sheet/reading/headings.ts'
import { ownSheetNotes } from '../../../../src/submissions/workbook/own-sheet/reading/in-words.ts'
import type { OwnMapping } from '../../../../src/submissions/workbook/own-sheet/reading/mapping.ts'
import { readOwnSheet } from '../../../../src/submissions/workbook/own-sheet/reading/own-sheet.ts'
import { FORM, wordsIn } from '../small-form.ts'
import { cellsFrom, type Rows } from './cells.ts'

const QUARTER = quarterOf(2021, 4)
const QUARTER_TEXT = 'Quý IV/2021'
const reports = [
  { place: { name: { vi: 'Hà Tĩnh', en: 'Ha Tinh' } }, definition: FORM },
  { place: { name: { vi: 'Nghệ An', en: 'Nghe An' } }, definition: FORM },
]

function read(rows: Rows, mapping: OwnMapping) {
  const cells = cellsFrom(rows)
  const headings = headingsFound(cells, mapping)
  if (!headings) throw new Error('the headings were not found')
  const { forms, ...notes } = readOwnSheet({ name: 'S', cells }, headings, mapping, { quarter: QUARTER, reports })
  const said = forms.map((form) =>
    Object.fromEntries([...form].map(([field, { value, address }]) => [field, `${value} ${address}`])),
  )
  return { said, notes }
}
const NOTHING = { unplaced: [], twice: [], otherRows: 0, unread: [], isWithoutYear: false }
const columns = (held: Record<string, string>): OwnMapping['columns'] =>
  Object.entries(held).map(([heading, holds]) => ({ heading, holds }))

describe('a sheet of one’s own', () => {
  it('with a row a quarter and a column a number gives the row of the quarter', () => {
    const mapping = {
      depth: 1,
      columns: columns({ quy: 'quarter', nam: 'v.V6.sex=male', 'v5 diem': 'v.V5', n: 'd.V5' }),
      rows: [],
    }
    const sheet = [
      ['SỔ THEO DÕI'],
      ['Quý', 'Nam', 'V5, điểm', 'n', 'Ghi chú'],
      ['Quý III/2021', 1, 2, 3],
      [QUARTER_TEXT, 4, 0, 6, 'đủ'],
    ]
    expect(read(sheet, mapping)).toEqual({
      said: [{ 'v.V6.sex=male': '4 B4', 'v.V5': '0 C4', 'd.V5': '6 D4' }, {}],
      notes: { ...NOTHING, otherRows: 1 },
    })
    // Columns moved, a row put in above: still the same numbers.
    const moved = [['SỔ'], [], ['n', 'V5,  điểm', 'Nam', 'Quý'], [6, 0, 4, QUARTER_TEXT]]
    expect(read(moved, mapping).said[0]).toEqual({ 'v.V6.sex=male': '4 C4', 'v.V5': '0 B4', 'd.V5': '6 A4' })
  })

  it('with places gives each report its own rows, and leaves out the others', () => {
    const mapping = { depth: 1, columns: columns({ tinh: 'place', ky: 'quarter', nam: 'v.V6.sex=male' }), rows: [] }
    const sheet = [
      ['Tỉnh', 'Kỳ', 'Nam'],
      ['Tỉnh Hà Tĩnh', 4, 7],
      ['nghe an', '4/2021', 8],
      ['Quảng Bình', 4, 9],
      [null, null, 5],
    ]
    // The last row stands in the merged cells of the place above it.
    expect(read(sheet, mapping)).toEqual({
      said: [{ 'v.V6.sex=male': '7 C2' }, { 'v.V6.sex=male': '8 C3' }],
      notes: { ...NOTHING, otherRows: 2, isWithoutYear: true },
    })
  })

  it('with indicators in rows and categories in columns puts both together', () => {
    const mapping = {
      depth: 2,
      columns: columns({ 'chi so': 'row', 'so nguoi nam': 'v..sex=male', 'so nguoi nu': 'v..sex=female' }),
      rows: [
        { text: 'v6 nguoi', says: 'v.V6' },
        { text: 'v5', says: 'v.V5' },
      ],
    }
    const sheet = [
      ['Chỉ số', 'Số người'],
      [null, 'Nam', 'Nữ'],
      ['V6 (người)', 1, 2],
      ['V5', 3],
      ['Tổng', 4, 5],
      ['Người lập biểu'],
    ]
    expect(read(sheet, mapping)).toEqual({
      said: [{ 'v.V6.sex=male': '1 B3', 'v.V6.sex=female': '2 C3' }, {}],
      // V5 is not split by sex, and nobody said what the total is.
      notes: { ...NOTHING, unplaced: ['B4', 'B5', 'C5'] },
    })
  })

  it('with merged cells of an indicator before its groups reads each row as both', () => {
    const mapping = {
      depth: 1,
      columns: columns({ 'chi so': 'row', nhom: 'row', '': 'by-quarter' }),
      rows: [
        { text: 'v6', says: 'v.V6' },
        { text: 'v5', says: 'v.V5' },
        { text: 'nam', says: 'v..sex=male' },
        { text: 'nu', says: 'v..sex=female' },
      ],
    }
    const sheet = [
      ['Chỉ số', 'Nhóm', 'Quý 3/2021', 'Quý 4/2021'],
      ['V6', 'Nam', 10, 11],
      [null, 'Nữ', 20, 21],
      ['V5', null, 30, 31],
    ]
    expect(read(sheet, mapping)).toEqual({
      said: [{ 'v.V6.sex=male': '11 D2', 'v.V6.sex=female': '21 D3', 'v.V5': '31 D4' }, {}],
      notes: NOTHING,
    })
  })

  it('takes neither of two cells that are the same number, nor a third, and adds nothing up', () => {
    const mapping = { depth: 1, columns: columns({ xa: 'row', so: 'v.V5' }), rows: [] }
    const sheet = [
      ['Xã', 'Số'],
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]
    expect(read(sheet, mapping)).toEqual({ said: [{}, {}], notes: { ...NOTHING, twice: ['B2', 'B3', 'B4'] } })
  })

  it('says which quarters and places it could not read, and takes nothing of their rows', () => {
    const mapping = { depth: 1, columns: columns({ ky: 'quarter', so: 'v.V5' }), rows: [] }
    expect(
      read(
        [
          ['Kỳ', 'Số'],
          ['sáu tháng', 1],
          ['Quý IV/2021', 2],
        ],
        mapping,
      ),
    ).toEqual({
      said: [{ 'v.V5': '2 B3' }, {}],
      notes: { ...NOTHING, unread: ['A2'] },
    })
  })

  it('never takes an empty cell for anything', () => {
    const mapping = {
      depth: 1,
      columns: columns({ ten: 'row', nam: 'v.V6.sex=male', nu: 'v.V6.sex=female' }),
      rows: [],
    }
    expect(
      read(
        [
          ['Tên', 'Nam', 'Nữ'],
          ['x', '  ', 0],
        ],
        mapping,
      ).said[0],
    ).toEqual({ 'v.V6.sex=female': '0 C2' })
  })
})

describe('headings', () => {
  it('name columns through merged cells, tell two of one name apart, and one without a name by its letters', () => {
    const cells = cellsFrom([
      ['Quý', 'Nạn nhân', null, 'Khác'],
      [null, 'Nam', 'Nữ', 'Nam'],
      ['IV', 1, 2, 3, 4],
    ])
    expect(headedColumns(cells, { first: 0, last: 1 }).map(({ key }) => key)).toEqual([
      'quy',
      'nan nhan nam',
      'nan nhan nu',
      'khac nam',
      '#E',
    ])
    const alike = cellsFrom([['Nam', 'Nữ', 'nam ']])
    expect(headedColumns(alike, { first: 0, last: 0 }).map(({ key }) => key)).toEqual(['nam', 'nu', 'nam (2)'])
  })

  it.each<[string, Rows, [number, number]]>([
    ['one row', [['SỔ'], ['Quý', 'Nam'], ['IV', 3]], [1, 1]],
    ['two rows', [['SỔ'], ['Quý', 'Nạn nhân', null], [null, 'Nam', 'Nữ'], ['IV', 3, 4]], [1, 2]],
    ['no table', [['chữ'], ['chữ']], [0, 0]],
  ])('are guessed: %s', (_, rows, [first, last]) => {
    expect(headingsGuessed(cellsFrom(rows))).toEqual({ first, last })
  })

  it('are not found where one of them is missing', () => {
    const mapping = { depth: 1, columns: columns({ nam: 'v.V5', nu: 'v.V6' }), rows: [] }
    expect(headingsFound(cellsFrom([['Nam', 'Nữ']]), mapping)).toEqual({ first: 0, last: 0 })
    expect(headingsFound(cellsFrom([['Nam'], ['Nữ']]), mapping)).toBeNull()
  })
})

describe('which sheet is read by which mapping', () => {
  const mapping = { depth: 1, columns: columns({ nam: 'v.V5' }), rows: [] }
  const other = { depth: 1, columns: columns({ nu: 'v.V5' }), rows: [] }
  const sheet = (name: string, heading = 'Nam') => ({ name, cells: cellsFrom([[heading], [1]]) })
  const fits = (...sheets: ReturnType<typeof sheet>[]) => fitOf(sheets, [other, mapping], QUARTER)

  it.each([
    ['the only one', [sheet('Bìa', 'x'), sheet('Số')], { sheet: 1, mapping: 1 }],
    [
      'the one named after the quarter',
      [sheet('Q3-2021'), sheet('Q4-2021'), sheet('Q4-2020')],
      { sheet: 1, mapping: 1 },
    ],
    [
      'the newest mapping',
      [
        {
          name: 'S',
          cells: cellsFrom([
            ['Nam', 'Nữ'],
            [1, 2],
          ]),
        },
      ],
      { sheet: 0, mapping: 0 },
    ],
  ])('is %s', (_, sheets, fit) => expect(fits(...sheets)).toMatchObject(fit))

  it.each([
    ['no sheet fits', [sheet('Số', 'x')]],
    ['several fit and none is named after a quarter', [sheet('A'), sheet('B')]],
    ['two are named after the quarter', [sheet('Q4'), sheet('Quý IV')]],
  ])('is asked where %s', (_, sheets) => expect(fits(...sheets)).toBeNull())
})

describe('what is said of what was left out', () => {
  it('is nothing where nothing was, and a sentence for each kind where something was', () => {
    expect(ownSheetNotes(NOTHING, wordsIn('vi'))).toEqual([])
    const some = { unplaced: ['B4'], twice: ['B2', 'B3'], unread: ['A2'], otherRows: 1, isWithoutYear: true }
    const said = ownSheetNotes(some, wordsIn('en')).join('\n')
    for (const named of ['B2, B3', 'A2', 'B4', '1 row of another quarter', 'without a year'])
      expect(said).toContain(named)
  })

  it('names a dozen cells and says how many more there are', () => {
    const cells = Array.from({ length: 15 }, (_, nth) => `B${nth + 1}`)
    const [sentence] = ownSheetNotes({ ...NOTHING, unplaced: cells }, wordsIn('vi'))
    expect(sentence).toContain('B11, B12 và 3 ô nữa')
    expect(ownSheetNotes({ ...NOTHING, unplaced: cells.slice(0, 12) }, wordsIn('vi'))[0]).toContain('B11, B12.')
  })
})
