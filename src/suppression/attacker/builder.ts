import { type AtomColumn, bestSplit, factorise, merge, sharedRows, without } from './columns.ts'
import type { Decomposition, Factor, Structure } from './structure.ts'

/** Whole numbers >= 0 that stand for the atoms of a block, and what rows are in terms of them. */
export interface Unknowns {
  unknowns: number
  /** Of each row of the block, and then of each probe: the unknowns it sums. */
  terms: readonly (readonly number[])[]
  /** Pairs of lists of unknowns with equal sums. */
  ties: readonly (readonly [readonly number[], readonly number[]])[]
  /** The true value of each unknown. */
  truth: readonly number[]
}

/** Columns taken apart, and the unknowns whose sum is the number of units in all of them. */
interface Built {
  units: readonly number[]
  structure: Structure
}

/** The factors of a cross, and the unknowns whose sum is its total. */
interface BuiltCross {
  factors: Factor[]
  total: readonly number[]
}

/** Gathers unknowns, and which of them each row sums. */
export class Builder {
  private readonly terms: number[][]
  private readonly ties: [readonly number[], readonly number[]][] = []
  private readonly truth: number[] = []

  constructor(rowCount: number) {
    this.terms = Array.from({ length: rowCount }, () => [])
  }

  done(): Unknowns {
    return { unknowns: this.truth.length, terms: this.terms, ties: this.ties, truth: this.truth }
  }

  /** Adds the unknowns for distinct columns. */
  columns(columns: readonly AtomColumn[]): Built {
    const shared = sharedRows(columns)
    const rest = shared.length > 0 ? merge(without(columns, shared)) : columns
    const { units, inner } = this.separately(rest)
    for (const row of shared) this.terms[row]!.push(...units)
    return { units, structure: { ...inner, shared: new Set(shared) } }
  }

  /** Factors whose members are all paired with each other. */
  product(factors: readonly (readonly AtomColumn[])[]): BuiltCross {
    const built = factors.map((factor) => this.columns(factor))
    const total = this.tie(built.map(({ units }) => units))
    const rowsOf = (factor: readonly AtomColumn[]) => new Set(factor.flatMap(({ rows }) => rows))
    return {
      factors: built.map(({ structure }, at) => ({ rows: rowsOf(factors[at]!), structure })),
      total,
    }
  }

  /**
   * Adds the unknowns of margins. A margin counts as a row that its columns have been given already: its members are
   * together as many as these.
   * @param first number of the row that the first of them counts as
   */
  margins(margins: readonly (readonly AtomColumn[])[], first: number): Structure[] {
    const built = margins.map((members) => this.columns(members))
    const equal = new Map<string, (readonly number[])[]>()
    for (const [nth, { units }] of built.entries()) {
      const whole = this.terms[first + nth]!
      const known = equal.get(whole.join()) ?? [whole]
      equal.set(whole.join(), [...known, units])
    }
    for (const lists of equal.values()) this.tie(lists)
    return built.map(({ structure }) => structure)
  }

  /** The shortest of these lists of unknowns, and that the others come to the same. */
  private tie(lists: readonly (readonly number[])[]): readonly number[] {
    const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length)
    for (const other of others) this.ties.push([other, shortest!])
    return shortest!
  }

  private separately(columns: readonly AtomColumn[]): { units: readonly number[]; inner: Decomposition } {
    const factors = factorise(columns)
    if (factors.length > 1) {
      const cross = this.product(factors)
      return { units: cross.total, inner: { kind: 'product', ...cross } }
    }
    const split = bestSplit(columns)
    if (split) {
      const [within, outside] = [this.columns(split.within), this.columns(split.outside)]
      const inner: Decomposition = {
        kind: 'split',
        row: split.row,
        within: within.structure,
        outside: outside.structure,
      }
      return { units: [...within.units, ...outside.units], inner }
    }
    const unknowns = new Map<string, number>()
    for (const { rows, count } of columns) {
      const unknown = this.truth.push(count) - 1
      unknowns.set(rows.join(), unknown)
      for (const row of rows) this.terms[row]!.push(unknown)
    }
    return { units: [...unknowns.values()], inner: { kind: 'columns', unknowns } }
  }
}
