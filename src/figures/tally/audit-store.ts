import type { Db } from '../../../db/connection.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import {
  boundFor,
  CELL_COLUMNS,
  CELLS,
  PROVINCE_COLUMNS,
  provincesOf,
  REPORTER_COLUMNS,
  reportersOf,
} from './rows-store.ts'
import { quartersOf, staleTallies } from './store.ts'

type TallyTable = 'reporters' | 'provinces' | 'cells'
export type TallyDifference = { indicator: string; table: TallyTable; rows: number }

/** Proves that the tallies that are read say what the facts say: each row is made anew. An empty list is the proof. */
export function auditTally(db: Db): TallyDifference[] {
  const stale = staleTallies(db)
  return historiesAsAt(db).flatMap((indicator) => {
    if (stale.has(indicator.id)) return []
    const quarters = quartersOf(db, indicator.id)
    return (['reporters', 'provinces', 'cells'] as const).flatMap((table) => {
      const rows = quarters.reduce((sum, quarter) => sum + differing(db, table, boundFor(db, indicator, quarter)), 0)
      return rows === 0 ? [] : [{ indicator: indicator.code, table, rows }]
    })
  })
}

/** How many rows of a quarter are in only one of the tally and what it should be. */
function differing(db: Db, table: TallyTable, bound: object): number {
  const mine = 'where indicator_id = :indicator and quarter = :quarter'
  const [made, kept] = {
    reporters: [`select ${REPORTER_COLUMNS} from made`, `select ${REPORTER_COLUMNS} from tally_reporter ${mine}`],
    provinces: [provincesOf('made'), `select ${PROVINCE_COLUMNS} from tally_province ${mine}`],
    cells: [`select * from (${CELLS})`, `select ${CELL_COLUMNS} from tally_cell ${mine}`],
  }[table]
  const text = `with made(${REPORTER_COLUMNS}) as materialized (${reportersOf('')})
    select (select count(*) from (${made} except ${kept})) + (select count(*) from (${kept} except ${made}))`
  const [rows] = db.prepared(text).get(bound) as [number]
  return rows
}
