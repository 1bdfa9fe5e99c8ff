import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/reminders/forecast.ts'
import { lettersFor, type Recipient, toldKey } from '../../src/reminders/recipient.ts'
import type { RemindableReport, ReminderItem } from '../../src/reminders/reminder.ts'
import type { Role } from '../../src/vocabulary/access.ts'
import type { ReminderKind } from '../../src/vocabulary/reminder.ts'
import { q } from '../support/small-project.ts'

const ITEM: ReminderItem = {
  kind: 'overdue',
  partnerId: 1,
  placeId: 2,
  quarter: q('2021-Q4'),
  id: null,
  dueOn: '2022-01-15',
  occasion: '2022-01-16',
}
const person = (id: number, role: Role, partnerIds: number[] = [], ...declined: ReminderKind[]): Recipient => ({
  id,
  name: `Person ${id}`,
  email: `p${id}@example.org`,
  language: 'vi',
  role,
  partnerIds,
  declined: new Set(declined),
})
const nobodyTold = () => false

describe('who is told', () => {
  const people = [
    person(1, 'partner', [1]),
    person(2, 'partner', [2]),
    person(3, 'partner', [1, 2], 'overdue'),
    person(4, 'manager'),
    person(5, 'donor'),
    person(6, 'administrator'),
  ]

  it.each<[ReminderKind, number[]]>([
    ['due', [1, 3]],
    ['overdue', [1]],
    ['returned', [1, 3]],
    ['approved', [1, 3]],
    ['to-approve', [4]],
  ])('of what is %s: %j', (kind, ids) => {
    expect(lettersFor([{ ...ITEM, kind }], people, nobodyTold).map(({ personId }) => personId)).toEqual(ids)
  })

  it('in one message a kind, of what they were not told before', () => {
    const items = [ITEM, { ...ITEM, placeId: 3 }, { ...ITEM, kind: 'returned' as const, occasion: '9' }]
    const letters = lettersFor(items, [people[0]!], (_, item) => item.placeId === 3)
    expect(letters.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['overdue', 1],
      ['returned', 1],
    ])
  })

  it('once a day of what waits, even where more was handed in since', () => {
    const waiting = [2, 3].map((placeId) => ({ ...ITEM, placeId, kind: 'to-approve' as const }))
    expect(lettersFor(waiting, [people[3]!], nobodyTold)).toHaveLength(1)
    expect(lettersFor(waiting, [people[3]!], (_, { placeId }) => placeId === 2)).toEqual([])
  })
})

describe('what is to come', () => {
  const report = (given: Partial<RemindableReport>): RemindableReport => ({
    ...ITEM,
    state: 'due',
    closed: false,
    fact: null,
    ...given,
  })
  const given = { people: [person(1, 'partner', [1]), person(4, 'manager')], days: 7 }
  const told = (
    reports: RemindableReport[],
    from: string,
    isTold: (id: number, item: ReminderItem) => boolean = nobodyTold,
  ) =>
    forecast(from, { ...given, reports }, isTold).flatMap(({ day, letters }) =>
      letters.map(({ personId, kind, items }) => `${day} ${personId} ${kind} ${items.length}`),
    )

  it('has each occasion once, on its first day', () => {
    expect(told([report({}), report({ placeId: 3 })], '2022-01-10')).toEqual([
      '2022-01-10 1 due 2',
      '2022-01-16 1 overdue 2',
    ])
  })

  it('leaves out what was told, and goes on from there', () => {
    const before = toldKey(1, { ...ITEM, kind: 'due', occasion: '2022-01-15' })
    const was = (id: number, item: ReminderItem) => toldKey(id, item) === before
    expect(told([report({})], '2022-01-12', was)).toEqual(['2022-01-16 1 overdue 1', '2022-01-24 1 overdue 1'])
  })

  it('names the first message of what waits, of which there is one a day', () => {
    expect(told([report({ state: 'submitted', id: 7 })], '2022-01-10')).toEqual(['2022-01-10 4 to-approve 1'])
    // What else is written to the same person, or waits for another, is told beside it.
    const two = { ...given, people: [person(4, 'manager'), person(5, 'manager')] }
    const days = forecast('2022-01-10', { ...two, reports: [report({ state: 'submitted', id: 7 })] }, nobodyTold)
    expect(days.map(({ day, letters }) => [day, letters.map(({ personId }) => personId)])).toEqual([
      ['2022-01-10', [4, 5]],
    ])
  })
})
