import { expect, test } from 'vitest'
import { countIn } from '../../src/disclosure/atoms.ts'
import { countedParts, partId } from '../../src/disclosure/counted-parts.ts'
import { shownInWords } from '../../src/disclosure/in-words.ts'
import { gapIn, type ShownFigure } from '../../src/disclosure/publishable.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Measure } from '../../src/vocabulary/indicator.ts'
import { count, indicator, ratio } from './request-of.ts'

const partsOf = (measure: Measure, figure: Figure, sensitivity: 0 | 1 | 2 = 2) =>
  countedParts({ figure }, { measure, sensitivity })

test('what of a figure counts persons, by measure', () => {
  expect(partsOf('count', count(0))).toEqual([['amount', 0]])
  expect(partsOf('ratio', ratio(2, 10))).toEqual([
    ['numerator', 2],
    ['complement', 8],
    ['denominator', 10],
  ])
  expect(partsOf('mean', { ...count(7), n: 3 })).toEqual([['n', 3]])
  expect(partsOf('median', { ...count(7), n: 3 })).toEqual([['n', 3]])
  expect(partsOf('milestone', { ...count(7), of: 9 })).toEqual([])
})

test('what is not there counts nobody', () => {
  expect(partsOf('count', { ...count(0), state: 'not reported', value: null })).toEqual([])
  expect(partsOf('ratio', { ...count(0), numerator: 2 })).toEqual([['numerator', 2]])
  expect(partsOf('ratio', { ...count(0), denominator: 2 })).toEqual([['denominator', 2]])
  expect(partsOf('count', count(3), 0)).toEqual([])
  expect(partsOf('count', count(3), 1)).toEqual([['amount', 3]])
})

test('a part has the name of its cell and its own', () => {
  expect(partId('V3|project|2021-Q1|', 'complement')).toBe('V3|project|2021-Q1||complement')
})

test('what a stored value counts', () => {
  const value = { value: 3, base: 10 }
  expect((['amount', 'numerator', 'complement', 'n'] as const).map((part) => countIn(value, part))).toEqual([
    3, 3, 7, 10,
  ])
  expect(countIn({ value: 3, base: null }, 'n')).toBe(0)
  expect(countIn({ value: 3, base: null }, 'complement')).toBe(-3)
})

test('what an audience is shown: a figure, the mark of its state, or that it is confidential', () => {
  const words = wordsFor('en')
  const shown = (figure: Figure): ShownFigure => ({ kind: 'figure', figure, target: null, progress: null })
  const missing: Figure = { ...count(0), state: 'not reported', value: null }
  expect(gapIn(shown(count(7)))).toBeNull()
  expect(gapIn(shown(missing))).toBe('not reported')
  expect(gapIn({ kind: 'confidential' })).toBe('confidential')
  expect(shownInWords(shown(count(1234)), indicator('count'), words).text).toBe('1,234')
  expect(shownInWords({ kind: 'confidential' }, indicator('count'), words).text).toContain('[c]')
})
