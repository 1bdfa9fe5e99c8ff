import type { Part } from '../rows.ts'

/**
 * The unknowns of a part, as few as an exact argument allows. Every unknown is a whole number >= 0; the sums that rows
 * can take over them are exactly those they can take over the atoms.
 */
export interface Condensed {
  unknowns: number
  /** Of each row of the part: the unknowns it sums. */
  terms: readonly (readonly number[])[]
  /** Pairs of lists of unknowns with equal sums. */
  ties: readonly (readonly [readonly number[], readonly number[]])[]
  /** The true value of each unknown. */
  truth: readonly number[]
}

/** An atom, or several that stand in the same rows: which rows, and the true count. */
interface Column {
  rows: readonly number[]
  count: number
}

/**
 * Three exact steps, used over and over:
 *
 * 1. Atoms of the same rows are one unknown: their sum can be any whole number >= 0, and no row tells them apart.
 * 2. A full cross of independent breakdowns is as good as its margins: if the columns are all pairs of A × B, then sums
 *    over the pairs can be exactly what sums over a count for each of A and for each of B can be, given that both come
 *    to the same total, since whole margins of equal total always have a whole table (the north-west corner rule).
 * 3. Columns may be split in any way into two lots that are condensed apart, for a row sums over both.
 *
 * So three years of 5 provinces × 4 quarters × 4 sexes × 6 ages × 8 forms are 81 unknowns and not 11,520, as long as
 * what is published crosses each with the year only.
 */
export function condense(part: Part, counts: readonly number[]): Condensed {
  const rowsOf = new Map<number, number[]>(part.atoms.map((atom) => [atom, []]))
  for (const [index, row] of part.rows.entries()) for (const atom of row.atoms) rowsOf.get(atom)!.push(index)
  const column = (atom: number): Column => ({ rows: rowsOf.get(atom)!, count: counts[atom]! })
  const build = new Build(part.rows.length)
  const tied = new Set(part.sameTotal.flat(2))
  const free = part.atoms.filter((atom) => !tied.has(atom)).map(column)
  if (free.length > 0) build.columns(merge(free))
  for (const product of mergeProducts(part.sameTotal.map((lists) => lists.map((list) => list.map(column)))))
    build.product(product)
  return build.done()
}

/**
 * Lists of one total are a cross (any pairing of their members is possible). What all members of a list share is taken
 * out in front, so that totals whose lists differ in nothing else fall together into one cross.
 */
function mergeProducts(groups: readonly (readonly (readonly Column[])[])[]): Column[][][] {
  const products = new Map<string, { fronts: Column[]; lists: Column[][] }>()
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

class Build {
  private readonly terms: number[][]
  private readonly ties: [number[], number[]][] = []
  private readonly truth: number[] = []

  constructor(rowCount: number) {
    this.terms = Array.from({ length: rowCount }, () => [])
  }

  done(): Condensed {
    return { unknowns: this.truth.length, terms: this.terms, ties: this.ties, truth: this.truth }
  }

  /** Adds the unknowns for distinct columns and returns those whose sum is the number of units in all of them. */
  columns(columns: readonly Column[]): number[] {
    const shared = sharedRows(columns)
    const rest = shared.length > 0 ? merge(without(columns, shared)) : columns
    const units = this.apart(rest)
    for (const row of shared) this.terms[row]!.push(...units)
    return units
  }

  /** Factors whose members are all paired with each other. */
  product(factors: readonly (readonly Column[])[]): number[] {
    const units = factors.map((factor) => this.columns(factor)).sort((a, b) => a.length - b.length)
    for (const other of units.slice(1)) this.ties.push([other, units[0]!])
    return units[0]!
  }

  private apart(columns: readonly Column[]): number[] {
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

/** The finest factors of which the distinct columns are the full cross; one factor when there are none. */
function factorise(columns: readonly Column[]): Column[][] {
  const blocks = independentBlocks(columns)
  if (blocks.length < 2) return [[...columns]]
  const factors = blocks.map((block) => merge(within(columns, block)))
  const pairs = factors.reduce((product, factor) => product * factor.length, 1)
  return pairs === columns.length ? factors : [[...columns]]
}

/** Rows fall into one block when knowing that a column is in one of them says something about the other. */
function independentBlocks(columns: readonly Column[]): number[][] {
  const { rows, both } = countPairs(columns)
  const size = rows.length
  const leader = rows.map((_, index) => index)
  const lead = (index: number): number => (leader[index] === index ? index : lead(leader[index]!))
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) {
      const [inA, inB, inBoth] = [both[a * size + a]!, both[b * size + b]!, both[a * size + b]!]
      const independent = inBoth > 0 && inA > inBoth && inB > inBoth && columns.length > inA + inB - inBoth
      if (!independent) leader[lead(b)] = lead(a)
    }
  const blocks = new Map<number, number[]>()
  for (const [index, row] of rows.entries()) {
    const block = blocks.get(lead(index))
    if (block) block.push(row)
    else blocks.set(lead(index), [row])
  }
  return [...blocks.values()]
}

/** How many columns stand in each row and in each pair of rows. */
function countPairs(columns: readonly Column[]): { rows: number[]; both: Int32Array } {
  const rows = [...new Set(columns.flatMap((column) => column.rows))].sort((a, b) => a - b)
  const place = new Map(rows.map((row, index) => [row, index]))
  const both = new Int32Array(rows.length * rows.length)
  for (const column of columns) {
    const places = column.rows.map((row) => place.get(row)!)
    for (let a = 0; a < places.length; a++)
      for (let b = a; b < places.length; b++) both[places[a]! * rows.length + places[b]!]! += 1
  }
  return { rows, both }
}

const SPLITS_TRIED = 12

/** The columns within one row and those outside it, for the row that leaves the fewest unknowns; null if none helps. */
function bestSplit(columns: readonly Column[]): [Column[], Column[]] | null {
  if (columns.length < 4) return null
  let best: [Column[], Column[]] | null = null
  let fewest = columns.length
  for (const row of splitRows(columns)) {
    const halves: [Column[], Column[]] = [[], []]
    for (const column of columns) halves[column.rows.includes(row) ? 0 : 1].push(column)
    const unknowns = estimate(halves[0]) + estimate(halves[1])
    if (unknowns < fewest) [best, fewest] = [halves, unknowns]
  }
  return best
}

/** The rows that cut the columns most evenly, one for each different cut. */
function splitRows(columns: readonly Column[]): number[] {
  const { rows, both } = countPairs(columns)
  const size = rows.length
  const evenness = (index: number) => Math.abs(both[index * size + index]! * 2 - columns.length)
  const order = rows.map((_, index) => index).sort((a, b) => evenness(a) - evenness(b) || a - b)
  const distinct: number[] = []
  for (const index of order) {
    if (distinct.length === SPLITS_TRIED) break
    const count = both[index * size + index]
    const twin = distinct.some(
      (other) =>
        both[other * size + other] === count && both[Math.min(index, other) * size + Math.max(index, other)] === count,
    )
    if (!twin) distinct.push(index)
  }
  return distinct.map((index) => rows[index]!)
}

function estimate(columns: readonly Column[]): number {
  const rest = merge(without(columns, sharedRows(columns)))
  return factorise(rest).reduce((sum, factor) => sum + factor.length, 0)
}

function sharedRows(columns: readonly Column[]): number[] {
  const seen = new Map<number, number>()
  for (const column of columns) for (const row of column.rows) seen.set(row, (seen.get(row) ?? 0) + 1)
  return [...seen].filter(([, times]) => times === columns.length).map(([row]) => row)
}

function without(columns: readonly Column[], rows: readonly number[]): Column[] {
  const out = new Set(rows)
  return columns.map((column) => ({ ...column, rows: column.rows.filter((row) => !out.has(row)) }))
}

function within(columns: readonly Column[], rows: readonly number[]): Column[] {
  const kept = new Set(rows)
  return columns.map((column) => ({ ...column, rows: column.rows.filter((row) => kept.has(row)) }))
}

/** Columns of the same rows become one, in a fixed order. */
function merge(columns: readonly Column[]): Column[] {
  const merged = new Map<string, { rows: readonly number[]; count: number }>()
  for (const { rows, count } of columns) {
    const key = rows.join()
    const found = merged.get(key)
    if (found) found.count += count
    else merged.set(key, { rows, count })
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column)
}
