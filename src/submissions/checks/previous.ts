import { type Quarter, yearOf } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import type { Entry } from '../entry.ts'

/** The last quarter in which an indicator was reported. */
export type LastReported = { quarter: Quarter; entries: Entry[] }

/** The same by the same partner for the same place, or by whom it took over from. */
export type Previous = LastReported & {
  /** The span that its value stands under. */
  span: NamedSpan
  /** What it gave in earlier quarters of this year, each quarter by itself; nothing where others gave it then. */
  thisYear: readonly LastReported[]
  /** Whose values they are, where they are not the reporter's own alone. */
  of?: readonly { partner: Text; place: Text }[]
}

export type EarlierEntry = Entry & { quarter: Quarter }

/** What stands of earlier quarters: in a quarter in which an indicator has been handed in, what was approved before stands back. */
export function standingBefore(handedIn: readonly EarlierEntry[], approved: readonly EarlierEntry[]): EarlierEntry[] {
  const given = new Set(handedIn.map((one) => `${one.indicator}/${one.quarter}`))
  return [...handedIn, ...approved.filter((one) => !given.has(`${one.indicator}/${one.quarter}`))]
}

/** Earlier entries by code of the indicator and quarter. */
export function entriesByQuarter(earlier: readonly EarlierEntry[]): Map<string, Map<Quarter, Entry[]>> {
  const found = new Map<string, Map<Quarter, Entry[]>>()
  for (const { quarter, ...entry } of earlier) {
    const quarters = found.get(entry.indicator) ?? new Map<Quarter, Entry[]>()
    found.set(entry.indicator, quarters)
    const known = quarters.get(quarter)
    if (known) known.push(entry)
    else quarters.set(quarter, [entry])
  }
  return found
}

/** What was given in a year before a quarter of it, by code, the first quarter first. */
export function earlierInYear(earlier: readonly EarlierEntry[], quarter: Quarter): Map<string, LastReported[]> {
  const isOfYear = (one: Quarter) => yearOf(one) === yearOf(quarter) && one < quarter
  return new Map(
    [...entriesByQuarter(earlier)].map(([code, quarters]) => [
      code,
      [...quarters.keys()]
        .filter(isOfYear)
        .sort((a, b) => a - b)
        .map((one) => ({ quarter: one, entries: quarters.get(one)! })),
    ]),
  )
}

/** The latest quarter of each indicator, by code. */
export function latestOf(earlier: readonly EarlierEntry[]): Map<string, LastReported> {
  const latest = [...entriesByQuarter(earlier)].map(([code, quarters]): [string, LastReported] => {
    const quarter = Math.max(...quarters.keys())
    return [code, { quarter, entries: quarters.get(quarter)! }]
  })
  return new Map(latest)
}
