import { and, between, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { oncePerVersion } from '../../db/connection.ts'
import { assignment, submission } from '../../db/schema.ts'
import { type Expected, expectedIn, type Promised } from '../assignments/expected.ts'
import type { Span } from '../calendar/span.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import { places } from '../places/store.ts'
import type { Begun } from './board.ts'

/** Every submission expected in a span, of all partners or of some. */
export function expectedOf(db: Db, span: Span, partnerIds?: readonly number[]): Expected[] {
  const all = promises(db)
  const own = partnerIds ? all.filter((one) => partnerIds.includes(one.partnerId)) : all
  const tree = places(db)
  return expectedIn(own, span, (placeId) => tree.quartersOf(placeId))
}

export function begunIn(db: Db, span: Span, partnerIds?: readonly number[]): Begun[] {
  const conditions: SQL[] = [between(submission.quarter, span.from, span.to)]
  if (partnerIds) conditions.push(inArray(submission.partnerId, [...partnerIds]))
  const { id, partnerId, placeId, quarter, state, changedAt } = submission
  return db
    .select({ id, partnerId, placeId, quarter, state, changedAt })
    .from(submission)
    .where(and(...conditions))
    .all()
}

/** What reporters have promised, indicators of the same component and frequency taken together. */
const promises = oncePerVersion((db): Promised[] => {
  const indicators = new Map(indicatorsAsAt(db).map((one) => [one.id, one]))
  const rows = db
    .select({
      partnerId: assignment.partnerId,
      placeId: assignment.placeId,
      indicatorId: assignment.indicatorId,
      from: assignment.fromQuarter,
      to: assignment.toQuarter,
    })
    .from(assignment)
    .all()
  const grouped = new Map<string, Promised>()
  for (const { indicatorId, ...rest } of rows) {
    const indicator = indicators.get(indicatorId)
    if (!indicator) continue
    const { component, frequency, rounds } = indicator
    const key = [rest.partnerId, rest.placeId, rest.from, rest.to, component, frequency, rounds.join()].join('/')
    if (!grouped.has(key)) grouped.set(key, { ...rest, component, frequency, rounds })
  }
  return [...grouped.values()]
})
