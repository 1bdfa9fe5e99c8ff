import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { quartersIn } from '../../calendar/span.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import {
  boundFor,
  CELL_COLUMNS,
  CELLS,
  PROVINCE_COLUMNS,
  provincesOf,
  REPORTER_COLUMNS,
  reportersOf,
} from './rows-store.ts'

/** Indicators whose tally may differ from the facts and is not read. */
export function staleTallies(db: Db): Set<number> {
  const rows = db.prepared('select indicator_id from tally_stale').all() as [number][]
  return new Set(rows.map(([id]) => id))
}

/** Takes away all that is tallied of an indicator, and that it was stale. */
export function removeTally(db: Db, id: number): void {
  for (const table of ['tally_reporter', 'tally_province', 'tally_cell', 'tally_stale'])
    db.prepared(`delete from ${table} where indicator_id = :id`).run({ id })
}

/** Tallies an indicator of which nothing is tallied. */
export function writeTally(db: Db, indicator: IndicatorHistory): void {
  for (const quarter of quartersOf(db, indicator.id)) {
    const bound = boundFor(db, indicator, quarter)
    db.prepared(`insert into tally_reporter (${REPORTER_COLUMNS}) ${reportersOf('')}`).run(bound)
    db.prepared(`insert into tally_province (${PROVINCE_COLUMNS}) ${provincesOf('tally_reporter')}`).run(bound)
    db.prepared(`insert into tally_cell (${CELL_COLUMNS}) ${CELLS}`).run(bound)
  }
}

/** Quarters an indicator has facts or a tally of, without holes. */
export function quartersOf(db: Db, id: number): Quarter[] {
  const ends = ['fact', 'tally_reporter', 'tally_province', 'tally_cell'].map((table) => {
    const end = (which: 'min' | 'max') => `(select ${which}(quarter) from ${table} where indicator_id = :id)`
    return db.prepared(`select ${end('min')}, ${end('max')}`).get({ id }) as [number | null, number | null]
  })
  const known = ends.flat().filter((quarter) => quarter !== null)
  return known.length === 0 ? [] : quartersIn({ from: Math.min(...known), to: Math.max(...known) })
}
