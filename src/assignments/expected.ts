import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { isDueIn } from '../indicators/frequency.ts'
import type { Component, Frequency } from '../vocabulary/indicator.ts'

/** A reporter: one partner for one place. */
export type Reporter = { partnerId: number; placeId: number }

/** One promise to report: who, what kind of indicator, from when to when. */
export type Promised = Reporter & {
  component: Component | null
  frequency: Frequency
  /** Quarters of the survey rounds, for indicators measured by them. */
  rounds: readonly Quarter[]
  from: Quarter
  to: Quarter | null
}

/** What is expected of one reporter in one quarter: the components it is to report on. */
export type Expected = Reporter & { quarter: Quarter; components: (Component | null)[] }

/**
 * Submissions expected in a span: a reporter owes one in every quarter in which at least one of its indicators is due
 * and its place exists.
 * @param exists first and last quarter in which a place exists; last null = still does
 */
export function expectedIn(
  promises: readonly Promised[],
  span: Span,
  exists: (placeId: number) => { first: Quarter; last: Quarter | null },
): Expected[] {
  const expected = new Map<string, Expected>()
  for (const promised of promises) {
    const place = exists(promised.placeId)
    const from = Math.max(span.from, promised.from, place.first)
    const to = Math.min(span.to, promised.to ?? span.to, place.last ?? span.to)
    for (let quarter = from; quarter <= to; quarter++) {
      if (!isDueIn(promised.frequency, quarter, promised.rounds)) continue
      const key = `${promised.partnerId}/${promised.placeId}/${quarter}`
      const known = expected.get(key)
      if (!known) {
        const { partnerId, placeId, component } = promised
        expected.set(key, { partnerId, placeId, quarter, components: [component] })
      } else if (!known.components.includes(promised.component)) known.components.push(promised.component)
    }
  }
  return [...expected.values()]
}
