/** States of a value as stored; a blank is `not reported` and has no number, a typed 0 is `reported`. */
export const ENTRY_STATES = ['reported', 'not reported', 'not applicable'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** States of an approved value: a blank is nothing that can be approved. */
export const FACT_STATES = ['reported', 'not applicable'] as const

/** States of a submission; `due` has no row yet. */
export const SUBMISSION_STATES = ['draft', 'submitted', 'returned', 'approved'] as const
export type StoredState = (typeof SUBMISSION_STATES)[number]
export type SubmissionState = 'due' | StoredState

/** How many days after a quarter reports are due where a project says nothing of it. */
export const USUAL_DUE_DAYS = 15

/** What can happen to a submission besides being worked on; each is kept as a fact with who and when. */
export const SUBMISSION_FACTS = ['submitted', 'withdrawn', 'returned', 'approved', 'reopened'] as const
export type SubmissionFact = (typeof SUBMISSION_FACTS)[number]

/** What evidence may be, by its content. */
export const EVIDENCE_KINDS = ['pdf', 'jpeg', 'png', 'xlsx', 'docx'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
