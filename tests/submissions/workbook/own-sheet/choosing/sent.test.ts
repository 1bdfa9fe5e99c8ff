import { describe, expect, it } from 'vitest'
import {
  byKeptSheet,
  misreadPlace,
  readHeld,
  readReportName,
  readSheetPlace,
} from '../../../../../src/submissions/workbook/own-sheet/choosing/form.ts'
import { countOfCells, reportText } from '../../../../../src/submissions/workbook/own-sheet/choosing/kept-sheets.ts'
import { isColumnRole, mappingOf } from '../../../../../src/submissions/workbook/own-sheet/reading/mapping.ts'
import { uploadOf } from '../../../../../src/submissions/workbook/own-sheet/reading/own-upload.ts'
import { schemeOfForm } from '../../../../../src/submissions/workbook/template-key.ts'
import { smallForm } from '../../small-form.ts'
import { cellsFrom } from '../cells.ts'

describe('what a form of a sheet sends', () => {
  it('names a report by three slugs', () => {
    const named = { partner: 'police', place: 'nghe-an', quarter: '2021-Q4' }
    expect(reportText(named)).toBe('police/nghe-an/2021-Q4')
    expect(readReportName({ report: 'police/nghe-an/2021-Q4' })).toEqual(named)
    const unread = ['', 'police', 'police/nghe-an', '/nghe-an/2021-Q4', 'police//2021-Q4', 'police/nghe-an/', 'a/b/c/d']
    for (const report of [...unread, 'x'.repeat(501), 7, ['a/b/c']]) expect(readReportName({ report })).toBeNull()
    for (const body of [null, 'a/b/c', {}]) expect(readReportName(body)).toBeNull()
    expect(readReportName({ report: `${'a'.repeat(496)}/b/c` })).not.toBeNull()
  })

  it('is of a file by a name nobody guesses', () => {
    const read = (kept: string) => byKeptSheet.safeParse({ kept }).success
    const name = 'aB-_0123456789'.padEnd(32, 'x')
    expect([name, `${name}x`, name.slice(1), ` ${name.slice(1)}`, `${name.slice(1)}.`].map(read)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it.each<[object, ReturnType<typeof readSheetPlace>]>([
    [
      { sheet: '0', first: '1', last: '1' },
      { sheet: 0, rows: { first: 0, last: 0 } },
    ],
    [
      { sheet: '1', first: '2', last: '5' },
      { sheet: 1, rows: { first: 1, last: 4 } },
    ],
    [
      { sheet: '1', first: '200', last: '200' },
      { sheet: 1, rows: { first: 199, last: 199 } },
    ],
    [
      { sheet: '1', first: '2', last: '6' },
      { sheet: 1, rows: null },
    ],
    [
      { sheet: '1', first: '3', last: '2' },
      { sheet: 1, rows: null },
    ],
    [
      { sheet: '1', first: '0', last: '2' },
      { sheet: 1, rows: null },
    ],
    [
      { sheet: '1', first: '201', last: '201' },
      { sheet: 1, rows: null },
    ],
    [
      { sheet: '1', first: '1.5', last: '2' },
      { sheet: 1, rows: null },
    ],
    [
      { sheet: '1', first: 'x' },
      { sheet: 1, rows: null },
    ],
    [{ sheet: '1' }, { sheet: 1, rows: null }],
    [{ sheet: '2' }, null],
    [{ sheet: '-1' }, null],
    [{ sheet: 'x' }, null],
    [{}, null],
  ])('says which sheet and which rows: %j', (sent, place) => expect(readSheetPlace(sent, 2)).toEqual(place))

  it.each<[object, string[]]>([
    [{ sheet: '1', first: '2', last: '3' }, []],
    [{ sheet: '1' }, []],
    [{ sheet: '', first: '', last: '' }, []],
    [{}, []],
    [{ sheet: '2' }, ['sheet 2']],
    [{ sheet: 'x', first: 'y' }, ['sheet x', 'first y']],
    [{ sheet: '1', first: '0', last: '201' }, ['first 0', 'last 201']],
    [{ sheet: '1', first: '3', last: '2' }, ['last 2']],
    [{ sheet: '1', first: '1', last: '5' }, ['last 5']],
  ])('names what an address asks for and is not there: %j', (asked, named) => {
    expect(misreadPlace(asked, 2).map(({ parameter, value }) => `${parameter} ${value}`)).toEqual(named)
  })

  it('says of columns and rows what is among the choices', () => {
    const among = new Set(['', 'v.V5', 'row'])
    const body = {
      'column.3': 'v.V5',
      'column.12345': '',
      'column.4': 'something else',
      'column.5': ['row', 'v.V5'],
      'column.6': 7,
      'column.123456': 'row',
      'xcolumn.7': 'row',
      'column.8x': 'row',
      'row.9': 'row',
    }
    expect([...readHeld(body, 'column', among)]).toEqual([
      [3, 'v.V5'],
      [12345, ''],
      [5, 'v.V5'],
    ])
    expect([...readHeld(body, 'row', among)]).toEqual([[9, 'row']])
    for (const nothing of [null, undefined, 'column.3=row']) expect(readHeld(nothing, 'column', among).size).toBe(0)
    const many = (of: string) => Object.fromEntries(Array.from({ length: 250 }, (_, nth) => [`${of}.${nth}`, 'row']))
    expect([readHeld(many('column'), 'column', among).size, readHeld(many('row'), 'row', among).size]).toEqual([
      60, 200,
    ])
  })
})

describe('what is kept', () => {
  it('is counted in cells', () => {
    const sheet = (rows: number) => ({ name: 'S', cells: cellsFrom(Array.from({ length: rows }, () => [1, 2])) })
    expect(countOfCells([])).toBe(0)
    expect(countOfCells([sheet(2), sheet(3)])).toBe(10)
  })

  it('of a mapping reads back as it was, and as nothing else', () => {
    const mapping = {
      depth: 2,
      columns: [
        { heading: 'nam', holds: 'v..sex=male' },
        { heading: '', holds: 'by-quarter' },
      ],
      rows: [{ text: 'v5', says: 'v.V5' }],
    }
    const stored = (more: object) => () => mappingOf(JSON.stringify({ ...mapping, ...more }))
    expect(stored({})()).toEqual(mapping)
    const column = (heading: string, holds: string) => ({ columns: [{ heading, holds }] })
    const row = (text: string, says: string) => ({ rows: [{ text, says }] })
    for (const more of [
      { depth: 1 },
      { depth: 4 },
      column('x'.repeat(400), 'row'),
      row('x'.repeat(200), 'd'),
      { rows: [] },
    ])
      expect(stored(more)).not.toThrow()
    const times = <T>(one: T, count: number) => Array.from({ length: count }, () => one)
    for (const more of [
      { depth: 0 },
      { depth: 5 },
      { depth: 1.5 },
      column('nam', 'nonsense'),
      column('nam', ''),
      column('x'.repeat(401), 'row'),
      row('nam', 'row'),
      row('x'.repeat(201), 'd'),
      { columns: times(mapping.columns[0], 61) },
      { rows: times(mapping.rows[0], 201) },
      { columns: undefined },
    ])
      expect(stored(more), JSON.stringify(more).slice(0, 80)).toThrow()
    expect(['place', 'quarter', 'row', 'by-quarter', 'v', ''].map(isColumnRole)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

it('what was read of a sheet is an upload of the reports that it has numbers for', () => {
  const { loaded } = smallForm()
  const unsaved = { ...loaded, stored: null }
  const cells = new Map([['v.V5', { value: 3, address: 'B2' }]]) as never
  const notes = { unplaced: [], twice: [], otherRows: 2, unread: [], isWithoutYear: false }
  const read = uploadOf([loaded, unsaved, loaded], { forms: [cells, cells, new Map()], ...notes }, 'vi', '/kept')
  const key = {
    partner: loaded.partner.slug,
    place: loaded.place.slug,
    quarter: '2021-Q3',
    scheme: schemeOfForm(loaded.definition),
  }
  expect(read).toEqual({
    language: 'vi',
    forms: [
      { key: { ...key, version: loaded.stored!.version }, cells },
      { key: { ...key, version: 0 }, cells },
    ],
    extra: [],
    own: { ...notes, mapping: '/kept' },
  })
})
