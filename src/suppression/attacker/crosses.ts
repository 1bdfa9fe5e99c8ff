import { type AtomColumn, merge, sharedRows, without } from './columns.ts'

/** Where an atom of a list of one total stands: in which cross, beside which member of its first factor. */
export interface CrossPlace {
  cross: number
  front: readonly number[]
  /** Which list; it is the factor after the first. */
  list: number
  /** Rows that all members of the list share. */
  shared: readonly number[]
}

/**
 * Lists of one total are a cross (any pairing of their members is possible). What all members of a list share is taken
 * out in front, so that totals whose lists differ in nothing else fall together into one cross.
 * @returns the factors of each cross: the fronts, then a factor for each list
 */
export function crossesOf(
  sameTotal: readonly (readonly (readonly number[])[])[],
  column: (atom: number) => AtomColumn,
): { crosses: AtomColumn[][][]; placeOf: ReadonlyMap<number, CrossPlace> } {
  const found = new Map<string, { nth: number; fronts: AtomColumn[]; lists: AtomColumn[][] }>()
  const placeOf = new Map<number, CrossPlace>()
  for (const atoms of sameTotal) {
    const lists = atoms.map((list) => list.map(column))
    const total = lists[0]!.reduce((sum, { count }) => sum + count, 0)
    const shared = lists.map(sharedRows)
    const front = { rows: shared.flat().sort((a, b) => a - b), count: total }
    const rests = lists.map((list, index) => merge(without(list, shared[index]!)))
    const key = rests.map((rest) => rest.map(({ rows }) => rows.join()).join(';')).join('|')
    const cross = found.get(key) ?? { nth: found.size, fronts: [], lists: rests.map(() => []) }
    found.set(key, cross)
    cross.fronts.push(front)
    cross.lists = cross.lists.map((list, index) => merge([...list, ...rests[index]!]))
    for (const [list, members] of atoms.entries())
      for (const atom of members)
        placeOf.set(atom, { cross: cross.nth, front: front.rows, list, shared: shared[list]! })
  }
  return { crosses: [...found.values()].map(({ fronts, lists }) => [merge(fronts), ...lists]), placeOf }
}
