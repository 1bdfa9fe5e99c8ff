import type { Db } from '../../../db/connection.ts'
import { loadPrevious } from '../load.ts'
import type { StoredSubmission } from '../page-state.ts'
import { eventsOf } from '../store.ts'
import { lastSentBack } from '../submission.ts'
import { entriesAt } from '../versions/revisions.ts'
import { bySitting } from '../versions/sitting.ts'
import { revisionsFrom, versionsOf } from '../versions/store.ts'
import type { ComparedState, EarlierVersion } from './page.ts'

/** Older ones are on the page of every value. */
const MOST_VERSIONS = 100

/** A report beside its last values and an earlier version of itself. */
export function loadCompared(db: Db, loaded: StoredSubmission, asked: number | undefined): ComparedState {
  const { id, version } = loaded.stored
  const versions = versionsOf(db, id, MOST_VERSIONS)
  const saves = bySitting(
    versions,
    versions.map(() => ({})),
  )
  const earlier: EarlierVersion[] = saves.filter((one) => one.version < version)
  const chosen = earlier.find((one) => one.version === asked) ?? lookedAt(db, id, earlier) ?? earlier[0] ?? null
  const before = chosen && entriesAt(loaded.entries, revisionsFrom(db, id, chosen.version + 1), chosen.version)
  return { ...loaded, previous: loadPrevious(db, loaded), earlier, chosen, before: before ?? [] }
}

/** The version that was looked at when the report was last returned or re-opened. */
function lookedAt(db: Db, id: number, earlier: readonly EarlierVersion[]): EarlierVersion | undefined {
  const sentBack = lastSentBack(eventsOf(db, id))
  if (!sentBack) return undefined
  const seen = sentBack.rows?.[0]?.version
  return earlier.find(({ version, at }) => (seen === undefined ? at <= sentBack.at : version <= seen))
}
