import { describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { ReleaseContent, ReleaseTable } from '../../../../src/releases/content/content.ts'
import { breakdownCode, dataRows, ownId } from '../../../../src/releases/workbook/data-sheet/rows.ts'
import { COUNT, reported } from '../../../charts/tables.ts'
import { q } from '../../../support/small-project.ts'
import { figureCell } from './given.ts'

const HALF = { from: q('2021-Q1'), to: q('2021-Q2') }
const YEAR = { from: q('2021-Q1'), to: q('2021-Q4') }

/** A table of one row, under columns with these keys. */
function tableOf(columns: Record<string, PublishableCell>, rows = ['project'], rowsAre = 'places'): ReleaseTable {
  const heading = (key: string) => ({ key, label: { vi: key, en: key } })
  const table = {
    ...{ indicator: COUNT, rowsAre, columnsAre: 'periods', rows: rows.map(heading) },
    ...{ columns: Object.keys(columns).map(heading), cells: rows.map(() => Object.values(columns)) },
  }
  return { section: 'series', breakdown: null, table } as unknown as ReleaseTable
}

function rowsOf(tables: ReleaseTable[], changes: object[] = []) {
  const { list, rowOf } = dataRows({ tables, changes } as unknown as ReleaseContent)
  return { list, rowOf, said: list.map(({ against }) => Object.keys(against)) }
}

describe('the rows of Data', () => {
  const planned = (target: number | null, ref: object = {}) => figureCell(reported(3), ref, { target })

  it('are each figure once, in the order of the tables, wherever it is printed again', () => {
    const [first, again] = [planned(5), planned(5)]
    const other = planned(5, { group: 'ha-tinh' })
    const { list, rowOf } = rowsOf([tableOf({ '2021': first }), tableOf({ '2021': other }), tableOf({ '2021': again })])
    expect(list.map(({ cell }) => cell.ref.group)).toEqual(['project', 'ha-tinh'])
    expect([first, other, again].map(rowOf)).toEqual([0, 1, 0])
    expect(list[0]!.against).toEqual({ span: first })
  })

  it('hold one figure against the plan of its span, to date and of a phase in one row', () => {
    const cells = { period: planned(5), 'to-date': planned(9), 'phase-to-date': planned(7) }
    const { list, rowOf, said } = rowsOf([tableOf(cells)])
    expect(said).toEqual([['span', 'to-date', 'phase']])
    expect(list[0]!.against).toEqual({ span: cells.period, 'to-date': cells['to-date'], phase: cells['phase-to-date'] })
    expect(Object.values(cells).map(rowOf)).toEqual([0, 0, 0])
  })

  it('have a row more where two plans of one kind are held against it, and none for what is hidden alike', () => {
    const [one, other] = [planned(5), planned(6)]
    const { said, rowOf } = rowsOf([tableOf({ a: one, b: other })])
    expect([said, rowOf(one), rowOf(other)]).toEqual([[['span'], ['span']], 0, 1])
    expect(rowsOf([tableOf({ a: figureCell('confidential'), b: figureCell('confidential') })]).said).toHaveLength(1)
    const rated = (rag: 'red' | 'green') =>
      figureCell(reported(3), {}, { target: 5, progress: { variance: -2, ofTarget: 0.6, rag } as never })
    expect(rowsOf([tableOf({ a: rated('red'), b: rated('green') })]).said).toHaveLength(2)
  })

  it('call a figure by the span that has a name of its own, though it comes later', () => {
    const covering = figureCell(reported(3), { period: YEAR, covers: HALF })
    const named = figureCell(reported(3), { period: HALF })
    const alone = figureCell(reported(3), { period: YEAR, covers: HALF, group: 'ha-tinh' })
    const { list, rowOf } = rowsOf([tableOf({ '2021': covering }), tableOf({ '2021': alone }), tableOf({ H1: named })])
    expect(list.map(({ column }) => column.key)).toEqual(['2021', 'H1'])
    expect([alone, named, covering].map(rowOf)).toEqual([0, 1, 1])
  })

  it('have beside a figure the number that the report before showed, and nothing where that was a sign', () => {
    const [one, other, elsewhere] = [planned(5), planned(5, { group: 'ha-tinh' }), planned(5, { group: 'x' })]
    const changes = [
      ...[
        { cell: one, before: 2 },
        { cell: other, before: '[c]' },
      ],
      { cell: elsewhere, before: 8 },
    ]
    const { list } = rowsOf([tableOf({ '2021': one }), tableOf({ '2021': other })], changes)
    expect(list.map(({ before }) => before)).toEqual([2, null])
  })
})

describe('the name of a figure', () => {
  const name = (ref: object, one = tableOf({})) => ownId({ cell: figureCell(reported(1), ref), one })

  it('is what is measured, where, when and what of it', () => {
    expect(name({})).toBe('V3/project/2021-Q1..2021-Q4/')
    expect(name({ group: 'ha-tinh', cell: 'sex=female', covers: HALF })).toBe('V3/ha-tinh/2021-Q1..2021-Q2/sex=female')
  })

  it('has of what can’t be split the breakdown that it can’t be split by', () => {
    expect(name({ cell: '?' }, tableOf({}, ['?', 'sex=female'], 'categories'))).toBe(
      'V3/project/2021-Q1..2021-Q4/sex=?',
    )
    expect(name({ cell: '?' })).toBe('V3/project/2021-Q1..2021-Q4/=?')
  })
})

it('a table is split by what its categories are of, and by nothing where its rows are none', () => {
  expect(breakdownCode(tableOf({}, ['?', 'sex=female', 'age=young'], 'categories'))).toBe('sex')
  expect(breakdownCode(tableOf({}, ['?'], 'categories'))).toBeNull()
  expect(breakdownCode(tableOf({}, ['sex=female']))).toBeNull()
})
