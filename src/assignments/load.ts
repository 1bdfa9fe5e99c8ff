import { LRUCache } from 'lru-cache'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { datesOf, heldIn, type Span } from '../calendar/span.ts'
import { atAnyTime, dueQuarters, type IndicatorHistory } from '../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { historiesAsAt, indicatorCodes } from '../indicators/store.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { type Reporter, reporterKey } from './assignment.ts'
import { type EndOfUse, endOfUse } from './end-of-use.ts'
import { endedWithoutHeir, type NamedEndedPlace } from './ended-places.ts'
import { type Expected, expectedIn, owedIn } from './expected.ts'
import type { NamedHandovers } from './handovers-in-words.ts'
import type { DatedHandover } from './heirs.ts'
import { dutiesByIndicator, dutiesByReporter, handoversKnown, overhanging } from './store.ts'

/** Every submission expected in a span, of all partners or of some. */
export function expectedSubmissions(db: Db, span: Span, partnerIds?: readonly number[]): Expected[] {
  if (partnerIds) {
    const own = [...dutiesByReporter(db).values()].filter(([first]) => partnerIds.includes(first!.partnerId))
    return expectedIn(own, historiesAsAt(db), span)
  }
  const known = expectedOfAll(db)
  const name = `${span.from}-${span.to}`
  const expected = known.get(name) ?? expectedIn(dutiesByReporter(db).values(), historiesAsAt(db), span)
  known.set(name, expected)
  return expected
}

/** What is expected of all changes with the framework alone; the board and the overview ask for the same few spans. */
const expectedOfAll = oncePerVersion(() => new LRUCache<string, Expected[]>({ max: 16 }))

/**
 * The places that ended without an heir, as far as it matters in a span, with what they became.
 * @param asAt ms; absent = as it is known now
 */
export function endedPlaces(db: Db, span: Span, asAt?: number): NamedEndedPlace[] {
  const { beyond, heirsOf } = overhanging(db, asAt)
  if (beyond.length === 0) return []
  const due = new Map(historiesAsAt(db, asAt).map((history) => [history.id, dueQuarters(history, span)]))
  const tree = places(db, asAt)
  const ended = endedWithoutHeir(beyond, tree, heirsOf, (indicatorId) => due.get(indicatorId) ?? [])
  return ended.map((one) => ({
    ...one,
    place: tree.byId.get(one.placeId)!,
    became: tree.becameBy(one.placeId, datesOf({ from: one.until, to: one.until }).last),
    partners: partners(db).filter(({ id }) => one.partners.includes(id)),
  }))
}

/**
 * What was handed over in a span: what passed between the same two at one time stands together.
 * @param asAt ms; absent = as it is known now
 */
export function handoversOver(db: Db, span: Span, asAt?: number): NamedHandovers[] {
  const tree = places(db, asAt)
  const named = ({ partnerId, placeId }: Reporter) => ({
    partner: partners(db).find(({ id }) => id === partnerId)!,
    place: tree.byId.get(placeId)!,
  })
  const within = handoversKnown(db, asAt).filter(({ since }) => heldIn(span, since))
  const together = grouped(
    within,
    ({ from, to, since }) => `${since} ${reporterKey(from)} ${reporterKey(to)}`,
    (one) => one,
  )
  const codes = indicatorCodes(db)
  return [...together.values()]
    .map((all) => {
      const [{ from, to, since }] = all as [DatedHandover, ...DatedHandover[]]
      const indicators = all.map(({ indicatorId }) => codes.get(indicatorId)!)
      return { since, from: named(from), to: named(to), indicators }
    })
    .sort((a, b) => b.since - a.since)
}

/** The indicators a reporter is asked for in a quarter, in the order of the framework; none when nothing is due. */
export function owedIndicators(db: Db, reporter: Reporter, quarter: Quarter): DefinedIndicator[] {
  return owedIn(dutiesByReporter(db).get(reporterKey(reporter)) ?? [], historiesAsAt(db), quarter)
}

/** What a reporter would be asked for in a quarter were the project at work in it: what a form of such a quarter shows. */
export function indicatorsOutOfTime(db: Db, reporter: Reporter, quarter: Quarter): DefinedIndicator[] {
  const histories = historiesAsAt(db).map(atAnyTime)
  return owedIn(dutiesByReporter(db).get(reporterKey(reporter)) ?? [], histories, quarter)
}

/** Whether a partner is ever asked for anything in a place. */
export function isReporter(db: Db, reporter: Reporter): boolean {
  return dutiesByReporter(db).has(reporterKey(reporter))
}

/** When indicators stop being asked for, by code; those that go on are not there. */
export function endsOfUse(db: Db, histories: readonly IndicatorHistory[], asAt?: number): Map<string, EndOfUse> {
  const duties = dutiesByIndicator(db, asAt)
  return new Map(
    histories.flatMap((history) => {
      const end = endOfUse(history, duties.get(history.id) ?? [])
      return end ? [[history.code, end]] : []
    }),
  )
}
