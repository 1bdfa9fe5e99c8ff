import { describe, expect, it } from 'vitest'
import { valuesPage } from '../../../src/submissions/page/values-page.ts'
import type { Save } from '../../../src/submissions/page-state.ts'
import type { SubmissionEvent } from '../../../src/submissions/submission.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { on, pageState, stored, words } from '../page-state.ts'

const loaded = { ...pageState(definition(indicator('X1', 'count'), indicator('P2', 'count'))), stored: stored() }
const save = (day: string, by: string | null, changes: Save['changes']): Save => ({ at: on(day), by, changes })
const fact = (kind: SubmissionEvent['kind'], day: string, reason: string | null = null): SubmissionEvent => ({
  kind,
  at: on(day),
  by: 'An',
  reason,
})
/** The same with a reason at one indicator. */
const asking = (event: SubmissionEvent, indicator: string, text: string): SubmissionEvent => ({
  ...event,
  rows: [{ indicator, cell: '', version: 1, text }],
})
const shown = (facts: SubmissionEvent[], saves: Save[], asked: { indicator?: string; page?: number } = {}) =>
  valuesPage(loaded, { facts, saves }, { indicator: '', page: 1, ...asked }, words)

describe('every value', () => {
  it('names the reason at its own indicator before that of the whole', () => {
    const returned = asking(fact('returned', '2021-10-03', 'Look again.'), 'X1', 'Too many girls.')
    const saves = [save('2021-10-05', 'Binh', { 'v.X1': [4, 5], 'v.P2': [1, 2] })]
    expect(shown([returned], saves).changes.map(({ where, why }) => [where, why])).toEqual([
      ['X1', 'Too many girls.'],
      ['P2', 'Look again.'],
    ])
  })

  it('says who changed it when, from what to what, and after which reason', () => {
    const facts = [
      fact('submitted', '2021-10-02'),
      fact('returned', '2021-10-03', 'Look again.'),
      fact('submitted', '2021-10-06'),
    ]
    const saves = [
      save('2021-10-05', 'Binh', { 'v.X1': [4, 5], 's.X1': [null, 'not reported'] }),
      save('2021-10-01', null, { 'v.X1': [null, 4] }),
    ]
    expect(shown(facts, saves).changes).toEqual([
      { at: on('2021-10-05'), by: 'Binh', where: 'X1', from: '4', to: '5', why: 'Look again.' },
      {
        at: on('2021-10-05'),
        by: 'Binh',
        where: 'X1, state',
        from: 'reported',
        to: '[x] not reported',
        why: 'Look again.',
      },
      { at: on('2021-10-01'), by: null, where: 'X1', from: 'blank', to: '4', why: null },
    ])
  })

  it.each([
    ['re-opened', [fact('reopened', '2021-10-03', 'Count again.')], 'Count again.'],
    ['returned in that instant', [fact('returned', '2021-10-05', 'Look again.')], 'Look again.'],
    ['returned later', [fact('returned', '2021-10-06', 'Look again.')], null],
    [
      'returned, and then re-opened',
      [fact('returned', '2021-10-02', 'No.'), fact('reopened', '2021-10-03', 'Again.')],
      'Again.',
    ],
    [
      'handed in, approved and taken back',
      [
        fact('submitted', '2021-10-02'),
        fact('approved', '2021-10-03', 'Fine.'),
        fact('withdrawn', '2021-10-04', 'Mine.'),
      ],
      null,
    ],
  ])('is changed because its report was %s', (_, facts, why) => {
    expect(shown(facts, [save('2021-10-05', 'Binh', { 'v.X1': [4, 5] })]).changes.map((one) => one.why)).toEqual([why])
  })

  it('is cut nowhere: what one page does not hold stands on the next', () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, nth) => [`v.X1.age=${nth}`, [null, nth] as const]))
    const pages = [1, 2, 3].map((page) => shown([], [save('2021-10-01', 'Binh', many)], { page }))
    expect(pages.map(({ changes }) => changes.length)).toEqual([200, 200, 50])
    expect(pages[1]!.pager).toMatchObject({
      before: { href: '/submissions/7/history?indicator=&page=1' },
      after: { href: '/submissions/7/history?indicator=&page=3' },
    })
  })

  it('is narrowed to one indicator, and shows all where there is no such one', () => {
    const saves = [save('2021-10-01', 'Binh', { 'v.X1': [null, 4], 'v.P2': [null, 3] })]
    expect(shown([], saves, { indicator: 'X1' }).changes.map(({ where }) => where)).toEqual(['X1'])
    expect(shown([], saves, { indicator: 'Z9' })).toMatchObject({ indicator: '', changes: [{}, {}] })
  })
})
