import { describe, expect, it } from 'vitest'
import {
  mostIn,
  readReportCsv,
  readReportJson,
  wholeNumberSaid,
} from '../../../../src/attack/read/forms/data-report.ts'
import { type IssuedReport, NotAReport } from '../../../../src/attack/read/report.ts'
import { wordsFor } from '../../../../src/language/words.ts'
import { q } from '../../../support/small-project.ts'
import { HIDDEN, headFor, heading, KEYS, TWENTY } from './data-files.ts'

const YEAR = { from: q('2021-Q1'), to: q('2021-Q4') }
const csv = (...lines: string[]) => readReportCsv('r.csv', lines.join('\r\n'))!
const FOR_PROGRAMS = headFor(['en'])
const shown = ({ told }: IssuedReport) => told.map((one) => [one.place, one.shown])

describe('the CSV file of a report', () => {
  it('tells for programs what is counted, and of itself nothing but the day and the rules of its rows', () => {
    const report = csv(
      `${FOR_PROGRAMS},as-at,rule-code,place-code`,
      `${TWENTY},2022-01-20,sum-latest,`,
      `${HIDDEN},2022-01-20,sum-latest,ha`,
    )
    const told = { indicator: 'V3', part: 'amount', breakdown: null, category: null, period: '2021', span: YEAR }
    expect(report).toEqual({
      ...{ file: 'r.csv', languages: ['en'], audience: null, most: null, release: null, span: null },
      ...{ asAt: '2022-01-20', map: 'as-reported', former: new Map(), overlapping: new Set(), untold: new Set() },
      ...{ changes: [], relations: [], beside: [] },
      rules: new Map([['V3', { overPlaces: 'sum', overTime: 'latest' }]]),
      measures: new Map([['V3', 'count']]),
      codes: new Map([['place ha', 'Hà Tĩnh']]),
      told: [
        { ...told, place: null, shown: 20, absent: false, coverage: null, isOfValues: true, at: 'I2' },
        { ...told, place: 'Hà Tĩnh', shown: null, absent: false, coverage: null, isOfValues: true, at: 'L3' },
      ],
    })
  })

  it('tells what was left beside a hidden figure', () => {
    const { beside } = csv(`${FOR_PROGRAMS},target`, `${HIDDEN},10`)
    expect(beside).toEqual([{ indicator: 'V3', hidden: 'L2', at: 'M2', column: 'target' }])
  })

  it.each(['vi', 'en'] as const)('says above its rows which report it is and what is hidden: %s', (language) => {
    const { t } = wordsFor(language)
    const version = t('releases:workbook.cover.version-value', { id: 1207, when: '20/01/2022' })
    const rule = t('releases:workbook.cover.rule-value', { most: 9 })
    const head = KEYS.map((key) => heading(key, language)).join(';')
    const told = csv('A report', 'A project', version, `"${rule}"`, '', head, TWENTY.replaceAll(',', ';'))
    expect(told).toMatchObject({ release: 1207, most: 9, audience: null, asAt: '' })
    expect(shown(told)).toEqual([[null, 20]])
    expect(csv(version, head)).toMatchObject({ release: 1207, most: null })
    expect(csv(`"${rule}"`, head)).toMatchObject({ release: null, most: 9 })
  })

  it('is none where it is a table of something else, and no report where columns are missing', () => {
    expect(readReportCsv('r.csv', 'a,b\r\n1,2')).toBeNull()
    expect(() => readReportCsv('r.csv', headFor(['en'], 'category'))).toThrow(new NotAReport('r.csv'))
  })
})

describe('a report as a program was answered', () => {
  const columns = KEYS.map((key) => key.replaceAll('-', '_'))
  const row = (line: string, more: object = {}) => ({
    ...Object.fromEntries(columns.map((key, nth) => [key, line.split(',')[nth] || null])),
    ...more,
  })
  const figures = [row(TWENTY, { value: 20, category: { vi: 'Tổng số', en: 'Total' } }), row(HIDDEN)]
  const answer = { id: 7, audience: 'public', threshold: 10, as_at: '2022-01-20T09:00:00+07:00', figures }
  const read = (more: object = {}) => readReportJson('r.json', JSON.stringify({ ...answer, ...more }))

  it('says which it is, for whom, of what day, and that counts below its threshold are hidden', () => {
    const report = read({ anything: 'else' })
    expect(report).toMatchObject({ file: 'r.json', release: 7, audience: 'public', most: 9, asAt: '2022-01-20' })
    expect(report.languages).toEqual(['vi', 'en'])
    expect(shown(report)).toEqual([
      [null, 20],
      ['Hà Tĩnh', null],
    ])
    expect(shown(read({ figures: [] }))).toEqual([])
  })

  it.each<[string, object]>([
    ['its number', { id: '7' }],
    ['whom it is for', { audience: 'all' }],
    ['its threshold', { threshold: null }],
    ['its day', { as_at: 20220120 }],
    ['its figures', { figures: {} }],
    ['figures with fields', { figures: ['V3'] }],
  ])('is refused without %s', (_, more) => {
    expect(() => read(more)).toThrow(new NotAReport('r.json'))
  })

  it('is refused where it is no JSON', () => {
    expect(() => readReportJson('r.json', '{')).toThrow(new NotAReport('r.json'))
  })
})

describe('numbers in sentences', () => {
  it.each([
    ['Counts of 1 to 9 of sensitive indicators are hidden.', null],
    [wordsFor('en').t('releases:workbook.cover.rule-value', { most: 9 }), 9],
    [wordsFor('vi').t('releases:workbook.cover.rule-value', { most: 4 }), 4],
  ])('%j hides counts up to %s', (text, most) => {
    expect(mostIn(text)).toBe(most)
  })

  it.each([
    ['7', 7],
    ['1,207', 1207],
    ['1.207', 1207],
    ['1 207', 1207],
    ['none', null],
    ['', null],
    [undefined, null],
  ])('%j is read as %s', (text, number) => {
    expect(wholeNumberSaid(text)).toBe(number)
  })
})
