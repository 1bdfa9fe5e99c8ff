import { describe, expect, it } from 'vitest'
import { parseQuarter, quarterCode } from '../../../src/calendar/quarter.ts'
import { cut, type Grain, type Span } from '../../../src/calendar/span.ts'
import { historyOf, type IndicatorHistory } from '../../../src/indicators/definitions/history.ts'
import { coveredBy, neverAskedFor, valueSpanIn, valueSpansIn } from '../../../src/indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import {
  frequencyOver,
  grainsFor,
  isCutByYears,
  ownGrain,
  periodsFor,
  reportedPeriods,
} from '../../../src/indicators/periods.ts'
import { roundsIn } from '../rounds.ts'

const Q = (code: string) => parseQuarter(code)!
const PROJECT = { from: Q('2019-Q1'), to: Q('2021-Q4') }
const KAP = roundsIn(['2019-Q2', '2020-Q3', '2021-Q3'].map(Q))

function measured(from: string, to: string | null, given: Partial<DefinedIndicator>): DefinedIndicator {
  const schedule = { frequency: 'quarterly', yearStart: 1, rounds: [] } as const
  return { ...schedule, ...given, from: Q(from), to: to === null ? null : Q(to) } as DefinedIndicator
}
const always = (given: Partial<DefinedIndicator>) => historyOf([measured('1990-Q1', null, given)])
const written = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => (from === to ? quarterCode(from) : `${quarterCode(from)}..${quarterCode(to)}`)).join(' ')

const HALF = always({ frequency: 'half-yearly' })
const YEAR = always({ frequency: 'annual' })
const FISCAL = always({ frequency: 'annual', yearStart: 4 })
const ROUNDS = always({ frequency: 'survey', rounds: KAP })
/** By quarter, then by half-year from the middle of one; then by year. */
const SELDOMER = historyOf([
  measured('1990-Q1', '2020-Q1', {}),
  measured('2020-Q2', '2020-Q4', { frequency: 'half-yearly' }),
  measured('2021-Q1', null, { frequency: 'annual' }),
])
const OFTENER = historyOf([
  measured('1990-Q1', '2019-Q4', { frequency: 'annual' }),
  measured('2020-Q1', null, { frequency: 'quarterly' }),
])
/** Only called otherwise from the middle of a half-year on. */
const RENAMED = historyOf([
  measured('1990-Q1', '2020-Q1', { frequency: 'half-yearly' }),
  measured('2020-Q2', null, { frequency: 'half-yearly' }),
])
const PAUSED = historyOf([
  measured('1990-Q1', '2019-Q3', { frequency: 'annual' }),
  measured('2020-Q3', null, { frequency: 'annual' }),
])

describe('the spans of values', () => {
  it.each<[string, IndicatorHistory, string]>([
    [
      'of half-years',
      HALF,
      '2019-Q1..2019-Q2 2019-Q3..2019-Q4 2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q2 2021-Q3..2021-Q4',
    ],
    ['of years', YEAR, '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    [
      'of years from April: the first begins before the project',
      FISCAL,
      '2018-Q2..2019-Q1 2019-Q2..2020-Q1 2020-Q2..2021-Q1',
    ],
    ['of survey rounds', ROUNDS, '2019-Q2 2020-Q3 2021-Q3'],
    [
      'that become seldomer say nothing again',
      SELDOMER,
      '2019-Q1 2019-Q2 2019-Q3 2019-Q4 2020-Q1 2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q4',
    ],
    [
      'that become oftener',
      OFTENER,
      '2019-Q1..2019-Q4 2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1 2021-Q2 2021-Q3 2021-Q4',
    ],
    ['that are only called otherwise', RENAMED, written(valueSpansIn(HALF, PROJECT))],
    ['after a pause begin with it', PAUSED, '2020-Q3..2020-Q4 2021-Q1..2021-Q4'],
  ])('%s', (_, history, spans) => {
    expect(written(valueSpansIn(history, PROJECT))).toBe(spans)
  })

  it('have another key where they are shorter than their name', () => {
    expect(valueSpanIn(SELDOMER, Q('2020-Q2')).key).toBe('2020-H1 from 2020-Q2')
    expect(valueSpanIn(HALF, Q('2020-Q2')).key).toBe('2020-H1')
    expect(valueSpanIn(HALF, Q('2020-Q1'))).toMatchObject({ grain: 'quarter', key: '2020-Q1' })
    const begun = historyOf([measured('2020-Q1', null, { frequency: 'half-yearly' })])
    expect(valueSpanIn(begun, Q('2020-Q2')).key).toBe('2020-H1')
    expect(valueSpanIn(PAUSED, Q('2020-Q2'))).toMatchObject({ grain: 'quarter', key: '2020-Q2' })
  })

  it('go back over every definition that asks by the same calendar, and no further', () => {
    const named = (yearStart: 1 | 4) => ({ frequency: 'annual' as const, yearStart })
    const thrice = historyOf([
      measured('1990-Q1', '2020-Q1', named(1)),
      measured('2020-Q2', '2020-Q2', named(1)),
      measured('2020-Q3', null, named(1)),
    ])
    expect(written([valueSpanIn(thrice, Q('2020-Q4'))])).toBe('2020-Q1..2020-Q4')
    const otherYears = historyOf([measured('1990-Q1', '2020-Q2', named(1)), measured('2020-Q3', null, named(4))])
    expect(written([valueSpanIn(otherYears, Q('2021-Q1'))])).toBe('2020-Q3..2021-Q1')
  })
})

describe('the end of a project', () => {
  it.each<[string, IndicatorHistory, string, string | null]>([
    ['in the middle of a half-year', HALF, '2021-Q3', '2021-Q3'],
    ['in the middle of a year', YEAR, '2021-Q2', '2021-Q1..2021-Q2'],
    ['before the first year is over', YEAR, '2019-Q3', '2019-Q1..2019-Q3'],
    ['with a year', YEAR, '2021-Q4', null],
    ['in the middle of a year that goes by another month', FISCAL, '2021-Q4', '2021-Q2..2021-Q4'],
    ['between survey rounds', ROUNDS, '2021-Q1', null],
    ['after the indicator has become seldomer', SELDOMER, '2021-Q2', '2021-Q1..2021-Q2'],
    ['after it was retired', historyOf([measured('1990-Q1', '2020-Q4', { frequency: 'annual' })]), '2021-Q2', null],
    [
      'in a pause',
      always({ frequency: 'annual', phases: [{ from: Q('2019-Q1'), to: Q('2020-Q4') }] }),
      '2021-Q2',
      null,
    ],
  ])('%s', (_, history, last, span) => {
    const never = neverAskedFor(history, { from: PROJECT.from, to: Q(last) })
    expect(never && written([never])).toBe(span)
  })
})

describe('what a period covers', () => {
  const covered = (history: IndicatorHistory, from: string, to: string, begins: string[] = ['2019-Q1']) => {
    const period = { from: Q(from), to: Q(to) }
    const { span, cut: isCut } = coveredBy(valueSpansIn(history, period), period, { begins: begins.map(Q) })
    return [span && written([span]), isCut ? 'cut' : 'whole']
  }
  it.each<[string, IndicatorHistory, string, string, string | null, 'cut' | 'whole']>([
    ['a half-year', HALF, '2020-Q1', '2020-Q2', '2020-Q1..2020-Q2', 'whole'],
    ['the quarter a half-yearly value is typed in', HALF, '2020-Q2', '2020-Q2', '2020-Q1..2020-Q2', 'cut'],
    ['the quarter before it', HALF, '2020-Q1', '2020-Q1', null, 'whole'],
    ['a calendar year of half-years', HALF, '2020-Q1', '2020-Q4', '2020-Q1..2020-Q4', 'whole'],
    ['a fiscal year from April over half-years', HALF, '2019-Q2', '2020-Q1', '2019-Q1..2019-Q4', 'cut'],
    ['a fiscal year from July over half-years', HALF, '2019-Q3', '2020-Q2', '2019-Q3..2020-Q2', 'whole'],
    ['a fiscal year from October over half-years', HALF, '2019-Q4', '2020-Q3', '2019-Q3..2020-Q2', 'cut'],
    ['a fiscal year over calendar years', YEAR, '2019-Q2', '2020-Q1', '2019-Q1..2019-Q4', 'cut'],
    ['a fiscal year from July over calendar years', YEAR, '2019-Q3', '2020-Q2', '2019-Q1..2019-Q4', 'cut'],
    ['a fiscal year over years of its own', FISCAL, '2019-Q2', '2020-Q1', '2019-Q2..2020-Q1', 'whole'],
    ['a calendar year over fiscal years', FISCAL, '2020-Q1', '2020-Q4', '2019-Q2..2020-Q1', 'cut'],
    ['a half-year of an annual value', YEAR, '2020-Q3', '2020-Q4', '2020-Q1..2020-Q4', 'cut'],
    ['to date, in the middle of a half-year', HALF, '2019-Q1', '2021-Q3', '2019-Q1..2021-Q2', 'whole'],
    ['from the beginning, which is in the middle of a year', FISCAL, '2019-Q1', '2021-Q4', '2018-Q2..2021-Q1', 'whole'],
    ['a year with a survey round in it', ROUNDS, '2020-Q1', '2020-Q4', '2020-Q3', 'whole'],
  ])('%s', (_, history, from, to, span, state) => {
    expect(covered(history, from, to)).toEqual([span, state])
  })

  it('is not cut where a phase begins with it', () => {
    expect(covered(HALF, '2021-Q2', '2021-Q4', ['2019-Q1', '2021-Q2'])).toEqual(['2021-Q1..2021-Q4', 'whole'])
    expect(covered(HALF, '2021-Q2', '2021-Q4')).toEqual(['2021-Q1..2021-Q4', 'cut'])
    expect(covered(HALF, '2018-Q4', '2021-Q4', ['2018-Q4'])[1]).toBe('whole')
    expect(covered(HALF, '2018-Q4', '2021-Q4', ['2019-Q1'])[1]).toBe('whole')
    expect(covered(HALF, '2020-Q2', '2021-Q4', ['2019-Q1', '2021-Q2'])[1]).toBe('cut')
  })
})

describe('the periods of a series', () => {
  const set = (history: IndicatorHistory, grain: Grain, start = 4, of = PROJECT) =>
    written(periodsFor(history, cut(of, grain, start), grain))
  it.each<[IndicatorHistory, Grain, string]>([
    [HALF, 'quarter', written(valueSpansIn(HALF, PROJECT))],
    [HALF, 'half-year', written(valueSpansIn(HALF, PROJECT))],
    [HALF, 'year', '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    // A donor's year is not finer: its figures can't be formed, and say so.
    [HALF, 'fiscal-year', '2019-Q1 2019-Q2..2020-Q1 2020-Q2..2021-Q1 2021-Q2..2021-Q4'],
    [YEAR, 'quarter', '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    [YEAR, 'half-year', '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    [YEAR, 'fiscal-year', '2019-Q1 2019-Q2..2020-Q1 2020-Q2..2021-Q1 2021-Q2..2021-Q4'],
    [FISCAL, 'half-year', '2018-Q2..2019-Q1 2019-Q2..2020-Q1 2020-Q2..2021-Q1'],
    [ROUNDS, 'quarter', '2019-Q2 2020-Q3 2021-Q3'],
    [ROUNDS, 'half-year', '2019-Q2 2020-Q3 2021-Q3'],
    [ROUNDS, 'year', '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    [SELDOMER, 'quarter', '2019-Q1 2019-Q2 2019-Q3 2019-Q4 2020-Q1 2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q4'],
    [SELDOMER, 'half-year', '2019-Q1..2019-Q2 2019-Q3..2019-Q4 2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q4'],
    [OFTENER, 'half-year', '2019-Q1..2019-Q4 2020-Q1..2020-Q2 2020-Q3..2020-Q4 2021-Q1..2021-Q2 2021-Q3..2021-Q4'],
  ])('%# by %s', (history, grain, spans) => {
    expect(set(history, grain)).toBe(spans)
  })

  it('to date go to the end of each value, not further', () => {
    const dates = cut(PROJECT, 'quarter').map((one) => ({ ...one, grain: 'to-date' as const, from: PROJECT.from }))
    const ends = (history: IndicatorHistory) => periodsFor(history, dates, 'to-date').map(({ to }) => quarterCode(to))
    expect(ends(YEAR)).toEqual(['2019-Q4', '2020-Q4', '2021-Q4'])
    expect(ends(ROUNDS)).toEqual(['2019-Q2', '2020-Q3', '2021-Q3'])
    expect(ends(always({}))).toHaveLength(12)
  })

  it.each<[string, IndicatorHistory, number, boolean, string]>([
    ['half-years', HALF, 4, true, '2019-Q1..2019-Q4 2020-Q1..2020-Q4 2021-Q1..2021-Q4'],
    ['half-years', HALF, 7, false, '2019-Q1..2019-Q2 2019-Q3..2020-Q2 2020-Q3..2021-Q2 2021-Q3..2021-Q4'],
    ['years', YEAR, 7, true, written(valueSpansIn(YEAR, PROJECT))],
    ['years from April', FISCAL, 4, false, written(valueSpansIn(FISCAL, PROJECT))],
  ])('of a report: %s by years from month %#', (_, history, start, isCut, spans) => {
    expect(written(reportedPeriods(history, cut(PROJECT, 'fiscal-year', start), 'fiscal-year'))).toBe(spans)
    expect(isCutByYears(history, PROJECT, start)).toBe(isCut)
  })

  it('have a grain of their own, where they all have the same', () => {
    const grains = [HALF, YEAR, FISCAL, ROUNDS, SELDOMER, always({})].map((history) => ownGrain(history, PROJECT))
    expect(grains).toEqual(['half-year', 'year', 'quarter', 'quarter', 'quarter', 'quarter'])
    expect(ownGrain(SELDOMER, { from: Q('2020-Q2'), to: Q('2021-Q4') })).toBe('quarter')
  })

  it('keep what is left of a half-year in which values begin to cover more, in the order of time', () => {
    const seldomer = historyOf([measured('1990-Q1', '2020-Q1', {}), measured('2020-Q2', null, { frequency: 'annual' })])
    const periods = periodsFor(seldomer, cut(PROJECT, 'half-year', 1), 'half-year')
    expect(written(periods)).toBe('2019-Q1..2019-Q2 2019-Q3..2019-Q4 2020-Q1 2020-Q2..2020-Q4 2021-Q1..2021-Q4')
    expect(periods.slice(1, 3).map(({ key }) => key)).toEqual(['2019-H2', '2020-H1 2020-Q1'])
    const oftener = historyOf([
      measured('1990-Q1', '2020-Q1', { frequency: 'annual', yearStart: 4 }),
      measured('2020-Q2', null, {}),
    ])
    const year = { from: Q('2020-Q1'), to: Q('2020-Q4') }
    expect(set(oftener, 'half-year', 1, year)).toBe('2019-Q2..2020-Q1 2020-Q2 2020-Q3..2020-Q4')
  })

  it.each<[string, IndicatorHistory, string, Grain[]]>([
    ['quarterly', always({}), 'quarterly', ['quarter', 'half-year', 'year', 'fiscal-year', 'to-date']],
    ['half-yearly', HALF, 'half-yearly', ['half-year', 'year', 'fiscal-year', 'to-date']],
    ['annual', YEAR, 'annual', ['year', 'fiscal-year', 'to-date']],
    ['survey rounds', ROUNDS, 'survey', ['quarter', 'year', 'fiscal-year', 'to-date']],
    ['changing', SELDOMER, 'quarterly', ['quarter', 'year', 'fiscal-year', 'to-date']],
  ])('are offered by its own grain and coarser ones: %s', (_, history, frequency, grains) => {
    expect(grainsFor(history, PROJECT)).toEqual(grains)
    expect(frequencyOver(history, PROJECT)).toBe(frequency)
  })
})
