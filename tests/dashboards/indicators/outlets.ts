import exceljs from 'exceljs'
import { expect } from 'vitest'
import { machineCsv, regionalCsv } from '../../../src/charts/export/csv.ts'
import { writeSheets } from '../../../src/charts/export/write-xlsx.ts'
import type { ChartData } from '../../../src/charts/model/chart-data.ts'
import type { Query } from '../../../src/dashboards/choice.ts'
import { exportOf } from '../../../src/dashboards/export/export.ts'
import { loadIndicator, loadIndicatorTable, loadIndicatorTables } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import { indicatorTablePage } from '../../../src/dashboards/indicators/table-page.ts'
import type { IndicatorPageView, IndicatorTables } from '../../../src/dashboards/indicators/view.ts'
import type { World } from '../../support/world.ts'
import { request } from '../whole/small-pages.ts'

/** The tables of an indicator's page as they stand in each of its outlets: what is on the page, in its picture, in its files. */
export type Kind = 'count' | 'ratio' | 'mean' | 'milestone' | 'median'
/** `rules`: what it measures, how it adds up over places and over time. */
export type Measured = { code: string; rules: [Kind, 'sum' | 'none', 'sum' | 'latest' | 'life' | 'none'] }
/** Which rows: of one area or of all, of one category or of whatever they are split by. */
export type Rows = { quarter: string; area?: string; cell?: string }

/** A value, or a pair as "value/base". */
export function typed(text: string): number | [number, number] {
  const [value, base] = text.split('/').map(Number) as [number, number?]
  return base === undefined ? value : [value, base]
}

/** What each measure makes of the rows of several reporters, and of one: a column of SQL over `fact`; null is no number. One stage is itself. */
const MAKES: Record<Kind, string> = {
  count: 'sum(value)',
  ratio: 'case when sum(base) > 0 then sum(value) * 1.0 / sum(base) end',
  mean: 'case when sum(base) > 0 then sum(value * base) / sum(base) end',
  milestone: 'sum(value >= 1)',
  median: 'case when max(base) > 0 then max(value) end',
}

/** The number of one quarter, of one area or of all; null where there is none, or none can be made. */
export function fromDatabase(
  world: World,
  { code, rules: [measure, overPlaces] }: Measured,
  { quarter, area, cell }: Rows,
): number | null {
  if (area === undefined && overPlaces === 'none') return null
  const [year, nth] = quarter.split('-Q').map(Number) as [number, number]
  const row = world.db.$client
    .prepare(
      `select ${measure === 'milestone' && area !== undefined ? 'max(value)' : MAKES[measure]}
       from fact join indicator on indicator.id = indicator_id join place on place.id = place_id
       join cell on cell.id = cell_id
       where indicator.code = ? and quarter = ? and approved_to is null and fact.state = 'reported' and (? is null or place.slug = ?)
       and (? is null or cell.key = ?)`,
    )
    .raw()
    .get(code, year * 4 + nth - 1, area ?? null, area ?? null, cell ?? null, cell ?? null) as [number | null]
  return row[0]
}

/** By name of the row and of the column. */
export type Numbers = Record<string, number | null>
export const at = (row: string, column: string) => `${row} | ${column}`

export function inTable(world: World, { code }: Measured, id: string, query: Query = {}): Numbers {
  const { sections } = indicatorTablePage(loadIndicatorTables(request(world, query), code) as IndicatorTables)
  const card = sections.flatMap(({ cards }) => cards).find((one) => one.id === `chart-${id}`)!
  return Object.fromEntries(
    card.rows.flatMap(({ heading, cells }) =>
      cells.map(({ exact }, nth) => [at(heading.label, card.columns[nth]!.label), exact] as const),
    ),
  )
}

export function inCsv(world: World, { code }: Measured, id: string, query: Query = {}): Numbers {
  const asked = request(world, { ...query, table: id })
  const { csv, machine } = exportOf(loadIndicatorTable(asked, code))!
  const lines = regionalCsv(csv, 'en').trimEnd().split('\r\n')
  const [codes, ...exact] = machineCsv(machine).trimEnd().split('\r\n').map(fieldsOf)
  const head = lines.findIndex((line) => line.startsWith('Row,'))
  const columns = lines[head]!.split(',')
  const [row, column, value, state] = ['Row', 'Column', 'Value', 'State'].map((name) => columns.indexOf(name))
  return Object.fromEntries(
    lines.slice(head + 1).map((line, nth) => {
      const cells = fieldsOf(line)
      if (cells[state!] !== 'reported') return [at(cells[row!]!, cells[column!]!), null] as const
      const number = Number(exact[nth]![codes!.indexOf('value')])
      const isShare = cells[value!]!.endsWith('%')
      expect(Number.parseFloat(cells[value!]!)).toBe(isShare ? Number((number * 100).toPrecision(15)) : number)
      return [at(cells[row!]!, cells[column!]!), number] as const
    }),
  )
}

/** One table of one indicator, as it is asked for. */
export type Wanted = { tried: Measured; id: string; query?: Query }

/**
 * What stands in the Excel files of tables, written as one workbook and read back: as the page shows each table, and figure by figure.
 * @param stages what stands in a file where a number is a stage
 */
export async function inXlsx(world: World, wanted: readonly Wanted[], stages: readonly string[]) {
  const files = wanted.map(({ tried, id, query }) =>
    exportOf(loadIndicatorTable(request(world, { ...query, table: id }), tried.code)!)!.sheets.slice(0, 2),
  )
  const named = files.flat().map((sheet, nth) => ({ ...sheet, name: `${nth}` }))
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await writeSheets(named, 0)) as never)
  return wanted.map((one, nth) => {
    const [shown, figures] = [0, 1].map((which) => workbook.worksheets[2 * nth + which]!)
    return { ...one, shown: cellsOf(shown!, stages), figures: linesOf(figures!) }
  })
}

const HEADINGS = 3
const textsIn = (row: exceljs.Row) => (row.values as unknown[]).slice(1).map((value) => String(value ?? ''))

/** A row a row, a column a column; dates and remarks stand in columns of their own. */
function cellsOf(sheet: exceljs.Worksheet, stages: readonly string[]): Numbers {
  const found: Numbers = {}
  const headings = textsIn(sheet.getRow(HEADINGS))
  for (const row of sheet.getRows(HEADINGS + 1, sheet.rowCount - HEADINGS)!) {
    const values = row.values as unknown[]
    if (values.length === 0) break
    headings.forEach((heading, nth) => {
      if (nth === 0 || heading === 'Row dates' || heading.startsWith('Remarks – ')) return
      const value = values[nth + 1]
      const stage = stages.indexOf(String(value))
      found[at(String(values[1]), heading)] = typeof value === 'number' ? value : stage >= 0 ? stage : null
    })
  }
  return found
}

/** A line a figure. */
function linesOf(sheet: exceljs.Worksheet): Numbers {
  const headings = textsIn(sheet.getRow(HEADINGS))
  const [row, column, value] = ['Row', 'Column', 'Value'].map((name) => headings.indexOf(name) + 1)
  const found: Numbers = {}
  for (const line of sheet.getRows(HEADINGS + 1, sheet.rowCount - HEADINGS)!) {
    const values = line.values as unknown[]
    if (values.length === 0) break
    const number = values[value!]
    found[at(String(values[row!]), String(values[column!]))] = typeof number === 'number' ? number : null
  }
  return found
}

/** The fields of a line, those in quotation marks too. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => field!.replace(/^"|"$/g, ''))
}

export function inPicture(
  world: World,
  { code }: Measured,
  id: string,
  column: string | null = null,
  query: Query = {},
): Numbers {
  const { pictures } = indicatorPage(loadIndicator(request(world, query), code) as IndicatorPageView)
  const picture = pictures.find((one) => one.id === `picture-${id}`)
  if (!picture) return {}
  const { data } = JSON.parse(picture.chart) as ChartData
  const series = data.datasets.filter(({ role, order }) => order === 1 && role !== 'target')
  return Object.fromEntries(
    series.flatMap(({ label, data: values }) =>
      values.map((value, nth) => [at(data.labels[nth]!, column ?? label), value] as const),
    ),
  )
}

export const close = (numbers: Numbers) =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, value === null ? null : value.toFixed(9)]))
