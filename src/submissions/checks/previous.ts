import type { Quarter } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import type { Entry } from '../entry.ts'

/** The last quarter in which an indicator was reported. */
export type LastReported = { quarter: Quarter; entries: Entry[] }

/** The same by the same partner for the same place, or by whom it took over from. */
export type Previous = LastReported & {
  /** The span that its value stands under. */
  span: NamedSpan
  /** Whose values they are, where they are not the reporter's own alone. */
  of?: readonly { partner: Text; place: Text }[]
}

export type EarlierEntry = Entry & { quarter: Quarter }

/**
 * The latest quarter of each indicator, by code. In a quarter in which an indicator has been handed in, what was approved
 * before stands back.
 */
export function latestBefore(
  handedIn: readonly EarlierEntry[],
  approved: readonly EarlierEntry[],
): Map<string, LastReported> {
  const given = new Set(handedIn.map((one) => `${one.indicator}/${one.quarter}`))
  const all = [...handedIn, ...approved.filter((one) => !given.has(`${one.indicator}/${one.quarter}`))]
  const latest = new Map<string, LastReported>()
  for (const { quarter, ...entry } of all) {
    const known = latest.get(entry.indicator)
    if (!known || known.quarter < quarter) latest.set(entry.indicator, { quarter, entries: [entry] })
    else if (known.quarter === quarter) known.entries.push(entry)
  }
  return latest
}
