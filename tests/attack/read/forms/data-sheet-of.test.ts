import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../../src/attack/read/csv/csv-lines.ts'
import { dataFormOfCsv, dataFormOfRows } from '../../../../src/attack/read/forms/data-sheet-of.ts'
import { headFor, heading, KEYS, TWENTY } from './data-files.ts'

const form = (...lines: string[]) => dataFormOfCsv(csvLines(lines.join('\r\n')))
/** What stands in the cells, by their addresses; numbers as numbers. */
const cells = ({ rows }: { rows: { at: string; text: string | null; number: number | null }[][] }) =>
  rows.map((row) => row.map(({ at, text, number }) => `${at} ${JSON.stringify(number ?? text)}`))

describe('a CSV file for programs', () => {
  it('is the sheet that it would be in a workbook: headed in words, numbers in columns of numbers alone', () => {
    const head = 'ref,measure-en,first,last,value,mark,place-code,target,who-knows'
    const { sheet, above } = form(head, '12,count,2021-01-01,2021-12-31,20,,44,x,3')!
    expect(sheet.name).toBe('data')
    expect(cells(sheet)).toEqual([
      [
        `A1 "${heading('ref')}"`,
        `B1 "${heading('measure')}"`,
        `C1 "${heading('first')}"`,
        `D1 "${heading('last')}"`,
        `E1 "${heading('value')}"`,
        `F1 "${heading('mark')}"`,
        `G1 "${heading('place-code')}"`,
        `H1 "${heading('target')}"`,
        // What this program does not know stays as it is called.
        'I1 "who-knows"',
      ],
      [
        'A2 "12"',
        'B2 "count"',
        'C2 "2021-01-01"',
        'D2 "2021-12-31"',
        'E2 20',
        'F2 null',
        'G2 "44"',
        'H2 "x"',
        'I2 "3"',
      ],
    ])
    expect(sheet.rows.flat().every(({ sign }) => sign === null)).toBe(true)
    expect(above).toEqual([])
  })

  it('has words in one language or in two, each in a column of its own', () => {
    expect(form(headFor(['en']))!.languages).toEqual(['en'])
    const both = form(headFor(['en', 'vi']))!
    expect(both.languages).toEqual(['vi', 'en'])
    expect(both.sheet.rows[0]!.slice(1, 3).map(({ text }) => text)).toEqual([
      heading('measure', 'en'),
      heading('measure', 'vi'),
    ])
    expect(form('ref,measure,first,last,value,mark')!.languages).toEqual([])
  })

  it.each(['ref', 'measure', 'first', 'last', 'value', 'mark'] as const)('is no such file without %s', (key) => {
    expect(form(headFor(['en'], key))).toBeNull()
  })

  it.each(['en-measure', 'measure-fr', 'measures-en', 'measure_en'])('does not take %s for its measure', (name) => {
    expect(form(headFor(['en']).replace('measure-en', name))).toBeNull()
  })

  it('may be empty', () => {
    expect(form('')).toBeNull()
    expect(dataFormOfCsv([])).toBeNull()
  })
})

describe('a CSV file for people', () => {
  const indicator = (...languages: ('vi' | 'en')[]) =>
    languages.map((one) => (one === 'vi' ? 'Chỉ số' : 'Indicator')).join(' / ')
  const headed = (...more: string[]) => [...KEYS.map((key) => heading(key)), ...more].join(',')

  it('has its rows below the headings, and lines above them that say what it is', () => {
    const { above, sheet } = form('A report', 'no. 7,today', '', headed(), TWENTY)!
    expect(above).toEqual(['A report', 'no. 7', 'today', ''])
    expect(sheet.rows).toHaveLength(2)
    expect(cells(sheet)[0]![0]).toBe(`A4 "${heading('ref')}"`)
    expect(cells(sheet)[1]!.slice(0, 3)).toEqual(['A5 "V3"', 'B5 "count"', 'C5 "Whole project"'])
    expect(cells(sheet)[1]![8]).toBe('I5 20')
  })

  it('is in the languages that its column of indicators is headed in', () => {
    const languages = (...more: string[]) => form(headed(...more), TWENTY)!.languages
    expect(languages(indicator('en'))).toEqual(['en'])
    expect(languages(indicator('vi'))).toEqual(['vi'])
    expect(languages(indicator('vi', 'en'))).toEqual(['vi', 'en'])
    expect(languages(indicator('vi'), indicator('en'))).toEqual(['vi', 'en'])
    expect(languages()).toEqual([])
    expect(languages('Indicator of it')).toEqual([])
  })

  it.each(['ref', 'measure', 'first', 'last', 'value', 'mark'] as const)('is no such file without %s', (key) => {
    const without = KEYS.filter((one) => one !== key).map((one) => heading(one))
    expect(form('A report', without.join(','))).toBeNull()
  })
})

describe('the rows that a program was answered with', () => {
  const rowsOf = (...rows: Record<string, unknown>[]) => dataFormOfRows(rows)
  const column = (name: Parameters<typeof heading>[0], ...rows: Record<string, unknown>[]) => {
    const { sheet } = rowsOf(...rows)
    const nth = sheet.rows[0]!.findIndex(({ text }) => text === heading(name))
    return sheet.rows.map((row) => row[nth]!.number ?? row[nth]!.text)
  }

  it('are a sheet with a column for each field, headed as in a workbook', () => {
    const { sheet, above, languages } = rowsOf({ ref: 'V3', value: 20, place_code: 44 }, { ref: 'V4', value: null })
    expect([sheet.name, above, languages]).toEqual(['figures', [], []])
    expect(sheet.rows[0]!.slice(0, 2).map(({ at, text }) => `${at} ${text}`)).toEqual([
      `A1 ${heading('ref')}`,
      `B1 ${heading('measure')}`,
    ])
    expect(sheet.rows.map(([first]) => first!.at)).toEqual(['A1', 'A2', 'A3'])
    expect(new Set(sheet.rows.map((row) => row.length)).size).toBe(1)
    expect(column('ref', { ref: 'V3' }, { ref: 'V4' })).toEqual([heading('ref'), 'V3', 'V4'])
    expect(column('value', { value: 20 }, { value: null }, {})).toEqual([heading('value'), 20, null, null])
    expect(column('place-code', { place_code: 44 })).toEqual([heading('place-code'), 44])
  })

  it('are told in each language in which a field is worded, in whichever row', () => {
    const rows = [{ place: null }, { place: { en: 'Ha Tinh', vi: 'Hà Tĩnh' } }, { place: 'Nghệ An' }, { place: ['x'] }]
    const { sheet, languages } = rowsOf(...rows)
    const worded = sheet.rows[0]!.findIndex(({ text }) => text === heading('place', 'vi'))
    expect(languages).toEqual(['vi', 'en'])
    expect(sheet.rows.map((row) => row.slice(worded, worded + 2).map(({ text }) => text))).toEqual([
      [heading('place', 'vi'), heading('place', 'en')],
      [null, null],
      ['Hà Tĩnh', 'Ha Tinh'],
      ['Nghệ An', 'Nghệ An'],
      [null, null],
    ])
    expect(rowsOf({ place: { en: 'Ha Tinh' } }).languages).toEqual(['en'])
    expect(column('place', { place: { en: 'Ha Tinh' } }, { place: { en: null } })).toEqual([
      heading('place'),
      'Ha Tinh',
      null,
    ])
    expect(rowsOf({ place: ['en', 'vi'] }, { place: null }).languages).toEqual([])
  })
})
