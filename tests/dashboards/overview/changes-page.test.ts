import { describe, expect, it } from 'vitest'
import type { NamedCorrection } from '../../../src/dashboards/origin/corrections.ts'
import { changesPage } from '../../../src/dashboards/overview/lists/changes-page.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { context, count, JULY, union } from '../origin/given.ts'
import { indicatorNamed, Q3, Q4, standing } from './standings.ts'

const state = { ...context.state, now: Date.parse('2022-01-20T23:30:00Z'), search: '?map=today' } as PageState
const correction = (more: Partial<NamedCorrection> = {}): NamedCorrection => ({
  ...{ indicator: 1, quarter: Q4, ...union, cell: 1, at: JULY, by: 'Lan', reason: null },
  ...{ wasState: 'reported', wasValue: 10, wasBase: null, becameState: 'reported', becameValue: 12, becameBase: null },
  ...{ categories: {}, ...more },
})
const page = (corrections: NamedCorrection[], standings = [standing(count)], nth = 1) =>
  changesPage({
    ...{ state, since: '2021-07-01', corrections, lastBefore: '2021-05-20', standings },
    ...{ partners: context.partners, page: nth },
  })

describe('the page of changes', () => {
  it('is since a day, until today in Viet Nam, and leads back to the overview as it was', () => {
    expect(page([])).toMatchObject({
      ...{ since: '2021-07-01', sinceDay: '1 Jul 2021', today: '2022-01-21', overview: '/overview?map=today' },
    })
  })

  it('leads to the day of the latest correction before', () => {
    expect(page([]).earlier).toEqual({ day: '20 May 2021', href: '/overview/changes?since=2021-05-20' })
  })

  it('lists every correction of what is shown, with the way to its indicator', () => {
    const { corrections } = page([correction(), correction({ indicator: 9 })])
    expect(corrections).toHaveLength(1)
    expect(corrections[0]).toMatchObject({ code: 'I1', href: '/indicators/I1?map=today', was: '10', became: '12' })
    expect(corrections[0]!.said).toEqual({
      name: 'Name of I1',
      unit: 'persons',
      sentence: 'Approved anew: Lan, 5 Jul 2021 09:30.',
    })
  })

  it.each<[string, Partial<NamedCorrection>, boolean]>([
    ['of another cell', { cell: 2 }, true],
    ['of another approval', { at: JULY + 1 }, false],
    ['of another quarter', { quarter: Q3 }, false],
    ['of another place', { placeId: 2 }, false],
    ['of another partner', { partnerId: 2 }, false],
  ])('says by whom and why once for the values of one approval: one %s', (_, other, isSame) => {
    const said = page([correction(), correction(other)]).corrections.map((one) => one.said !== null)
    expect(said).toEqual([true, !isSame])
  })

  it('lists every figure that moved, with both of its values', () => {
    const moved = standing(indicatorNamed(2, { code: 'V/2' }), { values: [40, 30] })
    expect(page([], [standing(count), moved]).moved).toEqual([
      {
        ...{ code: 'V/2', name: 'Name of V/2', unit: 'persons', href: '/indicators/V%2F2?map=today', by: '−10' },
        ...{ was: '40', wasPeriod: 'Q3 2021', is: '30', isPeriod: 'Q4 2021' },
      },
    ])
  })

  it('has pages of twenty corrections, and the smaller moves a press away', () => {
    const many = Array.from({ length: 45 }, (_, nth) => correction({ at: JULY + nth }))
    const [first, last] = [page(many), page(many, undefined, 9)]
    expect([first.corrections.length, last.corrections.length]).toEqual([20, 5])
    expect([first.pager.before, first.pager.after?.href]).toEqual([null, '/overview/changes?since=2021-07-01&page=2'])
    expect([last.pager.before?.href, last.pager.after]).toEqual(['/overview/changes?since=2021-07-01&page=2', null])
    const moves = Array.from({ length: 11 }, (_, nth) => standing(indicatorNamed(nth + 2), { values: [40, 30 - nth] }))
    const { moved, movedLess } = page([], moves)
    expect([moved.length, movedLess.length, moved[0]!.by, movedLess.at(-1)!.by]).toEqual([8, 3, '−20', '−10'])
  })
})
