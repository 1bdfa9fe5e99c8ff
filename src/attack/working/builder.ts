import type { Division } from './composition.ts'
import type { KnownCount } from './known-count.ts'

/** A sum of columns that lies between two bounds; `fact`: what says so, null where it follows from what figures are. */
export type SystemRow = {
  columns: number[]
  weights: number[]
  lower: number
  upper: number
  fact: KnownCount | null
}

/** Above every count of people that a project hides; programs have to be bounded. Of what is counted by the million, twice the largest. */
const USUAL_MOST = 1e7

/** Above every count there can be behind some figures. */
export function aboveEvery(facts: Iterable<Pick<KnownCount, 'shown'>>): number {
  let most = USUAL_MOST
  for (const { shown } of facts) most = Math.max(most, 2 * (shown ?? 0))
  return most
}

/** Unknowns by name, and what is said of sums of them, each thing once. */
export class SystemBuilder {
  readonly rows: SystemRow[] = []
  private readonly names = new Map<string, number>()
  private readonly divided = new Set<string>()

  /** @param most above every count there can be */
  constructor(readonly most: number) {}

  get columns(): number {
    return this.names.size
  }

  column(name: string): number {
    const known = this.names.get(name)
    if (known !== undefined) return known
    this.names.set(name, this.names.size)
    return this.names.size - 1
  }

  /** A number is the sum; what is hidden is not nothing, unless it is only a side of a ratio that went with the other. */
  addFact(fact: KnownCount, columns: number[]): void {
    const least = fact.part === 'numerator' ? 0 : 1
    const [lower, upper] = fact.shown === null ? [least, this.most] : [fact.shown, fact.shown]
    this.rows.push({ columns, weights: columns.map(() => 1), lower, upper, fact })
  }

  /** @param each the unknowns of every category of one quarter; `part`: of some of those that make up the total */
  addDivision(each: readonly number[][], total: readonly number[], division: Division | 'part'): void {
    const name = JSON.stringify([each, total])
    if (this.divided.has(name)) return
    this.divided.add(name)
    const all = each.flat()
    if (division === 'partition') this.addDifference(all, total, 0, 0)
    if (division === 'part') this.addDifference(all, total, -this.most, 0)
    // Everybody stands in one row at least.
    if (division === 'overlapping') this.addDifference(all, total, 0, this.most)
    if (division === 'overlapping' || division === 'unknown')
      for (const one of each) this.addDifference(one, total, -this.most, 0)
  }

  /** What stands under the values of one indicator is what the other counts. */
  addEqual(one: readonly number[], other: readonly number[]): void {
    const name = JSON.stringify([one, other])
    if (this.divided.has(name)) return
    this.divided.add(name)
    this.addDifference(one, other, 0, 0)
  }

  private addDifference(plus: readonly number[], minus: readonly number[], lower: number, upper: number): void {
    const weights = [...plus.map(() => 1), ...minus.map(() => -1)]
    this.rows.push({ columns: [...plus, ...minus], weights, lower, upper, fact: null })
  }
}
