import type { Quarter } from '../../calendar/quarter.ts'
import type { Entry } from '../entry.ts'

/** The last quarter in which the same partner reported an indicator for the same place. */
export type Previous = { quarter: Quarter; entries: Entry[] }

export type EarlierEntry = Entry & { quarter: Quarter }

/**
 * The latest quarter of each indicator, by code. In a quarter in which an indicator has been handed in, what was approved
 * before stands back.
 */
export function latestBefore(
  handedIn: readonly EarlierEntry[],
  approved: readonly EarlierEntry[],
): Map<string, Previous> {
  const given = new Set(handedIn.map((one) => `${one.indicator}/${one.quarter}`))
  const all = [...handedIn, ...approved.filter((one) => !given.has(`${one.indicator}/${one.quarter}`))]
  const latest = new Map<string, Previous>()
  for (const { quarter, ...entry } of all) {
    const known = latest.get(entry.indicator)
    if (!known || known.quarter < quarter) latest.set(entry.indicator, { quarter, entries: [entry] })
    else if (known.quarter === quarter) known.entries.push(entry)
  }
  return latest
}
