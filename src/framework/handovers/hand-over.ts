import { type Db, RolledBack } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { type Passing, passedOn, type RecordRefusal } from '../../assignments/handover.ts'
import {
  endAssignment,
  firstGivenFrom,
  insertAssignment,
  insertHandover,
  lastAssignedAt,
} from '../../assignments/handover-store.ts'
import { NO_HEIRS } from '../../assignments/heirs.ts'
import { assignmentsKnown, heirsByIndicator } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { heldIn } from '../../calendar/span.ts'
import { indicatorIds } from '../../indicators/store.ts'
import { places } from '../../places/store.ts'
import { eachOrNone, recordPassing } from './pass.ts'

/** Duties that pass together: to report these indicators. */
export type HandoverRequest = Passing & {
  indicators: readonly string[]
  /** Whether an heir that is not asked for one of them is to be, from then on. */
  assigns: boolean
}

/** Why nothing was recorded: of which indicator, and the quarter that stands against it. */
export type RefusedHandover = { refused: RecordRefusal; indicator: string; quarter: Quarter }

/**
 * Records that one reporter takes the duty to report some indicators over from another: the one is asked up to the quarter before,
 * the other from then on, and the line goes on. What was known until now stays known for every instant before. All or nothing.
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function handOver(
  db: Db,
  by: Pick<Person, 'id'> | null,
  request: HandoverRequest,
  now: number,
): RefusedHandover | null {
  return eachOrNone<RefusedHandover>(db, request.indicators, (code) => pass(db, by, request, code, now))
}

function pass(db: Db, by: Pick<Person, 'id'> | null, request: HandoverRequest, code: string, now: number): void {
  const { predecessor, heir, from, assigns } = request
  const because = (refused: RecordRefusal, quarter = from) =>
    new RolledBack<RefusedHandover>({ refused, indicator: code, quarter })
  const id = indicatorIds(db).get(code)
  if (id === undefined) throw because('not-assigned')
  const plan = passedOn(request, assignmentsKnown(db, id), heirsByIndicator(db).get(id) ?? NO_HEIRS, assigns)
  if ('refused' in plan) throw because(plan.refused)
  const { first, last } = places(db).quartersOf(heir.placeId)
  if (!heldIn({ from: first, to: last }, from)) throw because('no-place')
  const given = firstGivenFrom(db, id, predecessor, from)
  if (given !== null) throw because('has-reported', given)

  const at = Math.max(now, lastAssignedAt(db, id) + 1)
  for (const one of plan.ended) endAssignment(db, one, at)
  for (const one of plan.begun) insertAssignment(db, one, at)
  insertHandover(db, id, request, plan.predecessorFrom, at)
  recordPassing(db, { at: now, by, verb: 'assignment.handed-over' }, code, request)
}
