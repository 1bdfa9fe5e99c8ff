import { check, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { evidence } from '../reporting/evidence.ts'
import { submissionFact } from '../reporting/submission.ts'
import { release } from './release.ts'

/** By whom and when something was ticked to go out with a report, and that a doubt about it was looked at. */
const tickColumns = {
  /** There was a doubt whether it names somebody or gives a hidden count away, and the manager has checked that it does not. */
  confirmed: integer({ mode: 'boolean' }).notNull(),
  at: integer().notNull(),
  byId: integer('by_id').references(() => person.id),
}

/** A file of evidence whose name a manager has put into a report; the file itself never leaves. */
export const releaseEvidence = sqliteTable(
  'release_evidence',
  {
    releaseId: idOf('release_id', () => release.id),
    evidenceId: idOf('evidence_id', () => evidence.id),
    ...tickColumns,
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.evidenceId] }),
    check('release_evidence_confirmed', isBoolean(t.confirmed)),
  ],
)

/** Why a submission was opened again, in the words of who did, which a manager has put beside what changed. */
export const releaseReason = sqliteTable(
  'release_reason',
  {
    releaseId: idOf('release_id', () => release.id),
    submissionFactId: idOf('submission_fact_id', () => submissionFact.id),
    ...tickColumns,
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.submissionFactId] }),
    check('release_reason_confirmed', isBoolean(t.confirmed)),
  ],
)
