import { createHash } from 'node:crypto'
import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { EvidenceKind } from '../../vocabulary/submission.ts'
import { type Refusal, refusal } from '../action.ts'
import { loadStanding } from '../standing-load.ts'
import { submissionById } from '../store.ts'
import { type Evidence, type EvidenceRefusal, MOST_FILES } from './evidence.ts'
import { evidenceOf, insertEvidence, insertRemoval } from './store.ts'

/** A file as it is kept; its name and content have been looked at. */
export type NewEvidence = {
  indicator: { id: number; code: string }
  name: string
  kind: EvidenceKind
  bytes: Uint8Array
  keptOnWord: boolean
}

/**
 * Keeps a file behind an indicator of a submission: row, content and the line in the trail in one transaction, so that a program that
 * is killed leaves neither without the other.
 * @returns why it is not kept, or null
 */
export function attachEvidence(
  db: Db,
  { by, now }: { by: Person; now: number },
  id: number,
  { indicator, name, kind, bytes, keptOnWord }: NewEvidence,
): Refusal | EvidenceRefusal | null {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return db.tx(() => {
    const known = submissionById(db, id)!
    const refused = refusal('save', loadStanding(db, by, known, now))
    if (refused) return refused
    const there = evidenceOf(db, id).filter((one) => one.indicator === indicator.code)
    if (there.some((one) => one.sha256 === sha256)) return 'there-already'
    if (there.length >= MOST_FILES) return 'too-many'
    const row = { submissionId: id, indicatorId: indicator.id, sha256, name, kind, at: now, byId: by.id }
    insertEvidence(db, { ...row, bytes: Buffer.from(bytes), confirmed: keptOnWord })
    const detail = { indicators: [indicator.code], sha256, ...(keptOnWord ? { keptOnWord } : {}) }
    record(db, { at: now, by, verb: 'submission.evidence-added', subject: ['submission', id], detail })
    return null
  })
}

/** Takes a file away from a submission, as long as it can be changed. @returns why it stays, or null */
export function removeEvidence(db: Db, { by, now }: { by: Person; now: number }, file: Evidence): Refusal | null {
  return db.tx(() => {
    const known = submissionById(db, file.submissionId)!
    const refused = refusal('save', loadStanding(db, by, known, now))
    if (refused) return refused
    if (!evidenceOf(db, known.id).some((one) => one.id === file.id)) return null
    insertRemoval(db, file, now, by.id)
    const detail = { indicators: [file.indicator], sha256: file.sha256 }
    record(db, { at: now, by, verb: 'submission.evidence-removed', subject: ['submission', known.id], detail })
    return null
  })
}
