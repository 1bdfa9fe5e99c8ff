import type { Block } from '../blocks.ts'
import { isSmall } from '../problem.ts'
import type { AtomClass, ClassSets } from './classes.ts'
import { isVisible } from './differences.ts'
import type { RowPair } from './group.ts'
import type { Versions } from './versions.ts'

/**
 * Pairs of the same figure now and in an earlier publication that differ by 1…k−1, the larger first: its atoms are the same
 * but for corrected versions and for late ones, which stood in nothing earlier; or it has the same id.
 */
export function changedPairs({ rows }: Block, sets: ClassSets, versions: Versions, threshold: number): RowPair[] {
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

/** Positions of atoms in the version of now, and in that of before. */
export type CorrectedPart = { now: readonly number[]; before: readonly number[] }

/**
 * What was corrected of a figure to which something else has come as well, or from which something has gone: whoever is shown by how much
 * that is (a province that was late, a quarter that is over) has the correction from the two figures.
 */
export function correctedParts({ rows }: Block, versions: Versions): CorrectedPart[] {
  const rowOfId = new Map(rows.flatMap(({ ids }, row) => ids.map((id) => [id, row] as const)))
  const parts = new Map<string, CorrectedPart>()
  const present = [...rows.keys()].filter((row) => rows[row]!.present && versions.touch(row))
  for (const [before, { was, atoms, earlier }] of rows.entries()) {
    if (earlier !== 'shown' || !versions.touch(before)) continue
    const sameNow =
      was.length > 0
        ? was.flatMap((id) => rowOfId.get(id) ?? [])
        : present.filter((now) => versions.isSame(now, before))
    for (const now of new Set(sameNow)) {
      const [added, taken] = [without(rows[now]!.atoms, atoms), without(atoms, rows[now]!.atoms)]
      const [is, wasThen] = [versions.lineages(added), versions.lineages(taken)]
      const part = {
        now: added.filter((atom) => versions.isIn(wasThen, atom)),
        before: taken.filter((atom) => versions.isIn(is, atom)),
      }
      // A figure of which nothing else has changed is a pair with what it was.
      if (part.now.length === added.length && part.before.length === taken.length) continue
      if (part.now.length > 0) parts.set(`${part.now.join()}-${part.before.join()}`, part)
    }
  }
  return [...parts.values()]
}

function without(atoms: Int32Array, others: Int32Array): number[] {
  const gone = new Set(others)
  return [...atoms].filter((atom) => !gone.has(atom))
}

/**
 * Classes of corrected atoms with a class of what they were before, where these are the same atoms in another version (and
 * late ones): the finest that was corrected, as positions in the list of classes.
 */
export function correctedClasses(
  { rows: all }: Block,
  classes: readonly AtomClass[],
  versions: Versions,
): (readonly [now: number, before: number])[] {
  const { corrected } = versions
  if (corrected.size === 0) return []
  const isNow = classes.map(({ rows }) => rows.some((row) => all[row]!.present))
  const classOf = new Map(classes.flatMap(({ atoms }, index) => atoms.map((atom) => [atom, index] as const)))
  const links = new Map<string, readonly [number, number]>()
  for (const atoms of corrected.values()) {
    const known = atoms.flatMap((atom) => classOf.get(atom) ?? [])
    for (const now of known.filter((index) => isNow[index]))
      for (const before of known.filter((index) => !isNow[index])) links.set(`${now},${before}`, [now, before])
  }
  return [...links.values()].filter(([now, before]) => {
    const is = versions.lineages(classes[now]!.atoms)
    const was = versions.lineages(classes[before]!.atoms)
    if ([...was].some((lineage) => !is.has(lineage))) return false
    return [...is].every((lineage) => was.has(lineage) || !corrected.has(lineage))
  })
}
