import { describe, expect, it } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { type AtomClass, atomClasses, ClassSets } from '../../../src/suppression/groups/classes.ts'

describe('classes', () => {
  it('are atoms that stand in the same rows, with their count; what stands in none is in none', () => {
    const { blocks, counts } = blockSystem({
      threshold: 5,
      atoms: { a: 1, b: 2, c: 4, d: 8, e: 16 },
      cells: [
        { id: 'ac', sum: ['a', 'c'] },
        { id: 'abc', sum: ['a', 'b', 'c'] },
        { id: 'abcd', sum: ['a', 'b', 'c', 'd'] },
      ],
      equal: [[['e'], ['e']]],
      restated: [['d', 'e']],
    })
    expect(blocks[0]!.atoms).toEqual([0, 1, 2, 3, 4])
    expect(atomClasses(blocks[0]!, counts)).toEqual([
      { rows: [0, 1, 2], atoms: [0, 2], count: 5 },
      { rows: [1, 2], atoms: [1], count: 2 },
      { rows: [2], atoms: [3], count: 8 },
    ])
  })
})

/** Seventy classes of one atom: by row, which it is made of. */
const MADE_OF = [[0, 31, 32, 63, 64, 69], [0, 31], [32, 69], [], [69]]
const CLASSES = Array.from(
  { length: 70 },
  (_, nth): AtomClass => ({
    rows: [...MADE_OF.keys()].filter((row) => MADE_OF[row]!.includes(nth)),
    atoms: [nth],
    count: 1,
  }),
)

describe('which classes a row is made of', () => {
  const made = () => new ClassSets(MADE_OF.length, CLASSES)
  const rows = [...MADE_OF.keys()]

  it('is known of any number of classes', () => {
    const sets = made()
    expect(rows.map((row) => sets.of(row))).toEqual(MADE_OF)
  })

  it('says which row holds which, and what it has besides', () => {
    const sets = made()
    for (const one of rows)
      for (const other of rows) {
        const besides = MADE_OF[one]!.filter((index) => !MADE_OF[other]!.includes(index))
        expect(sets.difference(one, other)).toEqual(besides)
        expect(sets.isWithin(one, other)).toBe(besides.length === 0)
      }
  })
})
