import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { EvidenceKind, StoredState } from '../../vocabulary/submission.ts'

/** A file that stands behind what a submission says of an indicator, without its content. */
export type Evidence = {
  id: number
  submissionId: number
  /** Code of the indicator. */
  indicator: string
  sha256: string
  /** In words, without its ending. */
  name: string
  kind: EvidenceKind
  /** Bytes. */
  size: number
  at: number
  by: string
}

/** A file, with whose report of which quarter it stands behind, and how that report stands now. */
export type EvidenceBehind = Evidence & Reporter & { indicatorId: number; quarter: Quarter; state: StoredState }

/** Why a file is not kept; the sentences are in the language files under `submissions.evidence.refused`. */
export const EVIDENCE_REFUSALS = [
  'no-file',
  'no-indicator',
  'not-looked-at',
  'too-large',
  'other-kind',
  'macros',
  'password',
  'bomb',
  'damaged',
  'may-identify',
  'too-many',
  'there-already',
] as const
export type EvidenceRefusal = (typeof EVIDENCE_REFUSALS)[number]

export const MOST_MEGABYTES = 5
/** Files on one indicator of a submission. */
export const MOST_FILES = 10
const LONGEST_NAME = 100

/** How many files stand behind each indicator, by code. */
export function countByIndicator(files: readonly Evidence[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { indicator } of files) counts.set(indicator, (counts.get(indicator) ?? 0) + 1)
  return counts
}

/** What each kind is called by machines, and ends in. */
export const EVIDENCE_TYPES: Readonly<Record<EvidenceKind, { ending: string; type: string }>> = {
  pdf: { ending: 'pdf', type: 'application/pdf' },
  jpeg: { ending: 'jpg', type: 'image/jpeg' },
  png: { ending: 'png', type: 'image/png' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
}

/**
 * A file's name as it is kept: the last part of a path, in one Unicode form and on one line, without signs that file systems or pages
 * read, and without its ending, which its content decides.
 */
export function evidenceName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]+/gu, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\s.]+/g, ' ')
    .trim()
  return [...plain].slice(0, LONGEST_NAME).join('').trim() || '?'
}
