import { describe, expect, it } from 'vitest'
import { NotProtected } from '../../../src/dashboards/donor-view/donor-view.ts'
import { noAnswerFor } from '../../../src/dashboards/no-answer.ts'
import { WrongAddress, type WrongParameter } from '../../../src/dashboards/parameters/parameter.ts'
import { type QuestionRefusal, Refused } from '../../../src/figures/question.ts'
import { wordsFor } from '../../../src/language/words.ts'

const words = wordsFor('en')
const ask = (error: unknown, query: Record<string, string> = {}, path = '/indicators/V3') =>
  noAnswerFor(error, { path, query }, words)!
const hrefs = (error: unknown, query?: Record<string, string>) => ask(error, query).ways.map(({ href }) => href)

describe('a question that has no answer', () => {
  it.each<[QuestionRefusal, number, string[]]>([
    ['unknown-indicator', 404, ['/indicators', '/overview']],
    ['unknown-component', 404, ['/components', '/overview']],
    ['unknown-place', 404, ['/provinces', '/overview']],
    ['unknown-partner', 404, ['/partners', '/overview']],
    ['unknown-category', 422, ['/overview']],
    ['place-not-in-span', 422, ['/indicators/V3?map=today', '/overview']],
    ['merged-away', 422, ['/indicators/V3', '/overview']],
  ])('%s is told with %d, and leads to %j', (code, status, ways) => {
    const error = new Refused(code, 'x')
    expect([ask(error).status, hrefs(error)]).toEqual([status, ways])
    expect(ask(error).reasons.map(({ why }) => why)).toEqual([code])
  })

  it.each([
    [null, 'such as years instead of quarters, or a shorter period.'],
    [
      Date.parse('2022-01-20T09:05:00+07:00'),
      'From 20 Jan 2022 09:05 on it is tried again for whoever opens this page.',
    ],
  ])('says of a donor’s view that took too long from when it is tried again: %s', (again, last) => {
    const failure = { code: 'out-of-time', about: null } as never
    const { status, reasons, ways } = ask(new NotProtected({ vi: 'D', en: 'D' }, failure, new Map(), again), {
      donor: 'D',
    })
    expect([status, reasons[0]!.parameter, ways[0]!.href]).toEqual([422, 'donor', '/indicators/V3'])
    expect(reasons[0]!.sentence).toContain('What D would see can’t be worked out. Checking the report took too long.')
    expect(reasons[0]!.sentence.endsWith(last)).toBe(true)
  })

  it('names the parameter that asked for it, if one did', () => {
    const named = (query: Record<string, string>, what = 'V99') =>
      ask(new Refused('unknown-indicator', what), query).reasons[0]!.parameter
    expect(named({ group: 'project', indicator: 'V99' })).toBe('indicator')
    expect(named({ group: 'project' })).toBeNull()
    expect(named({ indicator: '' }, '')).toBeNull()
  })

  it('says in a sentence what is not there: of an earlier day, that it was not there yet', () => {
    const said = (error: Refused, query: Record<string, string> = {}) => ask(error, query).reasons[0]!.sentence
    expect(said(new Refused('unknown-indicator', 'V99'))).toBe('There is no indicator “V99”.')
    expect(said(new Refused('unknown-indicator', ''))).toMatch(/^This address names no indicator\./)
    const then = said(new Refused('unknown-indicator', 'V3'), { asAt: '2018-01-01' })
    expect(then).toBe('On the day that is asked for, the project had no indicator “V3” yet.')
    expect(said(new Refused('unknown-partner', 'x'), { asAt: '2018-01-01' })).toBe('There is no partner “x”.')
  })

  it('counts in the numbers of its language, and names places by the names that people know', () => {
    const large = new Refused('too-large', '', { asked: '1234567', most: '50000' })
    expect(ask(large).reasons[0]!.sentence).toMatch(/about 1,234,567 figures; 50,000 are answered/)
    const before = new Refused('before-project', '2018-Q1', { first: '2019-Q1', last: '2021-Q4' })
    expect(ask(before).reasons[0]!.sentence).toContain('runs from 2019-Q1 to 2021-Q4')
    const became = ['Phu Tho', 'Bac Ninh'].map((en) => ({ vi: `${en} (vi)`, en }))
    const merged = new Refused('merged-away', 'vp', {}, { what: [{ vi: 'VP', en: 'Vinh Phuc' }], became })
    expect(ask(merged).reasons[0]!.sentence).toContain('“Vinh Phuc” is part of: Phu Tho, Bac Ninh.')
  })

  it('is asked as of now where it was asked as of an earlier day, and on the other map where that holds it', () => {
    expect(hrefs(new Refused('unknown-indicator', 'V3'), { asAt: '2018-01-01', grain: 'year' })).toEqual([
      '/indicators/V3?grain=year',
      '/indicators',
      '/overview',
    ])
    expect(hrefs(new Refused('unknown-indicator', 'V3'), { grain: 'year' })).toEqual(['/indicators', '/overview'])
    expect(hrefs(new Refused('place-not-in-span', 'x'), { map: 'today' })).toEqual(['/overview'])
    expect(hrefs(new Refused('merged-away', 'x'), { map: 'today', grain: 'year' })).toEqual([
      '/indicators/V3?grain=year',
      '/overview',
    ])
  })

  it('of an address that asks for what is not there, or for a time that is none or has no figures, is 400; each is named, and the way leads without it', () => {
    const wrong = (...all: WrongParameter[]) => new WrongAddress(all)
    const map: WrongParameter = { name: 'map', value: 'moon', why: 'not-offered' }
    const to: WrongParameter = { name: 'to', value: 'zz', why: 'bad-period' }
    expect([ask(wrong(map)).status, ask(wrong(to)).status, ask(wrong(to, map)).status]).toEqual([400, 400, 400])
    const told = ask(wrong(to, map), { to: 'zz', map: 'moon', grain: 'year' })
    expect(told.reasons.map(({ parameter, why }) => [parameter, why])).toEqual([
      ['to', 'bad-period'],
      ['map', 'not-offered'],
    ])
    expect(told.reasons[1]!.sentence).toBe('Map: “moon” is not one of those that can be asked for here.')
    // On a page the project stands in the place of a province that is not there; here nothing does.
    const place = ask(wrong({ name: 'province', value: 'atlantis', why: 'not-offered' }))
    expect(place.reasons[0]!.sentence).not.toMatch(/shown|Filters/)
    expect(told.ways.map(({ href }) => href)).toEqual(['/indicators/V3?grain=year', '/overview'])
  })

  it('is nothing of the kind where something else went wrong', () => {
    expect(noAnswerFor(new Error('disk'), { path: '/', query: {} }, words)).toBeNull()
  })
})
