import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { FIGURE_STATES, type Figure, FLAGS } from '../../src/figures/figure.ts'
import {
  breakText,
  coverageText,
  figureInWords,
  flagText,
  gapInWords,
  legendText,
  markText,
  numberText,
  pairText,
  quotientText,
  remarksOn,
  totalText,
  typedText,
  valueText,
  whyNoTotal,
} from '../../src/figures/in-words.ts'
import { bareSign, waySign } from '../../src/figures/marks.ts'
import { QUESTION_REFUSALS } from '../../src/figures/question.ts'
import { type Key, wordsFor } from '../../src/language/words.ts'
import { COUNT, MEAN, MILESTONE, NOT_ADDITIVE, NOT_REPORTED, RATIO, reported, UNDEFINED } from '../charts/tables.ts'
import { indicator } from '../submissions/entry-form/definitions.ts'

const [vi, en] = [wordsFor('vi'), wordsFor('en')]
const RATE = { ...RATIO, scale: 100_000, decimals: 2 }
const MEDIAN = { ...MEAN, measure: 'median' } as const
const figure = (given: Partial<Figure>): Figure => ({
  state: 'reported',
  value: 1,
  coverage: [4, 5],
  flags: [],
  ...given,
})

describe('a figure in words', () => {
  it.each([
    ['a count', reported(1234), COUNT, { text: '1,234', detail: null, exact: 1234 }],
    [
      'a percentage',
      reported(1 / 3, { numerator: 1, denominator: 3 }),
      RATIO,
      { text: '33.3%', detail: '1 of 3', exact: 1 / 3 },
    ],
    ['a rate', reported(0.00001234), RATE, { text: '1.23', exact: 0.00001234 }],
    ['a mean', reported(0.625, { n: 63 }), MEAN, { text: '0.63', exact: 0.625, detail: 'n = 63' }],
    ['a stage', reported(1), MILESTONE, { text: 'Issued' }],
    ['a stage that has no name', reported(7), MILESTONE, { text: '7' }],
    [
      'a number that is no stage, whatever stages there were',
      reported(1),
      { ...COUNT, stages: MILESTONE.stages },
      { text: '1' },
    ],
    ['several stages', reported(3, { of: 5 }), MILESTONE, { text: '3 of 5', exact: 3 }],
    ['nothing', NOT_REPORTED, COUNT, { text: '[x]', says: 'not reported', exact: null, notes: [], why: null }],
    ['nothing to divide by', UNDEFINED, RATIO, { text: '[q]', says: 'undefined', detail: '0 of 0', exact: null }],
    ['no total', NOT_ADDITIVE, COUNT, { text: '[a]', says: 'not added up', why: en.t('figures:why.reporters') }],
  ] as const)('%s', (_, given, indicator, told) => expect(figureInWords(given, indicator, en)).toMatchObject(told))

  it('has its signs after the number, and its notes beside it', () => {
    const flags: Figure['flags'] = ['partial', 'carried', 'provisional', 'break']
    const told = figureInWords(figure({ flags }), COUNT, en)
    expect([told.marks, told.notes]).toEqual([
      ['[p]', '[b]'],
      ['partial: 4 of 5 reports', 'carried forward'],
    ])
    expect(told).toMatchObject({ says: null, why: null })
    expect(figureInWords(figure({ flags: ['partial'], state: 'not due' }), COUNT, en).notes).toHaveLength(1)
    // That nothing came is said by the sign already, who left is not.
    const left = figure({ flags: ['partial', 'ended'], state: 'not reported', value: null })
    expect(figureInWords(left, COUNT, en).notes).toEqual([markText('ended', en)])
  })

  it('says of a stock how many reporters it rests on', () => {
    expect(coverageText({ coverage: [4, 5] }, COUNT, en)).toBe('4 of 5 reports')
    expect(coverageText({ coverage: [4, 5] }, { overTime: 'latest' }, vi)).toBe('4/5 đơn vị báo cáo')
    expect(coverageText({ coverage: [0, 0] }, COUNT, en)).toBe('nothing expected')
  })

  it('has the sign of a mark, its word and, in a legend, what it means', () => {
    expect([markText('break', en), markText('partial', en)]).toEqual(['[b] break in series', 'partial'])
    expect(legendText('not due', en)).toBe(`${markText('not due', en)}: ${en.t('figures:mark.not-due')}`)
    expect(flagText('partial', figure({}), COUNT, en)).toBe('partial: 4 of 5 reports')
    expect(flagText('carried', figure({}), COUNT, en)).toBe('carried forward')
  })

  it('has its sign without brackets where there is no room, and says which way it went by another', () => {
    expect([bareSign('[x]'), bareSign('[r]')]).toEqual(['x', 'r'])
    expect([-1, 0, 0.5].map(waySign)).toEqual(['▼', '', '▲'])
  })

  it('says why a period has none by how long its values are', () => {
    const cut = figure({ state: 'not formed', value: null })
    for (const frequency of ['half-yearly', 'annual'] as const)
      expect(whyNoTotal(cut, { frequency }, en)).toBe(en.t(`figures:cut.${frequency}`))
    expect(whyNoTotal(figure({}), { frequency: 'annual' }, en)).toBeNull()
  })

  it('tells what is divided by what only where both are there', () => {
    expect(figureInWords(reported(1, { numerator: 1 }), RATIO, en).detail).toBeNull()
    expect(figureInWords(reported(1, { denominator: 1 }), RATIO, en).detail).toBeNull()
  })

  it('tells of a break from when it is and what is otherwise', () => {
    const [before, after] = [{ frequency: 'quarterly' }, { frequency: 'annual' }].map((one) =>
      indicator('V1', 'count', [], one as object),
    )
    const change = { of: 'definition', from: quarterOf(2022, 1), before: before!, after: after! } as const
    expect(breakText(change, [], en)).toBe(
      '[b] From 1 Jan 2022: Frequency: was “Every quarter”, is “Every year (fourth quarter)”.',
    )
    const renamed = { ...after!, countingUnit: { vi: 'vụ', en: 'case' } }
    expect(breakText({ ...change, after: renamed }, [], en)).toMatch(/^\[b\] From 1 Jan 2022: .+”\. .+”\.$/)
  })

  it('is nothing but a sign and its word where it is hidden', () => {
    expect(gapInWords('confidential', en)).toEqual({
      text: '[c]',
      says: 'confidential',
      why: null,
      detail: null,
      marks: [],
      notes: [],
      exact: null,
    })
  })
})

describe('numbers', () => {
  it('are rounded by the style of their indicator, per cent with its sign', () => {
    expect(valueText(0.5, RATIO, vi)).toBe('50%')
    const typed = { ...RATIO, measure: 'mean' as const, scale: 1, countingUnit: { vi: '%', en: '%' } }
    expect([valueText(-8.1, typed, vi), pairText({ value: -8.1, base: 32 }, typed, 'vi')]).toEqual([
      '−8,1%',
      '−8,1% (n = 32)',
    ])
    expect(valueText(0.12345, RATIO, vi)).toBe('12,3%')
    expect(valueText(1, MILESTONE, vi)).toBe('Ban hành')
    expect(numberText(1234.5, { scale: 10, decimals: 0, isPercent: false }, 'vi')).toBe('12.345')
  })

  it('are left as they were typed', () => {
    expect([typedText(63.55, 'vi'), typedText(0.1234567, 'en'), typedText(5, 'en')]).toEqual(['63,55', '0.123457', '5'])
  })
})

describe('a value with the number behind it', () => {
  it.each([
    ['a count', COUNT, { value: 12, base: null }, '12', '12'],
    ['a percentage', RATIO, { value: 9, base: 20 }, '45% (9 ÷ 20)', '45% (9 ÷ 20)'],
    ['a percentage of nobody', RATIO, { value: 0, base: 0 }, '0 ÷ 0', '0 ÷ 0'],
    ['half a percentage', RATIO, { value: 9, base: null }, '9 ÷ –', '9 ÷ –'],
    ['a rate', RATE, { value: 3, base: 1000 }, '300 (3 ÷ 1,000)', '300 (3 ÷ 1,000)'],
    ['a mean, as typed and rounded', MEAN, { value: 0.6255, base: 40 }, '0.6255 (n = 40)', '0.63 (n = 40)'],
    ['a mean without n', MEAN, { value: 0.5, base: null }, '0.5 (n = –)', '0.5 (n = –)'],
    ['a median', MEDIAN, { value: 12.5, base: 3 }, '12.5 (n = 3)', '12.5 (n = 3)'],
  ] as const)('%s', (_, indicator, pair, typed, total) => {
    expect([pairText(pair, indicator, 'en'), totalText(pair, indicator, 'en')]).toEqual([typed, total])
  })

  it('has as many decimals in a form as on a screen and in a workbook', () => {
    const whole = { ...RATIO, decimals: 0 }
    expect(pairText({ value: 1, base: 3 }, whole, 'en')).toBe(`${valueText(1 / 3, whole, en)} (1 ÷ 3)`)
    expect(quotientText({ value: 1, base: 3 }, whole, 'vi')).toBe('33%')
    expect(quotientText({ value: 1, base: 3 }, MEAN, 'vi')).toBeNull()
    expect(quotientText({ value: 1, base: null }, whole, 'vi')).toBeNull()
  })
})

describe('what a reader has to know of a figure', () => {
  it('is nothing when it is plain', () => {
    expect(remarksOn(figure({}), COUNT, en)).toEqual([])
  })

  it('is why there is no number, or no total', () => {
    expect(remarksOn(figure({ state: 'not reported' }), COUNT, en)).toEqual(['not reported'])
    expect(remarksOn(figure({ state: 'not additive', why: 'quarters' }), COUNT, en)).toEqual([
      en.t('figures:why.quarters'),
    ])
    expect(remarksOn(figure({ flags: ['partial', 'break'] }), COUNT, en)).toEqual([
      'Fewer reports than expected: 4 of 5.',
      en.t('figures:flag-long.break'),
    ])
  })

  it('is said in both languages for every state, flag and refusal', () => {
    for (const words of [vi, en]) {
      const remarks = [
        ...FIGURE_STATES.filter((state) => state !== 'reported').flatMap((state) =>
          remarksOn(figure({ state }), COUNT, words),
        ),
        ...(['reporters', 'quarters', 'cells', 'definitions'] as const).flatMap((why) =>
          remarksOn(figure({ state: 'not additive', why }), COUNT, words),
        ),
        ...FLAGS.flatMap((flag) => remarksOn(figure({ flags: [flag] }), COUNT, words)),
        ...QUESTION_REFUSALS.map((code) =>
          words.t(`figures:refused.${code}` as Key, {
            what: 'x',
            first: 'y',
            last: 'z',
            became: 'w',
            asked: '2',
            most: '1',
          }),
        ),
      ]
      for (const remark of remarks) expect(remark).not.toMatch(/^figures:|^[a-z-]+\.|{{/)
    }
  })
})
