import type { Block } from '../blocks.ts'
import { type AtomColumn, bestSplit, factorise, merge, sharedRows, without } from './columns.ts'

/**
 * The unknowns of a block, as few as an exact argument allows. Every unknown is a whole number >= 0; the sums that rows
 * can take over them are exactly those they can take over the atoms.
 */
export interface Presolved {
  unknowns: number
  /** Of each row of the block: the unknowns it sums. */
  terms: readonly (readonly number[])[]
  /** Pairs of lists of unknowns with equal sums. */
  ties: readonly (readonly [readonly number[], readonly number[]])[]
  /** The true value of each unknown. */
  truth: readonly number[]
}

/**
 * Three exact steps, used over and over:
 *
 * 1. Atoms of the same rows are one unknown: their sum can be any whole number >= 0, and no row tells them apart.
 * 2. A full cross of independent breakdowns is as good as its margins: if the columns are all pairs of A × B, then sums
 *    over the pairs can be exactly what sums over a count for each of A and for each of B can be, given that both come
 *    to the same total, since whole margins of equal total always have a whole table (the north-west corner rule).
 * 3. Columns may be split in any way into two lots that are presolved apart, for a row sums over both.
 *
 * So three years of 5 provinces × 4 quarters × 4 sexes × 6 ages × 8 forms are 81 unknowns and not 11,520, as long as
 * what is published crosses each with the year only.
 */
export function presolve(block: Block, counts: readonly number[]): Presolved {
  const rowsOf = new Map<number, number[]>(block.atoms.map((atom) => [atom, []]))
  for (const [index, row] of block.rows.entries()) for (const atom of row.atoms) rowsOf.get(atom)!.push(index)
  const column = (atom: number): AtomColumn => ({ rows: rowsOf.get(atom)!, count: counts[atom]! })
  const builder = new Builder(block.rows.length)
  const tied = new Set(block.sameTotal.flat(2))
  const free = block.atoms.filter((atom) => !tied.has(atom)).map(column)
  if (free.length > 0) builder.columns(merge(free))
  for (const product of mergeProducts(block.sameTotal.map((lists) => lists.map((list) => list.map(column)))))
    builder.product(product)
  return builder.done()
}

/**
 * Lists of one total are a cross (any pairing of their members is possible). What all members of a list share is taken
 * out in front, so that totals whose lists differ in nothing else fall together into one cross.
 */
function mergeProducts(groups: readonly (readonly (readonly AtomColumn[])[])[]): AtomColumn[][][] {
  const products = new Map<string, { fronts: AtomColumn[]; lists: AtomColumn[][] }>()
  for (const lists of groups) {
    const total = lists[0]!.reduce((sum, column) => sum + column.count, 0)
    const shared = lists.map(sharedRows)
    const front = { rows: shared.flat().sort((a, b) => a - b), count: total }
    const rests = lists.map((list, index) => merge(without(list, shared[index]!)))
    const key = rests.map((rest) => rest.map(({ rows }) => rows.join()).join(';')).join('|')
    const found = products.get(key)
    if (found) {
      found.fronts.push(front)
      found.lists = found.lists.map((list, index) => merge([...list, ...rests[index]!]))
    } else products.set(key, { fronts: [front], lists: rests })
  }
  return [...products.values()].map(({ fronts, lists }) => [merge(fronts), ...lists])
}

class Builder {
  private readonly terms: number[][]
  private readonly ties: [number[], number[]][] = []
  private readonly truth: number[] = []

  constructor(rowCount: number) {
    this.terms = Array.from({ length: rowCount }, () => [])
  }

  done(): Presolved {
    return { unknowns: this.truth.length, terms: this.terms, ties: this.ties, truth: this.truth }
  }

  /** Adds the unknowns for distinct columns and returns those whose sum is the number of units in all of them. */
  columns(columns: readonly AtomColumn[]): number[] {
    const shared = sharedRows(columns)
    const rest = shared.length > 0 ? merge(without(columns, shared)) : columns
    const units = this.separately(rest)
    for (const row of shared) this.terms[row]!.push(...units)
    return units
  }

  /** Factors whose members are all paired with each other. */
  product(factors: readonly (readonly AtomColumn[])[]): number[] {
    const units = factors.map((factor) => this.columns(factor)).sort((a, b) => a.length - b.length)
    for (const other of units.slice(1)) this.ties.push([other, units[0]!])
    return units[0]!
  }

  private separately(columns: readonly AtomColumn[]): number[] {
    const factors = factorise(columns)
    if (factors.length > 1) return this.product(factors)
    const halves = bestSplit(columns)
    if (halves) return halves.flatMap((half) => this.columns(half))
    return columns.map(({ rows, count }) => {
      const unknown = this.truth.push(count) - 1
      for (const row of rows) this.terms[row]!.push(unknown)
      return unknown
    })
  }
}
