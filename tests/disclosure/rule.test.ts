import { describe, expect, it } from 'vitest'
import { AUDIENCES } from '../../src/disclosure/audience.ts'
import { RULE_REFUSALS, thresholdFor } from '../../src/disclosure/rule.ts'
import { isHiddenByRule } from '../../src/disclosure/suppress.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { isSmall } from '../../src/suppression/problem.ts'

describe('the threshold of an audience', () => {
  it.each([
    ['staff', undefined, { audience: 'staff', threshold: null, needsSecondApproval: false }],
    ['donor', undefined, { audience: 'donor', threshold: 5, needsSecondApproval: false }],
    ['donor', 5, { audience: 'donor', threshold: 5, needsSecondApproval: false }],
    ['donor', 8, { audience: 'donor', threshold: 8, needsSecondApproval: false }],
    ['public', undefined, { audience: 'public', threshold: 10, needsSecondApproval: true }],
    ['public', 20, { audience: 'public', threshold: 20, needsSecondApproval: true }],
    ['public', 7, { audience: 'public', threshold: 7, needsSecondApproval: true }],
    ['donor', 4, { refused: 'threshold-below-five' }],
    ['donor', 0, { refused: 'threshold-below-five' }],
    ['public', -10, { refused: 'threshold-below-five' }],
    ['donor', 5.5, { refused: 'threshold-not-whole' }],
    ['donor', Number.NaN, { refused: 'threshold-not-whole' }],
    ['public', Number.POSITIVE_INFINITY, { refused: 'threshold-not-whole' }],
    ['staff', 5, { refused: 'threshold-for-staff' }],
    ['press', undefined, { refused: 'audience-unknown' }],
    ['', 10, { refused: 'audience-unknown' }],
    ['toString', undefined, { refused: 'audience-unknown' }],
  ] as const)('%s with k %s', (audience, k, rule) => {
    expect(thresholdFor(audience, k)).toEqual(rule)
  })

  it.each([
    ['donor', undefined, 8, false],
    ['donor', 8, 8, false],
    ['donor', 6, 6, true],
    ['public', 12, 12, true],
  ] as const)(
    'is that of the project where it has one of its own; below it a second manager agrees: %s, %s',
    (audience, k, threshold, needsSecondApproval) => {
      expect(thresholdFor(audience, k, { donor: 8, public: 12 })).toEqual({ audience, threshold, needsSecondApproval })
    },
  )

  it('knows every audience and gives every refusal', () => {
    for (const audience of AUDIENCES) expect(thresholdFor(audience)).toMatchObject({ audience })
    const given = [
      thresholdFor('x'),
      thresholdFor('donor', 6.5),
      thresholdFor('donor', 1),
      thresholdFor('staff', 9),
    ].map((rule) => ('refused' in rule ? rule.refused : 'none'))
    expect(new Set(given)).toEqual(new Set(RULE_REFUSALS))
  })
})

describe('what is small', () => {
  it.each([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
    [600, false],
  ])('a count of %i at k = 5: %s', (count, small) => expect(isSmall(count, 5)).toBe(small))

  it.each([
    [10, 20, false],
    [0, 20, false],
    [20, 20, false],
    [3, 20, true],
    [17, 20, true],
    [0, 4, true],
    [4, 4, true],
    [0, 0, false],
  ])('%i of %i at k = 5: %s', (numerator, denominator, small) => {
    const figure: Figure = { state: 'reported', value: null, numerator, denominator, coverage: [1, 1], flags: [] }
    expect(isHiddenByRule(figure, { measure: 'ratio', sensitivity: 1 }, 5)).toBe(small)
  })
})
