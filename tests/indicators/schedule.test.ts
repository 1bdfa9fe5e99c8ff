import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { type Breakdown, isListedIn, namedOver } from '../../src/indicators/breakdown.ts'
import {
  areApart,
  isScheduledIn,
  lastDueIn,
  type Schedule,
  type SurveyRound,
  valueSpan,
} from '../../src/indicators/frequency.ts'
import { frequencyText } from '../../src/indicators/in-words.ts'
import { wordsFor } from '../../src/language/words.ts'

const Q = quarterOf
const [en, vi] = [wordsFor('en'), wordsFor('vi')]
const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  frequency: 'quarterly',
  yearStart: 1,
  rounds: [],
  ...more,
})
const round = (from: number, to: number, name: string | null = null): SurveyRound => ({
  from,
  to,
  name: name === null ? null : { vi: `${name} (vi)`, en: name },
})

describe('what is asked for while the project is at work', () => {
  const phases = [
    { from: Q(2019, 1), to: Q(2019, 4) },
    { from: Q(2021, 1), to: Q(2021, 4) },
  ]
  it.each([
    [Q(2018, 4), false],
    [Q(2019, 1), true],
    [Q(2019, 4), true],
    [Q(2020, 1), false],
    [Q(2020, 4), false],
    [Q(2021, 1), true],
    [Q(2021, 4), true],
    [Q(2022, 1), false],
  ])('in quarter %i: %s', (quarter, is) => {
    expect(isScheduledIn(schedule({ phases }), quarter)).toBe(is)
    expect(isScheduledIn(schedule(), quarter)).toBe(true)
    expect(isScheduledIn(schedule({ phases: [] }), quarter)).toBe(false)
  })

  it('is due by its frequency too, and was last due before a pause', () => {
    const annual = schedule({ frequency: 'annual', phases })
    expect([3, 4].map((nth) => isScheduledIn(annual, Q(2019, nth)))).toEqual([false, true])
    expect(lastDueIn(annual, { from: Q(2018, 1), to: Q(2021, 3) })).toBe(Q(2019, 4))
    expect(lastDueIn(schedule({ phases }), { from: Q(2020, 1), to: Q(2020, 4) })).toBeNull()
  })

  it('covers, in a pause, no more than the quarter in which it came', () => {
    expect(valueSpan(schedule({ frequency: 'annual', phases }), Q(2020, 4))).toMatchObject({
      grain: 'quarter',
      from: Q(2020, 4),
    })
  })
})

describe('survey rounds', () => {
  it.each<[string, SurveyRound[], boolean]>([
    ['none', [], true],
    ['one quarter', [round(5, 5)], true],
    ['one after the other', [round(5, 6), round(7, 8)], true],
    ['in whatever order they come', [round(7, 8), round(5, 6)], true],
    ['with a quarter in both', [round(5, 7), round(7, 8)], false],
    ['with a quarter in both, the later first', [round(7, 8), round(5, 7)], false],
    ['one within another', [round(5, 9), round(6, 7)], false],
    ['one that ends before it begins', [round(6, 5)], false],
    ['a last one that ends before it begins', [round(1, 2), round(6, 5)], false],
  ])('of %s are apart: %s', (_, rounds, apart) => {
    expect(areApart(rounds)).toBe(apart)
  })

  it('name what a value covers, each by a key of its own', () => {
    const rounds = [round(Q(2019, 1), Q(2019, 2), 'Baseline'), round(Q(2020, 3), Q(2020, 3))]
    const spans = rounds.map(({ to }) => valueSpan(schedule({ frequency: 'survey', rounds }), to))
    expect(spans).toEqual([
      {
        grain: 'round',
        key: 'round-2019-Q2',
        year: 2019,
        nth: 1,
        from: Q(2019, 1),
        to: Q(2019, 2),
        name: { vi: 'Baseline (vi)', en: 'Baseline' },
      },
      { grain: 'round', key: 'round-2020-Q3', year: 2020, nth: 2, from: Q(2020, 3), to: Q(2020, 3), name: null },
    ])
  })

  it('are told by name and dates, those without a name by their quarter or their dates', () => {
    const rounds = [
      round(Q(2019, 2), Q(2019, 2), 'Baseline'),
      round(Q(2020, 3), Q(2020, 3)),
      round(Q(2021, 1), Q(2021, 2)),
    ]
    expect(frequencyText(schedule({ frequency: 'survey', rounds }), en)).toBe(
      'In survey rounds: Baseline (1 Apr 2019 – 30 Jun 2019), Q3 2020, 1 Jan 2021 – 30 Jun 2021',
    )
  })
})

it('how often it is asked for names the month in which its years start, unless that is January or it makes no difference', () => {
  const told = (more: Partial<Schedule>, words = en) => frequencyText(schedule(more), words)
  expect(told({})).toBe('Every quarter')
  expect(told({ yearStart: 4 })).toBe('Every quarter')
  expect(told({ frequency: 'annual' })).toBe('Every year (fourth quarter)')
  expect(told({ frequency: 'annual', yearStart: 4 })).toBe('Every year that starts in April')
  expect(told({ frequency: 'half-yearly' })).toBe('Every half-year (second and fourth quarter)')
  expect(told({ frequency: 'half-yearly', yearStart: 10 })).toBe('Every half-year of a year that starts in October')
  expect(told({ frequency: 'annual', yearStart: 4 }, vi)).toContain('4')
})

describe('the categories of a list', () => {
  const text = (en: string) => ({ vi: `${en} (vi)`, en })
  const category = (id: number, ...held: [from: number, to: number | null, name: string][]) => ({
    id,
    code: `c${id}`,
    name: text(held.at(-1)![2]),
    definitions: held.map(([from, to, name]) => ({ from, to, name: text(name) })),
  })
  const list: Breakdown = {
    id: 1,
    code: 'x',
    name: text('X'),
    categories: [category(1, [1, 4, 'old'], [5, 8, 'newer'], [9, null, 'newest']), category(2, [1, 2, 'gone'])],
  }
  const names = (from: number, to: number) => namedOver(list, { from, to }).categories.map(({ name }) => name.en)

  it('go over a span by the last name they have in it; those on no list by the last they ever had', () => {
    expect(names(1, 4)).toEqual(['old', 'gone'])
    expect(names(4, 5)).toEqual(['newer', 'gone'])
    expect(names(6, 20)).toEqual(['newest', 'gone'])
    expect(namedOver(list, { from: 1, to: 1 })).toMatchObject({
      code: 'x',
      categories: [{ id: 1, code: 'c1' }, { id: 2 }],
    })
  })

  it('are on it in every quarter in which one of their names holds', () => {
    expect([0, 1, 4, 5, 9, 99].map((quarter) => isListedIn(list.categories[0]!, quarter))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect([2, 3].map((quarter) => isListedIn(list.categories[1]!, quarter))).toEqual([true, false])
  })
})
