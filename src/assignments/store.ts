import type { Db } from '../../db/connection.ts'
import { oncePerVersion } from '../../db/connection.ts'
import { LAST_QUARTER } from '../calendar/quarter.ts'
import { places } from '../places/store.ts'
import { type Asked, merged } from './due.ts'

/** Who is asked for what and when, by indicator: assignments cut to the time in which their place exists. */
export const reporters = oncePerVersion((db: Db): Map<number, Asked[]> => {
  const tree = places(db)
  const rows = db.$client
    .prepare(
      `select indicator_id, place_id, partner_id, from_quarter, coalesce(to_quarter, ${LAST_QUARTER})
       from assignment order by indicator_id, place_id, partner_id, from_quarter`,
    )
    .raw()
    .all() as [number, number, number, number, number][]
  const found = new Map<number, Asked[]>()
  for (const [indicator, place, partner, from, to] of rows) {
    const { first, last } = tree.quartersOf(place)
    const interval = { from: Math.max(from, first), to: Math.min(to, last ?? LAST_QUARTER) }
    const list = found.get(indicator) ?? []
    found.set(indicator, list)
    const known = list.at(-1)
    if (known?.place === place && known.partner === partner) known.intervals.push(interval)
    else list.push({ place, partner, intervals: [interval] })
  }
  for (const list of found.values()) for (const one of list) one.intervals = merged(one.intervals)
  return found
})
