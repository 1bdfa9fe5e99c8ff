import { describe, expect, it } from 'vitest'
import { carried, originIn } from '../../../src/dashboards/addresses.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import type { Answer } from '../../../src/figures/answer.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { q } from '../../support/small-project.ts'
import { EVERYTHING } from '../scope/everything.ts'

const usual = { from: q('2019-Q1'), to: q('2021-Q3'), grain: 'quarter' } as const
const [north, south] = [placeNamed(1, 'North'), placeNamed(2, 'South')]
const union = partnerNamed(7, 'union', [['Union', '2019-01-01']])

const state = (choice: object = {}, more: object = {}) =>
  ({
    ...{ usual, search: '', scope: EVERYTHING },
    choice: { ...usual, basis: 'approved', asAt: null, map: 'as-reported', ...choice },
    ...more,
  }) as unknown as PageState

describe('the address of where a figure comes from', () => {
  const origin = (ref: object, choice: object = {}, scope: object = EVERYTHING, by?: string[]) => {
    const question = { spans: [{ key: 'this', from: q('2021-Q2'), to: q('2021-Q3') }], by }
    const one = { indicator: 'V3', group: PROJECT, span: 'this', cell: '', ...ref }
    return originIn(state(choice, { scope }), { question } as unknown as Answer)({ ref: one })
  }
  const START = '/figures/origin?indicator=V3&group=project&from=2021-Q2&to=2021-Q3'

  it('says what is asked, where and when, and of the choice what is not usual', () => {
    expect(origin({})).toBe(START)
    expect(origin({ indicator: 'V 3', group: 'hà' })).toContain('indicator=V%203&group=h%C3%A0&from')
    expect(origin({}, { basis: 'provisional', asAt: 5, map: 'today' })).toBe(
      `${START}&basis=provisional&asAt=5&map=today`,
    )
  })

  it('says which category, and of what can’t be split by what', () => {
    expect(origin({ cell: 'sex=female' }, {}, EVERYTHING, ['sex', 'age'])).toBe(`${START}&cell=sex%3Dfemale`)
    expect(origin({ cell: '?' }, {}, EVERYTHING, ['sex', 'age'])).toBe(`${START}&cell=%3F&by=sex%7Cage`)
    expect(origin({ cell: '?' })).toBe(`${START}&cell=%3F&by=`)
  })

  it('says of whom figures are, and of all areas together which', () => {
    const scope = { ...EVERYTHING, areas: [north, south], partner: union }
    expect(origin({}, {}, scope)).toBe(`${START}&province=north%2Csouth&partner=union`)
    expect(origin({ group: 'north' }, {}, scope)).toBe(`${START.replace('project', 'north')}&partner=union`)
  })

  it('is none of a span that is not on the page', () => {
    expect(() => origin({ span: 'other' })).toThrow('no such span on this page: other')
  })
})

it('a choice is handed on as it was written where nothing is asked besides', () => {
  expect(carried(state({}, { search: '?to=2021-Q3' }), '/x')).toBe('/x?to=2021-Q3')
  expect(carried(state({ grain: 'year' }, { scope: { ...EVERYTHING, areas: [north] } }), '/x', { view: 'table' })).toBe(
    '/x?grain=year&province=north&view=table',
  )
})
