import { DisjointSets } from './disjoint-sets.ts'
import type { SuppressionProblem } from './problem.ts'
import { rowsOf, type SumRow } from './rows.ts'

/** Rows that share no atom and no total with those of another block: each block is attacked and protected alone. */
export interface Block {
  rows: readonly SumRow[]
  /** Positions of the atoms in this block. */
  atoms: readonly number[]
  sameTotal: readonly (readonly (readonly number[])[])[]
  equal: readonly (readonly [readonly number[], readonly number[]])[]
  /** Positions of an atom and of its corrected version. */
  restated: readonly (readonly [number, number])[]
}

/** The problem as rows over numbered atoms. */
export interface BlockSystem {
  /** By position of the atom. */
  names: readonly string[]
  counts: readonly number[]
  blocks: readonly Block[]
  /** A cell that is small and must be published all the same: the problem has no answer. */
  mustShow: string | null
}

/** Atoms are numbered by name, so that the order in which a caller lists them never changes an outcome. */
export function blockSystem(problem: SuppressionProblem): BlockSystem {
  const names = Object.keys(problem.atoms).sort()
  const position = new Map(names.map((name, index) => [name, index]))
  const counts = names.map((name) => problem.atoms[name]!)
  const positions = (sum: readonly string[]) => {
    const atoms = new Int32Array(sum.length)
    for (let index = 0; index < sum.length; index++) atoms[index] = position.get(sum[index]!)!
    return atoms.sort()
  }
  const rows = rowsOf(problem, positions, counts)
  const sameTotal = (problem.sameTotal ?? []).map((lists) => lists.map((list) => [...positions(list)]))
  const equal = (problem.equal ?? []).map(([one, other]) => [[...positions(one)], [...positions(other)]] as const)
  const mustShow = rows.find((row) => row.mustShow !== null)?.mustShow ?? null
  const restated = (problem.restated ?? []).map(
    ([old, corrected]) => [position.get(old)!, position.get(corrected)!] as const,
  )
  return { names, counts, blocks: split({ rows, sameTotal, equal, restated }, names.length), mustShow }
}

/** Rows of a block that must be protected, or that are suppressed for their own sake. */
export function smallRows({ rows }: Block): number[] {
  return [...rows.keys()].filter((row) => rows[row]!.primary || rows[row]!.sensitive)
}

export function idsOf({ rows }: Block, chosen: readonly number[]): string[] {
  return chosen.flatMap((row) => rows[row]!.ids)
}

type Links = Pick<Block, 'rows' | 'sameTotal' | 'equal' | 'restated'>
type OpenBlock = { -readonly [Key in keyof Block]: Block[Key] extends readonly (infer One)[] ? One[] : never }

function split({ rows, sameTotal, equal, restated }: Links, atomCount: number): Block[] {
  const connected = new DisjointSets(atomCount)
  for (const row of rows) connected.join(row.atoms)
  for (const lists of sameTotal) connected.join(lists.flat())
  for (const lists of equal) connected.join(lists.flat())
  for (const pair of restated) connected.join(pair)
  const blocks = new Map<number, OpenBlock>()
  for (const row of rows) {
    const root = connected.find(row.atoms[0]!)
    const block = blocks.get(root)
    if (block) block.rows.push(row)
    else blocks.set(root, { rows: [row], atoms: [], sameTotal: [], equal: [], restated: [] })
  }
  const blockOf = (atom: number | undefined) => (atom === undefined ? undefined : blocks.get(connected.find(atom)))
  for (let atom = 0; atom < atomCount; atom++) blockOf(atom)?.atoms.push(atom)
  for (const lists of sameTotal) blockOf(lists.flat()[0])?.sameTotal.push(lists)
  for (const lists of equal) blockOf(lists.flat()[0])?.equal.push(lists)
  for (const pair of restated) blockOf(pair[0])?.restated.push(pair)
  return [...blocks.values()]
}
