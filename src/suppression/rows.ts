import type { Figure, Question } from './problem.ts'
import { isSmall } from './problem.ts'

/** One sum of atoms, with everything that is or was published of it: figures of equal sum are one row. */
export interface Row {
  /** Positions of the atoms, ascending. */
  atoms: Int32Array
  /** Ids of the present figures with this sum, sorted. Empty when only earlier releases have it. */
  ids: readonly string[]
  value: number
  /** Hidden for its own sake. */
  primary: boolean
  /** The attacker has its value whatever is hidden now: a zero, an earlier release, a figure that may not be hidden. */
  known: boolean
  /** Hidden at the start and for good: primary, or `[c]` in an earlier release and not a figure of this one. */
  hidden: boolean
  /** May be hidden to protect others. */
  candidate: boolean
  /** Small, and the attacker must not learn more of it than that it is small. */
  target: boolean
}

/** Rows that share no atom and no total with those of another part. */
export interface Part {
  rows: readonly Row[]
  /** Positions of the atoms in this part. */
  atoms: readonly number[]
  sameTotal: readonly (readonly (readonly number[])[])[]
}

export interface System {
  names: readonly string[]
  counts: readonly number[]
  parts: readonly Part[]
  /** A figure that is small and must be shown all the same: the release cannot be made. */
  mustShow: string | null
}

/**
 * The question as rows over numbered atoms, in parts that can be attacked one by one. Atoms are numbered by name and
 * rows sorted by value and id, so that the order in which a caller lists things never changes an outcome.
 */
export function readSystem(question: Question): System {
  const names = Object.keys(question.atoms).sort()
  const position = new Map(names.map((name, index) => [name, index]))
  const counts = names.map((name) => question.atoms[name]!)
  const at = (sum: readonly string[]) => {
    const atoms = new Int32Array(sum.length)
    for (let index = 0; index < sum.length; index++) atoms[index] = position.get(sum[index]!)!
    return atoms.sort()
  }
  const rows = readRows(question, at, counts)
  const sameTotal = (question.sameTotal ?? []).map((lists) => lists.map((list) => [...at(list)]))
  const mustShow = rows.find((row) => row.mustShow)?.mustShow ?? null
  return { names, counts, parts: splitParts(rows, sameTotal, names.length), mustShow }
}

interface Sighting {
  atoms: Int32Array
  figures: Figure[]
  shownEarlier: boolean
  hiddenEarlier: boolean
}

function readRows(question: Question, at: (sum: readonly string[]) => Int32Array, counts: readonly number[]) {
  const sightings = new Map<number, Sighting[]>()
  const sighting = (sum: readonly string[]): Sighting => {
    const atoms = at(sum)
    let hash = atoms.length
    for (const atom of atoms) hash = Math.imul(hash ^ atom, 0x01000193)
    const alike = sightings.get(hash) ?? []
    const found = alike.find((one) => compareAtoms(one.atoms, atoms) === 0)
    if (found) return found
    const first = { atoms, figures: [], shownEarlier: false, hiddenEarlier: false }
    sightings.set(hash, [...alike, first])
    return first
  }
  for (const figure of question.figures) sighting(figure.sum).figures.push(figure)
  for (const { sum, shown } of question.earlier ?? []) {
    const row = sighting(sum)
    if (shown === null) row.hiddenEarlier = true
    else row.shownEarlier = true
  }
  return [...sightings.values()]
    .flat()
    .filter(({ atoms }) => atoms.length > 0)
    .map((seen) => toRow(seen, counts, question.threshold))
    .sort((a, b) => a.value - b.value || compare(a.ids[0] ?? '', b.ids[0] ?? '') || compareAtoms(a.atoms, b.atoms))
}

function toRow(seen: Sighting, counts: readonly number[], threshold: number): Row & { mustShow: string | null } {
  const { atoms, figures } = seen
  let value = 0
  for (const atom of atoms) value += counts[atom]!
  const small = isSmall(value, threshold)
  const current = figures.length > 0
  const primary = small && figures.some((figure) => figure.sensitive !== false)
  const fast = figures.find((figure) => figure.mayHide === false)
  const known = value === 0 || seen.shownEarlier || (!primary && fast !== undefined)
  return {
    atoms,
    ids: figures.map((figure) => figure.id).sort(),
    value,
    primary,
    known,
    hidden: !known && (primary || !current),
    candidate: current && !primary && !known,
    // A figure that was `[c]` before must not become known through this release, unless it may be shown outright now.
    target: !known && small && (primary || !current),
    mustShow: primary && fast !== undefined ? fast.id : null,
  }
}

function compareAtoms(a: Int32Array, b: Int32Array): number {
  if (a.length !== b.length) return a.length - b.length
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function splitParts(
  rows: readonly Row[],
  sameTotal: readonly (readonly (readonly number[])[])[],
  atomCount: number,
): Part[] {
  const leader = Array.from({ length: atomCount }, (_, atom) => atom)
  const lead = (atom: number): number => {
    let top = atom
    while (leader[top] !== top) top = leader[top] = leader[leader[top]!]!
    return top
  }
  const join = (atoms: Int32Array | readonly number[]) => {
    for (const atom of atoms) leader[lead(atom)] = lead(atoms[0]!)
  }
  for (const row of rows) join(row.atoms)
  for (const lists of sameTotal) join(lists.flat())
  const parts = new Map<number, { rows: Row[]; atoms: number[]; sameTotal: (readonly (readonly number[])[])[] }>()
  for (const row of rows) {
    const part = parts.get(lead(row.atoms[0]!))
    if (part) part.rows.push(row)
    else parts.set(lead(row.atoms[0]!), { rows: [row], atoms: [], sameTotal: [] })
  }
  for (let atom = 0; atom < atomCount; atom++) parts.get(lead(atom))?.atoms.push(atom)
  for (const lists of sameTotal) {
    const atom = lists.flat()[0]
    if (atom !== undefined) parts.get(lead(atom))?.sameTotal.push(lists)
  }
  return [...parts.values()]
}
