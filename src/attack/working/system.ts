import type { IssuedReport } from '../read/report.ts'
import { SystemBuilder, type SystemRow } from './builder.ts'
import { type Composition, compositionOf, timesOf } from './composition.ts'
import { type KnownCount, leafPartsOf } from './known-count.ts'
import { categoryAt, leavesOf, type PlacesTold, placesTold, totalAt } from './leaves.ts'
import { mergeAlike } from './merge.ts'
import { versionsIn } from './versions.ts'

/** Everything that is known of some indicators: unknown counts, whole and not negative, and what is said of sums of them. */
export type System = {
  columns: number
  rows: SystemRow[]
  facts: KnownCount[]
  /** The unknowns that a fact is the sum of. */
  columnsOf: (fact: KnownCount) => readonly number[]
  /** The unknowns behind what a fact counts, as another report has them. */
  columnsIn: (fact: KnownCount, report: number) => readonly number[]
  shapes: ReadonlyMap<string, Composition>
}

/** @param indicators facts by indicator: those that hang together */
export function systemOf(
  indicators: ReadonlyMap<string, readonly KnownCount[]>,
  reports: readonly IssuedReport[],
): System {
  const builder = new SystemBuilder()
  const shapes = new Map<string, Composition>()
  const located = new Map<string, (fact: KnownCount, report: number) => number[]>()
  for (const [indicator, facts] of indicators) {
    const shape = compositionOf(indicator, facts, reports)
    const told = placesTold(facts, shape)
    const known = new Map(facts.map((fact) => [fact, leavesOf(fact, shape, told)]))
    const version = versionsIn(
      facts,
      { leavesOf: (fact) => known.get(fact)!, timesOf: (fact) => timesOf(fact, shape) },
      reports,
      indicator,
    )
    const columnsFor = (leaves: readonly string[], report: number) =>
      leaves.map((leaf) => builder.column(`${leaf}@${version(leaf, report)}`))
    shapes.set(indicator, shape)
    located.set(indicator, (fact, report) => columnsFor(known.get(fact)!, report))
    for (const fact of facts) builder.addFact(fact, columnsFor(known.get(fact)!, fact.report))
    addDivisions(builder, facts, { shape, told }, columnsFor)
  }
  const { columns, rows, mergedOf } = mergeAlike(builder.columns, builder.rows)
  const columnsIn = (fact: KnownCount, report: number) => mergedOf(located.get(fact.indicator)!(fact, report))
  return {
    columns,
    rows,
    facts: [...indicators.values()].flat(),
    columnsOf: (fact) => columnsIn(fact, fact.report),
    columnsIn,
    shapes,
  }
}

/** The categories of a breakdown make up the total of each quarter, or each of them is no more than it. */
function addDivisions(
  builder: SystemBuilder,
  facts: readonly KnownCount[],
  { shape, told }: { shape: Composition; told: PlacesTold },
  columnsFor: (leaves: readonly string[], report: number) => number[],
): void {
  const lists = new Map<string, { fact: KnownCount; part: string; time: string; categories: Map<string, string> }>()
  for (const fact of facts) {
    if (fact.breakdown === null || fact.place !== null) continue
    for (const part of leafPartsOf(fact))
      for (const time of timesOf(fact, shape)) {
        const name = [fact.report, fact.breakdown, part, time].join('|')
        const list = lists.get(name) ?? { fact, part, time, categories: new Map<string, string>() }
        lists.set(name, list)
        list.categories.set(fact.category!, categoryAt(fact, part, time))
      }
  }
  for (const { fact, part, time, categories } of lists.values()) {
    const total = columnsFor(totalAt(fact, part, time, shape, told), fact.report)
    const each = [...categories.values()].map((leaf) => columnsFor([leaf], fact.report))
    builder.addDivision(each, total, shape.divisions.get(fact.breakdown!) ?? 'unknown')
  }
}
