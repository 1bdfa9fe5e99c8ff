import type { Db } from '../../db/connection.ts'
import { expectedSubmissions } from '../assignments/store.ts'
import { isPast } from '../calendar/day.ts'
import { quarterAt, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { periodsIn } from '../calendar/store.ts'
import { projectCard } from '../project/store.ts'
import { groupedBy, type Slot, STATUSES, slotsOf } from '../submissions/board/slot.ts'
import { begunIn } from '../submissions/board/store.ts'

/** The project's quarters so far, newest first, with what is expected in each and where it stands. */
export function periodsModel(db: Db, now: number) {
  const project = projectCard(db)
  if (!project) return { periods: [] }
  const span = { from: project.firstQuarter, to: Math.min(project.lastQuarter, quarterAt(now)) }
  const known = periodsIn(db, span)
  const slots = groupedBy(slotsOf(expectedSubmissions(db, span), begunIn(db, span), known, now), (slot) => slot.quarter)
  return {
    periods: known.reverse().map((period) => {
      const own = slots.get(period.quarter) ?? []
      return {
        ...period,
        code: quarterCode(period.quarter),
        over: isPast(datesOf({ from: period.quarter, to: period.quarter }).last, now),
        expected: own.length,
        counts: countsOf(own),
      }
    }),
  }
}

function countsOf(slots: readonly Slot[]) {
  return STATUSES.map((status) => ({ status, count: slots.filter((slot) => slot.status === status).length })).filter(
    ({ count }) => count > 0,
  )
}
