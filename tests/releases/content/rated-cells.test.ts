import { describe, expect, it } from 'vitest'
import type { ReleaseTable } from '../../../src/releases/content/content.ts'
import { ratedCells } from '../../../src/releases/content/rated-cells.ts'

const tableOf = (section: string, columns: string[], cells: string[] = columns) =>
  ({
    section,
    breakdown: null,
    table: { indicator: { code: 'A' }, columns: columns.map((key) => ({ key })), cells: [cells] },
  }) as unknown as ReleaseTable

describe('the figures by which an indicator is tracked', () => {
  it('are of the period and to date, and it is rated by what it has come to', () => {
    const one = tableOf('tracking', ['period', 'to-date'])
    expect(ratedCells([one]).get('A')).toEqual({
      ...{ table: one.table, period: 'period', toDate: 'to-date', rated: 'to-date' },
    })
  })

  it('are rated from the beginning of the phase, in a project of several', () => {
    const made = ratedCells([tableOf('tracking', ['period', 'to-date', 'phase-to-date'])]).get('A')
    expect(made).toMatchObject({ toDate: 'to-date', rated: 'phase-to-date' })
  })

  it('are those of the tracking table alone', () => {
    const tracked = tableOf('tracking', ['period', 'to-date'])
    const other = tableOf('series', ['period', 'to-date'], ['another', 'another'])
    expect(ratedCells([tracked, other]).get('A')).toMatchObject({ toDate: 'to-date' })
    expect(ratedCells([other]).size).toBe(0)
  })

  it.each([[['period']], [['to-date']], [[]]])('are none where a table has only %j', (columns) => {
    expect(ratedCells([tableOf('tracking', columns)]).size).toBe(0)
  })
})
