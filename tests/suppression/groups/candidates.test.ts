import { describe, expect, it } from 'vitest'
import { cell, expectGroups, groupsOf, hidden, shown } from './groups-of.ts'

describe('a difference of two figures', () => {
  const atoms = { f: 10, m: 1, x: 20 }

  it('is a group, once, with all the pairs that tell it', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm']), cell('more', ['f', 'x']), cell('most', ['f', 'm', 'x'])]
    expectGroups({ threshold: 5, atoms, cells }, 'difference 1: m')
    expect(groupsOf({ threshold: 5, atoms, cells }).pairs).toEqual([['f+m - f', 'f+m+x - f+x']])
  })

  it('is none where it is a cell of this publication, which has a rule of its own', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm']), cell('m', ['m'])]
    expectGroups({ threshold: 5, atoms, cells })
    const earlier = [shown(['f'], 10), shown(['f', 'm'], 11)]
    expectGroups({ threshold: 5, atoms, cells: cells.slice(1), earlier })
  })

  it('is one where it was hidden before, and is no cell now', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'])]
    expectGroups({ threshold: 5, atoms, cells, earlier: [hidden(['m'])] }, 'difference 1: m')
  })

  it('is none where all of it stands in figures that are not sensitive, and one where some of it does not', () => {
    const open = { sensitive: false }
    expectGroups({ threshold: 5, atoms, cells: [cell('f', ['f'], open), cell('all', ['f', 'm'], open)] })
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'], open)]
    expectGroups({ threshold: 5, atoms, cells })
    expectGroups({ threshold: 5, atoms, cells: [...cells, cell('most', ['f', 'm', 'x'])] }, 'difference 1: m')
  })

  it('is one where it stands in figures of earlier publications alone', () => {
    expectGroups(
      { threshold: 5, atoms, cells: [cell('f', ['f'])], earlier: [shown(['f', 'm'], 11)] },
      'difference 1: m',
    )
    // Where it stands in this one, no figure of which is sensitive, what earlier ones have of it plays no part.
    const open = { sensitive: false }
    const cells = [cell('f', ['f'], open), cell('all', ['f', 'm'], open)]
    expectGroups({ threshold: 5, atoms, cells, earlier: [hidden(['m', 'x'])] })
  })

  it('is one where a part of it stands in a sensitive figure', () => {
    const open = { sensitive: false }
    const more = { ...atoms, n: 2 }
    const cells = [cell('f', ['f'], open), cell('all', ['f', 'm', 'n'], open)]
    expectGroups({ threshold: 5, atoms: more, cells })
    expectGroups(
      { threshold: 5, atoms: more, cells: [...cells, cell('nx', ['n', 'x'])] },
      'difference 3: m+n',
      'finest 2: n',
    )
  })

  it('has its atoms in order, and is one of several', () => {
    const more = { f: 10, m1: 1, m2: 1, m3: 1, n: 1 }
    const cells = [
      cell('f', ['f']),
      cell('fm', ['f', 'm1', 'm2', 'm3']),
      cell('fn', ['f', 'n']),
      cell('all', ['f', 'm1', 'm2', 'm3', 'n']),
      cell('m', ['f', 'm1', 'm3', 'n']),
    ]
    expectGroups(
      { threshold: 4, atoms: more, cells },
      ...[
        'difference 3: m1+m2+m3',
        'difference 1: n',
        'difference 3: m1+m3+n',
        'difference 2: m1+m3',
        'difference 1: m2',
      ],
    )
  })

  it('is none for k = 2: that it is one person says no more than the rule', () => {
    const cells = [cell('f', ['f']), cell('all', ['f', 'm'])]
    expectGroups({ threshold: 2, atoms, cells })
    expectGroups({ threshold: 3, atoms, cells }, 'difference 1: m')
  })
})

describe('the finest that no figure tells apart', () => {
  const crossed = { 'f adult': 8, 'f minor': 2, 'm adult': 2, 'm minor': 1 }
  const having = (part: string) => Object.keys(crossed).filter((name) => name.split(' ').includes(part))
  const sums = ['f', 'm', 'adult', 'minor'].map((part) => cell(part, having(part)))
  const cells = [...sums, cell('all', Object.keys(crossed))]

  it('is none where it could be nothing though everything was shown', () => {
    // Of three men and three minors none may be a boy, or all.
    expectGroups({ threshold: 5, atoms: crossed, cells })
  })

  it('is one where it could be anything but is somebody', () => {
    // Of two men and one minor one may be a boy: a man there is.
    const atoms = { ...crossed, 'f adult': 9, 'f minor': 1, 'm minor': 0 }
    expectGroups({ threshold: 5, atoms, cells }, 'finest 2: m adult')
  })

  it('is one where all shown figures together tell it', () => {
    const parts = { a: 4, b: 10, c: 20 }
    const pairs = [cell('ab', ['a', 'b']), cell('bc', ['b', 'c']), cell('ac', ['a', 'c'])]
    expectGroups({ threshold: 5, atoms: parts, cells: pairs }, 'finest 4: a')
    expectGroups({ threshold: 4, atoms: parts, cells: pairs })
  })

  it('is one number, whatever atoms it is made of', () => {
    const parts = { a1: 1, a2: 3, b: 10, c: 20 }
    const pairs = [cell('ab', ['a1', 'a2', 'b']), cell('bc', ['b', 'c']), cell('ac', ['a2', 'a1', 'c'])]
    expectGroups({ threshold: 5, atoms: parts, cells: pairs }, 'finest 4: a1+a2')
  })
})
