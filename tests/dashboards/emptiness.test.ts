import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { emptiness, nothingDue } from '../../src/dashboards/emptiness.ts'
import type { PageState } from '../../src/dashboards/page-state.ts'
import { wordsFor } from '../../src/language/words.ts'

const NOW = Date.parse('2021-11-05T10:00:00+07:00')
const then = Date.parse('2019-01-01T00:00:00+07:00') - 1
const first = Date.parse('2019-04-12T10:00:00+07:00')
const Q4 = quarterOf(2021, 4)
const said = (choice: object, more: object = {}) =>
  emptiness({
    ...{ now: NOW, words: wordsFor('en'), isNothingApproved: false, firstApproved: null },
    choice: { from: quarterOf(2019, 1), to: Q4, basis: 'approved', asAt: null, ...choice },
    ...more,
  } as unknown as PageState)

const answered = (states: string[], codes = ['a', 'b']) => {
  const question = { groups: codes.map((key) => ({ key })), spans: states.map((_, nth) => ({ key: `${nth}` })) }
  const figure = (_: string, __: string, span: string) => ({ state: states[Number(span)] })
  return { question, figure } as unknown as Parameters<typeof nothingDue>[1]
}
const at = {
  words: wordsFor('en'),
  choice: { from: Q4 - 1, to: Q4 - 1, grain: 'year', basis: 'approved', asAt: null, map: 'today' },
  usual: { from: Q4 - 7, to: Q4, grain: 'quarter' },
  scope: { areas: [], partner: null, sdg: null, gcm: null },
} as unknown as PageState

describe('why an indicator has no figures in a span', () => {
  it('is that it is due in none of it, with the way to the whole time as everything else was chosen', () => {
    for (const states of [[], ['not due'], ['not due', 'not due']])
      expect(nothingDue(at, answered(states), 'P5', '/indicators/P5')).toEqual({
        sentence: expect.stringContaining('not asked for in the quarters'),
        ways: [{ href: '/indicators/P5?grain=year&map=today', label: 'Show all quarters' }],
      })
  })

  it('is nothing where something is due, whether it came or not', () => {
    for (const states of [['reported'], ['not due', 'not reported'], ['undefined', 'not due']])
      expect(nothingDue(at, answered(states), 'P5', '/indicators/P5')).toBeNull()
  })
})

describe('why a page has no figures', () => {
  it('is nothing where there may be some: in the quarter that has begun too', () => {
    expect(said({})).toBeNull()
    expect(said({ asAt: first }, {})).toMatchObject({ sentence: expect.stringContaining('had not begun') })
    expect(said({ asAt: first, to: quarterOf(2019, 2) })).toBeNull()
    expect(said({ basis: 'provisional' }, { isNothingApproved: true })).toBeNull()
  })

  it('is a quarter that has not begun, with the day and the way back', () => {
    expect(said({ to: Q4 + 1 })).toEqual({
      sentence: 'Q1 2022 begins on 1 Jan 2022: nothing can have been reported for it yet.',
      ways: [{ href: '?', label: 'Show the latest quarter with figures' }],
    })
  })

  it('is that nothing was ever approved: the way leads to the reports, and to what was handed in', () => {
    const { ways } = said({}, { isNothingApproved: true })!
    expect(ways.map(({ href }) => href)).toEqual(['/submissions', '?basis=provisional'])
    expect(ways.every(({ label }) => label.length > 8 && !label.includes(':'))).toBe(true)
    expect(said({ to: 1, asAt: then }, { isNothingApproved: true })!.ways.map(({ href }) => href)).toEqual([
      '/submissions',
    ])
  })

  it('is a day before anything was known, with the day from which on something was', () => {
    const empty = said({ to: quarterOf(2018, 4), asAt: then }, { isNothingApproved: true, firstApproved: first })
    expect(empty).toEqual({
      sentence: 'By 31 Dec 2018 nothing had been approved: the first report was approved on 12 Apr 2019.',
      ways: [
        { href: '?asAt=2019-04-12', label: 'Show figures as at 12 Apr 2019' },
        { href: '?', label: 'Show figures as they are now' },
      ],
    })
  })
})
