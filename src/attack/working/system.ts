import type { IssuedReport } from '../read/report.ts'
import { aboveEvery, SystemBuilder, type SystemRow } from './builder.ts'
import { type Composition, compositionOf, timesOf } from './composition.ts'
import { type KnownCount, leafPartsOf } from './known-count.ts'
import { categoryAt, leavesOf, placesTold, undividedAt } from './leaves.ts'
import type { Located } from './located.ts'
import { mergeAlike } from './merge.ts'
import { addRelation } from './relations.ts'
import { versionsIn } from './versions.ts'

/** Everything that is known of some indicators: unknown counts, whole and not negative, and what is said of sums of them. */
export type System = {
  columns: number
  /** Above every count there can be. */
  most: number
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
  const most = aboveEvery([...indicators.values()].flat())
  const builder = new SystemBuilder(most)
  const located = new Map<string, Located>()
  for (const [indicator, facts] of indicators) {
    const one = locate(builder, indicator, facts, reports)
    located.set(indicator, one)
    for (const fact of facts) builder.addFact(fact, one.columnsFor(one.leavesOf(fact), fact.report))
    addDivisions(builder, one)
  }
  for (const { indicator, counted } of reports.flatMap(({ relations }) => relations)) {
    const [under, over] = [located.get(indicator), located.get(counted)]
    if (under && over) addRelation(builder, under, over)
  }
  const { columns, rows, mergedOf } = mergeAlike(builder.columns, builder.rows)
  const columnsIn = (fact: KnownCount, report: number) => {
    const { leavesOf, columnsFor } = located.get(fact.indicator)!
    return mergedOf(columnsFor(leavesOf(fact), report))
  }
  return {
    columns,
    most,
    rows,
    facts: [...indicators.values()].flat(),
    columnsOf: (fact) => columnsIn(fact, fact.report),
    columnsIn,
    shapes: new Map([...located].map(([indicator, { shape }]) => [indicator, shape])),
  }
}

function locate(
  builder: SystemBuilder,
  indicator: string,
  facts: readonly KnownCount[],
  reports: readonly IssuedReport[],
): Located {
  const shape = compositionOf(indicator, facts, reports)
  const told = placesTold(facts, shape)
  const leaves = new Map(facts.map((fact) => [fact, leavesOf(fact, shape, told)]))
  const known = {
    leavesOf: (fact: KnownCount) => leaves.get(fact)!,
    timesOf: (fact: KnownCount) => timesOf(fact, shape),
  }
  const version = versionsIn(facts, known, reports, indicator)
  const columnsFor = (names: Iterable<string>, report: number) =>
    Array.from(names, (name) => builder.column(`${name}@${version(name, report)}`))
  return { facts, shape, told, leavesOf: known.leavesOf, columnsFor }
}

/** The categories of a breakdown make up the total of each quarter, or are no more than it: together, where some are left out, or each. */
function addDivisions(builder: SystemBuilder, { facts, shape, told, columnsFor }: Located): void {
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
    const total = columnsFor(undividedAt(fact, part, time, shape, told).values(), fact.report)
    const each = [...categories.values()].map((leaf) => columnsFor([leaf], fact.report))
    const division = shape.divisions.get(fact.breakdown!) ?? 'unknown'
    builder.addDivision(each, total, division === 'partition' && shape.leavesOut.has(fact.report) ? 'part' : division)
  }
}
