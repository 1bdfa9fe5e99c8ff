import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { boardQuery, requestedSpan } from '../../../src/submissions/board/form.ts'
import type { Slot } from '../../../src/submissions/board/slot.ts'
import { partnerNamed } from '../../partners/reporters.ts'

import { board, Q1, Q2, Q3, slot } from './given.ts'

describe('the board', () => {
  it('has a line for each reporter, partners in their order and the places of each in theirs', () => {
    const { reporters, count } = board([
      slot([4, 3, Q2, 'draft']),
      slot([9, 3, Q2, 'draft']),
      slot([9, 8, Q2, 'draft']),
      slot([9, 7, Q3, 'draft']),
      slot([9, 7, Q2, 'draft']),
    ])
    expect(reporters.map(({ partner, place }) => [partner, place])).toEqual([
      ['Police', 'Nghe An'],
      ['Police', 'Ha Tinh'],
      ['Police', 'Vinh'],
      ['Union', 'Ha Tinh'],
    ])
    expect(count).toBe(4)
  })

  it('shows the quarters across with how each submission stands, and nothing where nothing is owed', () => {
    const { quarters, reporters, dates } = board([slot([4, 3, Q3, 'approved'])])
    expect(quarters).toEqual([Q2, Q3])
    expect(dates).toBe('1 Apr 2021 – 30 Sept 2021')
    expect(reporters[0]!.slots).toEqual([
      null,
      { quarter: Q3, status: 'approved', late: null, href: '/submissions/104', waits: [] },
    ])
  })

  it.each<[string, Slot[], object, boolean, RegExp | null]>([
    ['filters leave nothing', [slot([4, 3, Q2, 'draft'])], { place: 'vinh' }, false, /^Nothing matches/],
    ['nobody owes anything, to a manager', [], {}, false, /^Nobody is asked to report .* administrator/],
    ['nobody owes anything, to a partner', [], {}, true, /^You are asked to report nothing .* project manager/],
    ['somebody does', [slot([4, 3, Q2, 'draft'])], {}, false, null],
  ])('says why it is empty, and what to do: %s', (_, slots, query, mayBegin, said) => {
    const { none } = board(slots, { mayBegin }, query)
    if (said === null) expect(none).toBeNull()
    else expect(none).toMatch(said)
  })

  it('calls a partner by its name at the end of what is shown', () => {
    const name = (to: number) => board([slot([4, 3, Q2, 'due'])], { span: { from: Q2, to } }).reporters[0]!.partner
    expect([name(Q2), name(Q3)]).toEqual(['Former union', 'Union'])
  })

  it('leads whoever may begin to what has not been begun, and nobody else', () => {
    const unbegun = [slot([4, 3, Q2, 'due'], ['protection'], null)]
    const href = (mayBegin: boolean) => board(unbegun, { mayBegin }).reporters[0]!.slots[0]!.href
    expect(href(false)).toBeNull()
    expect(href(true)).toBe('/submissions/start?partner=union&place=ha-tinh&quarter=2021-Q2')
  })

  it('counts how many stand where, in the order of the statuses, without those in which nothing stands', () => {
    const slots = [slot([4, 3, Q2, 'approved']), slot([4, 3, Q3, 'due']), slot([9, 3, Q3, 'approved'])]
    expect(board(slots).totals).toEqual([
      { status: 'due', count: 1 },
      { status: 'approved', count: 2 },
    ])
  })

  it('is empty where there is no project yet', () => {
    const empty = board([], { soFar: null, span: null })
    expect(empty).toMatchObject({ selects: [], quarters: [], dates: '', reporters: [], count: 0, totals: [] })
    expect(empty.pager).toMatchObject({ before: null, after: null, here: 'Page 1 of 1' })
  })
})

describe('the pages of the board', () => {
  const many = Array.from({ length: 81 }, (_, at) => partnerNamed(at, `p${at}`, [[`P${at}`, '2019-01-01']]))
  const slots = many.map(({ id }) => slot([id, 3, Q2, 'due']))
  const pageOf = (page: string, more: object = {}) => board(slots, { partners: many }, { page, ...more })

  it('hold forty reporters each', () => {
    expect(
      [1, 2, 3].map((page) =>
        pageOf(String(page))
          .reporters.map(({ partner }) => partner)
          .at(0),
      ),
    ).toEqual(['P0', 'P40', 'P80'])
    expect(pageOf('1').reporters).toHaveLength(40)
    expect(pageOf('3').reporters).toHaveLength(1)
    expect(pageOf('1').count).toBe(81)
  })

  it('lead to each other, the first only onwards and the last only back, and keep what was chosen', () => {
    const [first, second, third] = ['1', '2', '3'].map((page) => pageOf(page).pager)
    const at = (page: number) => `/submissions?from=2021-Q2&to=2021-Q3&page=${page}`
    expect(first).toMatchObject({ before: null, here: 'Page 1 of 3', after: { href: at(2), label: 'Next page' } })
    expect(second).toMatchObject({ before: { href: at(1), label: 'Previous page' }, after: { href: at(3) } })
    expect(third).toMatchObject({ before: { href: at(2) }, after: null })
    expect(first!.label).toBe('Pages')
    expect(pageOf('1', { component: 'protection', place: 'ha-tinh' }).pager.after!.href).toBe(
      '/submissions?from=2021-Q2&to=2021-Q3&component=protection&place=ha-tinh&page=2',
    )
  })

  it.each(['4', '99'])('end at the last: %s', (page) => {
    expect(pageOf(page).pager.here).toBe('Page 3 of 3')
    expect(pageOf(page).reporters).toHaveLength(1)
  })

  it.each(['0', '-1', 'x', '1.5', ''])('begin at the first: %s', (page) => {
    expect(pageOf(page).pager.here).toBe('Page 1 of 3')
  })
})

describe('what the board is narrowed to', () => {
  const slots = [
    slot([9, 8, Q2, 'due'], ['prevention', null]),
    slot([4, 3, Q2, 'due'], ['protection']),
    slot([4, 3, Q3, 'submitted'], ['protection']),
  ]
  const shown = (query: object) => board(slots, {}, query).reporters.map(({ place }) => place)

  it.each<[object, string[]]>([
    [{}, ['Vinh', 'Ha Tinh']],
    [{ component: 'protection' }, ['Ha Tinh']],
    [{ component: 'cross-cutting' }, ['Vinh']],
    [{ component: 'prosecution' }, []],
    [{ component: 'nonsense' }, ['Vinh', 'Ha Tinh']],
    [{ place: 'nghe-an' }, ['Vinh']],
    [{ place: 'vinh' }, []],
    [{ place: 'nowhere' }, ['Vinh', 'Ha Tinh']],
    [{ place: '' }, ['Vinh', 'Ha Tinh']],
  ])('%o shows %o: a commune under its province', (query, expected) => {
    expect(shown(query)).toEqual(expected)
  })

  it('can be chosen: quarters so far from the last, components and provinces that anything is owed in', () => {
    expect(board(slots, {}, { component: 'protection', place: 'ha-tinh' }).selects).toEqual([
      {
        name: 'from',
        label: 'From quarter',
        options: [
          { value: '2021-Q3', label: 'Q3 2021' },
          { value: '2021-Q2', label: 'Q2 2021' },
          { value: '2021-Q1', label: 'Q1 2021' },
        ],
        chosen: '2021-Q2',
      },
      expect.objectContaining({ name: 'to', label: 'To quarter', chosen: '2021-Q3' }),
      {
        name: 'component',
        label: 'Component',
        options: [
          { value: '', label: 'All' },
          { value: 'cross-cutting', label: 'Whole project' },
          { value: 'prevention', label: 'Prevention' },
          { value: 'protection', label: 'Protection' },
        ],
        chosen: 'protection',
      },
      {
        name: 'place',
        label: 'Province',
        options: [
          { value: '', label: 'All' },
          { value: 'nghe-an', label: 'Nghe An' },
          { value: 'ha-tinh', label: 'Ha Tinh' },
        ],
        chosen: 'ha-tinh',
      },
      {
        name: 'order',
        label: 'Order',
        options: [
          { value: 'partner', label: 'By reporter' },
          { value: 'late', label: 'Latest first' },
        ],
        chosen: 'partner',
      },
    ])
  })

  it('is not offered where there is only one to choose', () => {
    const names = (own: Slot[]) => board(own).selects.map(({ name }) => name)
    expect(names(slots)).toEqual(['from', 'to', 'component', 'place', 'order'])
    expect(names(slots.slice(1))).toEqual(['from', 'to', 'order'])
    expect(names([])).toEqual(['from', 'to', 'order'])
  })
})

describe('completeness', () => {
  const slots = [
    slot([9, 8, Q2, 'approved'], ['prevention']),
    slot([9, 7, Q2, 'submitted'], ['prevention', 'protection']),
    slot([4, 3, Q2, 'returned'], ['protection']),
    slot([4, 3, Q3, 'missing'], ['protection']),
  ]

  it('counts provinces down and components across, then all: handed in of expected, and approved', () => {
    const { columns, rows, all } = board(slots).completeness
    expect(columns).toEqual(['prevention', 'protection'])
    expect(rows).toEqual([
      {
        name: 'Nghe An',
        cells: [
          { text: '2 of 2', tone: 'full' },
          { text: '1 of 1', tone: 'full' },
          { text: '2 of 2', tone: 'full' },
        ],
        approved: '1',
      },
      {
        name: 'Ha Tinh',
        cells: [
          { text: '–', tone: '' },
          { text: '0 of 2', tone: 'none' },
          { text: '0 of 2', tone: 'none' },
        ],
        approved: '0',
      },
    ])
    expect(all).toEqual({
      cells: [
        { text: '2 of 2', tone: 'full' },
        { text: '1 of 3', tone: 'partly' },
        { text: '2 of 4', tone: 'partly' },
      ],
      approved: '1',
    })
  })
})

describe('the quarters that are shown', () => {
  const soFar = { from: quarterOf(2015, 1), to: Q3 }
  it.each<[string, number | null, number | null, number, number]>([
    ['the last year when none are asked for', null, null, Q3 - 3, Q3],
    ['the year up to the last asked for', null, Q1, Q1 - 3, Q1],
    ['those asked for', Q1, Q2, Q1, Q2],
    ['one', Q2, Q2, Q2, Q2],
    ['the last alone when asked for backwards', Q3, Q1, Q1, Q1],
    ['none before the project', Q1 - 100, quarterOf(2015, 2), soFar.from, quarterOf(2015, 2)],
    ['none after today', Q2, Q3 + 5, Q2, Q3],
    ['twelve at most', Q3 - 11, Q3, Q3 - 11, Q3],
    ['the last twelve of more', Q3 - 12, Q3, Q3 - 11, Q3],
  ])('are %s', (_, from, to, first, last) => {
    expect(requestedSpan({ from, to }, soFar)).toEqual({ from: first, to: last })
  })

  it('are as many as there are in a young project', () => {
    expect(requestedSpan({ from: null, to: null }, { from: Q2, to: Q3 })).toEqual({ from: Q2, to: Q3 })
  })

  it('are read from the address, and none where it makes no sense', () => {
    expect(boardQuery.parse({ from: '2021-Q1', to: 'x', component: 'protection', place: 'vinh', page: '2' })).toEqual({
      partner: null,
      from: Q1,
      to: null,
      component: 'protection',
      place: 'vinh',
      order: 'partner',
      page: 2,
      misread: [{ parameter: 'to', value: 'x' }],
    })
    expect(boardQuery.parse({})).toEqual({
      from: null,
      to: null,
      component: null,
      place: null,
      partner: null,
      order: 'partner',
      page: 1,
      misread: [],
    })
  })
})
