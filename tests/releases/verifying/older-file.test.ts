import { describe, expect, it } from 'vitest'
import { olderFile } from '../../../src/releases/verifying/older-file.ts'
import type { CellValue } from '../../../src/spreadsheet/sheet-cells.ts'

type Rows = CellValue[][]
const COLUMNS = [
  { heading: 'Name', isWorded: true },
  { heading: 'Value', isWorded: false },
  { heading: 'Mark', isWorded: false },
  { heading: 'Key', isWorded: false },
]
const HEADINGS = ['Name', 'Value', 'Mark', 'Key']
const ROWS: Rows = [
  ['One', 4, null, 'a'],
  ['Two', null, '[c]', 'b'],
]
const workbook = (rows: Rows, headings: CellValue[] = HEADINGS, cover: Rows = [['Title']]) => [
  { name: 'Cover', rows: cover },
  { name: 'Data', rows: [['Data'], headings, ...rows] },
]
const beside = (issued: ReturnType<typeof workbook>, now = workbook(ROWS)) =>
  olderFile(issued, now, { sheet: 1, key: 'Key', columns: COLUMNS })
const AGREES = { cells: 6, differences: [], columns: { added: [], gone: [] }, added: 0, unasked: 0, worded: [] }

describe('a file that another version of the program wrote', () => {
  it.each<[string, ReturnType<typeof workbook>, Partial<typeof AGREES> | object]>([
    ['says the same', workbook(ROWS), {}],
    ['has its rows in another order', workbook([...ROWS].reverse()), {}],
    [
      'has its columns in another order',
      workbook(
        ROWS.map((row) => [...row].reverse()),
        [...HEADINGS].reverse(),
      ),
      {},
    ],
    ['says the same in other words', workbook([['Uno', 4, '', 'a'], ROWS[1]!]), {}],
    ['has another title', workbook(ROWS, HEADINGS, [['Name'], ['x']]), { worded: [{ sheet: 'Cover', cells: 2 }] }],
    [
      'has fewer columns',
      workbook(
        ROWS.map(([, value, , key]) => [value!, key!]),
        ['Value', 'Key'],
      ),
      { cells: 4, columns: { added: ['Name', 'Mark'], gone: [] } },
    ],
    [
      'has a column that is there no more',
      workbook(
        ROWS.map((row) => [...row, 1]),
        [...HEADINGS, 'Old'],
      ),
      { columns: { added: [], gone: ['Old'] } },
    ],
    ['has fewer rows', workbook([ROWS[1]!]), { cells: 3, added: 1 }],
    ['has a figure that is asked for no more', workbook([...ROWS, ['Three', 1, null, 'c']]), { unasked: 1 }],
    ['has a key twice', workbook([...ROWS, ['One', 4, null, 'a']]), { unasked: 1 }],
  ])('%s: that is no difference', (_, issued, more) => {
    expect(beside(issued)).toEqual({ ...AGREES, ...more })
  })

  it.each<[string, ReturnType<typeof workbook>, string[]]>([
    ['another number', workbook([['One', 5, null, 'a'], ROWS[1]!]), ['Data: a, Value 5 4']],
    [
      'a number that is hidden now',
      workbook([ROWS[0]!, ['Two', 3, null, 'b']]),
      ['Data: b, Value 3 null', 'Data: b, Mark null [c]'],
    ],
    ['none of the figures', workbook([['Three', 1, null, 'c']]), ['Data: Key 1 1']],
    ['no row that can be named', workbook([['One', 4, null, null], ROWS[1]!]), ['Data: Key 2 1']],
    ['no such column', workbook(ROWS, ['Name', 'Value', 'Mark', 'Code']), ['Data: Key 2 0']],
    ['no such sheet', [{ name: 'Cover', rows: [['Title']] }], ['Data: Key 0 0']],
  ])('differs where it has %s', (_, issued, differing) => {
    expect(beside(issued).differences.map(({ at, expected, found }) => `${at} ${expected} ${found}`)).toEqual(differing)
  })

  it('and whose sheet is called otherwise is not taken for one that agrees', () => {
    const { differences, worded } = beside([{ name: 'Figures', rows: workbook(ROWS)[1]!.rows }])
    expect(differences).toHaveLength(1)
    expect(worded.map(({ sheet }) => sheet)).toEqual(['Figures', 'Cover'])
  })
})
