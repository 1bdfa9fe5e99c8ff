import type { Block } from '../blocks.ts'
import type { Range } from '../groups/group.ts'
import { Builder, type Unknowns } from './builder.ts'
import { type AtomColumn, merge } from './columns.ts'
import { columnRange, crossRange, type Structure, unitsIn } from './structure.ts'
import { type TotalPlace, totalColumns } from './totals.ts'

/**
 * The unknowns of a block, as few as an exact argument allows. Every unknown is a whole number >= 0; the sums that rows
 * can take over them are exactly those they can take over the atoms.
 */
export interface Presolved extends Unknowns {
  /** From what to what atoms of equal rows may go together while all unknowns stay as they are; null = not found out. */
  range: (atoms: readonly number[]) => Range | null
}

/**
 * Four exact steps, used over and over:
 *
 * 1. Atoms of the same rows are one unknown: their sum can be any whole number >= 0, and no row tells them apart.
 * 2. A full cross of independent breakdowns is as good as its margins: if the columns are all pairs of A × B, then sums
 *    over the pairs can be exactly what sums over a count for each of A and for each of B can be, given that both come
 *    to the same total, since whole margins of equal total always have a whole table (the north-west corner rule).
 * 3. Columns may be split in any way into two lots that are presolved apart, for a row sums over both.
 * 4. Of lists of one total, such as sexes and forms of exploitation, or what stands under a ratio, margins are left (`totals.ts`).
 *
 * Lists that come to the same without being totals of their own (`equal`) are rows as all others, and a tie between them.
 *
 * So three years of 5 provinces × 4 quarters × 4 sexes × 6 ages × 8 forms are 81 unknowns and not 11,520, as long as
 * what is published crosses each with the year only.
 */
export function presolve(block: Block, counts: readonly number[], probes: readonly Int32Array[] = []): Presolved {
  const rowsOf = new Map<number, number[]>(block.atoms.map((atom) => [atom, []]))
  const asked = [...block.rows.map((row) => row.atoms), ...probes]
  const sums = [...asked, ...block.equal.flat()]
  for (const [index, atoms] of sums.entries()) for (const atom of atoms) rowsOf.get(atom)!.push(index)
  const column = (atom: number): AtomColumn => ({ rows: rowsOf.get(atom)!, count: counts[atom]! })
  const { groups, margins, placeOf } = totalColumns(block.sameTotal, column, sums.length)
  const builder = new Builder(sums.length + margins.length)
  const untied = block.atoms.filter((atom) => !placeOf.has(atom)).map(column)
  const free = untied.length > 0 ? builder.columns(merge(untied)).structure : null
  const groupOf = groups.map((columns) => builder.columns(columns).structure)
  const marginOf = builder.margins(margins, sums.length)
  const { terms, ...solved } = builder.done()
  const ties = [
    ...solved.ties,
    ...block.equal.map((_, nth) => {
      const at = asked.length + 2 * nth
      return [terms[at]!, terms[at + 1]!] as const
    }),
  ]
  const { truth } = solved
  const rangeAt = ({ group, total, own, margin }: TotalPlace): Range => {
    if (own) return columnRange(groupOf[group]!, own, truth)
    const whole = totalRange(total, groups[group]!, groupOf[group]!, truth)
    if (!margin) return whole
    const member = columnRange(marginOf[margin.nth]!, margin.rows, truth)
    return crossRange([whole, member], unitsIn(terms[sums.length + margin.nth]!, truth))
  }
  const range = (atoms: readonly number[]): Range | null => {
    const places = new Map(
      atoms.flatMap((atom) => {
        const place = placeOf.get(atom)
        return place ? [[JSON.stringify([place.total, place.own, place.margin]), place] as const] : []
      }),
    )
    // Two parts of one group, or of one margin, depend on each other.
    const list = [...places.values()]
    if (new Set(list.map(({ group }) => group)).size < list.length) return null
    const nths = list.flatMap(({ margin }) => margin?.nth ?? [])
    if (new Set(nths).size < nths.length) return null
    const ranges = list.map(rangeAt)
    const alone = new Map(atoms.flatMap((atom) => (placeOf.has(atom) ? [] : [[rowsOf.get(atom)!.join(), atom]])))
    // Lists that come to the same may tell atoms apart that no row does.
    if (alone.size > 1) return null
    for (const atom of alone.values()) ranges.push(columnRange(free!, rowsOf.get(atom)!, truth))
    return ranges.reduce<Range>(([low, high], one) => [low + one[0], high + one[1]], [0, 0])
  }
  return { ...solved, ties, terms: terms.slice(0, asked.length), range }
}

/** Of a total that is made of these columns. Several may depend on each other, and what they are is possible all the same. */
function totalRange(
  total: readonly (readonly number[])[],
  columns: readonly AtomColumn[],
  structure: Structure,
  truth: readonly number[],
): Range {
  if (total.length === 1) return columnRange(structure, total[0]!, truth)
  const keys = new Set(total.map((rows) => rows.join()))
  const count = columns.reduce((sum, one) => sum + (keys.has(one.rows.join()) ? one.count : 0), 0)
  return [count, count]
}
