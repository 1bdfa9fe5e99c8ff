import { describe, expect, it } from 'vitest'
import type { Result, ResultScore } from '../../../src/indicators/results/result.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { scoresModel } from '../../../src/releases/scores/page.ts'
import { q } from '../../support/small-project.ts'

const output = (code: string, weight: number | null) => ({ code, level: 'output', weight }) as Result
const scored = (result: string, quarter: string) =>
  ({ result, quarter: q(quarter), at: 1, score: 'A', reason: 'Met' }) as ResultScore
const said = (results: Result[], scores: ResultScore[], language: 'vi' | 'en' = 'en') =>
  scoresModel({ results, scores }, { to: q('2021-Q4') }, 'Logframe matrix', wordsFor(language))

describe('scores and weights before a report is issued', () => {
  it('say that weights are not the whole, and which results have no score by its end', () => {
    const found = said(
      [output('1.1', 60), output('1.2', 30), output('1.3', 5)],
      [scored('1.1', '2021-Q3'), scored('1.2', '2022-Q1')],
    )
    expect(found?.weights).toContain('95%, not 100%')
    expect(found?.state).toBe(
      '2 results are shown as not scored yet on the sheet “Logframe matrix” (Q4 2021): 1.2, 1.3.',
    )
  })

  it('say that nothing is missing', () => {
    const found = said([output('1.1', 100)], [scored('1.1', '2021-Q4')], 'vi')
    expect([found?.weights, found?.state]).toEqual([null, 'Mọi kết quả cần chấm đã có điểm tính đến hết Quý IV/2021.'])
  })

  it('say from which share of the plan on each score is suggested', () => {
    const bounds = said([output('1.1', 100)], [])?.bounds ?? ''
    expect(bounds).toContain('A++: far more than expected (from 137.5%) · A+: more than expected (from 112.5%)')
    expect(bounds).toContain('B: less than expected (from 62.5%) · C: far less than expected (below that)')
  })

  it('are nothing in a project whose results are not scored', () => {
    expect(said([], [])).toBeNull()
  })
})
