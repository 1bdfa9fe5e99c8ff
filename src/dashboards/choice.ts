import { dayAt, endOfDay } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { codesOf, GRAINS, type Grain, quarterWithin, type Span } from '../calendar/span.ts'
import { BASES, type Basis, MAPS, type PlaceMap } from '../figures/question.ts'
import { oneOffered, shortened, type WrongParameter } from './parameters/parameter.ts'

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

/** What an address chooses, and what of it can't be shown: the usual stands in its place. */
export type ReadChoice = { choice: Choice; wrong: WrongParameter[] }

/**
 * Reads an address.
 * @param within the quarters that can be asked for
 */
export function readChoice(query: Query, usual: Usual, within: Span, now: number): ReadChoice {
  const name = isGiven(query.quarter) ? 'quarter' : 'to'
  const last = readQuarter(query, name, within)
  const first = readQuarter(query, 'from', within)
  const to = last.quarter ?? usual.to
  const from = first.quarter ?? Math.min(usual.from, to)
  const empty: WrongParameter[] =
    from > to ? [{ name: 'from', value: `${quarterCode(from)} – ${quarterCode(to)}`, why: 'empty-span' }] : []
  const grain = oneOffered(query, 'grain', GRAINS)
  const basis = oneOffered(query, 'basis', BASES)
  const map = oneOffered(query, 'map', MAPS)
  const asAt = readAsAt(query.asAt, now)
  return {
    choice: {
      from: empty.length > 0 ? Math.min(usual.from, to) : from,
      to,
      grain: grain.found ?? usual.grain,
      basis: basis.found ?? 'approved',
      asAt: asAt.instant,
      map: map.found ?? 'as-reported',
    },
    wrong: [last, first, { wrong: empty }, grain, basis, map, asAt].flatMap(({ wrong }) => wrong),
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

function isGiven(given: unknown): boolean {
  return given !== undefined && given !== ''
}

function readQuarter(query: Query, name: 'quarter' | 'from' | 'to', within: Span) {
  const given = query[name]
  if (!isGiven(given)) return { quarter: null, wrong: [] }
  const quarter = quarterWithin(String(given), within)
  if (typeof quarter === 'number') return { quarter, wrong: [] }
  const wrong: WrongParameter =
    quarter === 'not-a-quarter'
      ? { name, value: shortened(given), why: 'bad-period' }
      : { name, value: shortened(given), why: `${quarter}-project`, values: codesOf(within) }
  return { quarter: null, wrong: [wrong] }
}

/** A day stands for its end in Viet Nam; links carry the instant itself. The future cannot be known. Null = now. */
export function readAsAt(
  given: unknown,
  now: number,
  name: 'asAt' | 'since' | 'day' = 'asAt',
): { instant: number | null; wrong: WrongParameter[] } {
  if (!isGiven(given)) return { instant: null, wrong: [] }
  const text = String(given)
  if (/^\d{1,15}$/.test(text) && Number(text) <= now) return { instant: Number(text), wrong: [] }
  const end = endOfDay(text)
  if (end === null || text > dayAt(now))
    return { instant: null, wrong: [{ name, value: shortened(given), why: 'bad-period' }] }
  return { instant: end >= now ? null : end, wrong: [] }
}
