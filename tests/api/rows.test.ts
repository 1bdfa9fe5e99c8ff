import { describe, expect, it } from 'vitest'
import { tidyLines } from '../../src/api/csv.ts'
import { csvColumns, ENDPOINTS, formatsOf } from '../../src/api/endpoints.ts'
import { datesIn, instantOf, listField, paging, quarterText, stateField } from '../../src/api/fields.ts'
import { ordered, pageAfter } from '../../src/api/lists/list.ts'
import {
  quartersAsked,
  slotKey,
  slotsAsked,
  submissionDocumentOf,
  submissionRowOf,
} from '../../src/api/lists/submissions.ts'
import type { Partner } from '../../src/partners/partner.ts'
import { type Place, Places } from '../../src/places/place.ts'
import type { SlotsSeen } from '../../src/submissions/board/board.ts'
import type { Slot } from '../../src/submissions/board/slot.ts'
import type { Submission } from '../../src/submissions/submission.ts'
import { q } from '../support/small-project.ts'

describe('what is asked', () => {
  it.each<[string | string[], string[]]>([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [
      ['a', 'b,c'],
      ['a', 'b', 'c'],
    ],
    ['a,,a,', ['a']],
    ['', []],
  ])('as a list: %j', (given, expected) => {
    expect(listField.parse(given)).toEqual(expected)
  })

  it('is a quarter only as one is written', () => {
    expect(quarterText.safeParse('2021-Q4').success).toBe(true)
    expect(quarterText.safeParse('2021-Q5').success).toBe(false)
    expect(quarterText.safeParse(undefined).success).toBe(true)
  })

  it.each<[unknown, number | null]>([
    [undefined, 100],
    ['1', 1],
    ['1000', 1000],
    ['0', null],
    ['1001', null],
    ['2.5', null],
  ])('as so many rows at once: %j', (given, expected) => {
    const read = paging.limit.safeParse(given)
    expect(read.success ? read.data : null).toBe(expected)
  })

  it('after a row by a key that is no longer than keys are', () => {
    expect(paging.after.safeParse('x'.repeat(100)).success).toBe(true)
    expect(paging.after.safeParse('x'.repeat(101)).success).toBe(false)
  })
})

it('a span is told with its dates, an instant to the millisecond, a state by its code', () => {
  expect(datesIn({ from: q('2021-Q1'), to: q('2021-Q2') })).toEqual({
    ...{ from: '2021-Q1', to: '2021-Q2', first_day: '2021-01-01', last_day: '2021-06-30' },
  })
  expect(instantOf(Date.UTC(2021, 0, 2, 3, 4, 5, 6))).toBe('2021-01-02T03:04:05.006Z')
  expect(stateField.options).toEqual(expect.arrayContaining(['reported', 'not-reported', 'confidential', 'not-due']))
})

describe('a page of a list', () => {
  const rows = [1, 2, 3, 4].map(ordered)
  const page = (limit: number, after?: string) => pageAfter(rows, (row) => row, { limit, after })

  it('has so many rows, and after which the next ones come, unless there are no more', () => {
    expect(page(2)).toEqual({ rows: rows.slice(0, 2), next: rows[1] })
    expect(page(2, rows[1])).toEqual({ rows: rows.slice(2), next: null })
    expect(page(4)).toEqual({ rows, next: null })
    expect(page(1, rows[3])).toEqual({ rows: [], next: null })
  })

  it('goes on where a row that is gone would stand', () => {
    expect(pageAfter([rows[0]!, rows[2]!], (row) => row, { limit: 5, after: rows[1] }).rows).toEqual([rows[2]])
  })

  it('is in the order of numbers', () => {
    expect([10, 9, 100].map(ordered).sort()).toEqual([9, 10, 100].map(ordered))
  })
})

describe('tidy CSV', () => {
  const lines = (columns: string[], ...rows: object[]) => [...tidyLines(columns, rows)]

  it('has a line of names and one a row: parts of a part by both names, lists with semicolons, nothing where nothing is', () => {
    const row = { code: 'V3', n: 1.5, of: { reported: 2, expected: 0 }, flags: ['a', 'b'], none: null, yes: true }
    expect(lines(['code', 'n', 'of.reported', 'of.expected', 'flags', 'none', 'yes', 'absent'], row)).toEqual([
      'code,n,of.reported,of.expected,flags,none,yes,absent\r\n',
      'V3,1.5,2,0,a;b,,true,\r\n',
    ])
  })

  it('has no text that a spreadsheet takes for a formula', () => {
    expect(lines(['a'], { a: '=1+1' })[1]).toBe("'=1+1\r\n")
  })

  it('has the columns of its rows, but what is a list of parts', () => {
    expect(csvColumns(ENDPOINTS.submissions.row)).toEqual([
      ...['id', 'partner.code', 'partner.name.vi', 'partner.name.en', 'place.code', 'place.name.vi', 'place.name.en'],
      ...['from', 'to', 'first_day', 'last_day', 'components', 'state', 'status', 'due_on', 'days_late', 'changed_at'],
    ])
    expect(csvColumns(ENDPOINTS.indicators.row)).not.toContain('breakdowns')
    expect(csvColumns(ENDPOINTS.releases.row)).toContain('withdrawn.reason')
    expect([formatsOf(ENDPOINTS.figures), formatsOf(ENDPOINTS.submission)]).toEqual([['json', 'csv'], ['json']])
  })
})

const place = (id: number, slug: string): Place => ({
  ...{ id, slug, name: { vi: `Nơi ${id}`, en: `Place ${id}` }, depth: 1, parentId: null, code: String(id), iso: null },
  ...{ level: 'province', validFrom: '1991-01-01', validTo: null },
})
const partner = (id: number, slug: string): Partner => ({
  ...{ id, slug, cutOffDay: null },
  names: [
    { kind: 'WU', name: { vi: 'Cũ', en: 'Old' }, validFrom: '2000-01-01', validTo: '2020-12-31' },
    { kind: 'WU', name: { vi: 'Mới', en: 'New' }, validFrom: '2021-01-01', validTo: null },
  ],
})
const slot = (more: Partial<Slot>): Slot => ({
  ...{ partnerId: 1, placeId: 1, quarter: q('2021-Q1'), components: ['protection', null] },
  ...{ id: null, state: 'due', status: 'overdue', changedAt: null },
  ...more,
})
const SLOTS = [
  slot({ quarter: q('2021-Q2'), status: 'due' }),
  slot({ partnerId: 2 }),
  slot({ placeId: 2, id: 9, state: 'submitted', status: 'submitted', changedAt: Date.UTC(2021, 3, 2) }),
  slot({}),
]
const BOARD: SlotsSeen = {
  ...{ slots: SLOTS, today: '2021-04-20', partners: [partner(1, 'wu'), partner(2, 'police')] },
  dueOn: new Map([[q('2021-Q1'), '2021-04-15']]),
  places: new Places([place(1, 'ha-tinh'), place(2, 'nghe-an')], []),
}
const asked = (more: object) => slotsAsked(BOARD, { limit: 100, ...more }).map((one) => SLOTS.indexOf(one))

describe('expected submissions', () => {
  it.each<[object, number[]]>([
    [{}, [3, 2, 1, 0]],
    [{ status: 'submitted' }, [2]],
    [{ place: ['nghe-an'] }, [2]],
    [{ place: ['nowhere'] }, []],
    [{ partner: ['police'] }, [1]],
    [{ partner: ['police', 'wu'], status: 'due' }, [0]],
    [{ partner: [] }, []],
  ])('are those asked for, by quarter, partner and place: %j', (more, expected) => {
    expect(asked(more)).toEqual(expected)
  })

  it('keep their place in the list', () => {
    expect(slotKey(slot({ partnerId: 10 })) > slotKey(slot({ partnerId: 9 }))).toBe(true)
  })

  it('are told with whose they are, how they stand, and how late they are', () => {
    const named = { code: 'wu', name: { vi: 'Mới', en: 'New' } }
    const dates = { from: '2021-Q1', to: '2021-Q1', first_day: '2021-01-01', last_day: '2021-03-31' }
    expect(submissionRowOf(SLOTS[3]!, BOARD)).toEqual({
      ...{ id: null, partner: named, place: { code: 'ha-tinh', name: { vi: 'Nơi 1', en: 'Place 1' } }, ...dates },
      ...{ components: ['protection', 'project'], state: 'due', status: 'overdue' },
      ...{ due_on: '2021-04-15', days_late: 5, changed_at: null },
    })
    expect(submissionRowOf(SLOTS[2]!, BOARD)).toMatchObject({
      ...{ id: 9, state: 'submitted', days_late: null, changed_at: '2021-04-02T00:00:00.000Z' },
    })
  })

  it.each<[string | undefined, string | undefined, [string, string]]>([
    [undefined, undefined, ['2020-Q1', '2021-Q4']],
    ['2020-Q3', '2021-Q2', ['2020-Q3', '2021-Q2']],
    ['2019-Q1', '2030-Q1', ['2020-Q1', '2021-Q4']],
  ])('are asked for within the quarters that the project has had: %s to %s', (from, to, [first, last]) => {
    const soFar = { from: q('2020-Q1'), to: q('2021-Q4') }
    expect(quartersAsked({ from, to, limit: 1 }, soFar)).toEqual({ from: q(first), to: q(last) })
  })
})

it('one submission is told with its values, and no reason anybody wrote', () => {
  const stored = {
    ...{ id: 9, quarter: q('2021-Q1'), state: 'draft', version: 3, changedAt: 0 },
    ...{ cutFrom: '2020-12-15', cutTo: '2021-03-14' },
  } as Submission
  const entries = [
    { indicator: 'V3', cell: 'sex=female', state: 'reported', value: 0, base: null, reason: null },
    { indicator: 'V4', cell: '', state: 'not applicable', value: null, base: null, reason: 'secret' },
  ] as const
  const told = submissionDocumentOf({ stored, partner: partner(1, 'wu'), place: place(1, 'ha-tinh'), entries })
  expect(told).toMatchObject({
    ...{ id: 9, partner: { code: 'wu' }, place: { code: 'ha-tinh' }, from: '2021-Q1', state: 'draft', version: 3 },
    ...{ cut_from: '2020-12-15', cut_to: '2021-03-14', changed_at: '1970-01-01T00:00:00.000Z' },
  })
  expect(told.values).toEqual([
    { indicator: 'V3', categories: { sex: 'female' }, state: 'reported', value: 0, base: null },
    { indicator: 'V4', categories: {}, state: 'not-applicable', value: null, base: null },
  ])
})
