import type { Block } from '../blocks.ts'
import { DisjointSets } from '../disjoint-sets.ts'
import { isSmall } from '../problem.ts'
import type { AtomClass, ClassSets } from './classes.ts'
import { isVisible } from './differences.ts'
import type { RowPair } from './group.ts'

/**
 * Pairs of the same figure now and in an earlier publication that differ by 1…k−1, the larger first: its atoms are the same
 * but for corrected versions and for late ones, which stood in nothing earlier; or it has the same id.
 */
export function changedPairs(block: Block, sets: ClassSets, threshold: number): RowPair[] {
  const { rows } = block
  const versions = new Versions(block)
  const rowOfId = new Map(rows.flatMap(({ ids }, row) => ids.map((id) => [id, row] as const)))
  const pairs: RowPair[] = []
  const add = (now: number, before: number) => {
    const larger = rows[now]!.value > rows[before]!.value
    const [outer, inner] = larger ? [now, before] : [before, now]
    if (!isSmall(rows[outer]!.value - rows[inner]!.value, threshold)) return
    if (!isVisible(rows[now]!) || !isVisible(rows[before]!)) return
    // One that holds the other is a difference already.
    if (sets.isWithin(inner, outer)) return
    if (!pairs.some(([a, b]) => a === outer && b === inner)) pairs.push([outer, inner])
  }
  for (const [before, { was, earlier }] of rows.entries()) {
    if (earlier !== 'shown') continue
    for (const id of was) {
      const now = rowOfId.get(id)
      if (now !== undefined && now !== before) add(now, before)
    }
    if (!versions.touch(before)) continue
    for (const [now, { ids, value }] of rows.entries())
      if (ids.length > 0 && Math.abs(value - rows[before]!.value) < threshold && versions.isSame(now, before))
        add(now, before)
  }
  return pairs
}

/** Which atoms are versions of each other. */
class Versions {
  private readonly sets: DisjointSets
  private readonly earlier: ReadonlySet<number>
  private readonly restated: ReadonlySet<number>

  constructor(private readonly block: Block) {
    const { rows, restated, atoms } = block
    this.sets = new DisjointSets(Math.max(...atoms) + 1)
    for (const pair of restated) this.sets.join(pair)
    this.restated = new Set(restated.flat())
    const before = rows.filter(({ earlier }) => earlier !== null)
    this.earlier = new Set(restated.length === 0 ? [] : before.flatMap((row) => this.lineages(row.atoms)))
  }

  /** Whether some of the row was restated. */
  touch(row: number): boolean {
    return this.restated.size > 0 && this.block.rows[row]!.atoms.some((atom) => this.restated.has(atom))
  }

  isSame(now: number, before: number): boolean {
    if (now === before || !this.touch(now)) return false
    const [is, was] = [now, before].map((row) => new Set(this.lineages(this.block.rows[row]!.atoms)))
    for (const lineage of was!) if (!is!.has(lineage)) return false
    for (const lineage of is!) if (!was!.has(lineage) && this.earlier.has(lineage)) return false
    return true
  }

  private lineages(atoms: Int32Array): number[] {
    return Array.from(atoms, (atom) => this.sets.find(atom))
  }
}

/**
 * Classes of corrected atoms with a class of what they were before, where these are the same atoms in another version (and
 * late ones): the finest that was corrected, as positions in the list of classes.
 */
export function correctedClasses(
  block: Block,
  classes: readonly AtomClass[],
): (readonly [now: number, before: number])[] {
  if (block.restated.length === 0) return []
  const isNow = classes.map(({ rows }) => rows.some((row) => block.rows[row]!.ids.length > 0))
  const classOf = new Map(classes.flatMap(({ atoms }, index) => atoms.map((atom) => [atom, index] as const)))
  const versions = new Map<number, number[]>()
  const sets = new DisjointSets(Math.max(...block.atoms) + 1)
  for (const pair of block.restated) sets.join(pair)
  for (const atom of new Set(block.restated.flat())) {
    const root = sets.find(atom)
    versions.set(root, [...(versions.get(root) ?? []), atom])
  }
  const links = new Map<string, readonly [number, number]>()
  for (const atoms of versions.values()) {
    const known = atoms.flatMap((atom) => classOf.get(atom) ?? [])
    for (const now of known.filter((index) => isNow[index]))
      for (const before of known.filter((index) => !isNow[index])) links.set(`${now},${before}`, [now, before])
  }
  const lineages = (index: number) => new Set(classes[index]!.atoms.map((atom) => sets.find(atom)))
  return [...links.values()].filter(([now, before]) => {
    const is = lineages(now)
    const was = lineages(before)
    const corrected = [...is].filter((lineage) => (versions.get(lineage)?.length ?? 0) > 1)
    return [...was].every((lineage) => is.has(lineage)) && corrected.every((lineage) => was.has(lineage))
  })
}
