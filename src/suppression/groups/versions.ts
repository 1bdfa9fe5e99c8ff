import type { Block } from '../blocks.ts'
import { DisjointSets } from '../disjoint-sets.ts'

/** Which atoms are versions of each other: those of one lineage, which goes by one of its atoms. */
export class Versions {
  private readonly sets: DisjointSets
  /** Lineages of what earlier publications summed. */
  private readonly earlier: ReadonlySet<number>
  private readonly restated: ReadonlySet<number>

  constructor(private readonly block: Block) {
    const { rows, restated, atoms } = block
    // Positions run over all blocks: where nothing was restated, nothing is kept for them.
    const size = restated.length === 0 ? 0 : atoms.at(-1)! + 1
    this.sets = new DisjointSets(size)
    for (const pair of restated) this.sets.join(pair)
    this.restated = new Set(restated.flat())
    const before = size === 0 ? [] : rows.filter(({ earlier }) => earlier !== null)
    this.earlier = new Set(before.flatMap((row) => [...this.lineages(row.atoms)]))
  }

  /** The atoms that were restated, by lineage. */
  get corrected(): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, number[]>()
    for (const atom of this.restated) {
      const lineage = this.sets.find(atom)
      found.set(lineage, [...(found.get(lineage) ?? []), atom])
    }
    return found
  }

  /** Whether some of the row was restated. */
  touch(row: number): boolean {
    return this.restated.size > 0 && this.block.rows[row]!.atoms.some((atom) => this.restated.has(atom))
  }

  isSame(now: number, before: number): boolean {
    if (now === before || !this.touch(now)) return false
    const is = this.lineages(this.block.rows[now]!.atoms)
    const was = this.lineages(this.block.rows[before]!.atoms)
    for (const lineage of was) if (!is.has(lineage)) return false
    for (const lineage of is) if (!was.has(lineage) && this.earlier.has(lineage)) return false
    return true
  }

  isIn(lineages: ReadonlySet<number>, atom: number): boolean {
    return lineages.has(this.sets.find(atom))
  }

  lineages(atoms: Int32Array | readonly number[]): ReadonlySet<number> {
    const found = new Set<number>()
    for (const atom of atoms) found.add(this.sets.find(atom))
    return found
  }
}
