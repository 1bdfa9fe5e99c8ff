import { eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { release, releaseApproval } from '../../../db/schema.ts'
import type { Person } from '../../access/person.ts'
import { CannotProtect } from '../../disclosure/request.ts'
import { record } from '../../trail/store.ts'
import { contentOf } from '../content/content-load.ts'
import { askFor } from '../protection/question-load.ts'
import type { Release } from '../release.ts'
import { beginProtecting, previewOf, releaseById } from '../store.ts'
import { workbookOf } from '../workbook/assemble.ts'
import { mayExplain, type ReadNarrative } from './explanation.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew. */
export type Explaining = 'kept' | 'changed' | 'too-late'

/**
 * Keeps which explanations go into a report and writes the draft again with them. Hidden figures stay as they were
 * protected; a second manager has to look again, since what was agreed to is no longer what would be issued.
 * @throws DamagedLedger
 */
export function keepNarrative(
  db: Db,
  by: Person,
  id: number,
  { chosen, confirmed }: Pick<ReadNarrative, 'chosen' | 'confirmed'>,
  now: number,
): Explaining {
  return db.tx((): Explaining => {
    const before = releaseById(db, id)
    if (!before || !mayExplain(before)) return 'too-late'
    if (sameIds(before.narrative, chosen)) return 'kept'
    const after: Release = { ...before, narrative: chosen }
    db.update(release)
      .set({ layout: JSON.stringify({ ...after.layout, narrative: chosen }) })
      .where(eq(release.id, id))
      .run()
    db.delete(releaseApproval).where(eq(releaseApproval.releaseId, id)).run()
    const detail = { chosen, ...(confirmed.length > 0 ? { confirmed } : {}) }
    record(db, { at: now, by, verb: 'release.narrative-chosen', subject: ['release', id], detail })
    if (before.state !== 'protected') return 'kept'
    const plan = draftOf(db, after, now)
    if (!plan) {
      beginProtecting(db, id)
      return 'changed'
    }
    db.update(release)
      .set({ plan: JSON.stringify(plan) })
      .where(eq(release.id, id))
      .run()
    return 'kept'
  })
}

function sameIds(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

/** The draft with the same figures hidden; null when what was protected is no longer what would be shown. */
function draftOf(db: Db, release: Release, now: number) {
  const preview = previewOf(db, release.id)
  try {
    const asked = askFor(db, release, release.layout, now)
    if (asked.fingerprint !== preview?.fingerprint) return null
    return workbookOf(contentOf(db, release, asked, preview.suppressed, { draft: true, at: now }))
  } catch (error) {
    if (error instanceof CannotProtect) return null
    throw error
  }
}
