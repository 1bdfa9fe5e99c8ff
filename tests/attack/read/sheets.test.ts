import { describe, expect, it } from 'vitest'
import { readChanges } from '../../../src/attack/read/changes-sheet.ts'
import { readTables } from '../../../src/attack/read/component-sheet.ts'
import { readData } from '../../../src/attack/read/data-sheet.ts'
import { readTracking } from '../../../src/attack/read/tracking-sheet.ts'
import { q } from '../../support/small-project.ts'
import { column, sheetOf, t } from './rows.ts'

const MEASURES = new Map([
  ['V3', 'count'],
  ['V6', 'ratio'],
  ['V9', 'mean'],
  ['J1', 'milestone'],
] as const)
const YEAR = { from: q('2021-Q1'), to: q('2021-Q4') }
const DATES = '1 Jan 2021 – 31 Dec 2021'
type Row = Parameters<typeof sheetOf>[0]

describe('what changed', () => {
  const HEAD = ['ref', 'place', 'period', 'category', 'before', 'now', 'difference'].map(column)
  const read = (...rows: Row[]) => readChanges(sheetOf([t('releases:workbook.sheet.changes')], ...rows), MEASURES)

  it('is read from its own sheet alone', () => {
    expect(readChanges(sheetOf(['Notes'], HEAD), MEASURES)).toBeNull()
    expect(readChanges({ name: 'S', rows: [] }, MEASURES)).toBeNull()
    expect(read()).toEqual({ changes: [], untold: [] })
  })

  it('are differences of counts, with what they are of', () => {
    const counts: Row = ['V3', 'Hà Tĩnh\nHa Tinh', '2021', 'Female', 30, 33, 3]
    const ratio: Row = ['V6', 'Hà Tĩnh', '2021', '', 0.5, 0.6, 0.1]
    const unknown: Row = ['X1', 'Hà Tĩnh', '2021', '', 1, 2, 1]
    const hidden: Row = ['V3', 'Hà Tĩnh', '2021', '', '[c]', 33, '[c]']
    for (const length of [0, 1, 6]) expect(read(HEAD, counts.slice(0, length))!.changes).toEqual([])
    const unnamed: Row = ['V3', null, null, null, 30, 33, 3]
    expect(read(HEAD, unnamed)!.changes.map(({ about }) => about)).toEqual([', , '])
    expect(read(HEAD, counts, ratio, unknown, hidden, ['V3'])!.changes).toEqual([
      { indicator: 'V3', about: 'Hà Tĩnh / Ha Tinh, 2021, Female', difference: 3, at: 'G3' },
    ])
  })

  it('is said to be more than is told, of which indicators', () => {
    const untold = t('releases:workbook.changes.untold', { codes: 'V3, V6' })
    const held = t('releases:workbook.changes.held', { codes: 'V9' })
    expect(read([untold], [held], ['something'])!.untold).toEqual(['V3', 'V6', 'V9'])
  })
})

describe('the tables of a component', () => {
  const places: Row = [column('place'), column('notes'), `2021\n${DATES}`]
  const told = (...rows: Row[]) =>
    readTables(sheetOf(...rows), MEASURES).told.map(({ part, place, breakdown, category, shown }) => {
      return [part, place, breakdown, category, shown]
    })

  it('are of the indicator that was named last, by place', () => {
    const rows: Row[] = [['V3  Clients'], places, [t('releases:workbook.all-project'), '', 20], ['Hà Tĩnh', '', '[c]']]
    expect(readTables(sheetOf(...rows), MEASURES).told[0]).toMatchObject({
      ...{ indicator: 'V3', part: 'amount', place: null, span: YEAR, period: '2021', at: 'C3', isOfValues: false },
    })
    expect(told(...rows)).toEqual([
      ['amount', null, null, null, 20],
      ['amount', 'Hà Tĩnh', null, null, null],
    ])
  })

  it('are by category under the name of a breakdown; an empty row ends them', () => {
    const sex: Row = ['Sex', column('notes'), `2021\n${DATES}`]
    expect(told(['V3  Clients'], sex, ['Female', '', 12], [null], ['Male', '', 8])).toEqual([
      ['amount', null, 'Sex', 'Female', 12],
    ])
  })

  it('are of nothing before an indicator is named, nor of one that Data does not have', () => {
    expect(told(places, ['Hà Tĩnh', '', 20])).toEqual([])
    for (const title of ['V3 Clients', 'About V3  Clients', null])
      expect(told([title], places, ['Hà Tĩnh', '', 20])).toEqual([])
    expect(told(['X1  Unknown'], places, ['Hà Tĩnh', '', 20])).toEqual([])
  })

  it('say of a ratio what it rests on in the two rows under it', () => {
    const rows: Row[] = [
      ['V6  Share'],
      places,
      ['Hà Tĩnh\nHa Tinh', '', 0.4],
      ['Hà Tĩnh / Ha Tinh: of them', '', 8],
      ['Hà Tĩnh / Ha Tinh: of all', '', 20],
      ['Nghệ An', '', 0.5],
      ['Hải Phòng', '', 7],
    ]
    expect(told(...rows)).toEqual([
      ['numerator', 'Hà Tĩnh\nHa Tinh', null, null, 8],
      ['denominator', 'Hà Tĩnh\nHa Tinh', null, null, 20],
    ])
  })

  it('say under each column its period, of whatever names stand above its dates', () => {
    const columns: Row = [column('place'), column('notes'), `Năm 2021\n2021\n${DATES}`, 'Remarks', `2020\n${DATES}`]
    const { told: all } = readTables(sheetOf(['V3  Clients'], columns, ['Hà Tĩnh', '', 20, 9, 30]), MEASURES)
    expect(all.map(({ period, shown, at }) => [period, shown, at])).toEqual([
      ['Năm 2021\n2021', 20, 'C3'],
      ['2020', 30, 'E3'],
    ])
  })

  it('have partners in the place of places where a project has no areas', () => {
    const partners: Row = [column('partner'), column('notes'), `2021\n${DATES}`]
    expect(told(['V3  Clients'], partners, ['Police', '', 20])).toEqual([['amount', 'Police', null, null, 20]])
  })

  it('say which breakdown overlaps', () => {
    const sex: Row = ['Sex', column('notes'), `2021\n${DATES}`]
    const overlapping = t('releases:workbook.overlapping')
    expect(readTables(sheetOf(['V3  Clients'], sex, [overlapping]), MEASURES).overlapping).toEqual(['V3|Sex'])
    expect(readTables(sheetOf(['V3  Clients'], places, [overlapping]), MEASURES).overlapping).toEqual([])
  })
})

describe('the rows of Data', () => {
  const MUST = ['ref', 'measure', 'place', 'period', 'first', 'last', 'by', 'category', 'value', 'n', 'd']
  const DERIVED = ['target', 'variance-short', 'k', 'expected', 'as-at']
  const count = t('indicators:measure.count')
  const [whole, undivided] = [t('releases:workbook.all-project'), t('releases:workbook.undivided')]
  const row = (more: Record<string, Row[number]> = {}): Row => {
    const usual = { ref: 'V3', measure: count, place: whole, period: '2021', first: '2021-01-01', last: '2021-12-31' }
    const all: Record<string, Row[number]> = { ...usual, category: undivided, value: 20, k: 3, expected: 4, ...more }
    return [...MUST, ...DERIVED].map((key) => all[key] ?? null)
  }
  const read = (...rows: Row[]) => readData(sheetOf([...MUST, ...DERIVED].map(column), ...rows))!

  it('are read from their own sheet alone', () => {
    expect(readData(sheetOf(['Notes']))).toBeNull()
  })

  it('are counts of the project, or of a place or category, with how many reports are in them', () => {
    expect(read(row()).told).toEqual([
      {
        ...{
          indicator: 'V3',
          part: 'amount',
          place: null,
          breakdown: null,
          category: null,
          span: YEAR,
          period: '2021',
        },
        ...{ shown: 20, absent: false, coverage: '3/4', isOfValues: true, at: 'I2' },
      },
    ])
    const [part] = read(row({ place: 'Hà Tĩnh', by: 'Sex', category: 'Female', value: '[c]', k: null })).told
    expect(part).toMatchObject({ place: 'Hà Tĩnh', breakdown: 'Sex', category: 'Female', shown: null, coverage: null })
    expect(read(row({ k: null })).told[0]!.coverage).toBeNull()
    expect(read(row({ expected: null })).told[0]!.coverage).toBeNull()
  })

  it.each([
    ['an indicator', { ref: null }],
    ['a measure', { measure: 'something' }],
    ['a first day', { first: null }],
    ['a last day that is one', { last: 'later' }],
  ])('say nothing without %s', (_, more) => {
    expect(read(row(more))).toMatchObject({ told: [], measures: new Map() })
  })

  it('say what they can where they are cut short, or where a sheet has no more than it must', () => {
    const all = row()
    for (let length = 0; length <= MUST.indexOf('category') + 1; length++)
      expect(read(all.slice(0, length)).told).toEqual([])
    const [one] = read(all.slice(0, MUST.indexOf('value') + 1)).told
    expect(one).toMatchObject({ place: null, breakdown: null, category: null, shown: 20, coverage: null })
    const least = readData(sheetOf(MUST.map(column), row({ value: '[c]' }).slice(0, MUST.length)))!
    expect(least).toMatchObject({ told: [{ shown: null, coverage: null }], beside: [], asAt: '' })
    const unnamed = read(row({ place: null, period: null, by: null, category: null, expected: null })).told
    expect(unnamed).toMatchObject([{ place: null, period: '', breakdown: null, category: null, coverage: null }])
    expect(read(row({ value: '[c]' })).told[0]!.coverage).toBeNull()
    expect(read(row({ value: 'all' })).told).toEqual([])
  })

  it.each([
    ['2021-01-01 00:00', YEAR],
    ['on 2021-01-01', null],
    ['2021-01-0', null],
  ])('have %j for a first day, or none: %j', (first, span) => {
    expect(read(row({ first })).told.map((one) => one.span)).toEqual(span ? [span] : [])
  })

  it('say of which day the figures are: the latest, since what is held bears an earlier one', () => {
    const days = ['2022-01-20', '2022-04-20', '2021-10-20'].map((day) => row({ 'as-at': day }))
    expect(read(...days).asAt).toBe('2022-04-20')
    expect(read(row()).asAt).toBe('')
  })

  it('may leave beside a hidden figure what is worked out from it', () => {
    const beside = (more: Record<string, Row[number]>) => read(row(more)).beside.map(({ column: name }) => name)
    expect(beside({ value: '[c]', k: null, expected: null, 'variance-short': -3 })).toEqual(['variance-short'])
    expect(beside({ value: '[c]', k: 3, expected: '[c]', target: 10 })).toEqual(['target', 'k'])
    expect(beside({ value: 20, target: 10 })).toEqual([])
  })
})

describe('the tracking table', () => {
  const KEYS = ['ref', 'rule', 'achieved', 'cumulative', 'status', 'n', 'd', 'cumulative-n', 'cumulative-d', 'variance']
  const HEAD = [...KEYS, 'planned'].map(column)
  const rule = t('figures:rule.count.sum-latest')
  const whole = { period: YEAR, toDate: { from: q('2019-Q1'), to: q('2021-Q4') } }
  const row = (given: Record<string, Row[number]>): Row => [...KEYS, 'planned'].map((key) => given[key] ?? null)
  const read = (given: Record<string, Row[number]>, span: typeof whole | null = whole) =>
    readTracking(sheetOf(HEAD, row({ ref: 'V3', rule, ...given })), MEASURES, span)!

  it('is read from its own sheet alone', () => {
    expect(readTracking(sheetOf(['Notes']), MEASURES, whole)).toBeNull()
  })

  it('says how values add up', () => {
    expect(read({}).rules.get('V3')).toEqual({ overPlaces: 'sum', overTime: 'latest' })
    expect(read({ rule: `${t('figures:rule.count.sum-sum')} And more.` }).rules.get('V3')?.overTime).toBe('sum')
    expect(read({ rule: 'in some way' }).rules.size).toBe(0)
    expect(read({ ref: null }).rules.size).toBe(0)
  })

  it('says what was achieved in the period and to date', () => {
    expect(read({ achieved: 20, cumulative: '[c]' }).told).toMatchObject([
      { indicator: 'V3', part: 'amount', place: null, span: YEAR, period: column('achieved'), shown: 20, at: 'C2' },
      { span: whole.toDate, period: column('cumulative'), shown: null, at: 'D2' },
    ])
    const sides = { achieved: 0.4, n: 8, d: 20, 'cumulative-n': 18, 'cumulative-d': 50 }
    expect(read({ ...sides, ref: 'V6' }).told.map(({ part, shown }) => [part, shown])).toEqual([
      ['numerator', 8],
      ['denominator', 20],
      ['numerator', 18],
      ['denominator', 50],
    ])
    expect(read({ achieved: 20 }, null).told).toEqual([])
    expect(read({ achieved: 20, ref: 'X1' }).told).toEqual([])
  })

  it('says where its values are of dates of their own', () => {
    const own = t('releases:workbook.own-dates', { column: column('achieved'), dates: '1 Jan 2020 – 31 Dec 2020' })
    const { told } = read({ achieved: 20, cumulative: 30, status: `Late.\n${own}` })
    expect(told.map(({ span }) => span)).toEqual([{ from: q('2020-Q1'), to: q('2020-Q4') }, whole.toDate])
  })

  it('may leave beside a hidden figure what is worked out from it', () => {
    const beside = (given: Record<string, Row[number]>) => read(given).beside.map((one) => [one.hidden, one.column])
    expect(beside({ achieved: '[c]', variance: -3, planned: 40 })).toEqual([['C2', 'variance']])
    expect(beside({ cumulative: '[c]', variance: -3, planned: 40 })).toEqual([['D2', 'planned']])
    expect(beside({ achieved: 20, variance: -3 })).toEqual([])
  })
})
