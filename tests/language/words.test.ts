import { expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { PILOT_TERMS } from './pilot-terms.ts'

const { t } = wordsFor('en', PILOT_TERMS)

it('says a sentence again as it said it first, and another one for other values', () => {
  const say = (k: number, n: number) => t('charts:provinces.short', { k, n })
  expect([say(4, 5), say(5, 5), say(4, 5)]).toEqual(['4 of 5 provinces', '5 of 5 provinces', '4 of 5 provinces'])
})

it('is not taken in by values that look like other values', () => {
  const say = (quarter: string, missing: string) => t('charts:provinces.partial', { quarter, k: 1, n: 2, missing })
  const one = say('A\nk=1', 'B')
  const other = say('A', 'k=1\nB')
  expect(one).not.toBe(other)
  expect(say('A', 'B')).toBe(
    'A: 1 of 2 provinces have reported everything expected; the figures are partial. Incomplete: B.',
  )
})

it('is not taken in by a number that is given as a text: numbers alone decide between one and several', () => {
  const say = (count: string | number) => t('charts:overview.former', { count })
  expect(say(1)).not.toBe(say('1'))
  expect([say('1'), say(1), say(2)]).toEqual([t('charts:overview.former', { count: '1' }), say(1), say(2)])
})

it('tells the languages apart', () => {
  expect(t('figures:of', { k: 1, n: 2 })).toBe('1 of 2')
  expect(wordsFor('vi').t('figures:of', { k: 1, n: 2 })).toBe('1/2')
})

it('goes on when it has said more than it keeps', () => {
  for (let k = 0; k < 10_050; k++) t('charts:provinces.short', { k, n: -1 })
  expect(t('charts:provinces.short', { k: 7, n: 9 })).toBe('7 of 9 provinces')
})

it('writes how many there are as numbers are written in the language', () => {
  const late = (language: 'vi' | 'en', count: number) => wordsFor(language).t('charts:overview.late.days', { count })
  expect([late('vi', 1777), late('en', 1777), late('en', 999)]).toEqual([
    'trễ 1.777 ngày',
    '1,777 days late',
    '999 days late',
  ])
})

it('groups the digits of how many reports are in a figure, and of no year', () => {
  const say = (language: 'vi' | 'en') =>
    wordsFor(language).t('figures:coverage.submissions', { k: 3261, n: 10_035, count: 10_035 })
  expect([say('vi'), say('en')]).toEqual(['3.261/10.035 báo cáo', '3,261 of 10,035 reports'])
  expect(wordsFor('en').t('figures:of', { k: 3, n: 5 })).toBe('3 of 5')
})

it('has the other language at hand, with the words of the same project', () => {
  const words = wordsFor('en', PILOT_TERMS)
  expect([words.in('vi'), words.in('en')]).toEqual([wordsFor('vi', PILOT_TERMS), words])
  expect(words.in('vi').of({ vi: 'xã', en: 'commune' })).toBe('xã')
})

it('calls a component what the project calls it, and what belongs to none of them by its own word', () => {
  const [first] = PILOT_TERMS.components
  const words = wordsFor('en', PILOT_TERMS)
  expect(words.component(first!.code)).toBe(first!.name.en)
  expect([words.component(null), words.component('cross-cutting')]).toEqual(
    [1, 2].map(() => words.t('common:cross-cutting')),
  )
  expect(words.component('no such code')).toBe('no such code')
})
