import type { Quarter } from '../../calendar/quarter.ts'
import { placesThen } from '../maps.ts'
import type { IssuedReport } from '../read/report.ts'
import { seriesKey } from '../read/report.ts'
import { addsQuarters, type KnownCount, quarterNames } from './known-count.ts'

/** How categories make up a total: they are it, the same person may stand in several, or the figures fit neither. */
export type Division = 'partition' | 'overlapping' | 'unknown'

/** How the figures of one indicator hang together, as the reports say it and as the figures that are shown bear it out. */
export type Composition = {
  /** Quarters are added; or the last value counts, by the end of a span; or by the span, where ends do not agree. */
  time: 'quarters' | 'end' | 'span'
  /** Provinces make up the project, or are only part of it. */
  places: 'all' | 'part' | 'apart'
  divisions: Map<string, Division>
  /** Reports that leave out what they hide: their lists of places and categories may lack some. */
  leavesOut: ReadonlySet<number>
  /** The places that one of a report was at a time, by the map of that time. */
  placesThen: (report: number, place: string, time: string) => readonly string[]
}

export function compositionOf(
  indicator: string,
  facts: readonly KnownCount[],
  reports: readonly IssuedReport[],
): Composition {
  const rules = reports.map((report) => report.rules.get(indicator)).find((one) => one !== undefined)
  const time = addsQuarters(rules) ? 'quarters' : endsAgree(facts) ? 'end' : 'span'
  const divisions = new Map<string, Division>()
  for (const { breakdown } of facts)
    if (breakdown !== null && !divisions.has(breakdown)) {
      const overlapping = reports.some((one) => one.overlapping.has(seriesKey(indicator, breakdown)))
      const own = facts.filter((fact) => fact.breakdown === breakdown)
      const fits = addUp(own, facts)
      divisions.set(breakdown, overlapping ? 'overlapping' : fits === false ? 'unknown' : 'partition')
    }
  const provinces = facts.filter(({ place }) => place !== null)
  const places = rules && rules.overPlaces !== 'sum' ? 'apart' : addUp(provinces, facts) === false ? 'part' : 'all'
  return {
    time,
    places,
    divisions,
    leavesOut: new Set(reports.flatMap((report, nth) => (report.leavesOut ? [nth] : []))),
    placesThen: (report, place, time) => placesThen(reports[report]!, place, lastQuarterOf(time)),
  }
}

/** What one quarter, day or span of a figure is called. */
export function timesOf(fact: Pick<KnownCount, 'span'>, { time }: Pick<Composition, 'time'>): string[] {
  if (time === 'quarters') return quarterNames(fact)
  return [time === 'end' ? `to ${fact.span.to}` : `${fact.span.from} to ${fact.span.to}`]
}

/** The quarter with which a time ends, as `timesOf` calls it. */
function lastQuarterOf(time: string): Quarter {
  return Number(/\d+$/.exec(time)![0])
}

/** Whether parts are an undivided figure of the project, as far as those that are shown tell. Null: they do not. */
function addUp(parts: readonly KnownCount[], facts: readonly KnownCount[]): boolean | null {
  const wholes = facts.filter(({ place, breakdown, shown }) => place === null && breakdown === null && shown !== null)
  let found: boolean | null = null
  for (const whole of wholes) {
    const own = new Map(
      parts
        .filter((one) => one.report === whole.report && one.part === whole.part && isSameSpan(one, whole))
        .map((one) => [`${one.place}|${one.category}`, one.shown]),
    )
    const shown = [...own.values()]
    const sum = shown.reduce<number>((all, one) => all + (one ?? 0), 0)
    if (sum > whole.shown!) return false
    if (shown.length === 0 || shown.includes(null)) continue
    if (sum !== whole.shown) return false
    found = true
  }
  return found
}

function isSameSpan(one: KnownCount, other: KnownCount): boolean {
  return one.span.from === other.span.from && one.span.to === other.span.to
}

/** Whether what is told up to one day is the same under whatever span it is told. */
function endsAgree(facts: readonly KnownCount[]): boolean {
  const shown = new Map<string, number>()
  return facts.every((fact) => {
    if (fact.shown === null) return true
    const { report, part, place, breakdown, category, span } = fact
    const name = [report, part, place, breakdown, category, span.to].join('|')
    const before = shown.get(name)
    shown.set(name, fact.shown)
    return before === undefined || before === fact.shown
  })
}
