import { describe, expect, it } from 'vitest'
import { remarksOn, ruleOf, type Said } from '../../src/figures/explain.ts'
import { FIGURE_STATES, type Figure, FLAGS } from '../../src/figures/figure.ts'
import { QUESTION_REFUSALS } from '../../src/figures/question.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import en from '../../src/language/en/figures.json' with { type: 'json' }
import vi from '../../src/language/vi/figures.json' with { type: 'json' }
import { MEASURES, OVER_PLACES, OVER_TIME } from '../../src/vocabulary/indicator.ts'

const indicator = (given: Partial<DefinedIndicator>) =>
  ({ stages: [], targetStage: null, ...given }) as unknown as DefinedIndicator
const figure = (given: Partial<Figure>): Figure => ({
  state: 'reported',
  value: 1,
  coverage: [4, 5],
  flags: [],
  ...given,
})

function sentence(tree: unknown, key: string): unknown {
  return key
    .replace('figures:', '')
    .split('.')
    .reduce<unknown>((branch, name) => (branch as Record<string, unknown> | undefined)?.[name], tree)
}
const said = ({ key }: Said) => [sentence(vi, key), sentence(en, key)]

describe('how a figure is made', () => {
  it('is said in both languages for every measure and pair of rules', () => {
    for (const measure of MEASURES)
      for (const overPlaces of OVER_PLACES)
        for (const overTime of OVER_TIME)
          for (const one of ruleOf(indicator({ measure, overPlaces, overTime, targetStage: 1 }))) {
            expect([one.key, ...said(one)]).toEqual([one.key, expect.any(String), expect.any(String)])
          }
  })

  it('is the addition, and before it what is added', () => {
    const keys = (given: Partial<DefinedIndicator>) => ruleOf(indicator(given)).map(({ key }) => key)
    expect(keys({ measure: 'count', overPlaces: 'sum', overTime: 'latest' })).toEqual(['figures:rule.count.sum-latest'])
    expect(keys({ measure: 'ratio', overPlaces: 'sum', overTime: 'sum' })).toEqual([
      'figures:rule.ratio',
      'figures:rule.count.sum-sum',
    ])
    expect(keys({ measure: 'mean', overPlaces: 'none', overTime: 'sum' })).toEqual([
      'figures:rule.mean',
      'figures:rule.count.none-sum',
    ])
    expect(keys({ measure: 'median', overPlaces: 'none', overTime: 'none' })).toEqual(['figures:rule.median'])
    expect(keys({ measure: 'milestone', overPlaces: 'sum', overTime: 'sum' })).toEqual([
      'figures:rule.milestone',
      'figures:rule.count.sum-none',
    ])
  })

  it('names the stage that counts as reached', () => {
    const stages = [
      { vi: 'chưa có', en: 'none' },
      { vi: 'ban hành', en: 'issued' },
    ]
    const rules = { measure: 'milestone', overPlaces: 'sum', overTime: 'latest' } as const
    expect(ruleOf(indicator({ ...rules, stages, targetStage: 1 }))[0]!.stage).toEqual(stages[1])
    expect(ruleOf(indicator({ ...rules, stages, targetStage: null }))[0]!.stage).toEqual(stages[0])
    expect(ruleOf(indicator({ ...rules, targetStage: 1 }))[0]).not.toHaveProperty('stage')
  })
})

describe('what a reader has to know of a figure', () => {
  it('is nothing when it is plain', () => {
    expect(remarksOn(figure({}))).toEqual([])
  })

  it('is why there is no number, or no total', () => {
    expect(remarksOn(figure({ state: 'not reported' }))).toEqual([{ key: 'figures:state.not-reported' }])
    expect(remarksOn(figure({ state: 'not additive', why: 'quarters' }))).toEqual([{ key: 'figures:why.quarters' }])
    expect(remarksOn(figure({ flags: ['partial', 'break'] }))).toEqual([
      { key: 'figures:flag-long.partial', values: { k: 4, n: 5 } },
      { key: 'figures:flag-long.break', values: { k: 4, n: 5 } },
    ])
  })

  it('is said in both languages for every state, flag and refusal', () => {
    const remarks = [
      ...FIGURE_STATES.filter((state) => state !== 'reported').flatMap((state) => remarksOn(figure({ state }))),
      ...(['reporters', 'quarters', 'cells'] as const).flatMap((why) =>
        remarksOn(figure({ state: 'not additive', why })),
      ),
      ...FLAGS.flatMap((flag) => remarksOn(figure({ flags: [flag] }))),
      ...QUESTION_REFUSALS.map((code) => ({ key: `figures:refused.${code}` })),
    ]
    for (const one of remarks)
      expect([one.key, ...said(one)]).toEqual([one.key, expect.any(String), expect.any(String)])
  })
})
