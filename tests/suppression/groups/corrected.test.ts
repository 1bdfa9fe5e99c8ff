import { describe, expect, it } from 'vitest'
import { changedPairs, correctedParts } from '../../../src/suppression/groups/changes.ts'
import { ClassSets } from '../../../src/suppression/groups/classes.ts'
import type { EarlierCell } from '../../../src/suppression/problem.ts'
import { blockOf, type Given, NOW } from './corrected.ts'
import { cell, hidden, shown } from './groups-of.ts'

describe('a figure of now and what it was', () => {
  function pairs(given: Given): string[] {
    const { block, classes, versions, named } = blockOf(given)
    const found = changedPairs(block, new ClassSets(block.rows.length, classes), versions, 5)
    return found.map((pair) => pair.map((row) => named(block.rows[row]!.atoms)).join(' - ')).sort()
  }
  const WAS = shown(['a1', 'b'], 32)

  it('are a pair, the larger first', () => {
    expect(pairs({ earlier: [WAS] })).toEqual(['a2+b - a1+b'])
    expect(pairs({ earlier: [shown(['a1', 'b'], 35)], atoms: { a1: 15 } })).toEqual(['a1+b - a2+b'])
  })

  it.each([
    [8, 0],
    [9, 1],
    [13, 0],
    [17, 1],
    [18, 0],
  ])('differ by one to four: %d before and thirteen now are %d pair', (a1, count) => {
    expect(pairs({ earlier: [shown(['a1', 'b'], a1 + 20)], atoms: { a1 } })).toHaveLength(count)
  })

  it('are both seen as numbers', () => {
    expect(pairs({ earlier: [hidden(['a1', 'b'])] })).toEqual([])
    expect(pairs({ cells: [cell('p', ['a2', 'b'], { hidden: true })], earlier: [WAS] })).toEqual([])
    const small: Given = { cells: [cell('a', ['a2'])], earlier: [shown(['a1'], 6)], atoms: { a1: 6, a2: 4 } }
    expect(pairs(small)).toEqual([])
    expect(pairs({ ...small, atoms: { a1: 6, a2: 5 } })).toEqual(['a1 - a2'])
  })

  it('are the same by their parts in this publication, not in two earlier ones', () => {
    const cells = [cell('b', ['b'])]
    expect(pairs({ cells, earlier: [WAS, shown(['a2', 'b'], 33)] })).toEqual([])
  })

  it('are the same by their id, whatever they are made of, if they are not one and the same', () => {
    const cells = [cell('x', ['c', 'd']), cell('y', ['a2', 'c', 'd'])]
    const atoms = { d: 5 }
    expect(pairs({ cells, atoms, earlier: [shown(['a1'], 12, 'x')] })).toEqual(['c+d - a1'])
    expect(pairs({ cells, atoms, earlier: [shown(['a1'], 12, 'gone')] })).toEqual([])
    expect(pairs({ cells, atoms, earlier: [shown(['c', 'd'], 14, 'x')] })).toEqual([])
  })

  it('are no pair of their own where one holds the other: that is a difference already', () => {
    const cells = [cell('x', ['b', 'd']), cell('y', ['a2', 'b'])]
    expect(pairs({ cells, atoms: { d: 2 }, earlier: [shown(['b'], 20, 'x')] })).toEqual([])
  })

  it('are one pair each, however often they are found', () => {
    expect(pairs({ earlier: [shown(['a1', 'b'], 32, 'p')] })).toEqual(['a2+b - a1+b'])
    const more = [...NOW, cell('more', ['a2', 'b', 'd'])]
    expect(pairs({ cells: more, earlier: [WAS], atoms: { d: 1 } })).toEqual(['a2+b - a1+b', 'a2+b+d - a1+b'])
    const restated: [string, string][] = [
      ['a0', 'a1'],
      ['a1', 'a2'],
    ]
    const earlier = [WAS, shown(['a0', 'b'], 31)]
    expect(pairs({ earlier, restated, atoms: { a0: 11 } })).toEqual(['a2+b - a0+b', 'a2+b - a1+b'])
  })
})

describe('what was corrected in a figure to which something has come, or from which something has gone', () => {
  function parts(given: Given): string[] {
    const { block, versions, named } = blockOf(given)
    return correctedParts(block, versions).map(({ now, before }) => `${named(now)} was ${named(before)}`)
  }
  const LATE = [cell('p', ['a2', 'b', 'c'])]
  const WAS = ['a1', 'b']

  it('is its versions of now and of before', () => {
    expect(parts({ cells: LATE, earlier: [shown(WAS, 32)] })).toEqual(['a2 was a1'])
    expect(parts({ earlier: [shown(['a1', 'b', 'z'], 62, 'p')] })).toEqual(['a2 was a1'])
    expect(parts({ cells: LATE, earlier: [shown(['a1', 'b', 'z'], 62, 'p')] })).toEqual(['a2 was a1'])
  })

  it('is nothing further where nothing else has changed, or where it is not in the figure any more', () => {
    expect(parts({ earlier: [shown(WAS, 32)] })).toEqual([])
    const cells = [cell('p', ['b', 'c']), cell('a', ['a2'])]
    expect(parts({ cells, earlier: [shown(WAS, 32, 'p')] })).toEqual([])
  })

  it('is told by what was shown, and by figures of this publication', () => {
    expect(parts({ cells: LATE, earlier: [hidden(WAS)] })).toEqual([])
    expect(parts({ cells: [cell('p', ['a2', 'b', 'c'], { past: true })], earlier: [shown(WAS, 32)] })).toEqual([])
    expect(parts({ cells: LATE, earlier: [shown(['b'], 20), hidden(['a1'])] })).toEqual([])
  })

  it('is looked for in the figure that says the same today, where it is known which', () => {
    expect(parts({ cells: LATE, earlier: [shown(WAS, 32, 'gone')] })).toEqual([])
    expect(parts({ cells: LATE, earlier: [shown(WAS, 32, 'p')] })).toEqual(['a2 was a1'])
  })

  it('is found once, and of several corrections each', () => {
    const earlier = (of: string[]): EarlierCell[] => of.map((one) => shown([one, 'b'], one === 'a1' ? 32 : 31))
    const restated: [string, string][] = [
      ['a0', 'a1'],
      ['a1', 'a2'],
    ]
    const cells = [...LATE, cell('q', ['a2', 'b', 'c', 'z'])]
    expect(parts({ cells, earlier: earlier(['a1']) })).toEqual(['a2 was a1'])
    expect(parts({ cells, earlier: earlier(['a0', 'a1']), restated, atoms: { a0: 11 } }).sort()).toEqual([
      'a2 was a0',
      'a2 was a1',
    ])
  })
})
