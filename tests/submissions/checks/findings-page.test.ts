import { describe, expect, it } from 'vitest'
import { answeredDoubts, NO_ANSWERS } from '../../../src/submissions/checks/confirming/confirm-form.ts'
import { confirmPage } from '../../../src/submissions/checks/confirming/confirm-page.ts'
import type { Finding } from '../../../src/submissions/checks/finding.ts'
import {
  doubtView,
  problemView,
  sectionOfFirst,
  submissionDoubts,
} from '../../../src/submissions/checks/findings-page.ts'
import type { Soft } from '../../../src/submissions/checks/soft.ts'
import { reported } from '../../../src/submissions/entry.ts'
import { beside, definition, indicator, lastQuarter } from '../entry-form/definitions.ts'
import { on, pageState, stored, words } from '../page-state.ts'

const FORM = definition(
  indicator('V1', 'count', [['primary', 'age']]),
  indicator('P1', 'ratio', [], { component: 'prevention' }),
)
const state = (more: Parameters<typeof pageState>[1] = {}) => pageState(FORM, more)
const doubt = (code: Soft, of: string, field: string, numbers: Record<string, number> = {}): Finding<Soft> => ({
  code,
  indicator: of,
  field,
  numbers,
})

describe('what a partner is asked about when handing in', () => {
  const asked = (more: Parameters<typeof pageState>[1]) =>
    submissionDoubts(state(more), beside()).map(({ code }) => code)

  it('is a quarter that is not over, until its last day has passed', () => {
    expect(asked({ now: on('2021-09-30') })).toEqual(['quarter-not-over'])
    expect(asked({ now: on('2021-10-01') })).toEqual([])
    expect(asked({ stored: null, now: on('2021-09-30') })).toEqual(['quarter-not-over'])
  })

  it('looks at the partner’s own quarter, which may end before the calendar’s', () => {
    const own = { stored: stored({ cutFrom: '2021-06-15', cutTo: '2021-09-14' }) }
    expect(asked({ ...own, now: on('2021-09-14') })).toEqual(['quarter-not-over'])
    expect(asked({ ...own, now: on('2021-09-15') })).toEqual([])
  })

  it('is whatever is unusual beside the last time', () => {
    const previous = lastQuarter(reported('P1', '', 1, 10))
    const entries = [reported('P1', '', 9, 10)]
    expect(submissionDoubts(state({ entries }), beside({ previous }))).toEqual([
      { code: 'much-more', indicator: 'P1', field: 'v.P1', numbers: { now: 0.9, last: 0.1 } },
    ])
  })
})

describe('a doubt', () => {
  it('names its indicator, its field and its numbers as the indicator shows them, and leads to it', () => {
    expect(doubtView(doubt('much-more', 'P1', 'v.P1', { now: 0.9, last: 0.123456 }), state(), words)).toEqual({
      id: 'much-more|v.P1|0.9|0.123456',
      href: '/submissions/7?component=prevention#v.P1',
      where: 'P1, numerator',
      name: 'P1',
      sentence: '90% is more than 3 times the last value (12%).',
    })
    const { sentence } = doubtView(doubt('zero-after', 'V1', 'v.V1.age=child', { now: 0, last: 1234 }), state(), words)
    expect(sentence).toBe('This time it is 0; last time it was 1,234.')
  })

  it('about one cell tells its numbers as they were typed: rounded, a mean below 0 would be one of 0, and a numerator no share', () => {
    const of = definition(indicator('V2', 'mean', [], { decimals: 1 }), indicator('P2', 'ratio'))
    const told = (...[code, about, numbers]: [Soft, string, Record<string, number>]) =>
      doubtView(doubt(code, about, `v.${about}`, numbers), pageState(of), words).sentence
    expect(told('negative-mean', 'V2', { value: -0.004 })).toBe('The mean −0.004 is below 0.')
    expect(told('more-than-total', 'P2', { value: 5, total: 4 })).toBe('This row is 5, more than the total of 4.')
  })

  it('about a whole row names the row, and leads to where it begins', () => {
    const whole = doubt('over-target', 'V1', 'row.V1', { now: 16, target: 10 })
    expect(doubtView(whole, state(), words)).toMatchObject({
      href: '/submissions/7?component=protection#row.V1',
      where: 'V1',
      sentence: '16 is more than 150% of the target (10).',
    })
  })

  it('about two indicators says what of each, why, and for a place whose they are', () => {
    const rule = {
      lesser: 'P1',
      part: 'base',
      greater: 'V1',
      within: 'reporter',
      over: 'quarter',
      why: { vi: 'Vì sao.', en: 'Nobody is asked who was not there.' },
    } as const
    const two = { ...doubt('more-than-other', 'P1', 'd.P1', { now: 50, other: 20 }), rule }
    expect(doubtView(two, state(), words).sentence).toBe(
      'denominator is 50, more than V1, which is 20. Nobody is asked who was not there.',
    )
    const ofPlace = doubtView({ ...two, rule: { ...rule, within: 'place' } }, state(), words)
    expect(ofPlace.sentence).toMatch(/^Ha Tinh: denominator is 50/)
  })

  it('about the quarter belongs to no field', () => {
    expect(doubtView(doubt('quarter-not-over', '', ''), state(), words)).toEqual({
      id: 'quarter-not-over|',
      href: '#',
      where: '',
      name: '',
      sentence: 'The quarter is not over; the figures may still change.',
    })
  })

  it('stands on the page that asks, below partner, place and quarter', () => {
    const loaded = { ...state(), stored: stored() }
    expect(confirmPage(loaded, answeredDoubts([doubt('quarter-not-over', '', '')], NO_ANSWERS), words)).toMatchObject({
      partner: 'Union',
      place: 'Ha Tinh',
      id: 7,
      version: 2,
      doubts: [{ id: 'quarter-not-over|' }],
    })
  })
})

describe('a problem', () => {
  const on = (section: string | undefined, handingIn = false) => ({ section, handingIn })
  const problem = { field: 'v.V1.age=child', indicator: 'V1', code: 'blank-cells' as const, numbers: { count: 2 } }

  it('is a sentence with where it is', () => {
    expect(problemView(problem, state(), on('protection'), words)).toEqual({
      href: '#v.V1.age%3Dchild',
      where: 'V1, child',
      text: '2 cells are blank. Type numbers, type 0 where it truly is 0, or choose “Not reported” for the whole indicator.',
    })
  })

  it('leads to another screen where it stands on another', () => {
    const href = (section: 'protection' | 'prevention' | undefined, of = 'V1') =>
      problemView({ ...problem, indicator: of }, state(), on(section), words).href
    expect(href('protection')).toBe('#v.V1.age%3Dchild')
    expect(href('prevention')).toBe('/submissions/7?component=protection#v.V1.age%3Dchild')
    expect(href(undefined)).toBe('/submissions/7?component=protection#v.V1.age%3Dchild')
    expect(href('prevention', 'V9')).toBe('#v.V1.age%3Dchild')
  })

  it('stays among all that keeps it from being handed in where that is shown', () => {
    const { href } = problemView(problem, state(), on('prevention', true), words)
    expect(href).toBe('/submissions/7/handing-in?component=protection#v.V1.age%3Dchild')
  })

  it('leads there before the submission has been begun, too', () => {
    expect(problemView(problem, state({ stored: null }), on('prevention'), words).href).toBe(
      '/submissions/start?partner=union&place=ha-tinh&quarter=2021-Q3&component=protection#v.V1.age%3Dchild',
    )
  })

  it('that is the first decides which screen is shown', () => {
    expect(sectionOfFirst(FORM, [{ indicator: 'P1' }, { indicator: 'V1' }])).toBe('prevention')
    expect(sectionOfFirst(FORM, [{ indicator: 'V9' }])).toBeUndefined()
    expect(sectionOfFirst(FORM, [])).toBeUndefined()
  })
})
