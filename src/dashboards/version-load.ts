import type { Db } from '../../db/connection.ts'
import { eventsAfter, lastEventId } from '../trail/store.ts'

/**
 * What tells whether pages of figures still show what stands: another text after every write but those of which all that the
 * trail has to tell is about reports, since those read figures and change none. While a report is protected and issued, pages
 * are not all worked out again.
 */
export function figuresVersion(db: Db): () => string {
  const look = () => ({ data: db.dataVersion(), framework: db.frameworkVersion(), event: lastEventId(db) })
  let [known, nth] = [look(), 0]
  return () => {
    if (db.dataVersion() === known.data) return String(nth)
    const now = look()
    const events = eventsAfter(db, known.event)
    // What has no event may be anything: the law that every write has one is not relied on here.
    const apart = events.length > 0 && events.every(({ subjectKind }) => subjectKind === 'release')
    if (!apart || now.framework !== known.framework) nth++
    known = now
    return String(nth)
  }
}
