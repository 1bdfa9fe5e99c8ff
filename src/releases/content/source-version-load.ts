import type { Db } from '../../../db/connection.ts'
import { eventsAfter, lastEventId } from '../../trail/store.ts'
import { mayChange, type ReadRelease } from './source-version.ts'

/** Where the database stood before a release was read. */
export type SourceVersion = { data: string; framework: number; event: number }

export function sourceVersion(db: Db): SourceVersion {
  return { data: db.dataVersion(), framework: db.frameworkVersion(), event: lastEventId(db) }
}

/**
 * Whether a release that was read after the version was taken would be read the same now. In no time, so that it may be asked
 * inside the transaction that writes: either nothing was written at all, or nothing that matters, by the trail of what was
 * done since. Where an event is not certain to leave it alone, the answer is no.
 */
export function isStillAt(db: Db, version: SourceVersion, release: ReadRelease): boolean {
  if (db.dataVersion() === version.data) return true
  if (db.frameworkVersion() !== version.framework) return false
  return !eventsAfter(db, version.event).some((event) => mayChange(event, release))
}
