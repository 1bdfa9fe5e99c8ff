import { describe, expect, it } from 'vitest'
import { completenessText } from '../../../src/dashboards/completeness.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'

const words = wordsFor('en', PILOT_TERMS)

describe('how complete a quarter is', () => {
  const text = (k: number, n: number, ...missing: string[]) =>
    completenessText(
      { k, n, missing: missing.map((en) => ({ vi: `${en} (vi)`, en })) } as Parameters<typeof completenessText>[0],
      'Q2 2021',
      words,
    )

  it('is said in a sentence, with the provinces that are missing by name', () => {
    expect(text(2, 2)).toMatchObject({
      tone: 'good',
      sentence: words.t('charts:provinces.complete', { quarter: 'Q2 2021', k: 2, n: 2 }),
    })
    expect(text(1, 3, 'North', 'South')).toMatchObject({
      tone: 'warn',
      sentence: words.t('charts:provinces.partial', { quarter: 'Q2 2021', k: 1, n: 3, missing: 'North, South' }),
    })
  })

  it('counts nothing in a project of one province', () => {
    expect(text(1, 1)).toEqual({ tone: 'good', sentence: 'Q2 2021: everything expected has been reported.' })
    expect(text(0, 1, 'North')).toEqual({
      tone: 'warn',
      sentence: 'Q2 2021: North has not reported everything expected; the figures are partial.',
    })
  })

  it('names the first of many, and how many more there are', () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => `P${nth}`)
    const named = (sentence: string) => /Incomplete: (.*)\.$/.exec(sentence)?.[1]
    expect(named(text(0, 7, ...many(7)).sentence)).toBe('P0, P1, P2, P3, P4, P5, P6')
    expect(named(text(0, 8, ...many(8)).sentence)).toBe('P0, P1, P2, P3, P4, P5 and 2 more provinces')
  })
})
