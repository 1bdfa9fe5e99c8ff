import { describe, expect, it } from 'vitest'
import { NO_HEIRS } from '../../../src/assignments/heirs.ts'
import { linesOf, type Member } from '../../../src/figures/add-up/line.ts'

/** A reporter asked until a quarter, with a last value in another one; `expected` 0: nothing of it applies. */
const member = (reporter: string, lastDue: number | null, latest: number | null, expected = 1): Member => ({
  reporter,
  expected,
  reported: latest === null ? 0 : 1,
  lastDue,
  latest,
})
const heirs = (list: Record<string, string[]>) => new Map(Object.entries(list))

/** Lines in short: who holds it, who gives its values, and what else is to be said. */
function short(rule: 'latest' | 'life', members: Member[], of: Record<string, string[]> = {}) {
  const { lines, ended } = linesOf(rule, members, heirs(of))
  return {
    lines: lines.map(({ holder, predecessors, givers, applies, carried }) =>
      [
        `${[...predecessors.map(({ reporter }) => reporter), ''].join('>')}${holder.reporter}`,
        givers.map(({ reporter }) => reporter).join('+') || 'nobody',
        ...(applies ? [] : ['leaves n']),
        ...(carried ? ['carried'] : []),
      ].join(' '),
    ),
    ended: ended.map(({ reporter }) => reporter),
  }
}

type Row = [what: string, members: Member[], of: Record<string, string[]>, latest: object, life?: object]
const rows: Row[] = [
  ['nobody', [], {}, { lines: [], ended: [] }],
  ['one', [member('a', 3, 3)], {}, { lines: ['a a'], ended: [] }],
  ['one that said nothing', [member('a', 3, null)], {}, { lines: ['a nobody'], ended: [] }],
  ['one whose value is older', [member('a', 3, 2)], {}, { lines: ['a a carried'], ended: [] }],
  ['one to whom nothing applies', [member('a', 3, null, 0)], {}, { lines: ['a nobody leaves n'], ended: [] }],
  [
    'who is not asked in the last quarter',
    [member('a', 2, 2), member('b', 3, 3)],
    {},
    { lines: ['b b'], ended: ['a'] },
    { lines: ['b b', 'a a'], ended: [] },
  ],
  [
    'who left and said nothing',
    [member('a', 2, null), member('b', 3, 3)],
    {},
    { lines: ['b b'], ended: ['a'] },
    { lines: ['b b', 'a nobody'], ended: [] },
  ],
  [
    'who left and to whom nothing applied',
    [member('a', 2, null, 0), member('b', 3, 3)],
    {},
    { lines: ['b b'], ended: [] },
    { lines: ['b b', 'a nobody leaves n'], ended: [] },
  ],
  [
    'who left with a value older than its last quarter',
    [member('a', 2, 1), member('b', 3, 3)],
    {},
    { lines: ['b b'], ended: ['a'] },
    { lines: ['b b', 'a a carried'], ended: [] },
  ],
  [
    'who gave in the last quarter, or later, without being asked',
    [member('a', null, 3), member('b', 3, 3), member('c', 1, 4), member('d', null, 2)],
    {},
    { lines: ['a a', 'b b', 'c c'], ended: ['d'] },
    { lines: ['a a', 'b b', 'c c', 'd d'], ended: [] },
  ],
  [
    'nobody was asked, some gave',
    [member('a', null, 3), member('b', null, 1)],
    {},
    { lines: ['a a', 'b b'], ended: [] },
  ],
  ['an heir that has spoken', [member('a', 2, 2), member('b', 3, 3)], { a: ['b'] }, { lines: ['a>b b'], ended: [] }],
  [
    'an heir that has not',
    [member('a', 2, 2), member('b', 3, null)],
    { a: ['b'] },
    { lines: ['a>b a carried'], ended: [] },
  ],
  [
    'neither of them has',
    [member('a', 2, null), member('b', 3, null)],
    { a: ['b'] },
    { lines: ['a>b nobody'], ended: [] },
  ],
  [
    'an heir to whom it does not apply',
    [member('a', 2, 2), member('b', 3, null, 0)],
    { a: ['b'] },
    { lines: ['a>b a carried'], ended: [] },
  ],
  [
    'an heir to whom it does not apply, of one that said nothing',
    [member('a', 2, null), member('b', 3, null, 0)],
    { a: ['b'] },
    { lines: ['a>b nobody'], ended: [] },
  ],
  [
    'an heir to whom it does not apply, of one to whom it did not',
    [member('a', 2, null, 0), member('b', 3, null, 0)],
    { a: ['b'] },
    { lines: ['a>b nobody leaves n'], ended: [] },
  ],
  [
    'both are asked in the last quarter',
    [member('a', 3, 3), member('b', 3, null)],
    { a: ['b'] },
    { lines: ['a a', 'b nobody'], ended: [] },
  ],
  [
    'two of the line of one that left are asked: it stands in for its own heir alone',
    [member('a', 2, 2), member('b', 3, null), member('c', 3, null)],
    { a: ['b'], b: ['c'] },
    { lines: ['a>b a carried', 'c nobody'], ended: [] },
  ],
  [
    'two of the line of one that left are asked, and what the further one says is not said for the nearer',
    [member('a', 2, 2), member('b', 3, null), member('c', 3, 3)],
    { a: ['b'], b: ['c'] },
    { lines: ['a>b a carried', 'c c'], ended: [] },
  ],
  [
    'a chain: the nearest that has spoken',
    [member('a', 1, 1), member('b', 2, 2), member('c', 3, null)],
    { a: ['b'], b: ['c'] },
    { lines: ['a>b>c b carried'], ended: [] },
  ],
  [
    'a chain through one that is not of the scope',
    [member('a', 1, 1), member('c', 3, null)],
    { a: ['b'], b: ['c'] },
    { lines: ['a>c a carried'], ended: [] },
  ],
  [
    'a chain that ended',
    [member('a', 1, 1), member('b', 2, null), member('c', 3, 3)],
    { a: ['b'] },
    { lines: ['c c'], ended: ['a', 'b'] },
    { lines: ['c c', 'a>b a carried'], ended: [] },
  ],
  [
    'a chain that ended and goes on to one who is not of the scope',
    [member('a', 1, 1), member('c', 3, 3)],
    { a: ['b'] },
    { lines: ['c c'], ended: ['a'] },
    { lines: ['c c', 'a a'], ended: [] },
  ],
  [
    'two in one',
    [member('a', 2, 2), member('b', 2, 1), member('c', 3, null)],
    { a: ['c'], b: ['c'] },
    { lines: ['a>b>c a+b carried'], ended: [] },
  ],
  [
    'one in two, of which one has spoken',
    [member('a', 2, 2), member('b', 3, 3), member('c', 3, null)],
    { a: ['b', 'c'] },
    { lines: ['a>b b', 'a>c nobody'], ended: [] },
  ],
  [
    'one in two, of which one has spoken and nothing applies to the other',
    [member('a', 2, 2), member('b', 3, 3), member('c', 3, null, 0)],
    { a: ['b', 'c'] },
    { lines: ['a>b b', 'a>c nobody leaves n'], ended: [] },
  ],
  [
    'one in two that have not spoken',
    [member('a', 2, 2), member('b', 3, null), member('c', 3, null)],
    { a: ['b', 'c'] },
    { lines: ['a>b a carried', 'a>c a carried'], ended: [] },
  ],
  [
    'one in two, of which one has left',
    [member('a', 1, 1), member('b', 2, 2), member('c', 3, 3)],
    { a: ['b', 'c'] },
    { lines: ['a>c c'], ended: ['b'] },
    { lines: ['a>c c', 'a>b b'], ended: [] },
  ],
  [
    'a circle, which no file holds, ends',
    [member('a', 2, 2), member('b', 3, null)],
    { a: ['b'], b: ['a'] },
    { lines: ['a>b a carried'], ended: [] },
  ],
]

describe('lines of reporting', () => {
  it.each(rows)('of a stock: %s', (_, members, of, latest) => {
    expect(short('latest', members, of)).toEqual(latest)
  })

  it.each(rows)('since the beginning: %s', (_, members, of, latest, life = latest) => {
    expect(short('life', members, of)).toEqual(life)
  })

  it('are the same in whatever order reporters stand', () => {
    for (const [, members, of] of rows)
      for (const rule of ['latest', 'life'] as const) {
        const [one, other] = [short(rule, members, of), short(rule, [...members].reverse(), of)]
        const sorted = (list: string[]) => list.map((text) => [...text].sort().join('')).sort()
        expect(sorted(other.lines)).toEqual(sorted(one.lines))
        expect([...other.ended].sort()).toEqual([...one.ended].sort())
      }
  })

  it('are those of each alone where nobody took over from anybody', () => {
    expect(linesOf('latest', [member('a', 3, 3)], NO_HEIRS).lines).toEqual([
      { holder: member('a', 3, 3), predecessors: [], givers: [member('a', 3, 3)], applies: true, carried: false },
    ])
  })
})
