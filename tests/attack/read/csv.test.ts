import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/attack/read/csv/csv.ts'
import { csvLines } from '../../../src/attack/read/csv/csv-lines.ts'
import { NotAReport } from '../../../src/attack/read/report.ts'
import type { Key } from '../../../src/language/words.ts'
import { q } from '../../support/small-project.ts'
import { t } from './rows.ts'

const COLUMNS = ['row', 'row-dates', 'column', 'column-dates', 'value', 'numerator', 'denominator', 'n', 'of'] as const
const ALL = [...COLUMNS, 'k', 'expected', 'first-day', 'last-day'] as const
type Field = (typeof ALL)[number]
const YEAR = { from: q('2021-Q1'), to: q('2021-Q4') }
const DATES = '1 Jan 2021 – 31 Dec 2021'
const HALF = '1 Jan 2021 – 30 Jun 2021'
const OF_PLACES = t('charts:table.over-time' as Key, { code: 'V3', name: 'Clients', areas: 'provinces' })
const BY_SEX = t('charts:table.breakdown' as Key, { code: 'V3', name: 'Clients', breakdown: 'sex' })

type Table = { title?: string; above?: string[]; columns?: readonly Field[] }
/** A table as a page gives it, whose rows are of a year and whose columns are of what is named. */
function tableOf(rows: Partial<Record<Field, string>>[], { title = OF_PLACES, above = [], columns = ALL }: Table = {}) {
  const usual = {
    row: '2021',
    'row-dates': DATES,
    column: 'A',
    value: '20',
    'first-day': '2021-01-01',
    'last-day': '2021-12-31',
  }
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const line = (all: Partial<Record<Field, string>>) => columns.map((field) => quoted(all[field] ?? '')).join(',')
  const heads = columns.map((field) => quoted(t(`charts:csv.${field}` as Key))).join(',')
  return [title, ...above]
    .map(quoted)
    .concat(heads, ...rows.map((row) => line({ ...usual, ...row })))
    .join('\r\n')
}
const read = (rows: Parameters<typeof tableOf>[0], of: Table = {}) => readCsv('t.csv', tableOf(rows, of))
const told = (rows: Parameters<typeof tableOf>[0], of: Table = {}) =>
  read(rows, of)
    .told.filter(({ isOfValues }) => isOfValues)
    .map(({ part, place, breakdown, category, shown }) => [part, place, breakdown ?? category, shown])

describe('a table of a page', () => {
  it('is of one indicator, by places, on the map of the reports or on today’s', () => {
    const above = [
      `${t('figures:as-at')}: 2022-01-20 09:00`,
      `${t('figures:map.label')}: ${t('figures:map-short.today')}`,
    ]
    expect(read([{}], { above })).toEqual({
      ...{ file: 't.csv', languages: ['en'], audience: null, most: null, span: null, asAt: '2022-01-20', map: 'today' },
      ...{ former: new Map(), rules: new Map(), overlapping: new Set(), beside: [], changes: [], relations: [] },
      untold: new Set(),
      told: [true, false].map((isOfValues) => ({
        ...{ indicator: 'V3', part: 'amount', place: 'A', breakdown: null, category: null, period: '2021' },
        ...{ shown: 20, absent: false, coverage: null, span: YEAR, isOfValues, at: 'E5' },
      })),
    })
    expect(read([{}])).toMatchObject({ asAt: '', map: 'as-reported' })
  })

  it('has values of dates of their own under the dates that were asked for', () => {
    const spans = read([{ 'first-day': '2021-01-01', 'last-day': '2021-06-30' }]).told.map(({ span }) => span)
    expect(spans).toEqual([{ from: q('2021-Q1'), to: q('2021-Q2') }, YEAR])
  })

  it('may have its periods in columns, or told by their dates alone', () => {
    const across = { row: 'A', 'row-dates': '', column: '2021', 'column-dates': DATES }
    expect(read([across]).told[0]).toMatchObject({ place: 'A', period: '2021' })
    expect(read([{ row: DATES, 'row-dates': '' }]).told[0]).toMatchObject({ place: 'A', period: DATES })
    expect(read([{ 'row-dates': HALF }]).told[1]!.span).toEqual({ from: q('2021-Q1'), to: q('2021-Q2') })
  })

  it.each<[string, Partial<Record<Field, string>>]>([
    ['a period', { row: 'B', 'row-dates': '' }],
    ['a first day', { 'first-day': '' }],
    ['a last day', { 'last-day': '' }],
    ['a first day that is one', { 'first-day': 'on 2021-01-01' }],
    ['a last day that is one', { 'last-day': '2021-12-31 24:00' }],
    ['a count', { value: 'x' }],
    ['a value', { value: '' }],
  ])('tells nothing of a row without %s', (_, row) => {
    expect(read([row]).told).toEqual([])
  })

  it('tells nothing of a line that is cut short', () => {
    const text = tableOf([{}])
    for (const length of [1, 2, 3, 4]) {
      const cut = text.split('\r\n').map((line, nth) => (nth < 2 ? line : line.split(',').slice(0, length).join(',')))
      expect(readCsv('t.csv', cut.join('\n')).told).toEqual([])
    }
    expect(read([{}], { columns: ALL.filter((one) => one !== 'column') }).told).toEqual([])
  })

  it.each([
    [t('charts:whole-project'), null],
    [t('releases:workbook.all-project'), null],
    ['Nghệ An', 'Nghệ An'],
  ])('has %j for the place %j', (column, place) => {
    expect(told([{ column }])).toEqual([['amount', place, null, 20]])
  })

  it('has categories under the name of a breakdown as workbooks have it, be it that they overlap', () => {
    const [one] = read([{ column: 'Female' }], { title: BY_SEX }).told
    expect(one).toMatchObject({ place: null, breakdown: 'Sex', category: 'Female' })
    const above = [t('charts:overlapping')]
    expect([...read([{}], { title: BY_SEX, above }).overlapping]).toEqual(['V3|Sex'])
    expect([...read([{}], { title: BY_SEX, above: ['x'] }).overlapping]).toEqual([])
    expect([...read([{}], { above }).overlapping]).toEqual([])
  })

  it.each<[string, Partial<Record<Field, string>>, unknown[]]>([
    ['a count', {}, [['amount', 20]]],
    [
      'a ratio',
      { value: '0.5', numerator: '6', denominator: '12' },
      [
        ['numerator', 6],
        ['denominator', 12],
      ],
    ],
    [
      'a hidden ratio',
      { value: '[c]', numerator: '[c]', denominator: '12' },
      [
        ['numerator', null],
        ['denominator', 12],
      ],
    ],
    ['a mean', { value: '3.5', n: '9' }, [['n', 9]]],
    ['a milestone', { value: '2', of: '4' }, []],
    ['a hidden count', { value: '[c]' }, [['amount', null]]],
  ])('says by the columns it fills that it is of %s', (_, row, parts) => {
    expect(told([row]).map(([part, , , shown]) => [part, shown])).toEqual(parts)
  })

  it('says how many submissions are in a figure that is shown', () => {
    const coverage = (row: Partial<Record<Field, string>>) => read([row]).told.map((one) => one.coverage)
    expect(coverage({ k: '3', expected: '4' })).toEqual(['3/4', null])
    expect(coverage({ k: '3' })).toEqual([null, null])
    expect(coverage({ k: '3', expected: '4', value: '[c]' })).toEqual([null, null])
    expect(read([{}], { columns: ALL.filter((one) => one !== 'k') }).told[0]!.coverage).toBeNull()
  })

  it.each(['trend-of', 'provinces', 'over-time', 'matrix', 'trend'])(
    'is of the indicator its title names: %s',
    (kind) => {
      const names = { code: 'V7', name: 'N', place: 'P', area: 'a', areas: 'b' }
      expect(read([{}], { title: t(`charts:table.${kind}` as Key, names) }).told[0]!.indicator).toBe('V7')
    },
  )

  it('is refused without a title, or without headings', () => {
    expect(() => read([{}], { title: 'Clients' })).toThrow(new NotAReport('t.csv'))
    expect(() => readCsv('t.csv', `"${OF_PLACES}"\r\n2021,A,20`)).toThrow(NotAReport)
    expect(() => readCsv('t.csv', tableOf([{}]).split('\r\n').slice(1).join('\n'))).toThrow(NotAReport)
  })
})

describe('a line of a file', () => {
  const fields = (text: string) => csvLines(text).map((line) => line.map((one) => one.number ?? one.text))

  it.each<[string, unknown[][]]>([
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        [1, 2],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        [1, 2],
      ],
    ],
    [
      'a;b;c\r\n1,5;2;x',
      [
        ['a', 'b', 'c'],
        [1.5, 2, 'x'],
      ],
    ],
    [
      'a,b\r\n1.25,2',
      [
        ['a', 'b'],
        [1.25, 2],
      ],
    ],
    [
      'a,b\r\n"1,5",2',
      [
        ['a', 'b'],
        ['1,5', 2],
      ],
    ],
    [
      '"a;b;c",d\r\n1,2',
      [
        ['a;b;c', 'd'],
        [1, 2],
      ],
    ],
    ['a title; with a stop\r\na,b,c\r\n1,2,3', [['a title; with a stop'], ['a', 'b', 'c'], [1, 2, 3]]],
    ['a', [['a']]],
    ['', [['']]],
  ])('%j is %j', (text, lines) => {
    expect(fields(text)).toEqual(lines)
  })

  it.each<[string, string | number]>([
    ['-7', -7],
    ['1e3', 1000],
    ['1.5E-12', 1.5e-12],
    ['2e+10', 2e10],
    ['007', 7],
    ['7 people', '7 people'],
    ['1.', '1.'],
    ['.5', '.5'],
    ['1.x', '1.x'],
    ['1ex', '1ex'],
    ['+7', '+7'],
    ["'=1", '=1'],
    ["'+1", '+1'],
    ["'@x", '@x'],
    ["'tis", "'tis"],
    ["a'=1", "a'=1"],
    ['a\uFEFFb', 'a\uFEFFb'],
    ['say "x"', 'say "x"'],
  ])('has a field %j that is %j', (text, value) => {
    expect(fields(`${text},x`)).toEqual([[value, 'x']])
  })
})
