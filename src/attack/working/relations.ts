import type { SystemBuilder } from './builder.ts'
import { timesOf } from './composition.ts'
import { type KnownCount, leafPartsOf } from './known-count.ts'
import { undividedAt } from './leaves.ts'
import type { Located } from './located.ts'

/**
 * What stands under the values of one indicator is what the other counts, in each report that has both: place by place where
 * both are told by the same places, otherwise all together. Of what is not added over time it says nothing here.
 */
export function addRelation(builder: SystemBuilder, under: Located, over: Located): void {
  if (under.shape.time !== 'quarters' || over.shape.time !== 'quarters') return
  const [below, above] = [timesByReport(under), timesByReport(over)]
  for (const [report, times] of below)
    for (const [time, fact] of times) {
      const other = above.get(report)?.get(time)
      if (!other) continue
      const parts = [...new Set(under.facts.flatMap((one) => [...leafPartsOf(one)]))]
      const bases = parts.map((part) => undividedAt(fact, part, time, under.shape, under.told))
      const counts = undividedAt(other, 'amount', time, over.shape, over.told)
      for (const places of placesToCompare(bases[0]!, counts)) {
        const leaves = (of: ReadonlyMap<string, string>) => places.flatMap((place) => of.get(place) ?? [])
        builder.addEqual(under.columnsFor(bases.flatMap(leaves), report), over.columnsFor(leaves(counts), report))
      }
    }
}

/** A count of each quarter that a report tells of, as one that says whose it is. */
function timesByReport({ facts, shape }: Located): Map<number, Map<string, KnownCount>> {
  const byReport = new Map<number, Map<string, KnownCount>>()
  for (const fact of facts) {
    const times = byReport.get(fact.report) ?? new Map<string, KnownCount>()
    byReport.set(fact.report, times)
    for (const time of timesOf(fact, shape)) times.set(time, fact)
  }
  return byReport
}

/** One place at a time, or all of both together. */
function placesToCompare(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[][] {
  const [own, others] = [[...one.keys()], [...other.keys()]]
  const same = own.length === others.length && own.every((place) => other.has(place))
  return same ? own.map((place) => [place]) : [[...new Set([...own, ...others])]]
}
