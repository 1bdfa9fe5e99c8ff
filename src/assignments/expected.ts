import type { Quarter } from '../calendar/quarter.ts'
import { quartersIn, type Span } from '../calendar/span.ts'
import { isDueIn } from '../indicators/frequency.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Component } from '../vocabulary/indicator.ts'
import type { Reporter } from './assignment.ts'
import { DueQuarters, type Duty } from './owed.ts'

/** A submission expected of one reporter in one quarter: the components it is to report on. */
export type Expected = Reporter & { quarter: Quarter; components: (Component | null)[] }

/** What decides when an indicator is due, and on which screen it is asked for. */
type Scheduled = Pick<DefinedIndicator, 'id' | 'component' | 'frequency' | 'rounds'>

/**
 * Submissions expected in a span: a reporter owes one in every quarter in which it owes at least one indicator.
 * @param byReporter the duties of each reporter; those to indicators that are no longer defined ask for nothing
 */
export function expectedIn(
  byReporter: Iterable<readonly Duty[]>,
  indicators: readonly Scheduled[],
  span: Span,
): Expected[] {
  const scheduled = new Map(
    indicators.map(({ id, component, frequency, rounds }) => {
      const quarters = quartersIn(span).filter((quarter) => isDueIn(frequency, quarter, rounds))
      return [id, { component, due: new DueQuarters(quarters) }]
    }),
  )
  const expected: Expected[] = []
  for (const duties of byReporter) {
    const byQuarter = new Map<Quarter, Expected>()
    for (const { partnerId, placeId, indicatorId, intervals } of duties) {
      const indicator = scheduled.get(indicatorId)
      if (!indicator) continue
      for (const quarter of indicator.due.in(intervals, span, true).quarters) {
        const known = byQuarter.get(quarter)
        if (!known) byQuarter.set(quarter, { partnerId, placeId, quarter, components: [indicator.component] })
        else if (!known.components.includes(indicator.component)) known.components.push(indicator.component)
      }
    }
    expected.push(...byQuarter.values())
  }
  return expected
}

/** The indicators one reporter owes in a quarter, in the order given. */
export function owedIn<Indicator extends Scheduled>(
  duties: readonly Duty[],
  indicators: readonly Indicator[],
  quarter: Quarter,
): Indicator[] {
  const bound = new Set(
    duties
      .filter(({ intervals }) => intervals.some(({ from, to }) => from <= quarter && quarter <= to))
      .map(({ indicatorId }) => indicatorId),
  )
  return indicators.filter(({ id, frequency, rounds }) => bound.has(id) && isDueIn(frequency, quarter, rounds))
}
