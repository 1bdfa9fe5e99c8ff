import { expect, it } from 'vitest'
import { staffTableOf } from '../../src/charts/staff-table.ts'
import { q, World } from '../support/world.ts'

it('staff see every figure, however small: what they may not pass on is told apart by whom a table is for', () => {
  const quarter = q('2021-Q1')
  const world = new World('2021-Q1').place('ha').indicator('V1', { sensitivity: 2 }).assign('V1', 'ha')
  const answer = world.fact(['V1', 'ha', '2021-Q1'], 2).ask({
    indicators: ['V1'],
    groups: [{ key: 'ha', places: ['ha'] }],
    spans: [{ key: 'q1', from: quarter, to: quarter }],
  })
  const heading = (key: string) => ({ key, label: { vi: key, en: key } })
  const text = { vi: 'x', en: 'x' }
  const table = staffTableOf(
    answer,
    {
      ...{ id: 't', title: text, source: text, indicator: answer.definition('V1', 'q1'), at: {} },
      rows: { are: 'periods', headings: [heading('q1')] },
      columns: { are: 'places', headings: [heading('ha')] },
    } as Parameters<typeof staffTableOf>[1],
    () => ({ target: 5, progress: null }),
  )
  expect(table.audience).toBe('staff')
  expect(table.cells[0]![0]!.shown).toMatchObject({ kind: 'figure', target: 5, figure: { value: 2 } })
})
