import { dayAt, endOfDay } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { codesOf, GRAINS, type Grain, quarterWithin, type Span } from '../calendar/span.ts'
import { BASES, type Basis, MAPS, type PlaceMap, Refused } from '../figures/question.ts'

/** What a person chose to look at; all of it stands in the address, so that a page can be sent to somebody else. */
export type Choice = {
  from: Quarter
  to: Quarter
  grain: Grain
  basis: Basis
  /** Instant; null = now. */
  asAt: number | null
  map: PlaceMap
}

/** What is chosen when nothing is. */
export type Usual = { from: Quarter; to: Quarter; grain: Grain }

export type Query = Record<string, unknown>

/** A word that is not on its closed list: the address was not made by a page of ours. */
export class NotAChoice extends Error {
  readonly statusCode = 400
}

/**
 * Reads an address. Unknown words are refused, never replaced by something that was not asked for.
 * @param within the quarters that can be asked for
 * @throws Refused bad-period, before-project, after-project, empty-span; NotAChoice
 */
export function readChoice(query: Query, usual: Usual, within: Span, now: number): Choice {
  const to = quarterIn(query.quarter ?? query.to, usual.to, within)
  const from = quarterIn(query.from, Math.min(usual.from, to), within)
  if (from > to) throw new Refused('empty-span', `${quarterCode(from)} – ${quarterCode(to)}`)
  return {
    from,
    to,
    grain: oneOf(query.grain, GRAINS, usual.grain),
    basis: oneOf(query.basis, BASES, 'approved'),
    asAt: readAsAt(query.asAt, now),
    map: oneOf(query.map, MAPS, 'as-reported'),
  }
}

/** The choice as an address again; what is usual is left out. */
export function writeChoice(choice: Choice, usual: Usual): Record<string, string> {
  const { from, to, grain, basis, asAt, map } = choice
  return {
    ...(from === usual.from ? {} : { from: quarterCode(from) }),
    ...(to === usual.to ? {} : { to: quarterCode(to) }),
    ...(grain === usual.grain ? {} : { grain }),
    ...(basis === 'approved' ? {} : { basis }),
    ...(asAt === null ? {} : { asAt: String(asAt) }),
    ...(map === 'as-reported' ? {} : { map }),
  }
}

function quarterIn(given: unknown, usual: Quarter, within: Span): Quarter {
  if (given === undefined || given === '') return usual
  const quarter = quarterWithin(String(given), within)
  if (quarter === 'not-a-quarter') throw new Refused('bad-period', shortened(given))
  if (typeof quarter === 'number') return quarter
  throw new Refused(`${quarter}-project`, shortened(given), codesOf(within))
}

/** A day stands for its end in Viet Nam; links carry the instant itself. The future cannot be known. */
export function readAsAt(given: unknown, now: number): number | null {
  if (given === undefined || given === '') return null
  const text = String(given)
  if (/^\d{1,15}$/.test(text) && Number(text) <= now) return Number(text)
  const end = endOfDay(text)
  if (end === null || text > dayAt(now)) throw new Refused('bad-period', shortened(given))
  return end >= now ? null : end
}

function oneOf<T extends string>(given: unknown, list: readonly T[], usual: T): T {
  if (given === undefined || given === '') return usual
  const found = list.find((one) => one === given)
  if (found === undefined) throw new NotAChoice(shortened(given))
  return found
}

function shortened(given: unknown): string {
  return String(given).slice(0, 40)
}
