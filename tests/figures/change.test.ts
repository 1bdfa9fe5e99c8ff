import { expect, it } from 'vitest'
import { changeOf, changeText, difference } from '../../src/figures/change.ts'
import { wordsFor } from '../../src/language/words.ts'
import { COUNT, MEAN, MILESTONE, NOT_REPORTED, RATIO, reported } from '../charts/tables.ts'

const en = wordsFor('en')

it('a change needs two numbers of one kind: a missing quarter is not a fall to zero', () => {
  expect(changeOf(reported(7), reported(9))).toBe(-2)
  expect(changeOf(reported(0), reported(0))).toBe(0)
  expect(changeOf(reported(7), NOT_REPORTED)).toBeNull()
  expect(changeOf(NOT_REPORTED, reported(7))).toBeNull()
  expect(changeOf(reported(3, { of: 5 }), reported(1))).toBeNull()
  expect(changeOf(reported(3, { of: 5 }), reported(1, { of: 5 }))).toBe(2)
})

it('a difference has no noise of binary fractions', () => {
  expect([difference(0.3, 0.1), difference(1, 1), difference(2, 5)]).toEqual([0.2, 0, -3])
})

it('a change is said with its sign, of a percentage in points', () => {
  expect(changeText(1234, COUNT, en)).toBe('+1,234')
  expect(changeText(-3, COUNT, wordsFor('vi'))).toBe('−3')
  expect(changeText(0, COUNT, en)).toBe('no change')
  expect(changeText(-0.033, RATIO, en)).toBe('−3.3 points')
  expect(changeText(0.05, RATIO, wordsFor('vi'))).toBe('+5 điểm %')
  expect(changeText(null, COUNT, en)).toBe('')
  expect(changeText(1, MILESTONE, en)).toBe('+1')
})

it('what is nothing once it is rounded is no change, however many digits it has', () => {
  expect(changeText(0.0004, RATIO, en)).toBe('no change')
  expect(changeText(-0.004, MEAN, en)).toBe('no change')
  expect(changeText(0.005, MEAN, en)).toBe('+0.01')
  expect(changeText(1_234_567, COUNT, wordsFor('vi'))).toBe('+1.234.567')
})
