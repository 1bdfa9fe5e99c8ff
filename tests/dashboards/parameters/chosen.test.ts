import { describe, expect, it } from 'vitest'
import { choiceChips } from '../../../src/dashboards/chips.ts'
import { donorIn, readChoice, writeChoice } from '../../../src/dashboards/choice.ts'
import type { DonorView } from '../../../src/dashboards/donor-view/donor-view.ts'
import { filtersOf, tableFilters } from '../../../src/dashboards/filters.ts'
import { type PageState, shownIndicators, wholeGroup } from '../../../src/dashboards/page-state.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { historyOf, type IndicatorHistory } from '../../../src/indicators/definitions/history.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { roundsIn } from '../../indicators/rounds.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { q } from '../../support/small-project.ts'
import { EVERYTHING } from '../scope/everything.ts'

const NOW = Date.parse('2021-11-05T10:00:00+07:00')
const PROJECT_SPAN = { from: q('2019-Q1'), to: q('2021-Q4') }
const usual = { from: q('2019-Q1'), to: q('2021-Q3'), grain: 'quarter' } as const
const CHOICE = { ...usual, basis: 'approved', asAt: null, map: 'as-reported' }
const MINISTRY = { code: 'd', name: { vi: 'Bộ', en: 'Ministry' } }
const [north, south] = [placeNamed(1, 'North'), placeNamed(2, 'South')]
const union = partnerNamed(7, 'union', [['Union', '2019-01-01']])

const state = (choice: object = {}, more: object = {}) =>
  ({
    ...{ now: NOW, words: wordsFor('en', PILOT_TERMS), usual, search: '', scope: EVERYTHING, seenThrough: null },
    ...{ fiscalStart: 4, histories: new Map(), places: new Places([north, south], []), indicators: [] },
    project: { firstQuarter: PROJECT_SPAN.from, lastQuarter: PROJECT_SPAN.to, phases: [], donors: [] },
    offered: { areas: [], partners: [], sdg: [], gcm: [] },
    choice: { ...CHOICE, ...choice },
    ...more,
  }) as unknown as PageState
const seenThrough = { donor: MINISTRY } as DonorView

describe('what is seen as a donor would', () => {
  const read = (query: Record<string, string>, donor?: string) => readChoice(query, usual, PROJECT_SPAN, NOW, donor)

  it('is approved, on the map of the reports: what else was asked for is named', () => {
    const { choice, wrong } = read({ basis: 'provisional', map: 'today' }, 'd')
    expect(choice).toEqual({ ...CHOICE, donor: 'd' })
    expect(wrong).toEqual([
      { name: 'basis', value: 'provisional', why: 'not-in-report' },
      { name: 'map', value: 'today', why: 'not-in-report' },
    ])
    expect(read({ basis: 'approved', map: 'as-reported' }, 'd').wrong).toEqual([])
  })

  it('stands in the address, and nothing of it where everything is seen', () => {
    expect(writeChoice(read({}, 'd').choice, usual)).toEqual({ donor: 'd' })
    expect([donorIn(read({}, 'd').choice), donorIn(read({}).choice)]).toEqual([{ donor: 'd' }, {}])
    expect(Object.keys(read({}).choice)).not.toContain('donor')
    expect(read({ from: '', to: '', asAt: '', quarter: '' }).wrong).toEqual([])
  })

  it('can be taken back, as a day in the past can', () => {
    const asAt = Date.parse('2021-10-31T23:59:59+07:00')
    const chips = choiceChips(state({ asAt, map: 'today', donor: 'd' }, { seenThrough }), '/x', [])
    expect(chips.map(({ label, href }) => [label, href])).toEqual([
      ['as at 31 Oct 2021', '/x?map=today&donor=d'],
      ["today's map", `/x?asAt=${asAt}&donor=d`],
      ['as Ministry would see it', `/x?asAt=${asAt}&map=today`],
    ])
  })

  it('is chosen among the donors of the project, before basis and map, which it leaves no choice of', () => {
    const project = { ...state().project, donors: [MINISTRY] }
    const selects = (more: object) => filtersOf(state({ map: 'today' }, { project, ...more }), '/x', 'quarter').selects
    expect(selects({}).map(({ name }) => name)).toEqual(['quarter', 'donor', 'basis', 'map'])
    expect(selects({ seenThrough }).map(({ name }) => name)).toEqual(['quarter', 'donor'])
    const [of, through] = [{}, { seenThrough }].map((more) => selects(more)[1]!)
    expect([of!.chosen, through!.chosen, of!.label]).toEqual(['', 'd', 'Seen as'])
    expect(of!.options).toEqual([
      { value: '', label: 'Staff: every figure' },
      { value: 'd', label: 'Ministry' },
    ])
  })
})

describe('what is offered beside it', () => {
  const due = (frequency: string) => {
    const definition = { frequency, yearStart: 1, rounds: roundsIn([q('2020-Q3')]), from: q('2018-Q1'), to: null }
    return historyOf([definition] as unknown as IndicatorHistory['definitions'])
  }
  const grains = (frequency: string, grain = 'year', fiscalStart = 4) => {
    const histories = new Map([['H1', due(frequency)]])
    const { selects } = filtersOf(state({ grain }, { histories, fiscalStart }), '/x', 'span', [], 'H1')
    return selects.find(({ name }) => name === 'grain')!.options
  }
  const values = (...asked: Parameters<typeof grains>) => grains(...asked).map(({ value }) => value)

  it('are the periods that the values of an indicator have, and the one that was asked for', () => {
    expect(values('half-yearly')).toEqual(['half-year', 'year', 'fiscal-year', 'to-date'])
    expect(values('half-yearly', 'quarter')).toEqual(['quarter', 'half-year', 'year', 'fiscal-year', 'to-date'])
    expect(values('quarterly')).toEqual(['quarter', 'half-year', 'year', 'fiscal-year', 'to-date'])
  })

  it('are no fiscal years where these are those of the calendar', () => {
    expect(values('half-yearly', 'year', 1)).toEqual(['half-year', 'year', 'to-date'])
    expect(values('half-yearly', 'fiscal-year', 1)).toEqual(['half-year', 'year', 'fiscal-year', 'to-date'])
  })

  it('are of rounds of a survey those in place of quarters', () => {
    const named = (frequency: string) => grains(frequency).find(({ value }) => value === 'quarter')!.label
    expect([named('survey'), named('quarterly')]).toEqual(["Each value's own period", 'Quarter'])
  })

  it('stays the page of tables where it is one, and has basis and map by their names', () => {
    const asked = [state({ map: 'today' }, { scope: { ...EVERYTHING, sdg: '5.2' } }), '/x', 'quarter'] as const
    expect(tableFilters(...asked).hidden).toEqual({ ...filtersOf(...asked).hidden, view: 'table' })
    expect(filtersOf(...asked).hidden).toEqual({ sdg: '5.2' })
    expect(filtersOf(state(), '/x', 'quarter').selects.map(({ name }) => name)).toEqual(['quarter', 'basis'])
  })
})

describe('what is asked of a narrowed page', () => {
  it('is of all indicators, or of those that are tagged so', () => {
    const indicators = [{ code: 'A' }, { code: 'B' }] as unknown as PageState['indicators']
    const asked = (scope: object) => shownIndicators({ scope: { ...EVERYTHING, ...scope }, indicators })
    expect([asked({}), asked({ sdg: '5.2' }), asked({ gcm: '7' })]).toEqual(['*', ['A', 'B'], ['A', 'B']])
  })

  it('is of all areas together those that it is narrowed to, or the partner', () => {
    const whole = (areas: PageState['areas'], scope: object) =>
      wholeGroup({ areas, scope: { ...EVERYTHING, ...scope } })
    expect(whole('places', {})).toEqual({ key: PROJECT, places: '*' })
    expect(whole('places', { areas: [north, south], partner: union })).toEqual({
      ...{ key: PROJECT, places: ['north', 'south'], partner: 'union' },
    })
    expect(whole('partners', {})).toEqual({ key: PROJECT, places: '*' })
    expect(whole('partners', { areas: [north] })).toEqual({ key: PROJECT, places: '*', partner: 'north' })
  })
})
