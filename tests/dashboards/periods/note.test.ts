import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import type { Grain } from '../../../src/calendar/span.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { periodsOf } from '../../../src/dashboards/page-state.ts'
import { grainSaid, periodsNote } from '../../../src/dashboards/periods/note.ts'
import { ownPeriods, spansApart } from '../../../src/dashboards/periods/own-periods.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Frequency } from '../../../src/vocabulary/indicator.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { EVERYTHING } from '../scope/everything.ts'

const span = { from: quarterOf(2020, 1), to: quarterOf(2020, 4) }
const asked = (frequency: Frequency) => {
  const schedule = { frequency, yearStart: 1, rounds: [], from: quarterOf(2019, 1), to: null }
  return historyOf([schedule as unknown as DefinedIndicator])
}

/** A page asked by a grain, of indicators that are asked for so often. */
const state = (grain: Grain, given: Record<string, Frequency> = { A: 'annual', H: 'half-yearly', Q: 'quarterly' }) =>
  ({
    words: wordsFor('en', PILOT_TERMS),
    choice: { ...span, grain, basis: 'approved', asAt: null, map: 'as-reported' },
    usual: { ...span, grain: 'quarter' },
    ...{ fiscalStart: 4, scope: EVERYTHING },
    histories: new Map(Object.entries(given).map(([code, frequency]) => [code, asked(frequency)])),
  }) as unknown as PageState

const table = (rowsAre: string, ...states: string[]) =>
  ({
    rowsAre,
    cells: [states.map((state) => ({ shown: { kind: 'figure', figure: { state } } }))],
  }) as unknown as PublishableTable
const noteOf = (code: string, grain: Grain, one = table('periods', 'reported')) =>
  periodsNote(one, { state: state(grain), indicator: { code } })

describe('what is said of the periods of a table', () => {
  it.each<[string, string, Grain, ReturnType<typeof noteOf>]>([
    ['nothing where values come by quarter', 'Q', 'quarter', null],
    ['nothing where years are asked for of values of a year', 'A', 'year', null],
    ['nothing where years are asked for of half-years', 'H', 'year', null],
    ['nothing of what grows to date', 'H', 'to-date', null],
    [
      'that half-years stand in place of quarters',
      'H',
      'quarter',
      {
        sentence: 'Each value covers a half-year: half-years are shown in place of shorter periods.',
        href: null,
        link: 'Show the half-years',
      },
    ],
    [
      'that years stand in place of half-years',
      'A',
      'half-year',
      {
        sentence: 'Each value covers a year: years are shown in place of shorter periods.',
        href: null,
        link: 'Show the years',
      },
    ],
    ['nothing of one that is not there', 'Z', 'quarter', null],
  ])('%s', (_, code, grain, expected) => {
    expect(noteOf(code, grain)).toEqual(expected)
  })

  it('is the way to those of the values where one of them cannot be formed', () => {
    const note = noteOf('A', 'fiscal-year', table('periods', 'reported', 'not formed'))
    expect(note).toEqual({ sentence: '', href: '/indicators/A?grain=year', link: 'Show the years' })
    const half = noteOf('H', 'fiscal-year', table('periods', 'not formed'))
    expect(half).toEqual({ sentence: '', href: '/indicators/H?grain=half-year', link: 'Show the half-years' })
  })

  it('is nothing beside a table of other rows', () => {
    expect(noteOf('H', 'quarter', table('places', 'reported'))).toBeNull()
    expect(noteOf('A', 'fiscal-year', table('categories', 'not formed'))).toBeNull()
  })
})

describe('the address of the page of an indicator', () => {
  it('says by which periods it is asked, unless they are its own', () => {
    const said = (code: string, grain: Grain) => grainSaid(state(grain), { code })
    expect([said('A', 'year'), said('H', 'half-year'), said('Q', 'quarter')]).toEqual([{}, {}, {}])
    expect(said('A', 'quarter')).toEqual({ grain: 'quarter' })
    expect(said('H', 'year')).toEqual({ grain: 'year' })
    expect(said('Q', 'to-date')).toEqual({ grain: 'to-date' })
    expect(said('Z', 'quarter')).toEqual({ grain: 'quarter' })
  })
})

describe('the periods of one indicator', () => {
  it('are those of the choice or, where they are finer than its values, the spans of its values', () => {
    const keys = (code: string, grain: Grain) =>
      ownPeriods(state(grain), code, periodsOf(state(grain))).map(({ from, to }) => to - from + 1)
    expect(keys('Q', 'quarter')).toEqual([1, 1, 1, 1])
    expect(keys('H', 'quarter')).toEqual([2, 2])
    expect(keys('A', 'quarter')).toEqual([4])
    expect(keys('Z', 'quarter')).toEqual([1, 1, 1, 1])
  })

  it('of several are told apart once each', () => {
    const [all] = [periodsOf(state('quarter'))]
    expect(spansApart([all, all.slice(0, 2)])).toEqual(all)
    expect(spansApart([])).toEqual([])
  })
})
