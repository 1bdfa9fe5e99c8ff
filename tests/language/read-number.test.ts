import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { number, typed } from '../../src/language/format.ts'
import { LARGEST, readNumber } from '../../src/language/read-number.ts'

const value = (n: number) => ({ kind: 'number', value: n })
const ambiguous = (a: number, b: number) => ({ kind: 'ambiguous', readings: [a, b] })
const problem = (problem: string) => ({ kind: 'problem', problem })

describe('reading a number as it is typed', () => {
  it.each([
    ['', 'vi', true, { kind: 'blank' }],
    ['  \u00a0', 'vi', true, { kind: 'blank' }],
    ['0', 'vi', true, value(0)],
    ['12', 'vi', true, value(12)],
    ['1.234', 'vi', true, value(1234)],
    ['1.234', 'vi', false, value(1234)],
    ['1,234', 'en', true, value(1234)],
    ['1.234.567', 'vi', true, value(1234567)],
    ['1 234', 'vi', true, value(1234)],
    ['１２', 'vi', true, value(12)],
    ['1,5', 'vi', false, value(1.5)],
    ['1.5', 'en', false, value(1.5)],
    ['1.234,5', 'vi', false, value(1234.5)],
    ['1,234.5', 'en', false, value(1234.5)],
    ['1.5', 'vi', false, ambiguous(1.5, 15)],
    ['1.5', 'vi', true, ambiguous(1.5, 15)],
    ['1,234', 'vi', true, ambiguous(1234, 1.234)],
    ['1,234', 'vi', false, value(1.234)],
    ['1.234', 'en', true, ambiguous(1234, 1.234)],
    ['1,5', 'vi', true, problem('not-whole')],
    ['1.5', 'en', true, problem('not-whole')],
    ['-3', 'vi', true, problem('negative')],
    ['−3', 'vi', true, problem('negative')],
    ['12%', 'vi', true, problem('not-a-number')],
    ['mười', 'vi', true, problem('not-a-number')],
    ['1e5', 'en', true, problem('not-a-number')],
    ['=1+1', 'en', true, problem('not-a-number')],
    ['1.2.3', 'vi', true, problem('not-a-number')],
    ['1000000000', 'vi', true, problem('too-large')],
    ['99999999999999999999', 'en', true, problem('too-large')],
  ] as const)('%j by a %s hand (whole: %s)', (text, language, whole, expected) => {
    expect(readNumber(text, language, whole)).toEqual(expected)
  })

  it('reads back whatever it writes, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST }), fc.constantFrom('vi', 'en'), (n, language) => {
        expect(readNumber(number(n, language), language, true)).toEqual(value(n))
        expect(readNumber(typed(n, language), language, true)).toEqual(value(n))
      }),
    )
  })

  it('reads back decimals it writes for typing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('vi', 'en'),
        (n, d, language) => {
          const decimal = Number(`${n}.${d}`)
          expect(readNumber(typed(decimal, language), language, false)).toEqual(value(decimal))
        },
      ),
    )
  })

  it('never guesses: what it reads as a number, the other language reads as the same or not at all or is of its own language', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,]{1,9}$/), fc.constantFrom('vi', 'en'), (text, language) => {
        const read = readNumber(text, language, true)
        if (read.kind === 'number') expect(Number.isInteger(read.value) && read.value >= 0).toBe(true)
      }),
    )
  })
})
