import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { columnsOf } from '../../db/columns.ts'

type Row = { place: number; name: string; until: number | null }
const ROWS = columnsOf<Row>()(['place', 'name', 'until'])

it('columns are selected, read and handed over by name, in one order', () => {
  const db = new Database(':memory:')
  const given: Row[] = [
    { place: 1, name: 'Huế', until: null },
    { place: 2, name: 'Vinh', until: 7 },
  ]
  const text = `with ${ROWS.table('given', ':given')}
    select ${ROWS.select({ until: 'until', place: 'place * 10', name: 'upper(name)' })} from given`
  const rows = db
    .prepare(text)
    .raw()
    .all({ given: ROWS.toJson(given) })
  expect(rows).toEqual([
    [10, 'HUế', null],
    [20, 'VINH', 7],
  ])
  expect(ROWS.read(rows)).toEqual([
    { place: 10, name: 'HUế', until: null },
    { place: 20, name: 'VINH', until: 7 },
  ])
  expect(ROWS.read([])).toEqual([])
})

it('no column of a row may be left out', () => {
  // @ts-expect-error: `until` is missing
  columnsOf<Row>()(['place', 'name'])
  // @ts-expect-error: there is no such column
  columnsOf<Row>()(['place', 'name', 'until', 'since'])
})
