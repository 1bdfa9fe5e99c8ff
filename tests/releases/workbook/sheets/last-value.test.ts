import { beforeAll, describe, expect, it } from 'vitest'
import { sheetsOf } from '../../../../src/attack/read/read-xlsx.ts'
import { readTracking } from '../../../../src/attack/read/tracking-sheet.ts'
import type { Span } from '../../../../src/calendar/span.ts'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import type { ReleaseContent } from '../../../../src/releases/content/content.ts'
import { workbookOf } from '../../../../src/releases/workbook/assemble.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { summarySheet } from '../../../../src/releases/workbook/sheets/summary.ts'
import { lastValueOf, withSpan } from '../../../../src/releases/workbook/sheets/tracking/last-value.ts'
import { trackingSheet } from '../../../../src/releases/workbook/sheets/tracking/tracking.ts'
import { writeXlsx } from '../../../../src/releases/workbook/write-xlsx.ts'
import { q } from '../../../support/small-project.ts'
import { en, linesOf, smallContent } from '../small-content.ts'

const span = (from: string, to = from): Span => ({ from: q(from), to: q(to) })
const [OF_2019, OF_2020] = [span('2019-Q1', '2019-Q4'), span('2020-Q1', '2020-Q4')]

function cell(period: Span, figure: Partial<Figure> | 'confidential'): PublishableCell {
  const shown: PublishableCell['shown'] =
    figure === 'confidential'
      ? { kind: 'confidential' }
      : {
          kind: 'figure',
          figure: { state: 'reported', value: null, coverage: [1, 1], flags: [], ...figure },
          ...{ target: null, progress: null },
        }
  return { id: 'x', ref: {} as PublishableCell['ref'], shown, period, covers: null }
}

describe('what is read in the place of a figure to date', () => {
  const notAdded = cell(span('2019-Q1', '2020-Q4'), { state: 'not additive', why: 'quarters' })
  const [of2019, of2020] = [cell(OF_2019, { value: 3 }), cell(OF_2020, { value: 5 })]
  const missing = cell(OF_2020, { state: 'not reported' })
  const later = cell(span('2021-Q1', '2021-Q4'), { value: 7 })
  it.each([
    ['the last of its own spans', notAdded, [of2019, of2020], of2020],
    ['the last that has a number', notAdded, [of2019, missing], of2019],
    ['the last that is shown', notAdded, [of2019, cell(OF_2020, 'confidential')], of2019],
    ['none that is after it', notAdded, [of2019, later], of2019],
    ['itself where none has a number', notAdded, [missing], notAdded],
    ['itself where it is added up', later, [of2019, of2020], later],
    ['itself where it is hidden', cell(OF_2020, 'confidential'), [of2020], 'confidential'],
    [
      'itself where it is the reporters that are not added up',
      cell(OF_2020, { state: 'not additive', why: 'reporters' }),
      [of2020],
      'reporters',
    ],
  ] as const)('is %s', (_, toDate, own, expected) => {
    expect(lastValueOf(toDate, own)).toBe(typeof expected === 'string' ? toDate : expected)
  })

  it.each([
    ['a year of the calendar', OF_2020, '2020', '2020'],
    ['a quarter', span('2020-Q2'), 'Q2 2020', 'Quý II/2020'],
    ['other spans by their months', span('2020-Q1', '2020-Q2'), 'Jan 2020 – Jun 2020', '01/2020 – 06/2020'],
  ])('says which span it is of: %s', (_, period, english, vietnamese) => {
    const number = { number: 5, format: '0.0' }
    expect(withSpan(number, period, en)).toEqual({ number: 5, format: `0.0" (${english})"` })
    expect(withSpan('Issued', period, bilingualIn('vi'))).toBe(`Issued (${vietnamese})`)
    const both = english === vietnamese ? english : `${vietnamese} / ${english}`
    expect(withSpan({ text: 'Issued', formula: 'data!A1' }, period, bilingualIn('both'))).toEqual({
      text: `Issued (${both})`,
      formula: `data!A1&" (${both})"`,
    })
    expect(withSpan({ mark: '[c]' }, period, en)).toEqual({ mark: '[c]' })
  })
})

describe('a report with an indicator that is not added up over time', () => {
  let content: ReleaseContent
  let code: string
  beforeAll(async () => {
    const small = await smallContent()
    const isWhole = (one: ReleaseContent['tables'][number]) => one.section === 'years'
    const years = small.tables.find((one) => isWhole(one) && one.table.cells[0]!.some(hasNumber))!
    code = years.table.indicator.code
    content = { ...small, tables: small.tables.map((one) => (isTracked(one, code) ? notAddedUp(one) : one)) }
  })

  it('has its last value with the span it is of, in summary and tracking table, and the readers’ dates beside it', () => {
    for (const sheet of [summarySheet, trackingSheet]) {
      const row = sheet(content, en, 'S').rows.find(({ cells }) => JSON.stringify(cells[0]).includes(`"${code}"`))!
      expect(JSON.stringify(row.cells)).toMatch(/"format":"[^"]*\\" \([^)]+\)\\""/)
    }
    expect(linesOf(trackingSheet(content, en, 'S')).join()).toMatch(/Cumulative to date: values of \d/)
  })

  it('tells whoever reads it as an attacker of that span and no longer one', async () => {
    const plan = workbookOf({ ...content, release: { ...content.release, language: 'en' } })
    const sheets = await sheetsOf(await writeXlsx(plan))
    const measure = content.indicators.find((one) => one.code === code)!.measure
    const whole = { period: span('2000-Q1'), toDate: span('2000-Q1', '2000-Q2') }
    const read = sheets.flatMap((sheet) => readTracking(sheet, new Map([[code, measure]]), whole) ?? [])
    const toDate = read.flatMap(({ told }) => told).filter(({ period }) => period === 'Cumulative to date')
    expect(toDate.length).toBeGreaterThan(0)
    for (const { span: of } of toDate) expect(of).not.toEqual(whole.toDate)
  })
})

function hasNumber({ shown }: PublishableCell): boolean {
  return shown.kind === 'figure' && shown.figure.value !== null
}

function isTracked({ section, table }: ReleaseContent['tables'][number], code: string): boolean {
  return section === 'tracking' && table.indicator.code === code
}

function notAddedUp(one: ReleaseContent['tables'][number]): ReleaseContent['tables'][number] {
  const cells = one.table.cells.map((row) =>
    row.map((toDate, nth) => {
      const { shown } = cell(toDate.period, { state: 'not additive', why: 'quarters' })
      return nth === 1 ? { ...toDate, shown } : toDate
    }),
  )
  return { ...one, table: { ...one.table, cells } as typeof one.table }
}
