import { describe, expect, it } from 'vitest'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { chartColumns, chartsBeside } from '../../../../src/releases/workbook/charts/charts-beside.ts'
import { chartsUnder } from '../../../../src/releases/workbook/charts/charts-under.ts'
import type { UnplacedChart } from '../../../../src/releases/workbook/charts/series-chart.ts'
import type { SeriesChart } from '../../../../src/releases/workbook/charts/series-charts.ts'
import type { RowPlan, SheetPlan } from '../../../../src/releases/workbook/plan.ts'
import { printedAs } from '../../../../src/releases/workbook/print/pages.ts'

const drawn = (codes: string): SeriesChart[] => [...codes].map((code) => ({ code, chart: {} as UnplacedChart }))
const HIGH = 20

/** A sheet of so many rows of one height, a letter for the code of each; `·`: a row that has none. */
function sheetOf(codes: string): SheetPlan {
  const row = (code: string): RowPlan => ({ cells: [code === '·' ? null : code], height: HIGH })
  return {
    ...{ key: 's', name: 'S', columns: [{ width: 10 }], freeze: { rows: 1, columns: 0 } },
    rows: [{ cells: ['A'], style: 'heading', height: HIGH }, ...[...codes].map(row)],
    print: { landscape: true, repeatRows: 1 },
    table: { name: 'T', headingRow: 1 },
  }
}

/** Of each chart its code's place in the list, the column and the rows that it stands over; and what found no room. */
function beside(codes: string, charts: string, given: { lanes?: number; rows?: number; isAligned?: boolean } = {}) {
  const { lanes = 1, rows = 3, isAligned = true } = given
  const placing = { first: 4, lanes, height: rows * HIGH, isAligned }
  const found = chartsBeside(drawn(charts), sheetOf(codes), placing)
  const placed = found.charts.map(({ over: { from, to } }) => {
    expect(to.column).toBe(from.column + 1)
    return [from.column, from.row, to.row]
  })
  return { placed, left: found.left.map(({ code }) => code).join('') }
}

describe('columns for charts', () => {
  const columns = (across: number, ...widths: number[]) =>
    chartColumns({ columns: widths.map((width) => ({ width })) }, across).map(({ width }) => width)

  it('are as many as can be read in the room that is left, which they share', () => {
    expect(columns(100, 20, 4)).toEqual([38, 38])
    expect(columns(150, 20)).toEqual([43.3, 43.3, 43.3])
  })

  it('are none where it is too little, and no wider than says something', () => {
    expect([columns(57, 20), columns(20, 20), columns(10, 20)]).toEqual([[], [], []])
    expect([columns(58, 20), columns(95, 20)]).toEqual([[38], [64]])
  })
})

describe('charts at the right of a table', () => {
  it('stand beside the first row of their indicator, or under the chart before', () => {
    expect(beside('··AABBBB··', 'AB')).toEqual({
      placed: [
        [4, 3, 6],
        [4, 6, 9],
      ],
      left: '',
    })
    expect(beside('A·····B····', 'AB').placed).toEqual([
      [4, 1, 4],
      [4, 7, 10],
    ])
  })

  it('stand in the lane that is free first', () => {
    expect(beside('AABBCC····', 'ABC', { lanes: 2 }).placed).toEqual([
      [4, 1, 4],
      [5, 3, 6],
      [4, 5, 8],
    ])
  })

  it('stand as high as they can where fewer would have room otherwise', () => {
    expect(beside('··A····B···', 'AB', { isAligned: false }).placed).toEqual([
      [4, 1, 4],
      [4, 4, 7],
    ])
  })

  it('stand as much higher as there is room where the table ends too soon, and else are left', () => {
    expect(beside('·····A', 'A').placed).toEqual([[4, 4, 7]])
    expect(beside('A···BC', 'ABC')).toEqual({
      placed: [
        [4, 1, 4],
        [4, 4, 7],
      ],
      left: 'C',
    })
    expect(beside('A', 'A')).toEqual({ placed: [], left: 'A' })
  })

  it('stand over no end of a page, but higher on it or on the next', () => {
    const long = `${'·'.repeat(70)}`
    const [end] = printedAs(sheetOf(long)).breaks as [number]
    const at = (row: number, code: string) => `${long.slice(0, row - 1)}${code}${long.slice(row)}`
    // The last row of the page: there is room above it.
    expect(beside(at(end, 'A'), 'A').placed).toEqual([[4, end - 2, end + 1]])
    // A chart stands there already: it stands on the next page.
    const taken = at(end - 3, 'A')
    const both = `${taken.slice(0, end - 1)}B${taken.slice(end)}`
    expect(beside(both, 'AB').placed).toEqual([
      [4, end - 3, end],
      [4, end + 1, end + 4],
    ])
  })
})

describe('charts under a table', () => {
  const under = (codes: string, widths: number[], wide = 38) =>
    chartsUnder(drawn(codes), bilingualIn('en'), {
      columns: widths.map((width) => ({ width })),
      row: 7,
      size: { wide, height: 120 },
    })
  const places = ({ charts }: ReturnType<typeof under>) =>
    charts.map(({ over: { from, to } }) => [from.column, Math.round(from.points ?? 0), to.column, to.row - from.row])

  it('are none where there are none, nor any words', () => {
    expect(under('', [10, 10, 80])).toEqual({ rows: [], charts: [] })
  })

  it('stand as many beside each other as can be read, each row with the codes of what it shows', () => {
    const { rows, charts } = under('ABC', [10, 30, 20, 20, 20, 20])
    const words = rows.filter(({ style }) => style === 'text')
    expect(words.map(({ cells, height }) => [...cells, height])).toEqual([
      [null, 'Charts: A, B', 120],
      [null, 'Charts: C', 120],
    ])
    const lead = rows.filter(({ style }) => style === 'note')
    expect(lead.length).toBeGreaterThan(0)
    expect(lead.every(({ keepWithNext }) => keepWithNext)).toBe(true)
    const first = 7 + lead.length
    expect(charts.map(({ over }) => over.from.row)).toEqual([first, first, first + 1])
  })

  it('share the room after the words, whatever columns are there', () => {
    expect(places(under('AB', [10, 30, 20, 20, 20, 20]))).toEqual([
      [2, 0, 4, 1],
      [4, 0, 6, 1],
    ])
    const [one, other] = places(under('AB', [10, 30, 60, 20]))
    expect(one!.slice(0, 2)).toEqual([2, 0])
    // Half of eighty is within the first of both.
    expect(other![0]).toBe(2)
    expect(other![1]).toBeGreaterThan(0)
    expect([one![2], other![2]]).toEqual([2, 4])
    expect(places(under('A', [10, 30, 20]))).toEqual([[2, 0, 3, 1]])
  })
})
