import { describe, expect, it } from 'vitest'
import { seriesText, type ToldPoint } from '../../src/charts/series-in-words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import { wordsFor } from '../../src/language/words.ts'

const [en, vi] = [wordsFor('en'), wordsFor('vi')]
const COUNT = { measure: 'count', scale: 1, decimals: 0, overTime: 'sum', stages: [] } as unknown as Indicator
const RATIO = { ...COUNT, measure: 'ratio', scale: 100, decimals: 1 } as Indicator
const STAGES = ['none', 'drafted', 'issued'].map((name) => ({ vi: `${name} (vi)`, en: name }))
const MILESTONE = { ...COUNT, measure: 'milestone', overTime: 'latest', stages: STAGES } as Indicator

function series(values: readonly (number | null)[], own = COUNT, last: Partial<Figure> = {}): ToldPoint[] {
  return values.map((value, nth) => {
    const state = value === null ? 'not reported' : 'reported'
    const more = nth === values.length - 1 ? last : {}
    const figure: Figure = { state, value, coverage: [1, 1], flags: [], ...more }
    return { period: `Q${nth + 1}`, own, shown: { kind: 'figure', figure, target: null, progress: null } }
  })
}

const HIDDEN: ToldPoint = { period: 'Q1', own: COUNT, shown: { kind: 'confidential' } }

describe('a series in words', () => {
  it.each<[what: string, points: ToldPoint[], said: string]>([
    ['rises', series([15, 20, 47]), 'Rose from 15 (Q1) to 47 (Q3).'],
    ['falls', series([47, 20, 15]), 'Fell from 47 (Q1) to 15 (Q3).'],
    ['stays', series([4, 4]), '4 in Q1 as in Q2.'],
    ['rises and falls back', series([15, 47, 30]), 'Rose from 15 (Q1) to 47 (Q2), then 30 (Q3).'],
    ['falls and recovers', series([15, 2, 10]), 'Fell from 15 (Q1) to 2 (Q2), then 10 (Q3).'],
    ['ends where it began', series([5, 9, 5]), 'Rose from 5 (Q1) to 9 (Q2), then 5 (Q3).'],
    ['has a gap', series([15, null, 47]), 'Rose from 15 (Q1) to 47 (Q3). No figure for Q2.'],
    [
      'has many gaps',
      series([1, null, null, null, null, null, 2]),
      'Rose from 1 (Q1) to 2 (Q7). No figure for Q2, Q3, Q4 and 2 more.',
    ],
    ['has one value', series([15]), '15 in Q1.'],
    [
      'ends with what is outside',
      series([15, 20, null], COUNT, { state: 'outside' }),
      'Rose from 15 (Q1) to 20 (Q2). Not shown: Q3.',
    ],
    ['is hidden, all of it', [HIDDEN, { ...HIDDEN, period: 'Q2' }], 'Not shown: Q1, Q2.'],
    ['has none', series([null, null]), 'No figure yet.'],
    ['is a share', series([0.123, 0.5], RATIO), 'Rose from 12.3% (Q1) to 50% (Q2).'],
    ['is a stage', series([0, 1, 1], MILESTONE), 'none in Q1; drafted since Q2.'],
    ['is a stage that was kept', series([1, 1, 1], MILESTONE), 'drafted since Q1.'],
    ['is zero throughout', series([0, 0]), '0 in Q1 as in Q2.'],
  ])('%s', (_, points, said) => {
    expect(seriesText(points, en)).toBe(said)
  })

  it('does not call a value that rests on fewer reports a fall: it says how many', () => {
    const points = series([40, 47, 11], COUNT, { flags: ['partial'], coverage: [1, 5] })
    expect(seriesText(points, en)).toBe('Rose from 40 (Q1) to 47 (Q2). Q3 so far: 11 (1 of 5 reports).')
  })

  it('tells unsettled values where there are no others', () => {
    expect(seriesText(series([11], COUNT, { flags: ['partial'], coverage: [1, 5] }), en)).toBe('11 in Q1.')
  })

  it('does not miss what was not due or does not apply', () => {
    for (const state of ['not due', 'not applicable'] as const)
      expect(seriesText(series([1, 2, null], COUNT, { state }), en)).toBe('Rose from 1 (Q1) to 2 (Q2).')
  })

  it('says it in Vietnamese', () => {
    expect(seriesText(series([1500, null, 4700, 30]), vi)).toBe(
      'Tăng từ 1.500 (Q1) lên 4.700 (Q3), sau đó 30 (Q4). Không có số liệu: Q2.',
    )
    expect(seriesText(series([0, 2], MILESTONE), vi)).toBe('Q1: none (vi); từ Q2: issued (vi).')
  })
})
