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
  /** Code of the donor as whom it is looked at; absent: nothing is kept from staff. */
  donor?: string
}

/** What is chosen when nothing is. */
export type Usual = { from: Quarter; to: Quarter; grain: Grain }

export type Query = Record<string, unknown>

/** What an address chooses, and what of it can't be shown: the usual stands in its place. */
export type ReadChoice = { choice: Choice; wrong: WrongParameter[] }

/**
 * Reads an address.
 * @param within the quarters that can be asked for
 * @param donor as whom figures are looked at: no report holds what is not approved, or stands on another map
 */
export function readChoice(query: Query, usual: Usual, within: Span, now: number, donor?: string): ReadChoice {
  const name = isGiven(query.quarter) ? 'quarter' : 'to'
  const last = readQuarter(query, name, within)
  const first = readQuarter(query, 'from', within)
  const to = last.quarter ?? usual.to
  const from = first.quarter ?? Math.min(usual.from, to)
  const empty: WrongParameter[] =
    from > to ? [{ name: 'from', value: `${quarterCode(from)} – ${quarterCode(to)}`, why: 'empty-span' }] : []
  const grain = oneOffered(query, 'grain', GRAINS)
  const basis = inReport(oneOffered(query, 'basis', BASES), 'basis', 'approved', donor)
  const map = inReport(oneOffered(query, 'map', MAPS), 'map', 'as-reported', donor)
  const asAt = readAsAt(query.asAt, now)
  return {
    choice: {
      from: empty.length > 0 ? Math.min(usual.from, to) : from,
      to,
      grain: grain.found ?? usual.grain,
      basis: basis.found ?? 'approved',
      asAt: asAt.instant,
      map: map.found ?? 'as-reported',
      ...(donor === undefined ? {} : { donor }),
    },
    wrong: [last, first, { wrong: empty }, grain, basis, map, asAt].flatMap(({ wrong }) => wrong),
  }
}

/** As whom figures are looked at, as an address. */
export function donorIn({ donor }: Choice): { donor?: string } {
  return donor === undefined ? {} : { donor }
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
    ...donorIn(choice),
  }
}

/** Of what a report can be made with there is one; what else was asked for is named. */
function inReport<T extends string>(
  asked: { found: T | null; wrong: WrongParameter[] },
  name: 'basis' | 'map',
  only: T,
  donor: string | undefined,
): { found: T | null; wrong: WrongParameter[] } {
  if (donor === undefined || asked.found === null || asked.found === only) return asked
  return { found: only, wrong: [{ name, value: asked.found, why: 'not-in-report' }] }
}

/** What an address says, as it is written again. */
export function asTexts(query: Query): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
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
