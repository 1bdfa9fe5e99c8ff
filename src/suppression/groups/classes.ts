import type { Block } from '../blocks.ts'

/** Atoms that stand in the same rows: no figure of this or an earlier publication tells them apart. */
export interface AtomClass {
  rows: readonly number[]
  /** Positions, ascending. */
  atoms: readonly number[]
  count: number
}

/** Of the atoms that stand in any row. */
export function atomClasses(block: Block, counts: readonly number[]): AtomClass[] {
  const rowsOf = new Map<number, number[]>()
  for (const [row, { atoms }] of block.rows.entries())
    for (const atom of atoms) {
      const rows = rowsOf.get(atom)
      if (rows) rows.push(row)
      else rowsOf.set(atom, [row])
    }
  const classes = new Map<string, { rows: number[]; atoms: number[]; count: number }>()
  for (const atom of block.atoms) {
    const rows = rowsOf.get(atom)
    if (!rows) continue
    const key = rows.join()
    const found = classes.get(key)
    if (found) {
      found.atoms.push(atom)
      found.count += counts[atom]!
    } else classes.set(key, { rows, atoms: [atom], count: counts[atom]! })
  }
  return [...classes.values()]
}

/** Which classes a row is made of, as bits. */
export class ClassSets {
  private readonly words: number
  private readonly bits: Uint32Array

  constructor(rowCount: number, classes: readonly AtomClass[]) {
    this.words = Math.ceil(classes.length / 32)
    this.bits = new Uint32Array(rowCount * this.words)
    for (const [index, { rows }] of classes.entries())
      for (const row of rows) this.bits[row * this.words + (index >>> 5)]! |= 1 << (index & 31)
  }

  /** Whether all of the first row is in the second. */
  isWithin(inner: number, outer: number): boolean {
    const [a, b] = [inner * this.words, outer * this.words]
    for (let word = 0; word < this.words; word++) if (this.bits[a + word]! & ~this.bits[b + word]!) return false
    return true
  }

  /** Classes of the first row that are not in the second, ascending. */
  difference(outer: number, inner: number): number[] {
    return this.select((word) => this.bits[outer * this.words + word]! & ~this.bits[inner * this.words + word]!)
  }

  of(row: number): number[] {
    return this.select((word) => this.bits[row * this.words + word]!)
  }

  private select(at: (word: number) => number): number[] {
    const found: number[] = []
    for (let word = 0; word < this.words; word++) {
      let left = at(word)
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left)
        found.push(word * 32 + bit)
        left &= left - 1
      }
    }
    return found
  }
}
