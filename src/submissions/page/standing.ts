import { isPast } from '../../calendar/day.ts'
import type { LoadedSubmission, SubmissionPageState } from '../page-state.ts'
import { type Status, statusOf } from '../submission.ts'
import { type Locked, lockedBecause } from './locked.ts'

/** Where a submission stands, as its page says it below its heading. */
export type StandingModel = {
  /** Null: nothing is due, since the project is not at work then, or nothing is asked for. */
  status: Status | null
  dueOn: string
  /** When it was first handed in, where that was after its due day. */
  late: number | null
  closed: boolean
  changed: { at: number; by: string | null } | null
  locked: Locked
  lastReason: { kind: LastReasonKey; at: number; by: string | null; reason: string } | null
}
type LastReasonKey = `submissions:last-reason.${'returned' | 'reopened'}`

export function standingModel(state: SubmissionPageState): StandingModel {
  const { stored, standing, dueOn, now, facts, lastReason } = state
  const first = facts.find((fact) => fact.kind === 'submitted')
  return {
    status:
      isNeverDue(state) || isLeftOver(state) ? null : statusOf(standing.state, standing.closed, isPast(dueOn, now)),
    dueOn,
    late: first && isPast(dueOn, first.at) ? first.at : null,
    closed: standing.closed,
    changed: stored && { at: stored.changedAt, by: stored.changedBy },
    locked: lockedBecause(standing),
    lastReason: lastReason && {
      ...lastReason,
      kind: `submissions:last-reason.${lastReason.kind === 'reopened' ? 'reopened' : 'returned'}`,
      reason: lastReason.reason ?? '',
    },
  }
}

/** Begun, and its partner is asked for nothing in it any more: it is not late. */
function isLeftOver({ standing }: LoadedSubmission): boolean {
  return standing.nothingAsked === true && standing.state === 'draft'
}

/** Not begun, and of a quarter in which nothing is due. */
export function isNeverDue({ stored, standing }: LoadedSubmission): boolean {
  return stored === null && (standing.outOfTime !== null || standing.nothingAsked === true)
}
