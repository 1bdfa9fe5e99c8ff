import type { Role } from '../vocabulary/access.ts'
import type { StoredState, SubmissionFact, SubmissionState } from '../vocabulary/submission.ts'

/** The state is the consequence of the last fact: what was re-opened is for the partner to correct, like what was returned. */
export const STATE_AFTER: Readonly<Record<SubmissionFact, StoredState>> = {
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
  reopened: 'returned',
}

export const DEEDS = ['save', 'submit', 'return', 'approve', 'reopen', 'comment'] as const
export type Deed = (typeof DEEDS)[number]

/** Why a deed is refused; the sentences are in the language files under `submissions.refused`. */
export const REFUSALS = [
  'not-yours',
  'not-your-role',
  'too-early',
  'nothing-entered',
  'not-submitted',
  'awaiting-review',
  'already-returned',
  'already-approved',
  'not-approved',
  'closed',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What decides whether a deed may be done. */
export type Standing = {
  role: Role
  /** A partner's own submission; a manager of the project owns all of them. */
  own: boolean
  state: SubmissionState
  /** The quarter is closed for changes. */
  closed: boolean
  /** The quarter has begun. */
  begun: boolean
}

type Rule = {
  roles: readonly Role[]
  in: Readonly<Record<SubmissionState, 'yes' | Refusal>>
  whenClosed: boolean
}

/**
 * Who may do what when. In a closed quarter what was handed in may still be approved, but nothing is returned or
 * re-opened, since the partner could not correct it: the quarter is re-opened first.
 */
export const RULES: Readonly<Record<Deed, Rule>> = {
  save: {
    roles: ['partner'],
    in: { due: 'yes', draft: 'yes', submitted: 'awaiting-review', returned: 'yes', approved: 'already-approved' },
    whenClosed: false,
  },
  submit: {
    roles: ['partner'],
    in: {
      due: 'nothing-entered',
      draft: 'yes',
      submitted: 'awaiting-review',
      returned: 'yes',
      approved: 'already-approved',
    },
    whenClosed: false,
  },
  return: {
    roles: ['manager'],
    in: {
      due: 'nothing-entered',
      draft: 'not-submitted',
      submitted: 'yes',
      returned: 'already-returned',
      approved: 'already-approved',
    },
    whenClosed: false,
  },
  approve: {
    roles: ['manager'],
    in: {
      due: 'nothing-entered',
      draft: 'not-submitted',
      submitted: 'yes',
      returned: 'already-returned',
      approved: 'already-approved',
    },
    whenClosed: true,
  },
  reopen: {
    roles: ['manager'],
    in: {
      due: 'nothing-entered',
      draft: 'not-approved',
      submitted: 'not-approved',
      returned: 'not-approved',
      approved: 'yes',
    },
    whenClosed: false,
  },
  comment: {
    roles: ['partner', 'manager'],
    in: { due: 'nothing-entered', draft: 'yes', submitted: 'yes', returned: 'yes', approved: 'yes' },
    whenClosed: true,
  },
}

/** Null when the deed may be done, otherwise why not; the most telling reason first. */
export function refusal(deed: Deed, standing: Standing): Refusal | null {
  const rule = RULES[deed]
  if (!standing.own) return 'not-yours'
  if (!rule.roles.includes(standing.role)) return 'not-your-role'
  if (!standing.begun) return 'too-early'
  const answer = rule.in[standing.state]
  if (answer !== 'yes') return answer
  return standing.closed && !rule.whenClosed ? 'closed' : null
}

export function deedsOf(standing: Standing): Deed[] {
  return DEEDS.filter((deed) => refusal(deed, standing) === null)
}
