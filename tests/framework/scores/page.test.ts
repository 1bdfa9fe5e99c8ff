import { describe, expect, it } from 'vitest'
import { readScore } from '../../../src/framework/scores/form.ts'
import { scoresPage } from '../../../src/framework/scores/page.ts'
import type { Result, ResultScore } from '../../../src/indicators/results/result.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { q } from '../../support/small-project.ts'

const words = wordsFor('en')
const SPAN = { from: q('2021-Q1'), to: q('2021-Q3') }
const result = (code: string, more: Partial<Result> = {}): Result => ({
  ...{ id: 1, code, level: 'output', component: null, parent: null, assumption: null, weight: 100, risk: null },
  statement: { vi: `Kết quả ${code}`, en: `Result ${code}` },
  ...more,
})
const score = (more: Partial<ResultScore>): ResultScore => ({
  ...{ result: '1.1', quarter: q('2021-Q1'), at: Date.UTC(2021, 5, 1, 2), score: 'A', reason: 'Met.' },
  ...more,
})
const page = (results: Result[], scores: ResultScore[] = [], returned: Parameters<typeof scoresPage>[1] = null) =>
  scoresPage({ results, scores, span: SPAN }, returned, words)
const FRAMEWORK = [
  result('1', { level: 'outcome', weight: null, risk: 'high' }),
  result('1.1', { weight: 60 }),
  result('1.2', { weight: 40, risk: 'low' }),
]

describe('the page of scores', () => {
  it('has every result with its weight and risk, and says which could be scored', () => {
    expect(page(FRAMEWORK).rows).toEqual([
      { code: '1', statement: 'Outcome: Result 1', weight: '–', risk: 'high', scores: [], none: '–' },
      { code: '1.1', statement: 'Output: Result 1.1', weight: '60%', risk: '–', scores: [], none: 'not scored yet' },
      { code: '1.2', statement: 'Output: Result 1.2', weight: '40%', risk: 'low', scores: [], none: 'not scored yet' },
    ])
  })

  it('has the scores of each, that of the latest quarter first and of those the one given last', () => {
    const scores = [
      score({ score: 'B' }),
      score({ quarter: q('2021-Q2'), score: 'C' }),
      score({ at: Date.UTC(2021, 6, 1, 2), score: 'A+' }),
      score({ result: '1.2', score: 'A++' }),
    ]
    const [, first, second] = page(FRAMEWORK, scores).rows
    expect(first!.scores.map((told) => told.split(':')[0])).toEqual([
      ...['C by the end of Q2 2021', 'A+ by the end of Q1 2021', 'B by the end of Q1 2021'],
    ])
    expect(second!.scores).toEqual(['A++ by the end of Q1 2021: Met. (given 1 Jun 2021 09:00)'])
  })

  it('says where weights do not add up', () => {
    expect(page(FRAMEWORK).weights).toBeNull()
    expect(page([result('1.1', { weight: 60 })]).weights).toBe(words.t('indicators:weights.off', { sum: 60 }))
  })

  it('asks for a result that is scored, a quarter of the project so far, the latest first, and a score', () => {
    const { form, typed, errors } = page(FRAMEWORK)
    expect(form.results).toEqual([
      { value: '1.1', label: '1.1 Result 1.1' },
      { value: '1.2', label: '1.2 Result 1.2' },
    ])
    expect(form.quarters.map(({ value }) => value)).toEqual(['2021-Q3', '2021-Q2', '2021-Q1'])
    expect(form.quarters[0]!.label).toContain('Q3 2021')
    expect(form.scores.map(({ value }) => value)).toEqual(['A++', 'A+', 'A', 'B', 'C'])
    expect(form.scores[4]!.label).toBe('C: far less than expected')
    expect([form.most, form.isDoubted]).toEqual([300, false])
    expect([typed, errors]).toEqual([{ result: '', quarter: '', score: '', text: '', keep: '' }, {}])
  })

  it.each([
    ['it may name somebody', '', { text: 'indicators:scores.reason-names' }, true],
    ['its writer said that it names nobody', 'yes', {}, true],
    ['something else is wrong', '', { text: 'indicators:scores.reason-long' }, false],
  ] as const)(
    'comes back as typed, and asks whether a reason names somebody where %s',
    (_, keep, errors, isDoubted) => {
      const typed = { result: '1.1', quarter: '2021-Q1', score: 'A', text: 'Why', keep }
      const shown = page(FRAMEWORK, [], { typed, errors })
      expect([shown.typed, shown.errors, shown.form.isDoubted]).toEqual([typed, errors, isDoubted])
    },
  )
})

describe('a score that is given', () => {
  const GOOD = { result: '1.1', quarter: ' 2021-Q3 ', score: 'A', text: ' Met in all provinces. ', keep: '' }
  const read = (more: object = {}) => readScore({ ...GOOD, ...more }, ['1.1'], SPAN)

  it('is read with its reason', () => {
    const given = {
      result: '1.1',
      quarter: q('2021-Q3'),
      score: 'A',
      reason: 'Met in all provinces.',
      keptOnWord: false,
    }
    expect(read()).toMatchObject({ given })
  })

  it.each<[object, object]>([
    [{ result: '1' }, { result: 'indicators:scores.wrong-result' }],
    [{ quarter: '2021-Q4' }, { quarter: 'indicators:scores.wrong-quarter' }],
    [{ quarter: 'soon' }, { quarter: 'indicators:scores.wrong-quarter' }],
    [{ score: 'D' }, { score: 'indicators:scores.wrong-score' }],
    [{ text: ' ' }, { text: 'indicators:scores.needs-reason' }],
    [{ text: 'a'.repeat(301) }, { text: 'indicators:scores.reason-long' }],
    [{ text: 'Ask 0912 345 678.' }, { text: 'indicators:scores.reason-names' }],
    [
      { score: '', text: '' },
      { score: 'indicators:scores.wrong-score', text: 'indicators:scores.needs-reason' },
    ],
  ])('is not with %j: each field says why', (more, errors) => {
    expect(read(more)).toMatchObject({ errors, typed: { ...GOOD, ...more } })
    expect(read(more)).not.toHaveProperty('given')
  })

  it('may seem to name somebody where its writer says that it does not', () => {
    expect(read({ text: 'Ask 0912 345 678.', keep: 'yes' })).toMatchObject({ given: { keptOnWord: true } })
    expect(read({ text: 'Ask 0912 345 678.', keep: 'on' })).toHaveProperty('errors')
  })
})
