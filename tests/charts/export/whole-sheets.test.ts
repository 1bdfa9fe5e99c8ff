import { describe, expect, it } from 'vitest'
import { clipboardTable } from '../../../src/charts/export/clipboard.ts'
import { downloadsAt } from '../../../src/charts/export/downloads.ts'
import { figureSheet, machineSheet } from '../../../src/charts/export/figure-sheet.ts'
import { type ExportCell, type ExportSheet, exported, PLAIN, withoutEmpty } from '../../../src/charts/export/sheet.ts'
import { tableSheet } from '../../../src/charts/export/table-sheet.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { MILESTONE, NOT_REPORTED, RATIO, reported, table } from '../tables.ts'

/** Sheets, whole: what travels with a figure out of its page was read once and is held from then on. */

const target = (value: number) => ({ target: value, progress: { variance: -3, ofTarget: 0.7, rag: 'amber' as const } })
const single = table([[reported(1234, { flags: ['partial', 'revised'], coverage: [4, 5] })], [NOT_REPORTED]], {
  targets: [target(1763), null],
})
const wide = {
  ...table(
    [
      [reported(1 / 3, { numerator: 1, denominator: 3 }), reported(0.07)],
      [reported(0.5), NOT_REPORTED],
    ],
    { indicator: RATIO, columns: ['ha-tinh', 'nghe-an'] },
  ),
  overlapping: true,
  breaks: [
    { vi: 'Đổi cách tính', en: 'Counted otherwise' },
    { vi: 'Đổi cách tính', en: 'Counted otherwise' },
  ],
}
const staged = table([[reported(1)], [reported(0)]], { indicator: MILESTONE })
const options = { words: wordsFor('en'), dates: '1 Jan – 30 Jun 2021', illustrative: true }

const cellText = (cell: ExportCell): string =>
  cell === null ? '·' : typeof cell === 'string' ? cell : `${cell.number} ${JSON.stringify(Object.values(cell.style))}`
function inLines({ name, title, warning, lead, facts, columns, rows }: ExportSheet): string {
  return [
    `${name}: ${title}`,
    `${warning}`,
    lead,
    ...facts.map((fact) => `fact ${fact}`),
    columns.map(({ key, label, kind }) => `${key} “${label}” ${kind}`).join(' | '),
    ...rows.map((row) => row.map(cellText).join(' | ')),
  ].join('\n')
}

describe('a table as its page shows it', () => {
  it.each([
    ['of one column, with what is planned beside it', single],
    ['of several columns, with what is said of them where something is', wide],
    ['of stages, by their names', staged],
  ])('%s', (_, given) => {
    expect(inLines(tableSheet(given, options))).toMatchSnapshot()
  })

  it('has no columns of dates where rows have none', () => {
    const undated = { ...staged, rows: staged.rows.map(({ key, label }) => ({ key, label })) }
    expect(tableSheet(undated, options).columns.map(({ key }) => key)).not.toContain('dates')
    const half = {
      ...staged,
      rows: staged.rows.map((row, nth) => (nth === 0 ? row : { key: row.key, label: row.label })),
    }
    expect(tableSheet(half, options).rows.map((row) => row[1])).toEqual(['from – to', null])
  })
})

describe('a line a figure', () => {
  it('says of one indicator what is not said once above, of several which one', () => {
    expect(inLines(withoutEmpty(figureSheet([single], options)))).toMatchSnapshot()
    expect(
      inLines(withoutEmpty(figureSheet([wide, staged], { ...options, illustrative: false }, 'Two'))),
    ).toMatchSnapshot()
  })

  it('has a column of its own kind for each', () => {
    const kinds = figureSheet([single, staged], options).columns.map(({ key, kind }) => `${key} ${kind}`)
    expect(kinds).toMatchSnapshot()
  })

  it('has codes for programs, and all on every line', () => {
    expect(inLines(machineSheet([single, wide], options))).toMatchSnapshot()
  })
})

it('what is pasted is text as it is typed in the region, and the number itself for spreadsheets', () => {
  const pasted = clipboardTable(tableSheet(wide, { ...options, words: wordsFor('vi') }), 'vi')
  expect([pasted.title, pasted.head[0]]).toEqual(['V3. Số người thụ hưởng', 'Kỳ'])
  expect(pasted.rows[0]).toEqual([
    { text: 'Quý 1', exact: null, format: '@' },
    { text: 'từ – đến', exact: null, format: '@' },
    { text: expect.stringMatching(/^33,3/), exact: 1 / 3, format: '0\\.0%' },
    expect.anything(),
    expect.objectContaining({ exact: 0.07 }),
    ...(pasted.rows[0]!.length > 5 ? [expect.anything()] : []),
  ])
})

it('columns that hold nothing go, with what stands in them', () => {
  const sheet: ExportSheet = {
    ...{ name: '', title: '', warning: null, lead: '', facts: [] },
    columns: ['a', 'b', 'c', 'd'].map((key) => ({ key, label: key, kind: 'text' })),
    rows: [
      ['1', null, '', '2'],
      ['3', null, ''],
    ],
  }
  const { columns, rows } = withoutEmpty(sheet)
  expect([columns.map(({ key }) => key), rows]).toEqual([
    ['a', 'd'],
    [
      ['1', '2'],
      ['3', null],
    ],
  ])
})

it('what has no number holds none', () => {
  expect([exported(null, PLAIN), exported(undefined, PLAIN), exported(0, PLAIN)]).toEqual([
    null,
    null,
    { number: 0, style: PLAIN },
  ])
})

it('files stand beside their page', () => {
  expect(downloadsAt((file) => `/p/${file}`, '/slide')).toEqual({
    slide: '/slide',
    xlsx: '/p/table.xlsx',
    csv: '/p/table.csv',
    machine: '/p/data.csv',
    table: '/p/table.html',
  })
  expect(downloadsAt((file) => file).slide).toBeNull()
})
