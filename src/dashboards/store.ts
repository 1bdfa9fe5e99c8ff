import type { Db } from '../../db/connection.ts'
import { FIRST_QUARTER, LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'

/**
 * The latest quarter, of some, with a value approved by an instant; null when nothing has been approved. One step back from the end
 * of each indicator, so that it does not grow with the file.
 */
export function latestApprovedQuarter(db: Db, at: number, { from, to }: Span = EVER): Quarter | null {
  const [found] = db.prepared(LATEST).get(at, from, to) as [Quarter | null]
  return found
}

const EVER: Span = { from: FIRST_QUARTER, to: LAST_QUARTER }

const LATEST = `select max((select f.quarter from fact f where f.indicator_id = i.id and f.approved_from <= ?
  and f.quarter between ? and ? order by f.quarter desc limit 1)) from indicator i`
