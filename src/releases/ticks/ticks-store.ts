import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseEvidence, releaseExplanation, releaseReason } from '../../../db/schema.ts'
import type { Person } from '../../access/person.ts'
import type { ReadTicks, TickableKind, Ticked } from './tick.ts'

/** Where it is kept what is ticked of each kind: what it is a number of, and in which order. */
const KEPT = {
  explanations: {
    table: releaseExplanation,
    id: releaseExplanation.commentId,
    order: releaseExplanation.position,
  },
  evidence: { table: releaseEvidence, id: releaseEvidence.evidenceId, order: releaseEvidence.evidenceId },
  reasons: { table: releaseReason, id: releaseReason.submissionFactId, order: releaseReason.submissionFactId },
} as const satisfies Record<TickableKind, unknown>

/** What is ticked of everything that a manager may put into a report. */
export function tickedIn(db: Db, releaseId: number): Ticked {
  const ids = (kind: TickableKind): number[] => {
    const { table, id, order } = KEPT[kind]
    return db
      .select({ id })
      .from(table)
      .where(eq(table.releaseId, releaseId))
      .orderBy(asc(order))
      .all()
      .map((row) => row.id)
  }
  return { explanations: ids('explanations'), evidence: ids('evidence'), reasons: ids('reasons') }
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
  for (const kind of Object.keys(KEPT) as TickableKind[]) deleteOf(db, releaseId, kind)
}

function deleteOf(db: Db, releaseId: number, kind: TickableKind): void {
  const { table } = KEPT[kind]
  db.delete(table).where(eq(table.releaseId, releaseId)).run()
}
