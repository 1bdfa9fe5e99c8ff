import { type Quarter, quarterOfDay } from '../calendar/quarter.ts'
import type { Text } from '../language/text.ts'
import type { IssuedReport } from './read/report.ts'
import { sidesOf } from './read/sayings.ts'

/** One place became (part of) another on a day: everybody knows it. */
export type MapChange = { from: Text; to: Text; on: string }

/**
 * The same reports, of which those on today's map know which places of the time theirs were: what is told of Hải Phòng as it is
 * today is, for a quarter of before, what Hải Phòng and Hải Dương were.
 */
export function withFormerPlaces(reports: readonly IssuedReport[], changes: readonly MapChange[]): IssuedReport[] {
  const names = [...new Set(reports.flatMap(({ told }) => told.flatMap(({ place }) => place ?? [])))]
  const nameOf = (text: Text) => names.find((name) => isNamed(name, text)) ?? text.vi
  const former = new Map<string, { names: string[]; until: Quarter }>()
  for (const { from, to, on } of changes) {
    const known = former.get(nameOf(to)) ?? { names: [], until: quarterOfDay(on) - 1 }
    former.set(nameOf(to), { ...known, names: [...known.names, nameOf(from)] })
  }
  return reports.map((report) => (report.map === 'today' ? { ...report, former } : report))
}

function isNamed(name: string, { vi, en }: Text): boolean {
  return name === `${vi} / ${en}` || sidesOf(name).some((side) => side === vi || side === en)
}

/** The places that one of a report was in a quarter. */
export function placesThen(
  { former }: Pick<IssuedReport, 'former'>,
  place: string,
  quarter: Quarter,
): readonly string[] {
  const known = former.get(place)
  return known && quarter <= known.until ? known.names : [place]
}
