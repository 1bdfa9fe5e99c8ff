import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Section } from '../../vocabulary/component.ts'
import type { LoadedSubmission } from '../page-state.ts'

/**
 * Where a submission is worked on: its own page, or the page that begins it.
 * @param partner slug, as is `place`
 * @param component the screen of it; absent: its first one
 */
export function addressOf(
  { id, quarter }: { id: number | null; quarter: Quarter },
  partner: string,
  place: string,
  component?: Section,
): string {
  const named = id === null ? { partner, place, quarter: quarterCode(quarter) } : {}
  const query = new URLSearchParams({ ...named, ...(component && { component }) })
  return `/submissions/${id ?? 'start'}${query.size > 0 ? `?${query}` : ''}`
}

/** One screen of a submission, whatever address its page stands at; with all that keeps it from being handed in where that is shown. */
export function screenAddress(
  { stored, partner, place, quarter }: LoadedSubmission,
  component: Section,
  handingIn = false,
): string {
  if (stored && handingIn) return `/submissions/${stored.id}/handing-in?${new URLSearchParams({ component })}`
  return addressOf({ id: stored?.id ?? null, quarter }, partner.slug, place.slug, component)
}
