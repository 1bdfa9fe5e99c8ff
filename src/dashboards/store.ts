import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../calendar/quarter.ts'

/**
 * The latest quarter with a value approved by an instant; null when nothing has been approved. One step back from the end
 * of each indicator, so that it does not grow with the file.
 */
export function latestApprovedQuarter(db: Db, at: number): Quarter | null {
  const [found] = db.prepared(LATEST).get(at) as [Quarter | null]
  return found
}

const LATEST = `select max((select f.quarter from fact f where f.indicator_id = i.id and f.approved_from <= ?
  order by f.quarter desc limit 1)) from indicator i`
