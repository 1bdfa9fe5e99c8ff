import { describe, expect, it } from 'vitest'
import {
  COUNTED_PARTS,
  hasBase,
  inUnit,
  isSummed,
  isWeighted,
  isWholeNumber,
  numberStyleOf,
  onSheet,
  signBehind,
  TRAITS,
  traitsOf,
} from '../../src/indicators/measure.ts'
import { MEASURES } from '../../src/vocabulary/indicator.ts'

describe('the traits of measures', () => {
  it('are there for every measure and no other', () => {
    expect(Object.keys(TRAITS)).toEqual([...MEASURES])
    for (const measure of MEASURES) expect(traitsOf({ measure })).toBe(TRAITS[measure])
  })

  it.each([
    ['count', { base: false, wholeValue: true, summed: true, weighted: false, amount: true, counted: ['amount'] }],
    [
      'ratio',
      {
        base: true,
        wholeValue: true,
        summed: true,
        weighted: false,
        amount: false,
        counted: ['numerator', 'complement', 'denominator'],
      },
    ],
    ['mean', { base: true, wholeValue: false, summed: true, weighted: true, amount: false, counted: ['n'] }],
    ['milestone', { base: false, wholeValue: true, summed: false, weighted: false, amount: false, counted: [] }],
    ['median', { base: true, wholeValue: false, summed: false, weighted: false, amount: false, counted: ['n'] }],
  ] as const)('of a %s', (measure, told) => {
    expect({
      base: hasBase(measure),
      wholeValue: isWholeNumber(measure, 'value'),
      summed: isSummed(measure),
      weighted: isWeighted(measure),
      amount: TRAITS[measure].isAmount,
      counted: TRAITS[measure].counted,
    }).toEqual(told)
    expect(isWholeNumber(measure, 'base')).toBe(true)
  })

  it('judge only what counts, and let only a mean fall below zero', () => {
    for (const { counted } of Object.values(TRAITS)) for (const part of counted) expect(COUNTED_PARTS).toContain(part)
    expect(MEASURES.filter((measure) => TRAITS[measure].mayBeNegative)).toEqual(['mean'])
  })

  it('name what is stored, and sum what is stored', () => {
    expect(Object.values(TRAITS).map(({ value, base }) => [value, base])).toEqual([
      ['amount', null],
      ['numerator', 'denominator'],
      ['mean', 'n'],
      ['stage', null],
      ['median', 'n'],
    ])
    for (const { base, summed } of Object.values(TRAITS)) if (base === null) expect(summed).not.toContain('base')
  })
})

describe('how numbers are written', () => {
  it.each([
    ['count', 1, 0, { scale: 1, decimals: 0, isPercent: false }],
    ['ratio', 100, 1, { scale: 100, decimals: 1, isPercent: true }],
    ['ratio', 100_000, 2, { scale: 100_000, decimals: 2, isPercent: false }],
    ['mean', 1, 2, { scale: 1, decimals: 2, isPercent: false }],
    ['milestone', 100, 3, { scale: 1, decimals: 0, isPercent: false }],
  ] as const)('%s, times %i, %i decimals', (measure, scale, decimals, style) => {
    expect(numberStyleOf({ measure, scale, decimals })).toEqual(style)
    const countingUnit = { vi: 'người', en: 'persons' }
    expect(signBehind({ measure, scale, decimals, countingUnit })).toBe(measure === 'ratio' && scale === 100 ? '%' : '')
  })

  it.each([
    ['%', '%', '%'],
    ['% doanh thu', '% of revenue', '%'],
    ['%', 'per cent', ''],
  ])('typed in “%s”, “%s” has “%s” behind it', (vi, en, sign) => {
    const countingUnit = { vi, en }
    expect(signBehind({ measure: 'mean', scale: 1, decimals: 1, countingUnit })).toBe(sign)
    expect(signBehind({ measure: 'milestone', scale: 1, decimals: 1, countingUnit })).toBe('')
  })
})

it.each([
  [0.07, { scale: 100, isPercent: true }, 7, 0.07],
  [0.0003, { scale: 100_000, isPercent: false }, 30, 30],
  [0.000_29, { scale: 1000, isPercent: false }, 0.29, 0.29],
  [0.1 + 0.2, { scale: 1, isPercent: false }, 0.1 + 0.2, 0.1 + 0.2],
])(
  '%d on the scale %j is %d in its unit, and %d on a sheet, where per cent is a format',
  (value, style, unit, sheet) => {
    expect([inUnit(value, style), onSheet(value, style)]).toEqual([unit, sheet])
  },
)
