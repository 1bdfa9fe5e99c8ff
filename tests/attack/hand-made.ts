import exceljs from 'exceljs'
import type { IssuedReport } from '../../src/attack/read/report.ts'
import { readReport } from '../../src/attack/read/workbook.ts'
import { datesOf } from '../../src/calendar/span.ts'
import { dates } from '../../src/language/format.ts'
import { type Key, wordsFor } from '../../src/language/words.ts'
import type { Measure } from '../../src/vocabulary/indicator.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import { q } from '../support/small-project.ts'

/** A number, be it one that is held, or a sign in its place. */
type Shown = number | `${number} [h]` | '[c]' | '[x]'

/** A row of *Data*, written down as it would stand there: "2021-Q1..2021-Q4" is its span. */
export type HandRow = {
  of?: string
  measure?: Measure
  place?: string
  span: string
  by?: [breakdown: string, category: string]
  value: Shown
  n?: Shown
  d?: Shown
  target?: number
  variance?: number
  /** Received and expected. */
  coverage?: [number, number]
}

export type HandMade = {
  name?: string
  language?: Language
  audience?: 'donor' | 'public'
  most?: number
  asAt?: string
  rows: HandRow[]
  /** How values add up over places and time. */
  rule?: 'sum-sum' | 'sum-latest'
  /** Rows of *What changed*: indicator and difference. */
  changes?: [string, number][]
  untold?: string[]
  /** A related indicator, and what it rests on. */
  relation?: [indicator: string, counted: string]
  /** A table of a component's sheet: what it says of an indicator for the whole project. */
  component?: { of: string; span: string; value: Shown }
}

/** A workbook as this program writes them, with nothing in it but what a test needs, read as a stranger would. */
export async function handMade(given: HandMade): Promise<IssuedReport> {
  const { name = 'report.xlsx' } = given
  return readReport(name, await bytesOf(given))
}

async function bytesOf(given: HandMade): Promise<Uint8Array> {
  const { language = 'en', audience = 'donor', most = 4, asAt = '2022-01-20', rows, rule = 'sum-sum' } = given
  const { changes = [], untold = [], component, relation } = given
  const { t } = wordsFor(language)
  const column = (key: string) => t(`releases:workbook.column.${key}` as Key)
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('Cover').addRows([
    [t('releases:workbook.cover.dates'), dates(spanOf('2021-Q1..2021-Q4'), language)],
    [t('releases:workbook.cover.audience'), t(`releases:audience.${audience}`)],
    [t('releases:workbook.cover.rule'), t('releases:workbook.cover.rule-value', { most })],
  ])
  const tracking = ['ref', 'rule', 'achieved', 'cumulative', 'status']
  const codes = [...new Set(rows.map(({ of = 'V3' }) => of))]
  workbook
    .addWorksheet('Tracking')
    .addRows([tracking.map(column), ...codes.map((code) => [code, t(`figures:rule.count.${rule}`), '[z]', '[z]', ''])])
  if (component) {
    const { of, span, value } = component
    const sheet = workbook.addWorksheet('Protection')
    sheet.addRows([
      [`${of}  name`],
      [column('place'), column('notes'), `2021\n${dates(spanOf(span), language)}`],
      [t('releases:workbook.all-project'), '–', value],
    ])
  }
  const data = workbook.addWorksheet('Data')
  const keys = [
    'ref',
    'measure',
    'place',
    'period',
    'first',
    'last',
    'by',
    'category',
    'value',
    'n',
    'd',
    'target',
    'variance-short',
    'k',
    'expected',
    'as-at',
  ]
  data.addRows([keys.map(column), ...rows.map((row) => dataRow(row, asAt, language))])
  data.eachRow((row) =>
    row.eachCell((cell) => {
      const held = /^(\d+) \[h\]$/.exec(String(cell.value))?.[1]
      if (held) Object.assign(cell, { value: Number(held), numFmt: '#,##0" [h]"' })
    }),
  )
  const changed = workbook.addWorksheet('What changed')
  changed.addRow([t('releases:workbook.sheet.changes')])
  if (untold.length > 0) changed.addRow([t('releases:workbook.changes.untold', { codes: untold.join(', ') })])
  if (changes.length > 0) {
    changed.addRow(['ref', 'place', 'period', 'category', 'before', 'now', 'difference'].map(column))
    for (const [code, difference] of changes)
      changed.addRow([code, 'Hà Tĩnh', '2021', 'Female', 30, 30 + difference, difference])
  }
  if (relation) {
    const [indicator, counted] = relation
    workbook.addWorksheet('Notes').addRow([indicator, t('releases:workbook.notes.relation', { indicator, counted })])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function dataRow(row: HandRow, asAt: string, language: Language): (string | number)[] {
  const { t } = wordsFor(language)
  const {
    of = 'V3',
    measure = 'count',
    place,
    span,
    by,
    value,
    n = '[z]',
    d = '[z]',
    target = '[z]',
    variance = '[z]',
  } = row
  const { first, last } = datesOf(spanOf(span))
  const named = place ?? t('releases:workbook.all-project')
  const group = by ?? ['[z]', t('releases:workbook.undivided')]
  const coverage = row.coverage ?? ['[z]', '[z]']
  return [
    of,
    t(`indicators:measure.${measure}`),
    named,
    span,
    first,
    last,
    ...group,
    value,
    n,
    d,
    target,
    variance,
    ...coverage,
    asAt,
  ]
}

function spanOf(text: string): { from: number; to: number } {
  const [from, to = from] = text.split('..')
  return { from: q(from!), to: q(to!) }
}
