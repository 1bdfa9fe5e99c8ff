import { and, between, desc, eq, isNull, lte } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { evidence, evidenceRemoval, indicator, person, submission } from '../../../db/schema.ts'
import type { SaidIn } from '../review/notes-store.ts'
import type { EvidenceBehind } from './evidence.ts'

/**
 * The files behind values of a span that were there by an instant and were not removed since, without their content: of the latest
 * quarter first, and of that the latest. Whoever is shown them may see every report: it asks nobody.
 */
export function evidenceBehind(db: Db, { span, until, indicatorId }: SaidIn): EvidenceBehind[] {
  const { id, submissionId, sha256, name, kind, size, at } = evidence
  const { partnerId, placeId, quarter, state } = submission
  return db
    .select({
      ...{
        id,
        submissionId,
        indicatorId: evidence.indicatorId,
        indicator: indicator.code,
        sha256,
        name,
        kind,
        size,
        at,
      },
      ...{ by: person.name, partnerId, placeId, quarter, state },
    })
    .from(evidence)
    .innerJoin(submission, eq(submission.id, submissionId))
    .innerJoin(indicator, eq(indicator.id, evidence.indicatorId))
    .innerJoin(person, eq(person.id, evidence.byId))
    .leftJoin(evidenceRemoval, eq(evidenceRemoval.evidenceId, id))
    .where(
      and(
        indicatorId === undefined ? undefined : eq(evidence.indicatorId, indicatorId),
        between(quarter, span.from, span.to),
        lte(at, until),
        isNull(evidenceRemoval.evidenceId),
      ),
    )
    .orderBy(desc(quarter), desc(at), desc(id))
    .all()
}
