import { describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import type { ReleaseTable } from '../../../../src/releases/content/content.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { ratingsChart } from '../../../../src/releases/workbook/charts/ratings-chart.ts'
import { seriesChart } from '../../../../src/releases/workbook/charts/series-chart.ts'
import { seriesCharts } from '../../../../src/releases/workbook/charts/series-charts.ts'
import type { DataKey } from '../../../../src/releases/workbook/data-sheet/columns.ts'
import type { DataTable } from '../../../../src/releases/workbook/data-sheet/table.ts'
import { COUNT, MEAN, MILESTONE, RATIO, reported } from '../../../charts/tables.ts'
import { figureCell } from '../data-sheet/given.ts'
import { inBoth } from '../small-content.ts'

type Numbers = readonly (number | null)[]
type Given = { planned?: Numbers; rows?: readonly number[]; of?: number; language?: 'en' | 'both' }

/** A series of an indicator, and the rows of Data that it stands in: from the fifth on, unless it says which. */
function given(indicator: Indicator, achieved: Numbers, { planned = [], rows, of }: Given = {}) {
  const cells = achieved.map((one) => figureCell(reported(one ?? 0, of === undefined ? {} : { of })))
  const at = (cell: PublishableCell) => cells.indexOf(cell)
  const columns = achieved.map((_, nth) => ({ key: `${nth}` }))
  const data = {
    nthOf: (cell: PublishableCell) => rows?.[at(cell)] ?? 5 + at(cell),
    numberOf: (cell: PublishableCell, key: DataKey) => {
      const number = (key === 'value' ? achieved : planned)[at(cell)] ?? null
      return number === null ? null : { at: 'x', number }
    },
    rangeOf: (key: DataKey, first: number, last: number) => `${key}${first}:${last}`,
    columns: [{ key: 'ref' }, { key: 'period' }],
    cells: Array.from({ length: 20 }, (_, nth) => ['V3', `P${nth}`]),
  } as unknown as DataTable
  return { one: { section: 'series', table: { indicator, columns, cells: [cells] } } as unknown as ReleaseTable, data }
}

function chart(indicator: Indicator, achieved: Numbers, more: Given = {}) {
  const { one, data } = given(indicator, achieved, more)
  return seriesChart(one, data, bilingualIn(more.language ?? 'en'))
}

describe('a chart of an indicator over time', () => {
  it('refers to the rows of Data, with a gap where nothing stands in them', () => {
    const { categories, series } = chart(COUNT, [3, null, 5], { planned: [null, 4, 4] })!
    expect(categories).toEqual({ at: 'data!period5:7', values: ['P5', 'P6', 'P7'] })
    expect(series.map(({ name, look, values }) => [name, look, values])).toEqual([
      ['Achieved', undefined, { at: 'data!value5:7', values: [3, null, 5] }],
      ['Planned', 'path', { at: 'data!target5:7', values: [null, 4, 4] }],
    ])
  })

  it('has no path where nothing was planned, and says nothing of one', () => {
    const [bare, planned] = [chart(COUNT, [3, 5])!, chart(COUNT, [3, 5], { planned: [4] })!]
    expect(bare.series).toHaveLength(1)
    expect([bare.alt.includes('dashed'), planned.alt.includes('dashed')]).toEqual([false, true])
    expect(bare.alt).toContain('V3 Clients')
  })

  it('is none where there is nothing to compare, or where the rows do not stand together', () => {
    expect([chart(COUNT, [3]), chart(COUNT, [null, null]), chart(COUNT, [])]).toEqual([null, null, null])
    expect([chart(COUNT, [3, 4], { rows: [5, 7] }), chart(COUNT, [3, 4], { rows: [6, 5] })]).toEqual([null, null])
    expect(chart(COUNT, [3, null])).not.toBeNull()
  })

  it('draws amounts as bars, levels as a line, stages as steps', () => {
    const kinds = [COUNT, RATIO, MEAN, MILESTONE].map((indicator) => chart(indicator, [0.5, 1])!.kind)
    expect(kinds).toEqual(['bar', 'line', 'line', 'step'])
  })

  it('has whole per cents at its axis, unless all are small', () => {
    const format = (indicator: Indicator, achieved: Numbers, more?: Given) => chart(indicator, achieved, more)!.format
    expect([format(RATIO, [0.05, 0.1]), format(RATIO, [0.05, 0.09])]).toEqual(['0%', '0.0%'])
    expect(format(RATIO, [0.05, null], { planned: [0.5] })).toBe('0%')
    expect(format(RATIO, [-0.5, 0])).toBe('0%')
    expect([format(MEAN, [5, 6]), format(COUNT, [5, 6])]).toEqual(['#,##0.00', '#,##0'])
  })

  it('tells with its title what the numbers of stages mean; of several reporters they are none', () => {
    expect(chart(MILESTONE, [0, 1])!.title).toBe('J11 Clients (0 Draft · 1 Issued)')
    const counted = chart(MILESTONE, [3, 4], { of: 5 })!
    expect([counted.title, counted.axes.value]).toEqual(['J11 Clients', 'reporters at or past the target stage'])
    expect([chart(COUNT, [3, 4])!.title, chart(COUNT, [3, 4])!.axes]).toEqual([
      'V3 Clients',
      { category: 'Period', value: 'persons' },
    ])
  })

  it('is called by its code, and its stages in one language, where its title would be too long', () => {
    const title = (length: number, language: 'en' | 'both' = 'en') => {
      const stages = ['x', 'y'].map((letter) => ({ vi: `${letter}v`, en: letter.repeat(length) }))
      return chart({ ...MILESTONE, stages, name: inBoth('N') }, [0, 1], { language })!.title
    }
    const besides = 'J11 N (0  · 1 )'.length
    expect(title((101 - besides) / 2)).toMatch(/^J11 \(0 /)
    expect(title(Math.floor((100 - besides) / 2))).toMatch(/^J11 N \(0 /)
    expect(title(60, 'both')).toBe('J11 N (vi) / N (0 xv · 1 yv)')
    expect(title(60)).toMatch(/^J11 \(0 x{60} · 1 y{60}\)$/)
  })
})

it('a series has a chart where it has four periods or more, since fewer are read as easily', () => {
  const charts = (...achieved: Numbers) => {
    const { one, data } = given(COUNT, achieved)
    return seriesCharts([one], data, bilingualIn('en')).map(({ code }) => code)
  }
  expect([charts(1, 2, 3), charts(1, 2, 3, 4), charts(null, null, null, null)]).toEqual([[], ['V3'], []])
})

it('the chart of ratings refers to the table of components beside it', () => {
  const row = (...cells: (string | number | null)[]) => ({ cells })
  const { categories, series } = ratingsChart(
    [row('One', 6, 1, 2, 3, 0), row(null, 0, 'x', 0, 0, 0)],
    4,
    bilingualIn('en'),
  )
  expect(categories).toEqual({ at: 'summary!$A$5:$A$6', values: ['One', ''] })
  expect(series.map(({ name, values }) => [name, values.at, values.values])).toEqual([
    ['On track', 'summary!$C$5:$C$6', [1, null]],
    ['Somewhat behind', 'summary!$D$5:$D$6', [2, 0]],
    ['Off track', 'summary!$E$5:$E$6', [3, 0]],
    ['No rating', 'summary!$F$5:$F$6', [0, 0]],
  ])
})
