import { describe, expect, it } from 'vitest'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { atomClasses, ClassSets } from '../../../src/suppression/groups/classes.ts'
import { isVisible, nestedPairs, wasHidden } from '../../../src/suppression/groups/differences.ts'
import { isGivenAway, type Range } from '../../../src/suppression/groups/group.ts'
import type { EarlierCell, SuppressionCell } from '../../../src/suppression/problem.ts'
import { rowsOf } from '../../../src/suppression/rows.ts'

/** `a` to `e` are one, two, four, eight and sixteen; every sum has a value of its own. */
const ATOMS = { a: 1, b: 2, c: 4, d: 8, e: 16 }
const now = (sum: string, more: Partial<SuppressionCell> = {}): SuppressionCell => ({ id: sum, sum: [...sum], ...more })
const countOf = (sum: string) => [...sum].reduce((total, atom) => total + ATOMS[atom as keyof typeof ATOMS], 0)
const shown = (sum: string): EarlierCell => ({ sum: [...sum], shown: countOf(sum) })
const hidden = (sum: string): EarlierCell => ({ sum: [...sum], shown: null })

/** Pairs as `larger-smaller`, k = 5. */
function pairs(cells: readonly SuppressionCell[], earlier: readonly EarlierCell[] = [], threshold = 5): string[] {
  const { blocks, counts, names } = blockSystem({ threshold, atoms: ATOMS, cells, earlier })
  const [block] = blocks
  const sets = new ClassSets(block!.rows.length, atomClasses(block!, counts))
  const sumOf = (row: number) => [...block!.rows[row]!.atoms].map((atom) => names[atom]).join('')
  return nestedPairs(block!, sets, threshold).map((pair) => pair.map(sumOf).join('-'))
}

describe('two rows of which one holds the other', () => {
  it('tell a small number where they differ by one, the larger first', () => {
    expect(pairs([now('de'), now('cde'), now('acde')])).toEqual(['cde-de', 'acde-cde'])
    expect(pairs([now('acde'), now('de')])).toEqual([])
    expect(pairs([now('acde'), now('de')], [], 6)).toEqual(['acde-de'])
  })

  it('tell nothing where neither holds the other, or where they are as large', () => {
    expect(pairs([now('ae'), now('be'), now('abcde')])).toEqual([])
    expect(pairs([now('de'), now('ed', { id: 'again' })])).toEqual([])
  })

  it('tell nothing while one is hidden for its own sake, or is nobody', () => {
    expect(pairs([now('c'), now('ac')])).toEqual([])
    expect(pairs([now('de', { hidden: true }), now('ade')])).toEqual([])
    expect(pairs([now('de'), now('ade', { hidden: true })])).toEqual([])
    expect(pairs([now('c', { sensitive: false }), now('ac', { sensitive: false })])).toEqual(['ac-c'])
  })

  it('of which earlier publications showed one tell it, of which they showed both told it', () => {
    expect(pairs([now('ade')], [shown('de')])).toEqual(['ade-de'])
    expect(pairs([now('de')], [shown('ade')])).toEqual(['ade-de'])
    expect(pairs([now('e')], [shown('ade'), shown('de')])).toEqual([])
    expect(pairs([now('de')], [shown('ade'), shown('de')])).toEqual(['ade-de'])
    expect(pairs([now('ade')], [shown('ade'), shown('de')])).toEqual(['ade-de'])
  })

  it('of which earlier publications hid one tell what was protected then, with others and with each other', () => {
    expect(pairs([now('e')], [hidden('ade'), shown('de')])).toEqual(['ade-de'])
    expect(pairs([now('e')], [shown('ade'), hidden('de')])).toEqual(['ade-de'])
    expect(pairs([now('e')], [hidden('ade'), hidden('de')])).toEqual(['ade-de'])
    expect(pairs([now('ade')], [hidden('de')])).toEqual(['ade-de'])
    expect(pairs([now('e')], [hidden('c'), hidden('ac')])).toEqual([])
  })
})

describe('a row', () => {
  const rowOf = (cells: SuppressionCell[], earlier: EarlierCell[] = []) => {
    const positions = (sum: readonly string[]) =>
      Int32Array.from(sum, (name) => Object.keys(ATOMS).indexOf(name)).sort()
    return rowsOf({ threshold: 5, atoms: ATOMS, cells, earlier }, positions, Object.values(ATOMS))[0]!
  }

  it('is seen as a number when it is known, or is not hidden for its own sake', () => {
    expect(isVisible(rowOf([now('d')]))).toBe(true)
    expect(isVisible(rowOf([now('a')]))).toBe(false)
    expect(isVisible(rowOf([], [shown('a')]))).toBe(true)
    expect(isVisible(rowOf([], [hidden('d')]))).toBe(false)
    expect(isVisible({ ...rowOf([now('d')]), value: 0 })).toBe(false)
  })

  it('was hidden for others when it was hidden without being small, and is no cell of now', () => {
    expect(wasHidden(rowOf([], [hidden('d')]), 8)).toBe(true)
    expect(wasHidden(rowOf([], [hidden('d')]), 9)).toBe(false)
    expect(wasHidden(rowOf([], [shown('d')]), 5)).toBe(false)
    expect(wasHidden(rowOf([now('d')], [hidden('d')]), 5)).toBe(false)
  })
})

describe('a group is given away', () => {
  it.each<[Range, boolean]>([
    [[1, 4], false],
    [[2, 4], true],
    [[1, 3], true],
    [[3, 3], true],
    [[0, 3], false],
    [[2, 5], false],
    [[1, 5], false],
    [[0, 9], false],
  ])('when all it could be is small, and not anything from 1 to k - 1: %j, %s', (range, isGiven) => {
    expect(isGivenAway(range, 5)).toBe(isGiven)
  })
})
