import { expect, it } from 'vitest'
import {
  changeOf,
  changeText,
  difference,
  type NoChange,
  noChangeText,
  shownChange,
} from '../../../src/figures/change.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { COUNT, MEAN, MILESTONE, NOT_REPORTED, RATIO, reported } from '../../charts/tables.ts'

const en = wordsFor('en')

const partial = (value: number, k: number, n: number) => reported(value, { coverage: [k, n], flags: ['partial'] })

it.each([
  ['a fall', reported(7), reported(9), true, { size: -2 }],
  ['nothing', reported(0), reported(0), true, { size: 0 }],
  [
    'a rise of the count of those who reached a stage',
    reported(3, { of: 5 }),
    reported(1, { of: 5 }),
    true,
    { size: 2 },
  ],
  ['a missing quarter is not a rise from zero', reported(7), NOT_REPORTED, true, { why: 'nothing then' }],
  ['a missing quarter is not a fall to zero', NOT_REPORTED, reported(7), true, { why: 'nothing now' }],
  ['nothing twice', NOT_REPORTED, NOT_REPORTED, false, { why: 'nothing now' }],
  ['a count of stages and a stage', reported(3, { of: 5 }), reported(1), true, { why: 'kind' }],
  ['a stage and a count of stages', reported(1), reported(3, { of: 5 }), true, { why: 'kind' }],
  ['another map or breakdown', reported(7, { flags: ['break'] }), reported(9), true, { why: 'break' }],
  ['the break was before', reported(7), reported(9, { flags: ['break'] }), true, { size: -2 }],
  ['other reporters', partial(7, 1, 5), reported(143), false, { why: 'reporters' }],
  ['the same few reporters', partial(7, 1, 5), partial(9, 1, 5), true, { size: -2 }],
] as const)('a change compares like with like: %s', (_, now, before, same, change) => {
  expect(changeOf(now as Figure, before as Figure, same)).toEqual(change)
})

it('says why there is no change', () => {
  const why = (reason: NoChange, now: Figure, before: Figure, language: 'vi' | 'en' = 'en') =>
    noChangeText(reason, now, before, COUNT, wordsFor(language))
  const all = reported(9, { coverage: [5, 5] })
  expect(why('reporters', partial(7, 1, 5), all)).toBe('not compared: 1 of 5 reports here, 5 of 5 reports then')
  expect(why('reporters', partial(7, 1, 5), all, 'vi')).toBe('không so sánh: kỳ này 1/5 báo cáo, kỳ trước 5/5 báo cáo')
  expect(why('reporters', all, all)).toBe('not compared: not the same reporters')
  expect(why('nothing then', all, NOT_REPORTED)).toBe('no figure then')
  expect(why('break', all, all)).toBe('not compared: break in series')
  expect(why('kind', all, all)).toBe('not compared: a stage and a count of stages')
  expect(why('nothing now', NOT_REPORTED, all)).toBe('')
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
  expect(changeText(1, MILESTONE, en)).toBe('+1')
})

it('what is nothing once it is rounded is no change, however many digits it has', () => {
  expect(changeText(0.0004, RATIO, en)).toBe('no change')
  expect([shownChange(0.0004, RATIO), shownChange(-0.0004, RATIO), shownChange(0.0006, RATIO)]).toEqual([0, 0, 0.0006])
  expect(changeText(-0.004, MEAN, en)).toBe('no change')
  expect(changeText(0.005, MEAN, en)).toBe('+0.01')
  expect(changeText(1_234_567, COUNT, wordsFor('vi'))).toBe('+1.234.567')
})
