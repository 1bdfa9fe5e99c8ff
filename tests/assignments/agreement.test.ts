import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { expectedSubmissions, owedIndicators } from '../../src/assignments/load.ts'
import { owedSql } from '../../src/assignments/store.ts'
import { type Quarter, quarterCode } from '../../src/calendar/quarter.ts'
import { datesOf } from '../../src/calendar/span.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { isDueIn, isScheduledIn } from '../../src/indicators/frequency.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import type { Frequency } from '../../src/vocabulary/indicator.ts'
import fc from '../fast-check.ts'
import { roundsIn } from '../indicators/rounds.ts'
import { NOW, q, World } from '../support/world.ts'

const SPAN = { from: q('2020-Q1'), to: q('2021-Q4') }
const PLACES = ['HP', 'QT', 'HP-1'] as const
const PARTNERS = ['police', 'union'] as const
const INDICATORS = ['A1', 'A2'] as const
const quarters = SPAN.to - SPAN.from + 1

/** Days around the ends of quarters, where an existence that is off by one shows. */
const day = fc
  .tuple(fc.integer({ min: 0, max: quarters + 1 }), fc.constantFrom(-1, 0, 1, 40))
  .map(([nth, off]) => new Date(Date.UTC(2020, nth * 3, 1 + off)).toISOString().slice(0, 10))
const place = fc.record({ from: fc.option(day), days: fc.option(fc.integer({ min: 1, max: 800 })) })
const quarter = fc.integer({ min: SPAN.from - 2, max: SPAN.to + 2 })
const assignment = fc.record({
  indicator: fc.constantFrom(...INDICATORS),
  place: fc.constantFrom(...PLACES),
  partner: fc.constantFrom(...PARTNERS),
  from: quarter,
  length: fc.option(fc.integer({ min: 0, max: 5 })),
})
/** Runs of quarters in which the project is at work, apart from each other; none: it has no phases. */
const phases = fc
  .uniqueArray(quarter, { maxLength: 4 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map(([a, b, c, d]) => [[a, b] as const, [c, d] as const])
  .map((runs) => runs.filter((run): run is readonly [number, number] => run[1] !== undefined))
const world = fc.record({
  phases,
  places: fc.tuple(place, place, place),
  frequencies: fc.array(fc.constantFrom<Frequency>('quarterly', 'half-yearly', 'annual', 'survey'), {
    minLength: 2,
    maxLength: 2,
  }),
  rounds: fc.uniqueArray(quarter, { maxLength: 3 }),
  assignments: fc.uniqueArray(assignment, {
    maxLength: 8,
    selector: (one) => [one.indicator, one.place, one.partner, one.from].join('/'),
  }),
  facts: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...INDICATORS), fc.constantFrom(...PLACES), fc.constantFrom(...PARTNERS), quarter),
    {
      maxLength: 5,
      selector: (one) => one.join('/'),
    },
  ),
})
type Given = typeof world extends fc.Arbitrary<infer T> ? T : never

function worldOf(given: Given): World {
  const made = new World().allowOverlaps()
  for (const [from, to] of given.phases) made.phase(`${from}`, quarterCode(from), quarterCode(to))
  for (const [nth, slug] of PLACES.entries()) {
    const { from, days } = given.places[nth]!
    const begins = from ?? '1990-01-01'
    const to = days === null ? undefined : new Date(Date.parse(from ?? '2019-11-01') + days * 86_400_000)
    made.place(slug, {
      ...(slug === 'HP-1' ? { parent: 'HP' } : {}),
      from: begins,
      ...(to ? { to: to.toISOString().slice(0, 10) } : {}),
    })
  }
  for (const [nth, code] of INDICATORS.entries()) {
    made.indicator(code, { frequency: given.frequencies[nth]!, rounds: given.rounds.map(quarterCode) })
  }
  for (const { indicator, place: slug, partner, from, length } of given.assignments) {
    const to = length === null ? undefined : quarterCode(from + length)
    made.assign(indicator, slug, partner, quarterCode(from), to)
  }
  for (const [code, slug, partner, at] of given.facts) made.fact([code, slug, quarterCode(at), partner], 3)
  for (const partner of PARTNERS) made.partner(partner)
  return made
}

/** Day by day, without a thought of speed: the oracle. */
function owesByHand(given: Given, code: string, slug: string, partner: string, at: Quarter): boolean {
  const nth = INDICATORS.indexOf(code as 'A1')
  const { first, last } = datesOf({ from: at, to: at })
  const { from, days } = given.places[PLACES.indexOf(slug as 'HP')]!
  const begins = Date.parse(from ?? '1990-01-01')
  const ends = days === null ? Number.POSITIVE_INFINITY : Date.parse(from ?? '2019-11-01') + days * 86_400_000
  let there = false
  for (let on = Date.parse(first); on <= Date.parse(last); on += 86_400_000) there ||= on >= begins && on < ends
  return (
    there &&
    (given.phases.length === 0 || given.phases.some((run) => run[0] <= at && at <= run[1])) &&
    isDueIn({ frequency: given.frequencies[nth]!, yearStart: 1, rounds: roundsIn(given.rounds) }, at) &&
    given.assignments.some(
      (one) =>
        [one.indicator, one.place, one.partner].join() === [code, slug, partner].join() &&
        at >= one.from &&
        (one.length === null || at <= one.from + one.length),
    )
  )
}

function owesBySql(
  db: Db,
  due: boolean,
  ids: { indicator: number; place: number; partner: number },
  at: Quarter,
): boolean {
  const { first, last } = datesOf({ from: at, to: at })
  const text = owedSql({
    due: ':due',
    indicator: ':indicator',
    place: ':place',
    partner: ':partner',
    quarter: ':quarter',
    firstDay: ':first',
    lastDay: ':last',
  })
  return (
    db.$client
      .prepare(`select ${text}`)
      .pluck()
      .get({ due: due ? 1 : 0, ...ids, quarter: at, first, last }) === 1
  )
}

describe('who owes what when', () => {
  it('is the same to the form, the board, SQL and a count by hand, in any world', () => {
    fc.assert(
      fc.property(world, (given) => {
        const made = worldOf(given)
        const { db } = made
        const board = expectedSubmissions(db, SPAN)
        const all = indicatorsAsAt(db)
        for (let at = SPAN.from; at <= SPAN.to; at++) {
          for (const slug of PLACES) {
            for (const partner of PARTNERS) {
              const reporter = { placeId: made.id(`place ${slug}`), partnerId: made.id(`partner ${partner}`) }
              const form = owedIndicators(db, reporter, at).map((one) => one.code)
              const byHand = INDICATORS.filter((code) => owesByHand(given, code, slug, partner, at))
              expect(form).toEqual(byHand)
              const ids = { place: reporter.placeId, partner: reporter.partnerId }
              const bySql = all.filter((one) =>
                owesBySql(db, isScheduledIn(one, at), { indicator: one.id, ...ids }, at),
              )
              expect(bySql.map((one) => one.code)).toEqual(byHand)
              const expected = board.some(
                (one) => one.placeId === ids.place && one.partnerId === ids.partner && one.quarter === at,
              )
              expect(expected).toBe(byHand.length > 0)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the same to coverage, to what is read, to the tally and to the audit that works it out by itself', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { db } = worldOf(given)
        expect(auditFigures(db, NOW).differences.map(String)).toEqual([])
        rebuildTally(db)
        expect(auditTally(db)).toEqual([])
        expect(auditFigures(db, NOW).differences.map(String)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
