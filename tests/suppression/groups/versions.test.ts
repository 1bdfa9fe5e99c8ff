import { describe, expect, it } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { Versions } from '../../../src/suppression/groups/versions.ts'
import type { EarlierCell, SuppressionProblem } from '../../../src/suppression/problem.ts'

/** `A` is what `a` was corrected to, and `Á` what that was corrected to; `late` has come since. */
const ATOMS = { a: 7, A: 8, Á: 9, b: 20, c: 30, late: 6, z: 50 }
const RESTATED: NonNullable<SuppressionProblem['restated']> = [
  ['a', 'A'],
  ['A', 'Á'],
]
const hidden = (sum: string[]): EarlierCell => ({ sum, shown: null })

function versionsOf(
  sums: readonly string[][],
  earlier: readonly EarlierCell[],
  restated: NonNullable<SuppressionProblem['restated']> = RESTATED,
) {
  const cells = sums.map((sum) => ({ id: sum.join('+'), sum }))
  const { blocks, names } = blockSystem({ threshold: 5, atoms: ATOMS, cells, earlier, restated })
  const block = blocks.find(({ rows }) => rows.some(({ ids }) => ids.includes(cells[0]!.id)))!
  const row = (...sum: string[]) =>
    block.rows.findIndex(({ atoms }) => [...atoms].map((atom) => names[atom]).join() === [...sum].sort().join())
  return { versions: new Versions(block), row, names, position: (name: string) => names.indexOf(name) }
}

describe('versions', () => {
  const corrected = () =>
    versionsOf(
      [['Á', 'b'], ['Á', 'b', 'late'], ['b', 'c'], ['Á'], ['Á', 'b', 'c']],
      [hidden(['a', 'b']), hidden(['a']), hidden(['A', 'b', 'c'])],
    )

  it('of one count are one lineage, all of them', () => {
    const { versions, names, position } = corrected()
    const lists = [...versions.corrected.values()].map((atoms) => atoms.map((atom) => names[atom]).sort())
    expect(lists).toEqual([['A', 'a', 'Á']])
    const [lineage] = versions.corrected.keys()
    expect([...versions.lineages([position('a'), position('Á')])]).toEqual([lineage])
    expect(versions.lineages(Int32Array.of(position('a'), position('b'))).size).toBe(2)
    expect(versions.isIn(new Set([lineage!]), position('A'))).toBe(true)
    expect(versions.isIn(new Set([lineage!]), position('b'))).toBe(false)
  })

  it('touch the rows that have one of them', () => {
    const { versions, row } = corrected()
    expect(versions.touch(row('Á', 'b'))).toBe(true)
    expect(versions.touch(row('a'))).toBe(true)
    expect(versions.touch(row('b', 'c'))).toBe(false)
  })

  it('make a row of now the same as one of before, where the rest is the same, or had stood in nothing', () => {
    const { versions, row } = corrected()
    expect(versions.isSame(row('Á', 'b'), row('a', 'b'))).toBe(true)
    expect(versions.isSame(row('Á', 'b', 'late'), row('a', 'b'))).toBe(true)
    expect(versions.isSame(row('Á', 'b', 'c'), row('A', 'b', 'c'))).toBe(true)
  })

  it('do not where something has gone, or what has come stood in something before', () => {
    const { versions, row } = corrected()
    expect(versions.isSame(row('Á'), row('a', 'b'))).toBe(false)
    expect(versions.isSame(row('Á', 'b', 'c'), row('a', 'b'))).toBe(false)
    expect(versions.isSame(row('b', 'c'), row('b', 'c'))).toBe(false)
    expect(versions.isSame(row('b', 'c'), row('a', 'b'))).toBe(false)
    expect(versions.isSame(row('a'), row('a'))).toBe(false)
  })
})

it('where nothing was corrected there are none', () => {
  const { versions, row } = versionsOf([['b'], ['b', 'c']], [hidden(['b', 'z'])], [])
  expect(versions.corrected.size).toBe(0)
  expect(versions.touch(row('b'))).toBe(false)
  expect(versions.isSame(row('b'), row('b', 'c'))).toBe(false)
})
