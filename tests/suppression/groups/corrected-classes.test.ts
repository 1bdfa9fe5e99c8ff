import { describe, expect, it } from 'vitest'
import { correctedClasses } from '../../../src/suppression/groups/changes.ts'
import { blockOf, type Given, NOW, RESTATED } from './corrected.ts'
import { cell, hidden } from './groups-of.ts'

describe('the finest that was corrected', () => {
  function classes(given: Given): string[] {
    const { block, classes: all, versions, named } = blockOf(given)
    const found = correctedClasses(block, all, versions)
    return found.map((pair) => pair.map((index) => named(all[index]!.atoms)).join(' was ')).sort()
  }
  const BOTH: [string, string][] = [...RESTATED, ['d1', 'd2']]
  const atoms = { d1: 6, d2: 7 }

  it('is a class of now with the class that it was', () => {
    expect(classes({ earlier: [hidden(['a1', 'b'])] })).toEqual(['a2 was a1'])
    expect(classes({ restated: [], earlier: [hidden(['b'])] })).toEqual([])
    const earlier = [hidden(['a1', 'b']), hidden(['d1', 'b'])]
    const cells = [...NOW, cell('q', ['d2', 'b'])]
    expect(classes({ cells, earlier, restated: BOTH, atoms })).toEqual(['a2 was a1', 'd2 was d1'])
  })

  it('is one of now where it stands in this publication, be it in an earlier one as well', () => {
    const earlier = [hidden(['a1', 'b']), hidden(['a2', 'b'])]
    expect(classes({ cells: [cell('p', ['a2', 'b', 'z'])], earlier })).toEqual(['a2 was a1'])
  })

  it('may have a late one with it, and no further correction', () => {
    expect(
      classes({ cells: [cell('p', ['a2', 'c']), cell('b', ['b', 'a2', 'c'])], earlier: [hidden(['a1', 'b'])] }),
    ).toEqual(['a2+c was a1'])
    const cells = [cell('p', ['a2', 'd2'])]
    const apart = [hidden(['a1']), hidden(['d1'])]
    expect(classes({ cells, earlier: apart, restated: BOTH, atoms })).toEqual([])
    expect(classes({ cells, earlier: [hidden(['a1', 'd1'])], restated: BOTH, atoms })).toEqual(['a2+d2 was a1+d1'])
  })

  it('has lost nothing but versions', () => {
    expect(classes({ earlier: [hidden(['a1', 'z'])] })).toEqual([])
  })

  it('passes over versions that stood in nothing', () => {
    const restated: [string, string][] = [
      ['a0', 'a1'],
      ['a1', 'a2'],
    ]
    expect(classes({ earlier: [hidden(['a0', 'b'])], restated, atoms: { a0: 11 } })).toEqual(['a2 was a0'])
  })
})
