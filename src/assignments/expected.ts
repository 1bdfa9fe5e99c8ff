import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { dueQuarters, dueUnder, type IndicatorHistory, lastDefinition } from '../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Reporter } from './assignment.ts'
import { DueQuarters, type Duty, isBoundIn } from './owed.ts'

/** A submission expected of one reporter in one quarter: the components it is to report on. */
export type Expected = Reporter & { quarter: Quarter; components: (string | null)[] }

/**
 * Submissions expected in a span: a reporter owes one in every quarter in which it owes at least one indicator.
 * @param byReporter the duties of each reporter; those to indicators that nobody knows of ask for nothing
 */
export function expectedIn(
  byReporter: Iterable<readonly Duty[]>,
  indicators: readonly IndicatorHistory[],
  span: Span,
): Expected[] {
  const scheduled = new Map(
    indicators.map((history) => {
      const due = new DueQuarters(dueQuarters(history, span))
      return [history.id, { component: lastDefinition(history).component, due }]
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

/** The indicators one reporter owes in a quarter, each under the definition of that quarter, in the order given. */
export function owedIn(
  duties: readonly Duty[],
  indicators: readonly IndicatorHistory[],
  quarter: Quarter,
): DefinedIndicator[] {
  const bound = new Set(duties.filter((duty) => isBoundIn(duty, quarter)).map(({ indicatorId }) => indicatorId))
  return indicators.flatMap((history) => (bound.has(history.id) ? (dueUnder(history, quarter) ?? []) : []))
}
