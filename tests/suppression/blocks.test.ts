import { describe, expect, it } from 'vitest'
import { type Block, blockSystem, idsOf, smallRows } from '../../src/suppression/blocks.ts'
import type { SuppressionProblem } from '../../src/suppression/problem.ts'

const ATOMS = { d: 40, a: 3, c: 30, b: 20, e: 3 }
const each = (...names: string[]) => names.map((name) => ({ id: name, sum: [...name] }))

function system(more: Partial<SuppressionProblem>) {
  return blockSystem({ threshold: 5, atoms: ATOMS, cells: each('a', 'b', 'c', 'd'), ...more })
}

/** Of each block its cells and its atoms. */
function blocksOf(more: Partial<SuppressionProblem>): [cells: string, atoms: string][] {
  const { blocks, names } = system(more)
  return blocks.map((block) => [
    idsOf(block, [...block.rows.keys()]).join(' '),
    block.atoms.map((atom) => names[atom]).join(''),
  ])
}

describe('atoms', () => {
  it('are numbered by name, and a row has its own in this order, however a caller lists them', () => {
    const { names, counts, blocks } = system({ cells: each('dca') })
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(counts).toEqual([3, 20, 30, 40, 3])
    expect(blocks.map(({ rows }) => rows.map(({ atoms }) => [...atoms]))).toEqual([[[0, 2, 3]]])
  })

  it('that no cell sums stand in no block', () => {
    expect(blocksOf({ cells: each('ab') })).toEqual([['ab', 'ab']])
  })
})

describe('blocks', () => {
  it('are what shares no atom', () => {
    expect(blocksOf({ cells: each('ab', 'bc', 'd') })).toEqual([
      ['ab bc', 'abc'],
      ['d', 'd'],
    ])
  })

  const tied: [string, Partial<SuppressionProblem>, Partial<Block>][] = [
    ['lists of one total', { sameTotal: [[['a'], ['b']]] }, { sameTotal: [[[0], [1]]] }],
    ['lists that come to the same', { equal: [[['a'], ['b']]] }, { equal: [[[0], [1]]] }],
    ['versions of one count', { restated: [['a', 'b']] }, { restated: [[0, 1]] }],
  ]
  it.each(tied)('are joined by %s, which stand in that block alone', (_, more, expected) => {
    expect(blocksOf(more)).toEqual([
      ['a b', 'ab'],
      ['c', 'c'],
      ['d', 'd'],
    ])
    const nothing = { sameTotal: [], equal: [], restated: [] }
    const [joined, ...others] = system(more).blocks
    expect(joined).toMatchObject({ ...nothing, ...expected })
    for (const other of others) expect(other).toMatchObject(nothing)
  })

  it('have no ties of atoms that no cell sums, nor of lists of nothing', () => {
    const more: Partial<SuppressionProblem> = {
      sameTotal: [
        [['e'], []],
        [[], []],
      ],
      equal: [
        [['e'], ['e']],
        [[], []],
      ],
      restated: [['e', 'e']],
    }
    for (const block of system(more).blocks) expect(block).toMatchObject({ sameTotal: [], equal: [], restated: [] })
  })
})

it('the first small cell that must be shown is named, if there is one', () => {
  expect(system({})).toMatchObject({ mustShow: null })
  const shown = (...names: string[]) => each(...names).map((cell) => ({ ...cell, suppressible: false }))
  expect(system({ cells: [...each('b', 'a'), ...shown('e')] })).toMatchObject({ mustShow: 'e' })
  expect(system({ cells: [...shown('e'), ...shown('a')] })).toMatchObject({ mustShow: 'a' })
})

it('what a block must protect is its small cells, and what earlier publications hid because it was small', () => {
  const { blocks } = system({ cells: each('a', 'ab', 'abe'), earlier: [{ sum: ['e'], shown: null }] })
  const [block] = blocks
  expect(smallRows(block!).map((row) => block!.rows[row]!.atoms)).toEqual([Int32Array.of(4), Int32Array.of(0)])
})

it('a small count that was shown before is suppressed no more, and still one of the small', () => {
  const { blocks } = system({ cells: each('a', 'ab'), earlier: [{ sum: ['a'], shown: 3 }] })
  expect(idsOf(blocks[0]!, smallRows(blocks[0]!))).toEqual(['a'])
})
