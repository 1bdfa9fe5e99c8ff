import { describe, expect, it } from 'vitest'
import type { ToldPoint } from '../../../src/charts/series-in-words.ts'
import { answerText, toldValue } from '../../../src/dashboards/indicators/answer-in-words.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ComparedFigure } from '../../../src/targets/compared-table.ts'
import type { Progress } from '../../../src/targets/progress.ts'
import { COUNT, MILESTONE, RATIO } from '../../charts/tables.ts'

const [en, vi] = [wordsFor('en'), wordsFor('vi')]
const Q3 = 2021 * 4 + 2

function points(values: readonly number[], own = COUNT): ToldPoint[] {
  return values.map((value, nth) => {
    const figure: Figure = { state: 'reported', value, coverage: [1, 1], flags: [] }
    return { period: `Q${nth + 1}`, own, shown: { kind: 'figure', figure, target: null, progress: null } }
  })
}

function rated(value: number, target: number | null, progress: Partial<Progress> | null, own = COUNT): ComparedFigure {
  const figure: Figure = { state: 'reported', value, coverage: [1, 1], flags: [] }
  const plan = { value: target ?? 0, by: Q3, basis: 'share' as const, of: { from: Q3 - 10, to: Q3 + 1 } }
  const found = progress && ({ variance: null, ofTarget: null, rag: 'green', plan, ...progress } as Progress)
  return { own: own as DefinedIndicator, figure, target, progress: found }
}

describe('how an indicator stands, in words', () => {
  const one = points([15, 47])
  it.each<[what: string, Partial<Parameters<typeof answerText>[0]>, said: string]>([
    ['how it went', {}, 'Rose from 15 (Q1) to 47 (Q2).'],
    [
      'what sums come to, and of what was planned how much that is',
      { rated: rated(355, 348, { ofTarget: 355 / 348 }) },
      'Rose from 15 (Q1) to 47 (Q2). 355 to date: 102% of the 348 planned by 30 Sept 2021.',
    ],
    ['nothing of a plan where there is none', { rated: rated(355, null, null) }, 'Rose from 15 (Q1) to 47 (Q2).'],
    [
      'nothing where it can’t be held against it',
      { rated: rated(355, 348, { why: 'no baseline' }) },
      'Rose from 15 (Q1) to 47 (Q2).',
    ],
    [
      'who is missing',
      { complete: 'Q4 2021: 4 of 5 provinces have reported everything expected. Incomplete: Quảng Bình.' },
      'Rose from 15 (Q1) to 47 (Q2). Q4 2021: 4 of 5 provinces have reported everything expected. Incomplete: Quảng Bình.',
    ],
    [
      'of a share how much of the way is done',
      { points: points([0.5, 0.6], RATIO), rated: rated(0.6, 0.8, { ofTarget: 0.785 }, RATIO) },
      'Rose from 50% (Q1) to 60% (Q2). 78.5% of the way planned by 30 Sept 2021 (80%).',
    ],
    [
      'of a stage which one was planned',
      { points: points([0, 1], MILESTONE), rated: rated(1, 1, {}, MILESTONE) },
      'Draft in Q1; Issued since Q2. Planned by 30 Sept 2021: Issued.',
    ],
  ])('%s', (_, told, said) => {
    expect(answerText({ points: one, rated: null, complete: '', ...told }, en)).toBe(said)
  })

  it('in Vietnamese', () => {
    expect(answerText({ points: one, rated: rated(355, 348, { ofTarget: 355 / 348 }), complete: '' }, vi)).toBe(
      'Tăng từ 15 (Q1) lên 47 (Q2). Lũy kế 355, bằng 102% kế hoạch đến 30/09/2021 (348).',
    )
  })
})

describe('the value that an answer is about', () => {
  const full = { isDue: true, hasNumber: true, isSettled: true }
  const [partial, none, later] = [
    { ...full, isSettled: false },
    { ...full, hasNumber: false },
    { ...full, isDue: false },
  ]
  it.each([
    ['the last for which everything has come', [full, full, partial], false, 1],
    ['the last there is, where an end was asked for', [full, full, partial], true, 2],
    ['the last there is, where none is settled', [partial, partial], false, 1],
    ['none that is not due yet', [full, later], false, 0],
    ['none without a number, where another has one', [full, none], true, 0],
    ['the last due, where there is no number at all', [none, none, { ...none, isDue: false }], false, 1],
    ['none, where nothing was due', [later], false, -1],
  ])('is %s', (_, values, isAsked, nth) => {
    expect(toldValue(values, isAsked)).toBe(nth)
  })
})
