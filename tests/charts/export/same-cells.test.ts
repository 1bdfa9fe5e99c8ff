import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { cardOf } from '../../../src/charts/card.ts'
import { clipboardTable } from '../../../src/charts/export/clipboard.ts'
import { machineCsv, regionalCsv } from '../../../src/charts/export/csv.ts'
import { downloadsAt } from '../../../src/charts/export/downloads.ts'
import { figureSheet, machineSheet } from '../../../src/charts/export/figure-sheet.ts'
import { withoutEmpty } from '../../../src/charts/export/sheet.ts'
import { tableSheet } from '../../../src/charts/export/table-sheet.ts'
import { writeSheets } from '../../../src/charts/export/write-xlsx.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import type { Indicator } from '../../../src/indicators/indicator.ts'
import { type Words, wordsFor } from '../../../src/language/words.ts'
import { LANGUAGES } from '../../../src/vocabulary/language.ts'
import { COUNT, MEAN, MILESTONE, NOT_DUE, NOT_REPORTED, RATIO, reported, table, UNDEFINED } from '../tables.ts'

const MEDIAN: Indicator = { ...MEAN, code: 'V20', measure: 'median', decimals: 1 }
const PER_100_000: Indicator = { ...RATIO, code: 'V21', scale: 100_000, decimals: 2 }

/** One indicator of each measure: numbers, a zero, and what stands in the place of a number. */
const GIVEN: readonly [string, Indicator, Parameters<typeof table>[0]][] = [
  [
    'count',
    COUNT,
    [
      [reported(1234), reported(0)],
      [reported(7, { flags: ['partial', 'revised'] }), NOT_REPORTED],
    ],
  ],
  [
    'ratio',
    RATIO,
    [
      [reported(1 / 3, { numerator: 1, denominator: 3 }), UNDEFINED],
      [reported(0.07), NOT_DUE],
    ],
  ],
  ['ratio of 100,000', PER_100_000, [[reported(1 / 7), UNDEFINED]]],
  [
    'mean',
    MEAN,
    [
      [reported(-2.125, { n: 8 }), NOT_REPORTED],
      [reported(1000.5, { n: 40 }), NOT_DUE],
    ],
  ],
  [
    'milestone',
    MILESTONE,
    [
      [reported(0), reported(1)],
      [NOT_REPORTED, reported(1)],
    ],
  ],
  ['milestone of several', MILESTONE, [[reported(2, { of: 5 }), NOT_DUE]]],
  ['median', MEDIAN, [[reported(12.5, { n: 9 }), NOT_REPORTED]]],
]
const options = (words: Words) => ({ words, dates: 'a – b', illustrative: true })

/** Numbers of a page's table as they are stored or, without one, what stands there; row by row. */
function onPage(given: PublishableTable, words: Words): (string | number)[] {
  const card = cardOf(given, { ...options(words), originOf: () => '', downloads: downloadsAt((file) => file) })
  return card.rows.flatMap(({ cells }) => cells.map(({ exact, text }) => exact ?? text))
}

/** The lines below the headings of a regional CSV, in fields. */
function fieldsOf(csv: string, separator: string): string[][] {
  const lines = csv.trimEnd().split('\r\n')
  const at = lines.findIndex((line) => line.split(separator).length > 12)
  return lines.slice(at).map((line) => line.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`)))
}

describe.each(LANGUAGES)('the same in every form (%s)', (language) => {
  const words = wordsFor(language)

  it.each(GIVEN)(
    'a table of a %s is on the page, in both CSVs, in Excel and on the clipboard the same',
    async (_, indicator, figures) => {
      const given = table(figures, { indicator, columns: ['ha-tinh', 'nghe-an'].slice(0, figures[0]!.length) })
      const shown = onPage(given, words)
      const isStage =
        indicator === MILESTONE &&
        given.cells.flat().every(({ shown: one }) => one.kind !== 'figure' || one.figure.of === undefined)
      const scale = indicator.measure === 'milestone' ? 1 : indicator.scale

      const [head, ...machine] = machineCsv(machineSheet([given], options(words)))
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(','))
      const [value, state] = [head!.indexOf('value'), head!.indexOf('state')]
      expect(machine.map((line) => (line[value] === '' ? line[state] : Number(line[value])))).toEqual(
        shown.map((one, nth) => (typeof one === 'number' ? one : machine[nth]![state])),
      )

      const [names, ...regional] = fieldsOf(
        regionalCsv(figureSheet([given], options(words)), language),
        language === 'vi' ? ';' : ',',
      )
      const read = (field: string) => {
        const text = language === 'vi' ? field.replace(',', '.') : field
        return text.endsWith('%')
          ? Number(text.slice(0, -1)) / 100
          : Number.isNaN(Number(text))
            ? text
            : Number(text) / (scale === 100 ? 1 : scale)
      }
      const at = names!.indexOf(words.t('charts:csv.value'))
      for (const [nth, line] of regional.entries()) {
        const one = read(line[at]!)
        if (typeof shown[nth] === 'number') expect(one).toBeCloseTo(shown[nth], 12)
        else expect(one).toBe(shown[nth])
      }

      const wide = tableSheet(given, options(words))
      const workbook = new exceljs.Workbook()
      await workbook.xlsx.load(
        (await writeSheets([wide, withoutEmpty(figureSheet([given], options(words)))], 0)) as never,
      )
      const [first] = workbook.worksheets
      const columns = wide.columns.flatMap(({ kind, key }, c) =>
        kind === 'number' && !['target', 'of-target'].includes(key) ? [c + 1] : [],
      )
      const inExcel = given.rows.flatMap((__, r) => columns.map((c) => first!.getRow(4 + r).getCell(c).value))
      const wanted = given.cells.flat().map(({ shown: one }, nth) => {
        if (typeof shown[nth] !== 'number') return shown[nth]
        if (isStage && one.kind === 'figure') return words.of(indicator.stages[one.figure.value!]!)
        return scale === 100 || scale === 1 ? shown[nth] : shown[nth] * scale
      })
      for (const [nth, one] of inExcel.entries())
        if (typeof wanted[nth] === 'number') expect(one).toBeCloseTo(wanted[nth], 9)
        else expect(one).toBe(wanted[nth])

      const pasted = clipboardTable(wide, language)
      expect(pasted.rows.flatMap((row) => columns.map((c) => row[c - 1]!.exact ?? row[c - 1]!.text))).toEqual(inExcel)
    },
  )
})

describe('a workbook of a table', () => {
  const words = wordsFor('vi')
  const given = table([[reported(0.5, { flags: ['revised'] })]], { indicator: RATIO })

  it('says above and below what its numbers are, and keeps the headings in sight', async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await writeSheets([tableSheet(given, options(words))], 0)) as never)
    const sheet = workbook.worksheets[0]!
    const texts = sheet.getColumn(1).values.filter((value) => typeof value === 'string')
    expect(texts.slice(0, 2)).toEqual([
      'V3. Số người thụ hưởng',
      'Số liệu minh họa, không phải số liệu thật. · Đơn vị tính: % khách hàng · a – b',
    ])
    expect(texts.slice(3)).toContain('Tính đến: 2021-10-31 07:00+07:00')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 1 })
    const figure = sheet.getRow(4).getCell(3)
    expect([figure.value, figure.numFmt, sheet.getRow(4).getCell(4).value]).toEqual([0.5, '0.0%', '[r]'])
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '3:3' })
  })

  it('has columns as wide as what stands in them, within bounds, and lines for what is longer', async () => {
    const long = { ...given, rows: [{ key: 'x', label: { vi: 'x'.repeat(100), en: '' } }] }
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await writeSheets([tableSheet(long, options(words))], 0)) as never)
    const sheet = workbook.worksheets[0]!
    expect([sheet.getColumn(1).width, sheet.getRow(4).height]).toEqual([46, 42])
  })

  it('takes text for text, whatever it begins with', async () => {
    const odd = { ...given, rows: [{ key: 'x', label: { vi: '=1+1', en: '' } }] }
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await writeSheets([tableSheet(odd, options(words))], 0)) as never)
    const cell = workbook.worksheets[0]!.getRow(4).getCell(1)
    expect([cell.value, cell.type, cell.numFmt]).toEqual(['=1+1', exceljs.ValueType.String, '@'])
    expect(clipboardTable(tableSheet(odd, options(words)), 'vi').rows[0]![0]!.text).toBe("'=1+1")
  })
})
