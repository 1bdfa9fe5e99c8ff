import type { Person } from '../access/person.ts'
import { OUT_OF_TIME, type OutOfTime } from '../project/phase.ts'
import type { Role } from '../vocabulary/access.ts'
import type { SubmissionState } from '../vocabulary/submission.ts'
import { isOwn } from './submission.ts'

export const ACTIONS = ['save', 'submit', 'withdraw', 'return', 'approve', 'reopen', 'comment'] as const
export type Action = (typeof ACTIONS)[number]

/** Who acts, when (ms), and on which version of the submission they looked. */
export type ActionContext = { by: Person; now: number; version: number }

/** `stale`: somebody has saved since the version looked at; nothing was written. */
export type Outcome = { done: true; id: number; changed: number } | { refused: Refusal } | { stale: true }

/** Why an action is refused; the sentences are in the language files under `submissions.refused`. */
export const REFUSALS = [
  'not-yours',
  'not-your-role',
  ...OUT_OF_TIME,
  'nothing-asked',
  'nothing-entered',
  'not-submitted',
  'awaiting-review',
  'already-returned',
  'already-approved',
  'not-approved',
  'closed',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What decides whether an action may be done. */
export type Standing = {
  role: Role
  /** A partner's own submission; a manager of the project owns all of them. */
  own: boolean
  state: SubmissionState
  /** The quarter is closed for changes. */
  closed: boolean
  /** Why the quarter has no time for values; null: it has begun, and the project is at work in it. */
  outOfTime: OutOfTime | null
  /** Of none of its indicators a value is asked for in the quarter: the partner's duties have ended, or none is due. */
  nothingAsked?: boolean
}

type ActionRule = {
  roles: readonly Role[]
  in: Readonly<Record<SubmissionState, 'yes' | Refusal>>
  whenClosed: boolean
  /** Also of a quarter in which the project is not at work. */
  outOfTime?: true
  /** Only where values are asked for. */
  asks?: true
}

/** What waits for review is approved, returned, or taken back by its partner. */
const REVIEWED: ActionRule['in'] = {
  due: 'nothing-entered',
  draft: 'not-submitted',
  submitted: 'yes',
  returned: 'already-returned',
  approved: 'already-approved',
}

/**
 * Who may do what when. In a closed quarter what was handed in may still be approved, but nothing is returned or
 * re-opened, since the partner could not correct it: the quarter is re-opened first.
 */
export const RULES: Readonly<Record<Action, ActionRule>> = {
  save: {
    roles: ['partner'],
    in: { due: 'yes', draft: 'yes', submitted: 'awaiting-review', returned: 'yes', approved: 'already-approved' },
    whenClosed: false,
    asks: true,
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
    asks: true,
  },
  withdraw: {
    roles: ['partner'],
    in: REVIEWED,
    whenClosed: false,
  },
  return: {
    roles: ['manager'],
    in: REVIEWED,
    whenClosed: false,
  },
  approve: {
    roles: ['manager'],
    in: REVIEWED,
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
    outOfTime: true,
  },
}

/** Where a person stands to a submission, stored or only due, with what holds of its quarter at an instant. */
export function standingOf(
  person: Pick<Person, 'role' | 'partnerIds'>,
  { partnerId, state }: { partnerId: number; state: SubmissionState },
  period: Pick<Standing, 'closed' | 'outOfTime'>,
): Standing {
  return { role: person.role, own: isOwn(person, partnerId), state, ...period }
}

/** Null when the action may be done, otherwise why not; the most telling reason first. */
export function refusal(action: Action, standing: Standing): Refusal | null {
  const rule = RULES[action]
  if (!standing.own) return 'not-yours'
  if (!rule.roles.includes(standing.role)) return 'not-your-role'
  if (standing.outOfTime && !rule.outOfTime) return standing.outOfTime
  if (standing.nothingAsked && rule.asks) return 'nothing-asked'
  const answer = rule.in[standing.state]
  if (answer !== 'yes') return answer
  return standing.closed && !rule.whenClosed ? 'closed' : null
}

export function allowedActions(standing: Standing): Action[] {
  return ACTIONS.filter((action) => refusal(action, standing) === null)
}
