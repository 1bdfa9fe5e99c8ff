import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { sheetsOf } from '../../../src/attack/read/read-xlsx.ts'
import { NotAReport } from '../../../src/attack/read/report.ts'
import { readReport } from '../../../src/attack/read/workbook.ts'
import { q } from '../../support/small-project.ts'
import { column, t } from './rows.ts'

type Rows = exceljs.CellValue[][]

async function bytesOf(sheets: Record<string, Rows>): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows)
  for (const cell of workbook.worksheets.flatMap((sheet) => sheet.findCell(9, 1) ?? [])) cell.numFmt = '#,##0" [h]"'
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('what stands in the cells of a workbook', () => {
  it('is text, numbers, days, what a formula was last worked out to be, and nothing else', async () => {
    const rich = { richText: [{ text: 'a ' }, { font: { bold: true }, text: 'b' }] }
    const [sheet] = await sheetsOf(
      await bytesOf({
        S: [
          ['x', null, 7],
          [],
          [rich, { formula: '1+1', result: 2 }, { formula: '"a"', result: 'y' }],
          [
            { text: 'link', hyperlink: 'https://example.org' },
            true,
            new Date('2021-01-01T00:00:00Z'),
            { error: '#N/A' },
          ],
          [{ formula: 'A1' } as exceljs.CellValue, { formula: '1-1', result: 0 }],
        ],
      }),
    )
    const read = sheet!.rows.map((row) => row.map(({ text, number }) => text ?? number))
    expect([sheet!.name, read]).toEqual([
      'S',
      [['x', null, 7], [], ['a b', 2, 'y'], ['link', null, '2021-01-01', null], [null, 0]],
    ])
    expect(sheet!.rows[0]!.map(({ at, sign }) => [at, sign])).toEqual([
      ['S!A1', null],
      ['S!B1', null],
      ['S!C1', null],
    ])
    expect(sheet!.rows[0]![2]).toEqual({ at: 'S!C1', text: null, number: 7, sign: null })
  })

  it('has the sign that its format writes after a number', async () => {
    const [sheet] = await sheetsOf(await bytesOf({ S: Array.from({ length: 9 }, (_, nth) => [nth]) }))
    expect(sheet!.rows.map(([one]) => one!.sign)).toEqual([...Array(8).fill(null), '[h]'])
  })
})

describe('an issued workbook', () => {
  const MUST = ['ref', 'measure', 'place', 'period', 'first', 'last', 'by', 'category', 'value', 'n', 'd', 'as-at']
  const row = (first: string, last: string, value: number) => [
    ...['V3', t('indicators:measure.count'), t('releases:workbook.all-project'), '2021', first, last],
    ...['[z]', t('releases:workbook.undivided'), value, '[z]', '[z]', '2022-01-20'],
  ]
  const DATA: Rows = [MUST.map(column), row('2021-01-01', '2021-12-31', 20), row('2019-04-01', '2019-06-30', 3)]
  const COVER: Rows = [
    ['Report'],
    [t('releases:workbook.cover.dates'), '1 Jan 2021 – 31 Dec 2021'],
    [t('releases:workbook.cover.audience'), t('releases:audience.public')],
    [t('releases:workbook.cover.rule'), t('releases:workbook.cover.rule-value', { most: '1,009' })],
  ]
  const TRACKING: Rows = [
    ['ref', 'rule', 'achieved', 'cumulative', 'status', 'variance'].map(column),
    ['V3', t('figures:rule.count.sum-sum'), '[c]', 23, '', -2],
  ]
  const read = async (sheets: Record<string, Rows>) => readReport('r.xlsx', await bytesOf(sheets))
  const [YEAR, TO_DATE] = [
    { from: q('2021-Q1'), to: q('2021-Q4') },
    { from: q('2019-Q2'), to: q('2021-Q4') },
  ]

  it('is told apart from other files', async () => {
    await expect(readReport('r.xlsx', new Uint8Array([1, 2, 3]))).rejects.toThrow(new NotAReport('r.xlsx'))
    await expect(read({ Cover: COVER, Notes: [['x']] })).rejects.toThrow(NotAReport)
  })

  it('says for whom it is, of which dates, what it hides, and what was achieved in its period and to date', async () => {
    const report = await read({ Cover: COVER, Tracking: TRACKING, Data: DATA })
    expect(report).toMatchObject({
      ...{ file: 'r.xlsx', languages: ['en'], audience: 'public', most: 1009, span: YEAR, asAt: '2022-01-20' },
      ...{ map: 'as-reported', former: new Map(), changes: [], relations: [], untold: new Set() },
      rules: new Map([['V3', { overPlaces: 'sum', overTime: 'sum' }]]),
      beside: [{ indicator: 'V3', hidden: 'Tracking!C2', column: 'variance', at: 'Tracking!F2' }],
    })
    expect(report.told.map(({ shown, span, at }) => [shown, span, at])).toEqual([
      [20, YEAR, 'Data!I2'],
      [3, { from: q('2019-Q2'), to: q('2019-Q2') }, 'Data!I3'],
      [null, YEAR, 'Tracking!C2'],
      [23, TO_DATE, 'Tracking!D2'],
    ])
  })

  it('says what it can where sheets are missing', async () => {
    const report = await read({ Cover: [['Report']], Data: DATA })
    expect(report).toMatchObject({
      ...{ languages: [], audience: null, most: null, span: null, rules: new Map(), beside: [] },
      ...{ changes: [], relations: [], untold: new Set(), overlapping: new Set() },
    })
    expect(report.told).toHaveLength(2)
    // Without dates of its own nothing is known of what was achieved in them.
    expect((await read({ Cover: [['Report']], Tracking: TRACKING, Data: DATA })).told).toHaveLength(2)
  })

  it('says what has changed, what overlaps and what is related, on whatever sheet', async () => {
    const sex: Rows = [
      ['V3  Clients'],
      ['Sex', column('notes'), '2021\n1 Jan 2021 – 31 Dec 2021'],
      [t('releases:workbook.overlapping')],
    ]
    const changed: Rows = [
      [t('releases:workbook.sheet.changes')],
      [t('releases:workbook.changes.untold', { codes: 'V6' })],
      ['ref', 'place', 'period', 'category', 'before', 'now', 'difference'].map(column),
      ['V3', 'A', '2021', '', 30, 33, 3],
    ]
    const relation = t('releases:workbook.notes.relation', { indicator: 'V6', counted: 'V3' })
    const notes: Rows = [['Notes'], ['x', 'another sentence'], ['x', relation]]
    const report = await read({ Cover: COVER, Protection: sex, Data: DATA, Changes: changed, Notes: notes })
    expect(report).toMatchObject({
      overlapping: new Set(['V3|Sex']),
      changes: [{ indicator: 'V3', about: 'A, 2021, ', difference: 3 }],
      untold: new Set(['V6']),
      relations: [{ indicator: 'V6', counted: 'V3' }],
    })
  })
})
