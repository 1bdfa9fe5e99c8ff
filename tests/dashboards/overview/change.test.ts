import { expect, it } from 'vitest'
import { ragWords, wordsOfFigure } from '../../../src/charts/figure-words.ts'
import { changeOf, changeText } from '../../../src/dashboards/overview/change.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { COUNT, MEAN, MILESTONE, NOT_REPORTED, RATIO, reported } from '../../charts/tables.ts'

const en = wordsFor('en')

it('a change needs two numbers of one kind: a missing quarter is not a fall to zero', () => {
  expect(changeOf(reported(7), reported(9))).toBe(-2)
  expect(changeOf(reported(0), reported(0))).toBe(0)
  expect(changeOf(reported(7), NOT_REPORTED)).toBeNull()
  expect(changeOf(NOT_REPORTED, reported(7))).toBeNull()
  expect(changeOf(reported(3, { of: 5 }), reported(1))).toBeNull()
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

it('a mean stands with its n', () => {
  expect(wordsOfFigure(reported(0.625, { n: 63 }), MEAN, en)).toMatchObject({
    text: '0.63',
    exact: 0.625,
    detail: 'n = 63',
  })
})

it('a rating is a word, with a decimal where rounding would change its meaning', () => {
  expect(ragWords(59, { variance: -6, ofTarget: 53 / 59, rag: 'amber' }, en)).toEqual({
    rag: 'amber',
    text: 'Somewhat behind',
    percent: '89.8%',
  })
  expect(ragWords(null, { variance: null, ofTarget: null, rag: 'grey', why: 'no target' }, en).text).toBe('no target')
  expect(ragWords(0, { variance: 1, ofTarget: null, rag: 'grey', why: 'target is 0' }, en).text).toBe('the target is 0')
})
