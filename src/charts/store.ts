import type { Db } from '../../db/open.ts'
import { oncePerVersion } from '../indicators/store-version.ts'
import type { Quarter } from '../periods/period.ts'
import { places } from '../places/store.ts'

/**
 * Changes with every write, by this connection (total_changes) and by any other (data_version): what was worked out under
 * one version holds for as long as the version stands. Reading a page writes nothing.
 */
export function dataVersion(db: Db): string {
  let read = versions.get(db)
  if (!read) {
    const own = db.$client.prepare('select total_changes()').pluck()
    const others = db.$client.prepare('pragma data_version').pluck()
    read = () => `${own.get()}/${others.get()}`
    versions.set(db, read)
  }
  return read()
}

const versions = new WeakMap<Db, () => string>()

/**
 * The latest quarter with a value approved by an instant; null when nothing has been approved. One step back from the end
 * of each indicator, so that it does not grow with the file.
 */
export function latestApprovedQuarter(db: Db, at: number): Quarter | null {
  const found = db.$client
    .prepare(
      `select max((select f.quarter from fact f where f.indicator_id = i.id and f.approved_from <= ?
                   order by f.quarter desc limit 1)) from indicator i`,
    )
    .pluck()
    .get(at)
  return found as Quarter | null
}

/** Ids of the provinces, as they were, in which anybody was ever asked to report. */
export const reportingProvinces = oncePerVersion((db: Db): Set<number> => {
  const tree = places(db)
  const asked = db.$client.prepare('select distinct place_id from assignment').pluck().all() as number[]
  return new Set(asked.map((id) => tree.rootOf(id)))
})
