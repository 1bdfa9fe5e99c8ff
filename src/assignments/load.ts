import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { historiesAsAt } from '../indicators/store.ts'
import { type Reporter, reporterKey } from './assignment.ts'
import { type Expected, expectedIn, owedIn } from './expected.ts'
import { dutiesByReporter } from './store.ts'

/** Every submission expected in a span, of all partners or of some. */
export function expectedSubmissions(db: Db, span: Span, partnerIds?: readonly number[]): Expected[] {
  const all = [...dutiesByReporter(db).values()]
  const own = partnerIds ? all.filter(([first]) => partnerIds.includes(first!.partnerId)) : all
  return expectedIn(own, historiesAsAt(db), span)
}

/** The indicators a reporter is asked for in a quarter, in the order of the framework; none when nothing is due. */
export function owedIndicators(db: Db, reporter: Reporter, quarter: Quarter): DefinedIndicator[] {
  return owedIn(dutiesByReporter(db).get(reporterKey(reporter)) ?? [], historiesAsAt(db), quarter)
}
