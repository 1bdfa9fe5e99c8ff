import { describe, expect, it } from 'vitest'
import { codeKey } from '../../../../src/attack/read/code-key.ts'
import { withNamesForCodes } from '../../../../src/attack/read/forms/codes.ts'
import type { IssuedReport } from '../../../../src/attack/read/report.ts'
import type { Measure } from '../../../../src/vocabulary/indicator.ts'
import { count, reportOf } from '../../working/given.ts'

/** A workbook, or its table: it names places and categories, and tells their codes. */
function named(more: Partial<IssuedReport> = {}): IssuedReport {
  const codes = new Map([
    [codeKey('place', 'V3', 'ha'), 'Hà Tĩnh'],
    [codeKey('breakdown', 'V3', 'sex'), 'Sex'],
    [codeKey('category', 'V3', 'sex=f'), 'Female'],
  ])
  return reportOf({ file: 'named.xlsx', release: 7, languages: ['vi', 'en'], codes, ...more })
}

/** An IATI file: it has nothing but codes, and leaves out what is hidden. */
function inCodes(more: Partial<IssuedReport> = {}): IssuedReport {
  return reportOf({ file: 'r.iati.xml', release: 7, isInCodes: true, leavesOut: true, ...more })
}

const last = (...reports: IssuedReport[]) => withNamesForCodes(reports).at(-1)!
const groups = ({ told }: IssuedReport) => told.map((one) => [one.place, one.breakdown, one.category])

describe('a file that has codes alone', () => {
  it('is told by the names that another file has for them, in the languages of that one', () => {
    const told = [
      count(20),
      count(12, { place: 'ha' }),
      count(9, { breakdown: 'sex', category: 'f' }),
      count(8, { place: 'no', breakdown: 'sex', category: 'm' }),
      count(7, { indicator: 'P1', breakdown: 'sex', category: 'f' }),
    ]
    const report = last(named(), inCodes({ told }))
    expect(report.languages).toEqual(['vi', 'en'])
    expect(groups(report)).toEqual([
      [null, null, null],
      ['Hà Tĩnh', null, null],
      [null, 'Sex', 'Female'],
      // What nobody names keeps its code, a category with that of its breakdown.
      ['no', 'Sex', 'sex=m'],
      [null, 'sex', 'sex=f'],
    ])
    expect(report.told.map(({ shown }) => shown)).toEqual([20, 12, 9, 8, 7])
  })

  it('is told by the names of the first file that has some', () => {
    const other = named({ codes: new Map([[codeKey('place', '', 'ha'), 'Ha Tinh']]), languages: ['en'] })
    const told = [count(12, { place: 'ha' })]
    expect(groups(last(named(), other, inCodes({ told })))[0]![0]).toBe('Hà Tĩnh')
    const report = last(other, named(), inCodes({ told }))
    expect([groups(report)[0]![0], report.languages]).toEqual(['Ha Tinh', ['en']])
  })

  it('stays as it is where no file tells codes', () => {
    const told = [count(12, { place: 'ha' }), count(9, { part: 'n' })]
    expect(last(reportOf({ release: 7, told: [count(null)] }), inCodes({ told }))).toEqual({
      ...inCodes({ told }),
    })
  })

  it.each<[Measure | null, string[]]>([
    [null, ['amount']],
    ['count', ['amount']],
    ['mean', ['n']],
    ['ratio', ['numerator', 'denominator']],
  ])('counts of an indicator whose measure is %s what such a measure counts', (measure, parts) => {
    const told = (['amount', 'numerator', 'denominator', 'n'] as const).map((part) => count(9, { part }))
    const measures = new Map(measure ? [['V3', measure] as const] : [])
    expect(last(named({ measures }), inCodes({ told })).told.map(({ part }) => part)).toEqual(parts)
  })
})

it('a file with names stays as it is, be there others with codes', () => {
  const told = [count(12, { place: 'ha' }), count(9, { part: 'n' })]
  const plain = reportOf({ release: 8, told })
  expect(last(named(), plain)).toEqual(plain)
})

describe('what is hidden, and so not in the file', () => {
  const HIDDEN = count(null, { place: 'Hà Tĩnh', breakdown: 'Sex', category: 'Female' })
  const added = (beside: Partial<IssuedReport>, file: Partial<IssuedReport> = {}) =>
    last(named({ told: [HIDDEN], ...beside }), inCodes(file)).told

  it('is there all the same, says another file of the same report', () => {
    expect(added({})).toEqual([HIDDEN])
    expect(added({}, { told: [count(20)] })).toEqual([count(20), HIDDEN])
  })

  it('is nothing of another report, nor of one whose number nobody knows', () => {
    expect(added({ release: 8 })).toEqual([])
    expect(added({ release: null }, { release: null })).toEqual([])
  })

  it('is nothing that is shown, nor what stands in tables of what was asked for', () => {
    expect(added({ told: [{ ...HIDDEN, shown: 9 }] })).toEqual([])
    expect(added({ told: [{ ...HIDDEN, isOfValues: false }] })).toEqual([])
  })

  it('is nothing that the file itself tells', () => {
    const own = count(3, { place: 'ha', breakdown: 'sex', category: 'f' })
    expect(added({}, { told: [own] })).toHaveLength(1)
    expect(added({}, { told: [{ ...own, shown: null }] })).toHaveLength(1)
  })

  it.each<[string, Parameters<typeof count>[1]]>([
    ['indicator', { indicator: 'P1' }],
    ['part', { part: 'n' }],
    ['place', { place: 'Nghệ An' }],
    ['breakdown', { breakdown: 'Age' }],
    ['category', { category: 'Male' }],
    ['first quarter', { span: '2021-Q2..2021-Q4' }],
    ['last quarter', { span: '2021-Q1..2021-Q3' }],
  ])('is another figure if it has another %s', (_, more) => {
    const whole = { place: 'Hà Tĩnh', breakdown: 'Sex', category: 'Female' }
    const other = count(null, { ...whole, ...more })
    const own = count(3, { place: 'ha', breakdown: 'sex', category: 'f' })
    expect(added({ told: [other] }, { told: [own] })).toContain(other)
  })

  it('is looked for in the first file of the report that tells codes', () => {
    const without = reportOf({ release: 7, told: [count(null, { at: 'X1' })] })
    const second = named({ told: [count(null, { at: 'X2' })] })
    expect(last(without, named({ told: [HIDDEN] }), second, inCodes()).told).toEqual([HIDDEN])
  })
})

describe('what a file does not say of itself', () => {
  const UNSAID = { file: 'data.csv', audience: null, most: null, asAt: '', release: 7 } as const
  const said = (...others: Partial<IssuedReport>[]) => {
    const { audience, most, asAt } = last(...others.map((one) => reportOf(one)), reportOf(UNSAID))
    return [audience, most, asAt]
  }

  it('another file of the same report says: for whom it is, what is hidden, and of what day it is', () => {
    expect(said({ release: 7, audience: 'public', most: 9, asAt: '2022-01-20' })).toEqual(['public', 9, '2022-01-20'])
    expect(said({ release: 8, audience: 'public', most: 9, asAt: '2022-01-20' })).toEqual([null, null, ''])
    expect(said({ file: 'other.xlsx', audience: 'public', most: 9, asAt: '2022-01-20' })).toEqual([null, null, ''])
  })

  it('is said by the first that says it', () => {
    const empty = { release: 7, audience: null, most: null, asAt: '' }
    const first = { ...empty, audience: 'donor', most: 4, asAt: '2022-01-20' } as const
    expect(said(empty, first, { release: 7, audience: 'public', most: 9, asAt: '2022-02-20' })).toEqual([
      'donor',
      4,
      '2022-01-20',
    ])
  })

  it('is nothing that it says, be it that it hides nothing', () => {
    const own = { audience: 'donor', most: 0, asAt: '2022-01-20', release: 7 } as const
    const other = { audience: 'public', most: 9, asAt: '2022-02-20', release: 7 } as const
    expect(last(reportOf(other), reportOf(own))).toMatchObject({ audience: 'donor', most: 0, asAt: '2022-01-20' })
  })

  it('is nothing of reports whose number nobody knows: they may be any two', () => {
    const nobody = { release: null, file: 'a.xlsx' }
    const [, report] = withNamesForCodes([
      reportOf({ ...nobody, audience: 'public', most: 9, asAt: '2022-01-20' }),
      reportOf({ ...UNSAID, ...nobody }),
    ])
    expect(report).toMatchObject({ audience: null, most: null, asAt: '' })
  })

  it.each([
    ['TMSV-2021-Q1-2021-Q4-no12-en.data.csv', true],
    ['TMSV-2021-Q1-2021-Q4-no1-en.data.csv', false],
    ['TMSV-2021-Q1-2021-Q4-no12.csv', false],
    ['no12-en.csv', false],
    ['12.csv', false],
  ])('is looked for by the number in the name under which it is downloaded: %s', (file, isFound) => {
    const twelve = reportOf({ release: 12, audience: 'public' })
    expect(last(twelve, reportOf({ file, audience: null })).audience).toBe(isFound ? 'public' : null)
  })

  it('is looked for by the number that the file says, whatever it is called', () => {
    const reports = [1, 12].map((release) => reportOf({ release, audience: release === 1 ? 'donor' : 'public' }))
    expect(last(...reports, reportOf({ file: 'x-no12-en.csv', release: 1, audience: null })).audience).toBe('donor')
  })
})
