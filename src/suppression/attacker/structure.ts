import type { Range } from '../groups/group.ts'

/**
 * How presolve has taken columns of atoms apart, so that a single column can be found again, of which the unknowns say only
 * from what to what it may go.
 */
export type Structure = Decomposition & { shared: ReadonlySet<number> }

/** What is left of the columns once the rows that all of them share are taken out. */
export type Decomposition =
  | { kind: 'columns'; unknowns: ReadonlyMap<string, number> }
  | { kind: 'product'; factors: readonly Factor[]; total: readonly number[] }
  | { kind: 'split'; row: number; within: Structure; outside: Structure }

/** One side of a cross: the rows that its members differ in. */
export interface Factor {
  rows: ReadonlySet<number>
  structure: Structure
}

/** What the column of these rows may be while the unknowns stay as they are. */
export function columnRange(structure: Structure, rows: readonly number[], truth: readonly number[]): Range {
  const rest = rows.filter((row) => !structure.shared.has(row))
  switch (structure.kind) {
    case 'columns': {
      const value = truth[structure.unknowns.get(rest.join())!]!
      return [value, value]
    }
    case 'split':
      return columnRange(rest.includes(structure.row) ? structure.within : structure.outside, rest, truth)
    case 'product': {
      const members = structure.factors.map((factor) =>
        columnRange(
          factor.structure,
          rest.filter((row) => factor.rows.has(row)),
          truth,
        ),
      )
      return crossRange(members, unitsIn(structure.total, truth))
    }
  }
}

/** Of one cell of a cross of that total, by what its margins may be: the bounds of Fréchet, which whole tables reach. */
export function crossRange(margins: readonly Range[], total: number): Range {
  const lowest = margins.reduce((sum, [low]) => sum + low, 0) - (margins.length - 1) * total
  return [Math.max(0, lowest), Math.min(...margins.map(([, high]) => high))]
}

export function unitsIn(unknowns: readonly number[], truth: readonly number[]): number {
  return unknowns.reduce((sum, unknown) => sum + truth[unknown]!, 0)
}
