import { DisjointSets } from '../disjoint-sets.ts'

/** An atom, or several that stand in the same rows: which rows, and the true count. */
export interface AtomColumn {
  rows: readonly number[]
  count: number
}

/** The finest factors of which the distinct columns are the full cross; one factor when there are none. */
export function factorise(columns: readonly AtomColumn[]): AtomColumn[][] {
  const groups = dependentRows(columns)
  if (groups.length < 2) return [[...columns]]
  const factors = groups.map((group) => merge(within(columns, group)))
  const pairs = factors.reduce((product, factor) => product * factor.length, 1)
  return pairs === columns.length ? factors : [[...columns]]
}

/** Rows fall into one group when knowing that a column is in one of them says something about the other. */
function dependentRows(columns: readonly AtomColumn[]): number[][] {
  const { rows, both } = countPairs(columns)
  const size = rows.length
  const sets = new DisjointSets(size)
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) {
      const [inA, inB, inBoth] = [both[a * size + a]!, both[b * size + b]!, both[a * size + b]!]
      const independent = inBoth > 0 && inA > inBoth && inB > inBoth && columns.length > inA + inB - inBoth
      if (!independent) sets.join([a, b])
    }
  const groups = new Map<number, number[]>()
  for (const [index, row] of rows.entries()) {
    const group = groups.get(sets.find(index))
    if (group) group.push(row)
    else groups.set(sets.find(index), [row])
  }
  return [...groups.values()]
}

/** How many columns stand in each row and in each pair of rows. */
function countPairs(columns: readonly AtomColumn[]): { rows: number[]; both: Int32Array } {
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

/** Columns within one row and those outside it. */
export interface ColumnSplit {
  row: number
  within: AtomColumn[]
  outside: AtomColumn[]
}

/** By the row that leaves the fewest unknowns; null if none helps. */
export function bestSplit(columns: readonly AtomColumn[]): ColumnSplit | null {
  if (columns.length < 4) return null
  let best: ColumnSplit | null = null
  let fewest = columns.length
  for (const row of splitRows(columns)) {
    const split: ColumnSplit = { row, within: [], outside: [] }
    for (const column of columns) split[column.rows.includes(row) ? 'within' : 'outside'].push(column)
    const unknowns = estimate(split.within) + estimate(split.outside)
    if (unknowns < fewest) [best, fewest] = [split, unknowns]
  }
  return best
}

/** The rows that cut the columns most evenly, one for each different cut. */
function splitRows(columns: readonly AtomColumn[]): number[] {
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

function estimate(columns: readonly AtomColumn[]): number {
  const rest = merge(without(columns, sharedRows(columns)))
  return factorise(rest).reduce((sum, factor) => sum + factor.length, 0)
}

export function sharedRows(columns: readonly AtomColumn[]): number[] {
  const seen = new Map<number, number>()
  for (const column of columns) for (const row of column.rows) seen.set(row, (seen.get(row) ?? 0) + 1)
  return [...seen].filter(([, times]) => times === columns.length).map(([row]) => row)
}

export function without(columns: readonly AtomColumn[], rows: readonly number[]): AtomColumn[] {
  const out = new Set(rows)
  return columns.map((column) => ({ ...column, rows: column.rows.filter((row) => !out.has(row)) }))
}

function within(columns: readonly AtomColumn[], rows: readonly number[]): AtomColumn[] {
  const kept = new Set(rows)
  return columns.map((column) => ({ ...column, rows: column.rows.filter((row) => kept.has(row)) }))
}

/** Columns of the same rows become one, in a fixed order. */
export function merge(columns: readonly AtomColumn[]): AtomColumn[] {
  const merged = new Map<string, AtomColumn>()
  for (const { rows, count } of columns) {
    const key = rows.join()
    const found = merged.get(key)
    merged.set(key, { rows, count: count + (found?.count ?? 0) })
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column)
}
