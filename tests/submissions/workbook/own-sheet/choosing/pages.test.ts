import { describe, expect, it } from 'vitest'
import {
  type ChoiceGroup,
  columnChoices,
  rowChoices,
  valuesAmong,
} from '../../../../../src/submissions/workbook/own-sheet/choosing/choices.ts'
import { columnsPage } from '../../../../../src/submissions/workbook/own-sheet/choosing/columns-page.ts'
import { rowsPage } from '../../../../../src/submissions/workbook/own-sheet/choosing/rows-page.ts'
import { ownSheetPage } from '../../../../../src/submissions/workbook/own-sheet/page.ts'
import type { OwnMapping } from '../../../../../src/submissions/workbook/own-sheet/reading/mapping.ts'
import { definition, indicator } from '../../../entry-form/definitions.ts'
import { pageState } from '../../../page-state.ts'
import { wordsIn } from '../../small-form.ts'
import { cellsFrom, type Rows } from '../cells.ts'

const words = wordsIn('en')
const SPLIT = pageState(
  definition(
    indicator('V1', 'count', [['primary', 'sex']]),
    indicator('V2', 'ratio', [['partition', 'status']]),
    indicator('V5', 'median'),
  ),
)
const COUNTS = pageState(definition(indicator('V1', 'count')))
const told = (groups: readonly ChoiceGroup[]) =>
  groups.map(({ label, choices }) => `${label}: ${choices.map((one) => `${one.value} = ${one.label}`).join('; ')}`)

describe('what can be chosen', () => {
  const MEANINGS = [
    'V1 V1: v.V1 = V1, the group is said elsewhere; v.V1.sex=male = V1, male; v.V1.sex=female = V1, female; ' +
      'v.V1.sex=not-recorded = V1, not-recorded',
    'V2 V2: v.V2 = V2, numerator; d.V2 = V2, denominator; v.V2.status=victim = V2, victim, numerator; ' +
      'd.V2.status=victim = V2, victim, denominator; v.V2.status=other = V2, other, numerator; ' +
      'd.V2.status=other = V2, other, denominator',
    'V5 V5: v.V5 = V5, median; d.V5 = V5, n',
    'A group alone: v..sex=male = sex: male; v..sex=female = sex: female; v..sex=not-recorded = sex: not-recorded; ' +
      'v..status=victim = status: victim; v..status=other = status: other',
  ]
  const ROLES =
    ': = Not taken; place = Place; quarter = Quarter; row = What the row is (indicator or group); ' +
    'by-quarter = Numbers of the quarter in the heading; v = Numbers (the row says of what)'

  it('of a column is what it is about, or numbers of a field, an indicator, a group', () => {
    expect(told(columnChoices(SPLIT, words))).toEqual(
      [`${ROLES}; d = Denominator or n (the row says of what)`, ...MEANINGS].map((line) =>
        line.replace(/^: = /, ':  = '),
      ),
    )
  })

  it('of a row is the same but for what columns alone are', () => {
    expect(told(rowChoices(SPLIT, words))).toEqual([
      ':  = Not taken',
      ...MEANINGS,
      ': d = Denominator or n (the row says of what)',
    ])
  })

  it('has no number under another, and no groups, where nothing is asked for so', () => {
    expect(told(columnChoices(COUNTS, words))).toEqual([ROLES.replace(/^: = /, ':  = '), 'V1 V1: v.V1 = V1'])
    expect(told(rowChoices(COUNTS, words))).toEqual([':  = Not taken', 'V1 V1: v.V1 = V1'])
  })

  it('is what may be sent', () => {
    expect([...valuesAmong(columnChoices(COUNTS, words))]).toEqual([
      ...['', 'place', 'quarter', 'row', 'by-quarter', 'v'],
      'v.V1',
    ])
    expect(valuesAmong([])).toEqual(new Set())
  })
})

describe('the page of columns', () => {
  const sheetOf = (rows: Rows, name = 'S') => ({ name, cells: cellsFrom(rows) })
  const page = (
    rows: Rows,
    { first, last }: { first: number; last: number },
    holds: [number, string][],
    { known = null as OwnMapping | null, isTried = false } = {},
  ) => {
    const draft = { sheet: 1, headings: { first, last }, holds: new Map(holds), says: new Map() }
    return columnsPage('/kept', SPLIT, [sheetOf([], 'T'), sheetOf(rows)], { draft, known, isTried }, words)
  }
  const SHEET: Rows = [['Sổ'], ['x'], ['y'], ['z'], ['Nhóm', 'V5'], ['Nam', 1], ['Nữ', 2]]

  it('names the report, the sheets and the rows of headings', () => {
    expect(page(SHEET, { first: 4, last: 4 }, [])).toMatchObject({
      address: '/kept',
      report: 'Q3 2021, Union – Ha Tinh',
      sheets: [
        { value: '0', label: 'T' },
        { value: '1', label: 'S' },
      ],
      sheet: 1,
      first: 5,
      last: 5,
      missing: '',
      summary: { lead: null, items: [] },
    })
  })

  it('has a list above each column, with what is chosen', () => {
    const { columns } = page(SHEET, { first: 4, last: 4 }, [[0, 'row']])
    const fields = columns.map(({ letters, field: { groups: _, ...field } }) => ({ letters, ...field }))
    expect(fields).toEqual([
      { letters: 'A', name: 'column.0', label: 'Column A Nhóm', chosen: 'row', problem: null },
      { letters: 'B', name: 'column.1', label: 'Column B V5', chosen: '', problem: null },
    ])
    expect(columns[0]!.field.groups).toEqual(columnChoices(SPLIT, words))
    // A column without a heading is called by its letters alone.
    expect(page([['a'], [1, 2]], { first: 0, last: 0 }, []).columns[1]!.field.label).toBe('Column B')
  })

  it('says what is wrong once something was sent, at the list and above all', () => {
    const text = 'No column holds numbers yet. Please choose at least one.'
    const tried = page(SHEET, { first: 4, last: 4 }, [[0, 'row']], { isTried: true })
    expect(tried.columns.map(({ field }) => field.problem)).toEqual([text, null])
    expect(tried.summary.items).toEqual([{ href: '#column.0', where: 'Column A Nhóm', text }])
    expect(page(SHEET, { first: 4, last: 4 }, [[1, 'v.V5']], { isTried: true }).summary.items).toEqual([])
  })

  it('shows the headings, three rows above them and ten below, and leads from a heading to its list', () => {
    const numbers = Array.from({ length: 12 }, (_, nth) => [`r${nth}`, nth])
    const { rows } = page([...SHEET.slice(0, 5), ['a', 'b'], ...numbers], { first: 4, last: 5 }, [])
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
    expect(rows.filter(({ isHeading }) => isHeading).map(({ row, cells }) => [row, cells])).toEqual([
      [
        5,
        [
          { text: 'Nhóm', chooses: 'column.0' },
          { text: 'V5', chooses: 'column.1' },
        ],
      ],
      [
        6,
        [
          { text: 'a', chooses: 'column.0' },
          { text: 'b', chooses: 'column.1' },
        ],
      ],
    ])
    expect(rows[0]!.cells).toEqual([
      { text: 'x', chooses: null },
      { text: '', chooses: null },
    ])
    expect(rows.at(-1)!.cells.map(({ text }) => text)).toEqual(['r9', '9'])
  })

  it('shortens what is long, letter by letter, and leads from no empty heading', () => {
    const rows = page(
      [
        ['ế'.repeat(40), 'ế'.repeat(41), null],
        [1, 2, 3],
      ],
      { first: 0, last: 0 },
      [],
    ).rows
    expect(rows[0]!.cells).toEqual([
      { text: 'ế'.repeat(40), chooses: 'column.0' },
      { text: `${'ế'.repeat(39)}…`, chooses: 'column.1' },
      { text: '', chooses: null },
    ])
  })

  it('goes from row to row as they stand, in whatever order the file tells its cells', () => {
    const draft = { sheet: 0, headings: { first: 0, last: 0 }, holds: new Map(), says: new Map() }
    const cells = cellsFrom([['a'], [1], [2]]).toReversed()
    const { rows } = columnsPage('/kept', SPLIT, [{ name: 'S', cells }], { draft, known: null, isTried: false }, words)
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3])
  })

  it('names the columns of a remembered mapping that the sheet has no more', () => {
    const column = (heading: string) => ({ heading, holds: 'v' })
    const known: OwnMapping = { depth: 1, columns: ['nhom', 'khac', '', 'nua'].map(column), rows: [] }
    expect(page(SHEET, { first: 4, last: 4 }, [], { known }).missing).toBe('“khac”, “nua”')
  })
})

it('the page of rows has a list beside each text, and says at which one something is wrong', () => {
  const labels = [
    { text: 'Nam', key: 'nam', row: 5 },
    { text: 'Nữ', key: 'nu', row: 6 },
  ]
  const model = (problem: Parameters<typeof rowsPage>[4]) =>
    rowsPage('/kept', SPLIT, labels, new Map([['nam', 'v..sex=male']]), problem, words)
  const sentence =
    'Rows and columns do not come to any number of the report yet. Please choose an indicator or group for each row.'
  const groups = rowChoices(SPLIT, words)
  expect(model({ row: 1, code: 'no-field' })).toEqual({
    address: '/kept',
    report: 'Q3 2021, Union – Ha Tinh',
    rows: [
      { row: 6, text: 'Nam', field: { name: 'row.0', label: 'Nam', chosen: 'v..sex=male', problem: null, groups } },
      { row: 7, text: 'Nữ', field: { name: 'row.1', label: 'Nữ', chosen: '', problem: sentence, groups } },
    ],
    summary: { lead: null, items: [{ href: '#row.1', where: 'Nữ', text: sentence }] },
  })
  expect(model(null)).toMatchObject({ rows: [{ field: { problem: null } }, { field: { problem: null } }] })
  expect(model(null).summary.items).toEqual([])
  expect(model({ row: 0, code: 'names-somebody' }).summary.items[0]!.text).toMatch(/^This row seems to name a person/)
})

describe('the page that a sheet is sent from', () => {
  const model = (refused: Parameters<typeof ownSheetPage>[2]['refused']) => {
    const remembered = [{ id: 1, sheet: 'S', mapping: {} as OwnMapping, at: 0, by: 'Mai' }]
    return ownSheetPage([SPLIT], remembered, { chosen: 'this one', refused, megabytes: 5 }, words)
  }

  it('has the reports that can be filled in, what is known already, and how much may be sent', () => {
    expect(model(null)).toEqual({
      reports: [{ value: 'union/ha-tinh/2021-Q3', label: 'Q3 2021, Union – Ha Tinh' }],
      chosen: 'this one',
      remembered: ['Sheet “S”, mapped by Mai, 1 Jan 1970 08:00'],
      problem: null,
      megabytes: 5,
      minutes: 30,
    })
  })

  it('says why a file was not taken', () => {
    expect(model('no-table').problem).toBe('The file has no table. Please choose a file with a table of numbers.')
    expect(model('no-report').problem).toBe('This report cannot be filled in now. Please choose another one.')
    expect(model({ refused: 'too-large', at: '' }).problem).toMatch(/5 MB/)
  })
})
