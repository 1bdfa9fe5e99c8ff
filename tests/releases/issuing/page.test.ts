import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { issuingModel } from '../../../src/releases/issuing/page.ts'
import { ISSUING_PROBLEMS, type IssuingProblem } from '../../../src/vocabulary/release.ts'

const AT = Date.parse('2022-01-20T09:00:00+07:00')
const model = (
  progress: { done: number; of: number } | null,
  problem: IssuingProblem | null = null,
  language: 'vi' | 'en' = 'en',
) => issuingModel({ at: AT, by: 'Mai', problem, progress }, wordsFor(language))

describe('how far issuing is', () => {
  it.each([
    [0, 'Step 1 of 3: the figures are read once more.'],
    [1, 'Step 2 of 3: the workbook is written.'],
    [2, 'Step 3 of 3: the workbook is read back and compared with the figures.'],
  ])('is told step by step, with who began and when: %i', (done, says) => {
    expect(model({ done, of: 3 })).toEqual({
      problem: null,
      begun: 'Being issued since 20 Jan 2022 09:00 (Mai).',
      step: { done, of: 3, says },
    })
  })

  it('is that nobody is at it any more where the program stopped', () => {
    expect(model(null)).toEqual({
      problem: 'The program stopped before it was done. Issue the report again.',
      begun: 'Tried on 20 Jan 2022 09:00 (Mai).',
      step: null,
    })
  })

  it.each(ISSUING_PROBLEMS)(
    'is why it came to nothing, in both languages, whatever was done by then: %s',
    (problem) => {
      const [vi, en] = (['vi', 'en'] as const).map((language) => model({ done: 1, of: 3 }, problem, language))
      expect([vi!.step, en!.step]).toEqual([null, null])
      expect(en!.problem).toBe(wordsFor('en').t(`releases:issue.${problem}`))
      expect(vi!.problem).not.toBe(en!.problem)
    },
  )
})
