import { type Db, RolledBack } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { reporterKey } from '../../assignments/assignment.ts'
import type { Passing } from '../../assignments/handover.ts'
import {
  assignmentsEverKnown,
  endAssignment,
  endHandover,
  firstGivenFrom,
  insertAssignment,
  lastAssignedAt,
  recordedAt,
} from '../../assignments/handover-store.ts'
import { assignmentsKnown } from '../../assignments/store.ts'
import { isAsked, type WithdrawalRefusal, withdrawn } from '../../assignments/withdrawal.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { indicatorIds } from '../../indicators/store.ts'
import { eachOrNone, recordPassing } from './pass.ts'

/** Why nothing was withdrawn: of which indicator, and the quarter that stands against it. */
export type RefusedWithdrawal = { refused: WithdrawalRefusal; indicator: string; quarter: Quarter }

/**
 * A hand-over was recorded by mistake: who was asked before is asked again, and the line goes on with nobody else. What was known
 * meanwhile stays known for every instant of that time. All or nothing.
 * @param by who decides it; null = nobody who has an account, such as a command
 * @param indicators codes of those that were handed over
 */
export function withdrawHandover(
  db: Db,
  by: Pick<Person, 'id'> | null,
  { indicators, ...passing }: Passing & { indicators: readonly string[] },
  now: number,
): RefusedWithdrawal | null {
  return eachOrNone<RefusedWithdrawal>(db, indicators, (code) => withdraw(db, by, passing, code, now))
}

function withdraw(db: Db, by: Pick<Person, 'id'> | null, passing: Passing, code: string, now: number): void {
  const { heir, from } = passing
  const because = (refused: WithdrawalRefusal, quarter = from) =>
    new RolledBack<RefusedWithdrawal>({ refused, indicator: code, quarter })
  const id = indicatorIds(db).get(code)
  const since = id === undefined ? null : recordedAt(db, id, passing)
  if (id === undefined || since === null) throw because('not-recorded')
  const plan = withdrawn(passing, since, assignmentsEverKnown(db, id))
  if ('refused' in plan) throw because(plan.refused)

  const at = Math.max(now, lastAssignedAt(db, id) + 1, since + 1)
  endHandover(db, id, passing, at)
  for (const one of plan.ended) endAssignment(db, one, at)
  for (const { knownFrom: _, knownTo: __, ...one } of plan.begun) insertAssignment(db, one, at)
  const given = plan.ended.length === 0 ? null : firstGivenFrom(db, id, heir, from)
  if (given !== null && !isAsked(reporterKey(heir), assignmentsKnown(db, id), given))
    throw because('heir-has-reported', given)
  recordPassing(db, { at: now, by, verb: 'assignment.handover-withdrawn' }, code, passing)
}
