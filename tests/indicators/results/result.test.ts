import { describe, expect, it } from 'vitest'
import { weightsText } from '../../../src/indicators/results/in-words.ts'
import { type ResultScore, scoreBy, weightsOff } from '../../../src/indicators/results/result.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { q } from '../../support/small-project.ts'

const output = (weight: number | null) => ({ level: 'output' as const, weight })
const outcome = { level: 'outcome' as const, weight: null }

describe('the weights of outputs', () => {
  it.each([
    ['are right where they are 100 together', [output(60), output(40), outcome], null],
    ['are not asked for where nothing has one', [output(null), output(null)], null],
    ['are none where there are no outputs', [outcome], null],
    ['are off where they are less', [output(60), output(30)], { sum: 90, missing: 0 }],
    ['and where they are more', [output(60), output(50)], { sum: 110, missing: 0 }],
    ['and where one has none, whatever they come to', [output(60), output(40), output(null)], { sum: 100, missing: 1 }],
  ] as const)('%s', (_, results, off) => {
    expect(weightsOff(results)).toEqual(off)
  })

  it('are named in both languages, with what to do', () => {
    expect(weightsText({ sum: 95, missing: 0 }, wordsFor('en'))).toContain('add up to 95%, not 100%. Correct')
    expect(weightsText({ sum: 95, missing: 2 }, wordsFor('en'))).toContain('2 outputs have no weight')
    expect(weightsText({ sum: 95, missing: 1 }, wordsFor('vi'))).toContain('còn 1 đầu ra chưa có trọng số')
  })
})

describe('the score that holds by a quarter', () => {
  const given = (quarter: string, at: number, score: ResultScore['score'], result = '1.1'): ResultScore => ({
    ...{ result, quarter: q(quarter), at, score, reason: 'Vì' },
  })
  const scores = [
    given('2020-Q4', 5, 'B'),
    given('2020-Q4', 9, 'A'),
    given('2021-Q4', 7, 'A+'),
    given('2020-Q4', 9, 'C', '2'),
  ]

  it.each([
    ['is the latest of the latest quarter', '2021-Q4', 'A+'],
    ['is the one said last of its quarter', '2021-Q3', 'A'],
    ['is none before the first', '2020-Q3', undefined],
  ] as const)('%s', (_, quarter, score) => {
    expect(scoreBy(scores, '1.1', q(quarter))?.score).toBe(score)
  })
})
