import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { CHART_COLOURS } from '../../../src/releases/workbook/charts/colours.ts'
import { CHART_SIZES } from '../../../src/releases/workbook/charts/with-charts.ts'
import { cellsOfPlan } from '../../../src/releases/workbook/file-check.ts'
import type { WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { printedAs } from '../../../src/releases/workbook/print/pages.ts'
import { TONE_COLOURS } from '../../../src/releases/workbook/theme.ts'
import type { CellValue } from '../../../src/spreadsheet/sheet-cells.ts'
import { smallContent } from './small-content.ts'

let content: ReleaseContent
let plan: WorkbookPlan
beforeAll(async () => {
  content = await smallContent()
  plan = workbookOf(content)
})
const charts = () => plan.sheets.flatMap(({ key, charts = [] }) => charts.map((chart) => ({ key, chart })))
const chartOf = (code: string) => charts().find(({ chart }) => chart.title.startsWith(`${code} `))!.chart

/** What stands in the cells that a chart refers to, from the sheet itself. */
function cellsAt(at: string): CellValue[] {
  const [, key, first, from, last, to] = /^([a-z-]+)!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(at)!
  expect(first).toBe(last)
  const column = [...first!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const { rows } = cellsOfPlan(plan)[plan.sheets.findIndex((sheet) => sheet.key === key)]!
  return rows.slice(Number(from) - 1, Number(to)).map((row) => row[column] ?? null)
}

describe('the charts of a report', () => {
  it('keep what stands in the cells they refer to, and nothing where these are empty', () => {
    expect(charts().length).toBeGreaterThan(5)
    for (const { chart } of charts()) {
      expect(cellsAt(chart.categories.at)).toEqual(chart.categories.values)
      for (const { values } of chart.series) expect(cellsAt(values.at), chart.title).toEqual(values.values)
    }
  })

  it('have a gap where a figure is hidden, missing or can not be added', () => {
    const { series } = chartOf('B')
    const hidden = content.tables.find(({ section, table }) => section === 'series' && table.indicator.code === 'B')!
    const kinds = hidden.table.cells[0]!.map(({ shown }) => shown.kind)
    expect(kinds).toContain('confidential')
    for (const { values } of series)
      expect(values.values.map((one) => one === null)).toEqual(kinds.map((kind) => kind === 'confidential'))
    expect(chartOf('F').series[0]!.values.values).toEqual([null, null, 4, null])
  })

  it('draw each measure as pages do, on its own sheet', () => {
    expect(['A', 'C', 'D', 'E'].map((code) => chartOf(code).kind)).toEqual(['bar', 'line', 'line', 'step'])
    // Of a ratio that is never defined there is nothing to draw.
    expect(charts().filter(({ chart }) => chart.title.startsWith('G '))).toEqual([])
  })

  it('stand at the right of the table, or in a row under it beside the words of what they show, and over no other', () => {
    for (const { key, charts: own = [], rows, table } of plan.sheets) {
      const taken = new Set<string>()
      for (const { alt, title, over } of own) {
        const first = rows[over.from.row]!.cells.filter((cell) => cell !== null)
        const across = table ? rows[table.headingRow - 1]!.cells.length : 0
        const isBeside = table !== undefined && over.from.row < table.lastRow!
        if (isBeside) expect(over.from.column, title).toBeGreaterThanOrEqual(across)
        else {
          expect(first, key).toEqual([key === 'summary' ? alt : expect.stringContaining(title.split(' ')[0]!)])
          expect(over.from.column).toBeGreaterThanOrEqual(rows[over.from.row]!.cells.length)
          expect(over.to.row).toBe(over.from.row + 1)
        }
        for (let row = over.from.row; row < over.to.row; row++) {
          const place = `${row} ${over.from.column} ${over.from.points ?? 0}`
          expect(taken.has(place), title).toBe(false)
          taken.add(place)
        }
      }
    }
  })

  it('say what the numbers of an axis are: reporters, stages by their names, whole per cents of shares', () => {
    expect(chartOf('E').axes.value).toBe('reporters at or past the target stage')
    expect(chartOf('C')).toMatchObject({ format: '0%', axes: { value: expect.stringMatching(/^% /) } })
    const alone = {
      ...content,
      tables: content.tables.map((one) => {
        const cells = one.table.cells.map((row) =>
          row.map((cell) => {
            if (cell.shown.kind !== 'figure') return cell
            const { of: _, ...figure } = cell.shown.figure
            return { ...cell, shown: { ...cell.shown, figure } }
          }),
        )
        return { ...one, table: { ...one.table, cells } }
      }),
    }
    const stages = workbookOf(alone).sheets.flatMap(({ charts: own = [] }) => own)
    expect(stages.find(({ kind }) => kind === 'step')!.title).toMatch(/ \(0 .*none · 1 .*drafted\)$/)
    // A title of many lines leaves no room to draw in: its indicator is told by its code, stages in one language.
    const long = { vi: 'Một mức mà tên dài gần nửa tiêu đề', en: 'A stage the name of which takes half a title' }
    const named = alone.tables.map(({ table, ...one }) => {
      const { indicator } = table
      const stages = indicator.stages.map(() => long)
      return { ...one, table: { ...table, indicator: { ...indicator, stages } } as typeof table }
    })
    const inTwo = { ...alone, release: { ...alone.release, language: 'both' as const }, tables: named }
    const [chart] = workbookOf(inTwo)
      .sheets.flatMap(({ charts: own = [] }) => own)
      .filter(({ kind }) => kind === 'step')
    expect(chart!.title).toBe(`E (0 ${long.vi} · 1 ${long.vi})`)
    expect(chart!.alt).toContain(long.en)
  })

  it('are as large as a page has room for, and take no page more for it', () => {
    for (const sheet of plan.sheets.filter(({ key, charts: own }) => key !== 'summary' && own?.length)) {
      const heights = sheet.charts!.map(({ over }) =>
        sheet.rows.slice(over.from.row, over.to.row).reduce((sum, { height = 0 }) => sum + height, 0),
      )
      expect(Math.min(...heights), sheet.key).toBeGreaterThanOrEqual(CHART_SIZES[0].height)
      const without = sheet.rows.slice(0, sheet.table!.lastRow)
      expect(printedAs(sheet).breaks.length).toBe(printedAs({ ...sheet, rows: without }).breaks.length)
    }
  })

  it('count on the summary what its table counts', () => {
    const [chart] = plan.sheets.find(({ key }) => key === 'summary')!.charts!
    expect(chart).toMatchObject({
      kind: 'stacked',
      categories: { values: ['Whole project', 'Prevention', 'Prosecution', 'Protection'] },
    })
    expect(chart!.series.map(({ name, values }) => [name, values.values])).toEqual([
      ['On track', [0, 0, 0, 1]],
      ['Somewhat behind', [0, 1, 0, 0]],
      ['Off track', [0, 0, 0, 0]],
      ['No rating', [2, 2, 0, 1]],
    ])
  })

  it('have the colours of the pages', () => {
    const tokens = readFileSync('views/assets/styles/tokens.css', 'utf8').split('}')[0]!
    const token = (name: string) => new RegExp(`--${name}: #([0-9a-f]{6})`).exec(tokens)![1]!.toUpperCase()
    expect(CHART_COLOURS).toEqual({ figure: token('chart-figure'), target: token('chart-target') })
    expect(TONE_COLOURS).toEqual({ green: token('good'), amber: token('warn'), red: token('bad'), grey: token('soft') })
  })
})
