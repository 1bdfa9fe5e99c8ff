import { beforeAll, describe, expect, it } from 'vitest'
import { loadIndicator } from '../../../src/dashboards/indicators/load.ts'
import { toDateTables } from '../../../src/dashboards/indicators/to-date.ts'
import type { IndicatorPageView } from '../../../src/dashboards/indicators/view.ts'
import { phasedPages, request } from '../whole/small-pages.ts'

let world: ReturnType<typeof phasedPages>
beforeAll(() => {
  world = phasedPages()
})
const viewOf = (query: object) => {
  const asked = request(world, { to: '2021-Q4', ...query }, Date.parse('2022-02-01T09:00:00+07:00'))
  return loadIndicator(asked, 'V1') as IndicatorPageView
}
const tables = (query: object) => toDateTables(viewOf(query), viewOf(query).soFar)
/** The number that the last row comes to. */
const lastOf = ({ table }: ReturnType<typeof tables>[number]) => {
  const { shown } = table.cells.at(-1)![0]!
  return shown.kind === 'figure' ? shown.figure.value : null
}

describe('what the sums of periods come to', () => {
  it('is counted from the beginning of a phase, which is said where a span holds two', () => {
    const both = tables({ from: '2020-Q1', grain: 'quarter' })
    expect(both.map(({ label, nths }) => [label, nths])).toEqual([
      ['To date (1 Jan 2019 – 31 Dec 2020)', [0, 1, 2, 3]],
      ['To date (1 Jan 2021 – 31 Dec 2021)', [4, 5, 6, 7]],
    ])
    expect(both.map(lastOf)).toEqual([20, 55])
    const one = tables({ from: '2021-Q1', grain: 'quarter' })
    expect(one.map(({ label, nths, table }) => [label, nths, table.id, table.title.en])).toEqual([
      ['To date', [0, 1, 2, 3], 'to-date', 'To date'],
    ])
    expect(one.map(lastOf)).toEqual([55])
  })

  it('is not told beside periods that are themselves from the beginning, nor of what does not add up', () => {
    expect(tables({ from: '2021-Q1', grain: 'to-date' })).toEqual([])
    const view = viewOf({ from: '2021-Q1', grain: 'quarter' })
    expect(toDateTables({ ...view, indicator: { ...view.indicator, overTime: 'latest' } }, view.soFar)).toEqual([])
  })
})
