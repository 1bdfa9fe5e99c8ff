import type { Block } from '../blocks.ts'
import type { Range } from '../groups/group.ts'
import { Builder, type Unknowns } from './builder.ts'
import { type AtomColumn, merge } from './columns.ts'
import { type CrossPlace, crossesOf } from './crosses.ts'
import { columnRange, crossRange, unitsIn } from './structure.ts'

/**
 * The unknowns of a block, as few as an exact argument allows. Every unknown is a whole number >= 0; the sums that rows
 * can take over them are exactly those they can take over the atoms.
 */
export interface Presolved extends Unknowns {
  /** From what to what atoms of equal rows may go together while all unknowns stay as they are; null = not found out. */
  range: (atoms: readonly number[]) => Range | null
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
export function presolve(block: Block, counts: readonly number[], probes: readonly Int32Array[] = []): Presolved {
  const rowsOf = new Map<number, number[]>(block.atoms.map((atom) => [atom, []]))
  const sums = [...block.rows.map((row) => row.atoms), ...probes]
  for (const [index, atoms] of sums.entries()) for (const atom of atoms) rowsOf.get(atom)!.push(index)
  const column = (atom: number): AtomColumn => ({ rows: rowsOf.get(atom)!, count: counts[atom]! })
  const builder = new Builder(sums.length)
  const tied = new Set(block.sameTotal.flat(2))
  const untied = block.atoms.filter((atom) => !tied.has(atom)).map(column)
  const free = untied.length > 0 ? builder.columns(merge(untied)).structure : null
  const { crosses, placeOf } = crossesOf(block.sameTotal, column)
  const products = crosses.map((factors) => builder.product(factors))
  const solved = builder.done()
  const rangeIn = ({ cross, front, list, shared }: CrossPlace, rows: readonly number[]): Range => {
    const { factors, total } = products[cross]!
    const rest = rows.filter((row) => !shared.includes(row))
    const margins = [columnRange(factors[0]!.structure, front, solved.truth)]
    margins.push(columnRange(factors[list + 1]!.structure, rest, solved.truth))
    return crossRange(margins, unitsIn(total, solved.truth))
  }
  const range = (atoms: readonly number[]): Range | null => {
    const rows = rowsOf.get(atoms[0]!)!
    const places = new Map(
      atoms.flatMap((atom) => {
        const place = placeOf.get(atom)
        return place ? [[`${place.cross}/${place.front.join()}/${place.list}`, place] as const] : []
      }),
    )
    // Two cells of one cross depend on each other.
    if (new Set([...places.values()].map(({ cross }) => cross)).size < places.size) return null
    const ranges = [...places.values()].map((place) => rangeIn(place, rows))
    if (free && atoms.some((atom) => !tied.has(atom))) ranges.push(columnRange(free, rows, solved.truth))
    return ranges.reduce<Range>(([low, high], one) => [low + one[0], high + one[1]], [0, 0])
  }
  return { ...solved, range }
}
