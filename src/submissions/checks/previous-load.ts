import type { Db } from '../../../db/connection.ts'
import { type Reporter, reporterKey } from '../../assignments/assignment.ts'
import { NO_HEIRS } from '../../assignments/heirs.ts'
import { isBoundIn } from '../../assignments/owed.ts'
import { dutiesByIndicator, heirsByIndicator } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import { valueSpanIn } from '../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'
import { earlierInYear, type LastReported, latestOf, type Previous } from './previous.ts'
import { lineUpFrom, type OfLine, previousOfLine } from './previous-line.ts'
import { earlierEntriesOf } from './previous-store.ts'

/**
 * What was reported last before a quarter, by code of the indicator: by the reporter itself, or by those whose duty it took over.
 * @param indicators those it is asked for in the quarter
 */
export function loadPreviousOf(
  db: Db,
  reporter: Reporter,
  quarter: Quarter,
  indicators: readonly DefinedIndicator[],
): Map<string, Previous> {
  const ids = indicators.map(({ id }) => id)
  const histories = new Map(historiesAsAt(db).map((history) => [history.id, history]))
  const given = new Map<string, Map<string, LastReported>>()
  const own = earlierEntriesOf(db, reporter, quarter, ids)
  given.set(reporterKey(reporter), latestOf(own))
  const inYear = earlierInYear(own, quarter)
  const lastOf = (one: Reporter) => {
    const known = given.get(reporterKey(one))
    if (known) return known
    const found = latestOf(earlierEntriesOf(db, one, quarter, ids))
    given.set(reporterKey(one), found)
    return found
  }
  return new Map(
    indicators.flatMap((indicator) => {
      const line = lineOf(db, indicator.id, reporter, quarter)
      const last = line.map((one) => lastOf(one.reporter).get(indicator.code))
      const previous = previousOfLine(indicator, line, last)
      if (!previous) return []
      const { givers, ...found } = previous
      const span = valueSpanIn(histories.get(indicator.id)!, found.quarter)
      const isOwn = givers.length === 1 && reporterKey(givers[0]!) === reporterKey(reporter)
      const of = isOwn ? {} : { of: givers.map((one) => namesOf(db, one, found.quarter)) }
      const thisYear = isOwn ? (inYear.get(indicator.code) ?? []) : []
      return [[indicator.code, { ...found, span, thisYear, ...of }] as const]
    }),
  )
}

/** The reporter alone where nobody handed anything to it, which is nearly always. */
function lineOf(db: Db, indicatorId: number, reporter: Reporter, quarter: Quarter): OfLine[] {
  const heirs = heirsByIndicator(db).get(indicatorId) ?? NO_HEIRS
  if (heirs.size === 0) return [{ reporter, isShared: false, isAskedIn: () => false }]
  const duties = new Map(
    dutiesByIndicator(db)
      .get(indicatorId)!
      .map((duty) => [reporterKey(duty), duty]),
  )
  const isAsked = (key: string, at: Quarter) => {
    const duty = duties.get(key)
    return duty !== undefined && isBoundIn(duty, at)
  }
  return lineUpFrom(reporter, quarter, heirs, isAsked)
}

function namesOf(db: Db, { partnerId, placeId }: Reporter, quarter: Quarter): NonNullable<Previous['of']>[number] {
  const { last } = datesOf({ from: quarter, to: quarter })
  const partner = partners(db).find(({ id }) => id === partnerId)!
  return { partner: nameOn(partner, last).name, place: places(db).byId.get(placeId)!.name }
}
