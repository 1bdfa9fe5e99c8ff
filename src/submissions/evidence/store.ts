import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { evidence, evidenceContent, evidenceRemoval, indicator, person } from '../../../db/schema.ts'
import type { EvidenceKind } from '../../vocabulary/submission.ts'
import type { Evidence } from './evidence.ts'

/** The files of a submission that were not removed, in the order in which they came. */
export function evidenceOf(db: Db, submissionId: number): Evidence[] {
  return standing(db, eq(evidence.submissionId, submissionId))
}

function standing(db: Db, which: SQL): Evidence[] {
  const { id, submissionId, sha256, name, kind, size, at } = evidence
  return db
    .select({ id, submissionId, indicator: indicator.code, sha256, name, kind, size, at, by: person.name })
    .from(evidence)
    .innerJoin(indicator, eq(indicator.id, evidence.indicatorId))
    .innerJoin(person, eq(person.id, evidence.byId))
    .leftJoin(evidenceRemoval, eq(evidenceRemoval.evidenceId, evidence.id))
    .where(and(which, isNull(evidenceRemoval.evidenceId)))
    .orderBy(asc(evidence.id))
    .all()
}

export function evidenceBytes(db: Db, sha256: string): Buffer | null {
  return db.select().from(evidenceContent).where(eq(evidenceContent.sha256, sha256)).get()?.bytes ?? null
}

export function insertEvidence(
  db: Db,
  file: {
    submissionId: number
    indicatorId: number
    sha256: string
    name: string
    kind: EvidenceKind
    bytes: Buffer
    at: number
    byId: number
    confirmed: boolean
  },
): void {
  const { bytes, ...row } = file
  db.insert(evidenceContent).values({ sha256: file.sha256, bytes }).onConflictDoNothing().run()
  db.insert(evidence)
    .values({ ...row, size: bytes.length })
    .run()
}

/**
 * The row of the file stands; its content goes when nothing that stands has it. Its pages are overwritten: SQLite would only mark them
 * as free, and every later backup would hold what somebody took away because it told of a survivor.
 */
export function insertRemoval(db: Db, { id, sha256 }: Evidence, at: number, byId: number): void {
  db.insert(evidenceRemoval).values({ evidenceId: id, at, byId }).run()
  if (standing(db, eq(evidence.sha256, sha256)).length > 0) return
  db.$client.pragma('secure_delete = ON')
  try {
    db.delete(evidenceContent).where(eq(evidenceContent.sha256, sha256)).run()
  } finally {
    db.$client.pragma('secure_delete = OFF')
  }
}
