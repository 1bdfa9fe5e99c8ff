import { and, asc, between, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { evidence, evidenceRemoval, indicator, place, submission } from '../../../db/schema.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { EVIDENCE_TYPES } from '../../submissions/evidence/evidence.ts'
import type { Release } from '../release.ts'
import { reporterNames } from '../ticks/reporter-names-store.ts'
import { mindedIn } from '../ticks/tick.ts'
import { tickedIn } from '../ticks/ticks-store.ts'
import type { EvidenceFile } from './evidence-file.ts'

/** Every file behind values of the quarters of a report that was not removed: what a manager may choose from. */
export function offeredEvidence(db: Db, { from, to, asAt }: Pick<Release, 'from' | 'to' | 'asAt'>): EvidenceFile[] {
  return read(db, and(between(submission.quarter, from, to), isNull(evidenceRemoval.evidenceId))!, asAt)
}

/** Some of them, by number, the removed among them. */
export function evidenceByIds(db: Db, ids: readonly number[], asAt: number): EvidenceFile[] {
  return ids.length === 0 ? [] : read(db, inArray(evidence.id, [...ids]), asAt)
}

/** Files that are ticked and were removed since: their names may not go out. */
export function removedEvidence(db: Db, { id, asAt }: Pick<Release, 'id' | 'asAt'>): EvidenceFile[] {
  return evidenceByIds(db, tickedIn(db, id).evidence, asAt).filter(({ isRemoved }) => isRemoved)
}

function read(db: Db, which: SQL, asAt: number): EvidenceFile[] {
  const indicators = new Map(indicatorsAsAt(db, asAt).map((one) => [one.code, one]))
  const namesOf = reporterNames(db, asAt)
  const { id, name, kind } = evidence
  const { partnerId, placeId, quarter } = submission
  return db
    .select({ id, name, kind, indicator: indicator.code, partnerId, placeId, quarter, removal: evidenceRemoval.at })
    .from(evidence)
    .innerJoin(submission, eq(submission.id, evidence.submissionId))
    .innerJoin(indicator, eq(indicator.id, evidence.indicatorId))
    .innerJoin(place, eq(place.id, placeId))
    .leftJoin(evidenceRemoval, eq(evidenceRemoval.evidenceId, id))
    .where(which)
    .orderBy(asc(indicator.id), asc(quarter), asc(place.position), asc(id))
    .all()
    .map(({ name: called, kind: is, partnerId: by, placeId: there, removal, ...row }) => ({
      ...row,
      ...mindedIn(indicators.get(row.indicator)),
      ...namesOf({ partnerId: by, placeId: there, quarter: row.quarter }),
      text: `${called}.${EVIDENCE_TYPES[is].ending}`,
      isRemoved: removal !== null,
    }))
}
