import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseEvidence, releaseExplanation, releaseReason } from '../../../db/schema.ts'
import type { Person } from '../../access/person.ts'
import type { ReadTicks, TickableKind, Ticked } from './tick.ts'

/** What is ticked of everything that a manager may put into a report. */
export function tickedIn(db: Db, releaseId: number): Ticked {
  return {
    explanations: db
      .select({ id: releaseExplanation.commentId })
      .from(releaseExplanation)
      .where(eq(releaseExplanation.releaseId, releaseId))
      .orderBy(asc(releaseExplanation.position))
      .all()
      .map(({ id }) => id),
    evidence: db
      .select({ id: releaseEvidence.evidenceId })
      .from(releaseEvidence)
      .where(eq(releaseEvidence.releaseId, releaseId))
      .orderBy(asc(releaseEvidence.evidenceId))
      .all()
      .map(({ id }) => id),
    reasons: db
      .select({ id: releaseReason.submissionFactId })
      .from(releaseReason)
      .where(eq(releaseReason.releaseId, releaseId))
      .orderBy(asc(releaseReason.submissionFactId))
      .all()
      .map(({ id }) => id),
  }
}

/**
 * Puts what is chosen now in the place of what was.
 * @param chosen in the order in which they were offered; `confirmed` those of them about which there was a doubt, and the manager has none
 */
export function writeTicks(
  db: Db,
  releaseId: number,
  kind: TickableKind,
  { chosen, confirmed }: Pick<ReadTicks, 'chosen' | 'confirmed'>,
  by: Person,
  at: number,
): void {
  deleteOf(db, releaseId, kind)
  for (const [position, id] of chosen.entries()) {
    const row = { releaseId, confirmed: confirmed.includes(id), at, byId: by.id }
    if (kind === 'explanations')
      db.insert(releaseExplanation)
        .values({ ...row, commentId: id, position })
        .run()
    else if (kind === 'evidence')
      db.insert(releaseEvidence)
        .values({ ...row, evidenceId: id })
        .run()
    else
      db.insert(releaseReason)
        .values({ ...row, submissionFactId: id })
        .run()
  }
}

export function deleteTicks(db: Db, releaseId: number): void {
  for (const kind of Object.keys(TABLE_OF) as TickableKind[]) deleteOf(db, releaseId, kind)
}

const TABLE_OF = {
  explanations: releaseExplanation,
  evidence: releaseEvidence,
  reasons: releaseReason,
} as const satisfies Record<TickableKind, unknown>

function deleteOf(db: Db, releaseId: number, kind: TickableKind): void {
  const table = TABLE_OF[kind]
  db.delete(table).where(eq(table.releaseId, releaseId)).run()
}
