import { isSmall, type SuppressionCell, type SuppressionProblem } from './problem.ts'

/** One sum of atoms, with everything that is or was published of it: cells of equal sum are one row. */
export interface SumRow {
  /** Positions of the atoms, ascending. */
  atoms: Int32Array
  /** Ids of the present cells with this sum, sorted. Empty when only earlier publications have it. */
  ids: readonly string[]
  value: number
  /** A cell of this publication has it, which cells that only earlier ones had (`past`) are not. */
  present: boolean
  /** Whether an earlier publication had it, and showed it. */
  earlier: 'shown' | 'hidden' | null
  /** Ids of cells that an earlier publication of this sum said the same as. */
  was: readonly string[]
  /** A cell of this publication that is not sensitive under any of its ids. */
  open: boolean
  /** Suppressed for its own sake. */
  primary: boolean
  /** The attacker has its value whatever is suppressed now: a zero, an earlier publication, a cell that may not be. */
  known: boolean
  /** Suppressed from the start and for good: primary, hidden, or `[c]` in an earlier publication and no cell of this one. */
  suppressed: boolean
  /** May be suppressed to protect others. */
  candidate: boolean
  /** Small, and the attacker must not learn more of it than that it is small. */
  sensitive: boolean
  /** A cell that is small and must be published all the same. */
  mustShow: string | null
}

/** Finds the positions of atoms by name, ascending. */
export type Positions = (sum: readonly string[]) => Int32Array

/** Rows sorted by value and id, so that the order in which a caller lists things never changes an outcome. */
export function rowsOf(problem: SuppressionProblem, positions: Positions, counts: readonly number[]): SumRow[] {
  return publicationsOf(problem, positions)
    .filter(({ atoms }) => atoms.length > 0)
    .map((publication) => rowOf(publication, counts, problem.threshold))
    .sort((a, b) => a.value - b.value || compare(a.ids[0] ?? '', b.ids[0] ?? '') || compareAtoms(a.atoms, b.atoms))
}

/** What is and was published of one sum. */
interface Publication {
  atoms: Int32Array
  cells: SuppressionCell[]
  earlier: SumRow['earlier']
  was: string[]
}

function publicationsOf(problem: SuppressionProblem, positions: Positions): Publication[] {
  const byHash = new Map<number, Publication[]>()
  const publicationOf = (sum: readonly string[]): Publication => {
    const atoms = positions(sum)
    let hash = atoms.length
    for (const atom of atoms) hash = Math.imul(hash ^ atom, 0x01000193)
    const alike = byHash.get(hash) ?? []
    const found = alike.find((one) => compareAtoms(one.atoms, atoms) === 0)
    if (found) return found
    const first: Publication = { atoms, cells: [], earlier: null, was: [] }
    byHash.set(hash, [...alike, first])
    return first
  }
  for (const cell of problem.cells) publicationOf(cell.sum).cells.push(cell)
  for (const { sum, shown, of } of problem.earlier ?? []) {
    const publication = publicationOf(sum)
    if (shown !== null) publication.earlier = 'shown'
    publication.earlier ??= 'hidden'
    if (shown !== null && of !== undefined) publication.was.push(of)
  }
  return [...byHash.values()].flat()
}

function rowOf({ atoms, cells, earlier, was }: Publication, counts: readonly number[], threshold: number): SumRow {
  let value = 0
  for (const atom of atoms) value += counts[atom]!
  const small = isSmall(value, threshold)
  const current = cells.length > 0
  const primary = small && cells.some((cell) => cell.sensitive !== false)
  const fixed = cells.find((cell) => cell.suppressible === false)
  const hidden = cells.some((cell) => cell.hidden === true)
  const known = value === 0 || earlier === 'shown' || (!primary && fixed !== undefined)
  return {
    atoms,
    ids: cells.map((cell) => cell.id).sort(),
    value,
    present: cells.some((cell) => cell.past !== true),
    earlier,
    was,
    open: current && cells.every((cell) => cell.sensitive === false),
    primary,
    known,
    suppressed: !known && (primary || hidden || !current),
    candidate: current && !primary && !hidden && !known,
    // A cell that was `[c]` before must not become known through this publication, unless it may be shown outright now.
    sensitive: !known && small && (primary || !current),
    mustShow: primary && fixed !== undefined ? fixed.id : null,
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
