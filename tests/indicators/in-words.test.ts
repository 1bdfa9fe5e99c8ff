import { describe, expect, it } from 'vitest'
import { partUnitText, ruleText, unitBesideText, unitText } from '../../src/indicators/in-words.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import { type Key, wordsFor } from '../../src/language/words.ts'
import { MEASURES, OVER_PLACES, OVER_TIME } from '../../src/vocabulary/indicator.ts'
import { COUNT, MEAN, MILESTONE, RATIO } from '../charts/tables.ts'

const [vi, en] = [wordsFor('vi'), wordsFor('en')]
const said = (...keys: string[]) => keys.map((key) => en.t(`figures:rule.${key}` as Key))

describe('how a figure is made', () => {
  it('is said in both languages for every measure and pair of rules', () => {
    for (const measure of MEASURES)
      for (const overPlaces of OVER_PLACES)
        for (const overTime of OVER_TIME)
          for (const words of [vi, en])
            for (const sentence of ruleText({ ...MILESTONE, measure, overPlaces, overTime }, words)) {
              expect(sentence).toMatch(/\.$/)
              expect(sentence).not.toContain('{{')
            }
  })

  it('is the addition, and before it what is added', () => {
    const told = (given: Partial<Indicator>) => ruleText({ ...COUNT, ...given }, en)
    expect(told({ measure: 'count', overPlaces: 'sum', overTime: 'latest' })).toEqual(said('count.sum-latest'))
    expect(told({ measure: 'ratio', overPlaces: 'sum', overTime: 'sum' })).toEqual(said('ratio', 'count.sum-sum'))
    expect(told({ measure: 'mean', overPlaces: 'none', overTime: 'sum' })).toEqual(said('mean', 'count.none-sum'))
    expect(told({ measure: 'median', overPlaces: 'none', overTime: 'none' })).toEqual(said('median'))
    expect(told({ measure: 'milestone', overPlaces: 'sum', overTime: 'sum' })[1]).toEqual(said('count.sum-none')[0])
  })

  it('names the stage that counts as reached', () => {
    expect(ruleText(MILESTONE, en)[0]).toContain('“Issued”')
    expect(ruleText({ ...MILESTONE, targetStage: null }, vi)[0]).toContain('“Dự thảo”')
  })
})

describe('what one of it is', () => {
  it.each([
    ['a count', COUNT, 'persons', 'persons'],
    ['a percentage', RATIO, '% clients', ''],
    ['a rate', { ...RATIO, scale: 100_000 }, 'persons per 100,000 clients', 'persons per 100,000 clients'],
    ['a bare ratio', { ...RATIO, scale: 1 }, 'persons', 'persons'],
    ['a ratio of one kind', { ...RATIO, baseUnit: null }, '% persons', ''],
    ['a mean of many', { ...MEAN, scale: 1000, baseUnit: { vi: 'x', en: 'x' } }, 'persons', 'persons'],
    ['a mean', { ...MEAN, baseUnit: { vi: 'x', en: 'x' } }, 'persons', 'persons'],
    ['a stage', MILESTONE, 'persons', ''],
    ['a typed percentage', { ...MEAN, countingUnit: { vi: '%', en: '%' } }, '%', ''],
    ['one of something', { ...MEAN, countingUnit: { vi: '% thu', en: '% of revenue' } }, '% of revenue', 'of revenue'],
  ] as const)('%s', (_, indicator, unit, short) => {
    expect([unitText(indicator, en), unitBesideText('2', indicator, en)]).toEqual([unit, short])
  })

  it('is said of each number that is stored', () => {
    expect([partUnitText(RATIO, 'value', vi), partUnitText(RATIO, 'base', vi)]).toEqual(['người', 'khách hàng'])
    expect(partUnitText(COUNT, 'base', vi)).toBe('người')
  })
})
