import { describe, expect, it } from 'vitest'
import { type Heirs, NO_HEIRS } from '../../../src/assignments/heirs.ts'
import { isAlike } from '../../../src/figures/same-reporters.ts'
import fc from '../../fast-check.ts'

it.each([
  ['all of all, twice', [[5, 5]], [[5, 5]], true],
  ['none of them, twice', [[5, 0]], [[5, 0]], true],
  ['one of five, and all', [[5, 1]], [[5, 5]], false],
  ['four of five read as one: which four is not known', [[5, 4]], [[5, 4]], false],
  [
    'the same one of two',
    [
      [1, 1],
      [1, 0],
    ],
    [
      [1, 1],
      [1, 0],
    ],
    true,
  ],
  [
    'one of two, and the other',
    [
      [1, 1],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 1],
    ],
    false,
  ],
  ['one more was asked', [[5, 5]], [[6, 6]], false],
  ['one more was asked, and nobody reported', [[5, 0]], [[6, 0]], false],
  [
    'somebody was asked who was not before',
    [
      [1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 0],
    ],
    false,
  ],
  ['nobody was asked', [[0, 0]], [[0, 0]], true],
  [
    'of whom nothing is asked, nobody is missing',
    [
      [1, 1],
      [0, 0],
    ],
    [[1, 1]],
    true,
  ],
  [
    'one more gave what nobody asked for',
    [
      [1, 1],
      [0, 1],
    ],
    [[1, 1]],
    false,
  ],
] as const)('the same reporters: %s', (_, now, before, same) => {
  const sums = (given: readonly (readonly [number, number])[]) =>
    given.map(([expected, reported], nth) => ({ reporter: `r${nth}`, expected, reported }))
  expect(isAlike(sums(now), sums(before), NO_HEIRS)).toBe(same)
})

/** What reporters were asked and gave: "A B- C0" is A that reported, B that did not, C that was not asked. */
function given(text: string) {
  return text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ reporter: one[0]!, expected: one.endsWith('0') ? 0 : 1, reported: one.length > 1 ? 0 : 1 }))
}
const heirsOf = (...pairs: [from: string, to: string][]): Heirs => {
  const heirs = new Map<string, string[]>()
  for (const [from, to] of pairs) heirs.set(from, [...(heirs.get(from) ?? []), to])
  return heirs
}

describe('over a hand-over or a merger', () => {
  it.each([
    ['the heir for its predecessor', 'B', 'A', [['A', 'B']], true],
    ['nobody took over from nobody', 'B', 'A', [], false],
    [
      'who is asked ends the way: its own heir has a line of its own',
      'B C-',
      'A C-',
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
      true,
    ],
    [
      'the line runs on through one who was asked in neither',
      'C',
      'A',
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
      true,
    ],
    [
      'the line runs on through one of whom nothing is asked',
      'B0 C',
      'A',
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
      true,
    ],
    ['the heir is still missing', 'B-', 'A', [['A', 'B']], false],
    ['the predecessor was missing', 'B', 'A-', [['A', 'B']], false],
    ['both were', 'B-', 'A-', [['A', 'B']], true],
    [
      'one for two',
      'C',
      'A B',
      [
        ['A', 'C'],
        ['B', 'C'],
      ],
      true,
    ],
    [
      'one for two, of whom one was missing',
      'C',
      'A B-',
      [
        ['A', 'C'],
        ['B', 'C'],
      ],
      false,
    ],
    [
      'two for one: a place that was split',
      'B C',
      'A',
      [
        ['A', 'B'],
        ['A', 'C'],
      ],
      true,
    ],
    [
      'two for one, of whom one is missing',
      'B C-',
      'A',
      [
        ['A', 'B'],
        ['A', 'C'],
      ],
      false,
    ],
    ['one that went on and took over', 'A', 'A B', [['B', 'A']], true],
    ['one that went on, and another that left', 'A', 'A B', [], false],
    ['an heir beside its predecessor, who is asked still', 'A B', 'A', [['A', 'B']], false],
    ['an heir that was asked before, beside a predecessor that is asked still', 'A B', 'A B', [['A', 'B']], true],
    ['others who stayed', 'B C', 'A C', [['A', 'B']], true],
    ['others of whom one is missing now', 'B C-', 'A C', [['A', 'B']], false],
    ['a new one besides', 'B C', 'A', [['A', 'B']], false],
    ['one that ended besides', 'B', 'A C', [['A', 'B']], false],
    ['one that ended without having reported', 'B', 'A C-', [['A', 'B']], false],
    ['a duty that comes back by another way', 'A', 'B', [['A', 'B']], false],
  ] as const)('%s', (_, now, before, heirs, same) => {
    expect(isAlike(given(now), given(before), heirsOf(...(heirs as unknown as [string, string][])))).toBe(same)
  })

  it('changes nothing of what can be compared by itself', () => {
    const pairs = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        pairs,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        (asked, now, before, moved) => {
          const sums = (came: boolean[], name: (nth: number) => string) =>
            asked.map((nth) => ({ reporter: name(nth), expected: 1, reported: came[nth] ? 1 : 0 }))
          const old = (nth: number) => `old ${nth}`
          // Some keep their names, others hand over to one who takes over nothing else.
          const later = (nth: number) => (moved[nth] ? `new ${nth}` : old(nth))
          const heirs = heirsOf(
            ...asked.filter((nth) => moved[nth]).map((nth): [string, string] => [old(nth), later(nth)]),
          )
          const still = isAlike(sums(now, old), sums(before, old), NO_HEIRS)
          expect(isAlike(sums(now, later), sums(before, old), heirs)).toBe(still)
          // Without the hand-over it would be another set of reporters.
          if (asked.some((nth) => moved[nth]))
            expect(isAlike(sums(now, later), sums(before, old), NO_HEIRS)).toBe(false)
        },
      ),
    )
  })
})
