import { type Presolved, presolve } from '../attacker/presolve.ts'
import type { Block } from '../blocks.ts'
import { isSmall } from '../problem.ts'
import { type CorrectedPart, changedPairs, correctedClasses, correctedParts } from './changes.ts'
import { type AtomClass, atomClasses, ClassSets } from './classes.ts'
import { nestedPairs } from './differences.ts'
import { type Group, isGivenAway, type RowPair } from './group.ts'
import { Versions } from './versions.ts'

/** The block's unknowns, and the groups in it of 1…k−1 that some choice of suppressed rows might give away. */
export function candidateGroups(
  block: Block,
  counts: readonly number[],
  threshold: number,
): { list: readonly Group[]; presolved: Presolved } {
  const plain = presolve(block, counts)
  // With k = 2 a small group is one person, and that it is one says no more than the rule.
  if (threshold < 3) return { list: [], presolved: plain }
  const classes = atomClasses(block, counts)
  const versions = new Versions(block)
  const sets = new ClassSets(block.rows.length, classes)
  const found = new Collected(block, classes, sets)
  for (const pair of nestedPairs(block, sets, threshold)) found.addPair('difference', pair)
  for (const pair of changedPairs(block, sets, versions, threshold)) found.addPair('change', pair)
  for (const [index, { atoms, count }] of classes.entries()) {
    if (!isSmall(count, threshold)) continue
    const range = plain.range(atoms)
    // What could be otherwise though everything was shown needs no protection.
    if (!range || isGivenAway(range, threshold)) found.addClass(index)
  }
  for (const [now, before] of correctedClasses(block, classes, versions)) found.addCorrection(now, before, threshold)
  for (const part of correctedParts(block, versions)) found.addPart(part, threshold)
  const { list, probes } = found
  return { list, presolved: probes.length === 0 ? plain : presolve(block, counts, probes) }
}

/** Groups, each once, by the classes of atoms that they add and take away. */
class Collected {
  private readonly groups = new Map<string, Group & { pairs: RowPair[] }>()
  private readonly rowOfClasses = new Map<string, number>()
  private readonly probeOfClass = new Map<number, number>()
  private readonly classOf: ReadonlyMap<number, number>
  /** Sums of atoms that are no rows, ascending positions. */
  readonly probes: Int32Array[] = []

  constructor(
    private readonly block: Block,
    private readonly classes: readonly AtomClass[],
    private readonly sets: ClassSets,
  ) {
    this.classOf = new Map(classes.flatMap(({ atoms }, index) => atoms.map((atom) => [atom, index])))
    for (const row of block.rows.keys()) this.rowOfClasses.set(sets.of(row).join(), row)
  }

  get list(): Group[] {
    return [...this.groups.values()]
  }

  addPair(kind: Group['kind'], pair: RowPair): void {
    const [outer, inner] = pair
    const [added, taken] = [this.sets.difference(outer, inner), this.sets.difference(inner, outer)]
    const { rows } = this.block
    const count = rows[outer]!.value - rows[inner]!.value
    this.add({ kind, count, plus: [outer], minus: [inner] }, added, taken)?.pairs.push(pair)
  }

  addClass(index: number): void {
    this.add({ kind: 'finest', count: this.classes[index]!.count, plus: [this.sum(index)], minus: [] }, [index], [])
  }

  addCorrection(now: number, before: number, threshold: number): void {
    this.addChange([now], [before], threshold)
  }

  /** Not where some figure has no more than a part of a class corrected: no figure tells the parts of a class apart. */
  addPart({ now, before }: CorrectedPart, threshold: number): void {
    const [is, was] = [this.classesOf(now), this.classesOf(before)]
    if (is && was) this.addChange(is, was, threshold)
  }

  private addChange(now: readonly number[], before: readonly number[], threshold: number): void {
    const count = (list: readonly number[]) => list.reduce((sum, index) => sum + this.classes[index]!.count, 0)
    const by = count(now) - count(before)
    if (!isSmall(Math.abs(by), threshold)) return
    const [added, taken] = by > 0 ? [now, before] : [before, now]
    const sums = (list: readonly number[]) => list.map((index) => this.sum(index))
    this.add({ kind: 'change', count: Math.abs(by), plus: sums(added), minus: sums(taken) }, added, taken)
  }

  /** The classes that these atoms of rows are; null when one of them has other atoms, too. */
  private classesOf(atoms: readonly number[]): number[] | null {
    const list = [...new Set(atoms.map((atom) => this.classOf.get(atom)!))].sort((a, b) => a - b)
    const size = list.reduce((sum, index) => sum + this.classes[index]!.atoms.length, 0)
    return size === atoms.length ? list : null
  }

  private add(
    sum: Pick<Group, 'kind' | 'count' | 'plus' | 'minus'>,
    added: readonly number[],
    taken: readonly number[],
  ): { pairs: RowPair[] } | null {
    const key = `${added.join()}-${taken.join()}`
    const known = this.groups.get(key)
    if (known) return known
    if (taken.length === 0 && !this.counts(added)) return null
    const atomsOf = (list: readonly number[]) =>
      list.flatMap((index) => this.classes[index]!.atoms).sort((a, b) => a - b)
    const group = { ...sum, atoms: atomsOf(added), less: atomsOf(taken), pairs: [] }
    this.groups.set(key, group)
    return group
  }

  /**
   * Not when it is a cell of this publication, which has rules of its own, nor when it is made of nothing but what is
   * not sensitive.
   */
  private counts(added: readonly number[]): boolean {
    const { rows } = this.block
    const same = this.rowOfClasses.get(added.join())
    if (same !== undefined && rows[same]!.ids.length > 0) return false
    return added.some((index) => {
      const standsIn = this.classes[index]!.rows.filter((row) => rows[row]!.ids.length > 0)
      return standsIn.length === 0 || standsIn.some((row) => !rows[row]!.open)
    })
  }

  /** The row that is exactly this class, or a probe for it. */
  private sum(index: number): number {
    const row = this.rowOfClasses.get(String(index))
    if (row !== undefined) return row
    const known = this.probeOfClass.get(index)
    if (known !== undefined) return known
    const probe = this.block.rows.length + this.probes.push(Int32Array.from(this.classes[index]!.atoms)) - 1
    this.probeOfClass.set(index, probe)
    return probe
  }
}
