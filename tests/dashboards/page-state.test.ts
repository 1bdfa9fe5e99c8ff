import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { address, carried } from '../../src/dashboards/addresses.ts'
import type { Choice } from '../../src/dashboards/choice.ts'
import { filtersOf } from '../../src/dashboards/filters.ts'
import {
  chosenQuestion,
  isRedrawn,
  isToDate,
  type PageState,
  periodsOf,
  provincesIn,
  spansOf,
} from '../../src/dashboards/page-state.ts'
import { wordsFor } from '../../src/language/words.ts'
import { Places } from '../../src/places/place.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { north, places, south } from '../places/joined-places.ts'
import { EVERYTHING } from './scope/everything.ts'

const words = wordsFor('en', PILOT_TERMS)
const Q = quarterOf
const NOW = Date.parse('2025-08-01T09:00:00+07:00')
const choice: Choice = {
  from: Q(2020, 1),
  to: Q(2021, 2),
  grain: 'year',
  basis: 'approved',
  asAt: null,
  map: 'as-reported',
}
const usual = { from: Q(2020, 1), to: Q(2021, 2), grain: 'quarter' } as const

const state = (more: Partial<PageState> = {}) =>
  ({
    now: NOW,
    words,
    choice,
    usual,
    places,
    fiscalStart: 4,
    seenThrough: null,
    project: { firstQuarter: Q(2020, 1), lastQuarter: Q(2020, 4), phases: [], donors: [] },
    provinces: [north, south],
    ...{ scope: EVERYTHING, offered: { areas: [], partners: [], sdg: [], gcm: [] } },
    search: '?grain=year',
    ...more,
  }) as unknown as PageState

describe('the provinces that can be asked for', () => {
  const shown = (reporting: number[], more: Partial<Choice> = {}) =>
    provincesIn(places, new Set(reporting), { ...choice, ...more }, NOW).map(({ slug }) => slug)

  it('are those in which somebody was asked, while they were there at some time of the span', () => {
    expect(shown([1, 2, 4])).toEqual(['north', 'south'])
    expect(shown([1])).toEqual(['north'])
    expect(shown([])).toEqual([])
    expect(shown([2], { from: Q(2020, 3), to: Q(2020, 3) })).toEqual(['south'])
    expect(shown([2], { from: Q(2020, 4) })).toEqual([])
    expect(shown([3], { to: Q(2025, 2) })).toEqual([])
    expect(shown([1, 3], { to: Q(2025, 3) })).toEqual(['north', 'joined'])
  })

  it('are, on today’s map, what became of them', () => {
    expect(shown([1], { map: 'today' })).toEqual(['joined'])
    expect(shown([2], { map: 'today' })).toEqual(['south'])
    expect(shown([4], { map: 'today' })).toEqual(['joined'])
    expect(shown([], { map: 'today' })).toEqual([])
  })

  it('stand on another map only once something has been joined', () => {
    expect(isRedrawn(state())).toBe(true)
    expect(isRedrawn(state({ now: Date.parse('2025-07-01T00:00:00+07:00') }))).toBe(true)
    expect(isRedrawn(state({ now: Date.parse('2025-06-30T23:59:00+07:00') }))).toBe(false)
    expect(isRedrawn(state({ places: new Places([north], []) }))).toBe(false)
  })
})

describe('what is asked', () => {
  it('has the basis, the map and the instant of the choice', () => {
    const asked = { indicators: '*', groups: [], spans: [] } as const
    expect(chosenQuestion({ choice }, asked)).toEqual({ ...asked, basis: 'approved', map: 'as-reported' })
    expect(chosenQuestion({ choice: { ...choice, asAt: 5 } }, asked)).toMatchObject({ asAt: 5 })
  })

  it('is cut into the periods of the grain; to date is one for each quarter from the start', () => {
    const keys = (grain: Choice['grain'], fiscalStart = 4) =>
      periodsOf(state({ choice: { ...choice, grain }, fiscalStart })).map(({ key, from, to }) => [key, to - from + 1])
    expect(keys('year')).toEqual([
      ['2020', 4],
      ['2021', 2],
    ])
    expect(keys('fiscal-year')).toEqual([
      ['FY2019', 1],
      ['FY2020', 4],
      ['FY2021', 1],
    ])
    expect(keys('fiscal-year', 1)).toEqual([
      ['FY2020', 4],
      ['FY2021', 2],
    ])
    expect(keys('to-date').map(([key, quarters]) => `${key}: ${quarters}`)).toEqual([
      'to-2020-Q1: 1',
      'to-2020-Q2: 2',
      'to-2020-Q3: 3',
      'to-2020-Q4: 4',
      'to-2021-Q1: 5',
      'to-2021-Q2: 6',
    ])
    const [, second] = periodsOf(state({ choice: { ...choice, grain: 'to-date' } }))
    expect(second).toMatchObject({ grain: 'to-date', year: 2020, nth: 2, from: choice.from })
  })

  it('has beside the periods the whole span and its last quarter, and says which figures are to date', () => {
    const spans = spansOf(state(), periodsOf(state()))
    expect(spans).toEqual([
      { key: '2020', from: Q(2020, 1), to: Q(2020, 4) },
      { key: '2021', from: Q(2021, 1), to: Q(2021, 2) },
      { key: 'whole', from: choice.from, to: choice.to },
      { key: 'this', from: choice.to, to: choice.to },
    ])
    expect(spans.map(isToDate)).toEqual([false, false, true, false])
    expect(isToDate({ key: 'to-2020-Q1', from: 0, to: 0 })).toBe(true)
  })
})

describe('what can be chosen', () => {
  const filters = (which: 'quarter' | 'span', more: Partial<PageState> = {}) =>
    filtersOf(state(more), '/overview', which)

  it('is a quarter, or a span and its grain; then basis and map', () => {
    const names = (which: 'quarter' | 'span') => filters(which).selects.map(({ name, chosen }) => [name, chosen])
    expect(names('quarter')).toEqual([
      ['quarter', '2021-Q2'],
      ['basis', 'approved'],
      ['map', 'as-reported'],
    ])
    expect(names('span')).toEqual([
      ['from', '2020-Q1'],
      ['to', '2021-Q2'],
      ['grain', 'year'],
      ['basis', 'approved'],
      ['map', 'as-reported'],
    ])
  })

  it('is a quarter of the project, or one chosen after its end, with its dates', () => {
    const [quarter] = filters('quarter').selects
    expect(quarter!.label).toBe('Quarter')
    expect(quarter!.options.map(({ value }) => value)).toEqual([
      '2020-Q1',
      '2020-Q2',
      '2020-Q3',
      '2020-Q4',
      '2021-Q1',
      '2021-Q2',
    ])
    expect(quarter!.options[0]!.label).toBe('Q1 2020 (1 Jan 2020 – 31 Mar 2020)')
    const earlier = filters('quarter', { choice: { ...choice, to: Q(2020, 2) } }).selects[0]!
    expect(earlier.options.at(-1)!.value).toBe('2020-Q4')
  })

  it('names what each choice means, fiscal years by the day they start', () => {
    const [, , grain, basis, map] = filters('span', { fiscalStart: 10 }).selects
    expect(grain!.options.map(({ value }) => value)).toEqual(['quarter', 'half-year', 'year', 'fiscal-year', 'to-date'])
    expect(grain!.options[3]!.label).toContain('1 October')
    expect(filters('span').selects[2]!.options[3]!.label).toContain('1 April')
    expect(basis!.options.map(({ value }) => value)).toEqual(['approved', 'provisional'])
    expect(map!.options.map(({ value }) => value)).toEqual(['as-reported', 'today'])
    for (const { label, options } of [grain!, basis!, map!])
      for (const one of [label, ...options.map((option) => option.label)]) expect(one).not.toMatch(/^$|figures[:.]/)
  })

  it('is a day up to today', () => {
    expect(filters('span')).toMatchObject({ action: '/overview', asAt: '', today: '2025-08-01' })
    const asAt = Date.parse('2021-10-31T23:59:59+07:00')
    expect(filters('span', { choice: { ...choice, asAt } }).asAt).toBe('2021-10-31')
  })
})

describe('the same choice on another page', () => {
  it('is carried in the address, with what is asked besides', () => {
    expect(carried(state(), '/indicators/V1')).toBe('/indicators/V1?grain=year')
    expect(carried(state(), '/x', { table: 'by-sex' })).toBe('/x?grain=year&table=by-sex')
    expect(carried(state({ choice: { ...choice, grain: 'quarter' } }), '/x', { table: 'a' })).toBe('/x?table=a')
  })

  it('has no question mark where nothing is asked', () => {
    expect(address('/x', {})).toBe('/x')
    expect(address('/x', { a: 'b c', d: 'đ' })).toBe('/x?a=b+c&d=%C4%91')
  })
})
