import type { IssuedReport } from '../read/report.ts'
import type { KnownCount } from './known-count.ts'

/** Tells which version of a leaf a report has: reports with the same one have the same count. */
export type VersionOf = (leaf: string, report: number) => number

/** Where a fact stands: the finest counts it is the sum of, and the times they are of. */
type Located = { leavesOf: (fact: KnownCount) => readonly string[]; timesOf: (fact: KnownCount) => readonly string[] }

/**
 * Which counts are the same in several reports. Those under a figure that both show alike are; those under figures that have changed, or
 * that had nothing to tell before, and under none that is the same, are others; of the rest a reader takes it that they have not changed,
 * unless the later report says that its indicator has more changes than it tells.
 */
export function versionsIn(
  facts: readonly KnownCount[],
  located: Located,
  reports: readonly IssuedReport[],
  indicator: string,
): VersionOf {
  const versions = reports.map(() => new Map<string, number>())
  const told = reports.map((_, nth) => factsOf(facts, nth))
  for (const [later, figures] of told.entries()) {
    const compared = told.slice(0, later).map((earlier) => compare(earlier, figures, located))
    for (const leaf of new Set(
      facts.filter(({ report }) => report === later).flatMap((fact) => [...located.leavesOf(fact)]),
    )) {
      const alike = compared.findLastIndex(({ same }) => same.has(leaf))
      const before = versions.slice(0, later).findLastIndex((known) => known.has(leaf))
      const changed =
        compared[before]?.changed.has(leaf) ||
        reports.slice(before + 1, later + 1).some(({ untold }) => untold.has(indicator))
      const taken = alike >= 0 ? alike : before >= 0 && !changed ? before : null
      versions[later]!.set(leaf, (taken === null ? undefined : versions[taken]!.get(leaf)) ?? later)
    }
  }
  return (leaf, report) => versions[report]!.get(leaf) ?? report
}

function factsOf(facts: readonly KnownCount[], nth: number): Map<string, KnownCount> {
  return new Map(facts.filter(({ report }) => report === nth).map((one) => [one.key, one]))
}

/** What two reports say is the same, and what is not; with an undivided count every category of its time is another one. */
function compare(
  earlier: ReadonlyMap<string, KnownCount>,
  later: ReadonlyMap<string, KnownCount>,
  { leavesOf, timesOf }: Located,
): { same: Set<string>; changed: Set<string> } {
  const same = new Set<string>()
  const changed = new Set<string>()
  const times = new Set<string>()
  for (const [key, fact] of later) {
    const before = earlier.get(key)
    const change = before && changeBetween(before, fact)
    if (change === undefined || change === null) continue
    for (const leaf of leavesOf(fact)) (change === 'same' ? same : changed).add(leaf)
    if (change === 'changed') for (const time of timesOf(fact)) times.add(time)
  }
  for (const fact of later.values())
    if (fact.breakdown !== null && timesOf(fact).some((time) => times.has(time)))
      for (const leaf of leavesOf(fact)) changed.add(leaf)
  return { same, changed }
}

function changeBetween(before: KnownCount, fact: KnownCount): 'same' | 'changed' | null {
  if (before.shown !== null && fact.shown !== null) return before.shown === fact.shown ? 'same' : 'changed'
  if (before.absent || fact.absent) return 'changed'
  const differ = (one: keyof KnownCount['sources']) => {
    const [was, is] = [before.sources[one], fact.sources[one]]
    return was !== null && is !== null && was !== is
  }
  return differ('coverage') || differ('values') ? 'changed' : null
}
