import { overlaps, type Span } from '../calendar/span.ts'
import type { Partner } from '../partners/partner.ts'
import type { Duty } from './owed.ts'

/**
 * Those of some partners that are asked for anything in a span, in their order.
 * @param duties by id of the indicator
 */
export function reportingIn(
  duties: ReadonlyMap<number, readonly Duty[]>,
  partners: readonly Partner[],
  span: Span,
): Partner[] {
  const asked = [...duties.values()].flat().filter(({ intervals }) => intervals.some((one) => overlaps(one, span)))
  const reporting = new Set(asked.map(({ partnerId }) => partnerId))
  return partners.filter(({ id }) => reporting.has(id))
}
