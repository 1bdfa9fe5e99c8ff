import { describe, expect, it } from 'vitest'
import { managerWork, partnerWork, type Work, type WorkListName } from '../../src/home/work.ts'
import { STATUSES } from '../../src/submissions/submission.ts'
import { slot } from './slots.ts'

const listed = (work: Work, name: WorkListName) => work.find((list) => list.name === name)!.slots
const filled = (work: Work) =>
  Object.fromEntries(
    work.filter(({ slots }) => slots.length > 0).map(({ name, slots }) => [name, slots.map(({ status }) => status)]),
  )

describe('the order of work', () => {
  it('puts the oldest first, and for approval whatever has waited longest', () => {
    const work = managerWork([slot('submitted', 1, 9), slot('submitted', 2, 5), slot('overdue', 4), slot('overdue', 3)])
    expect(listed(work, 'to-approve').map((one) => one.changedAt)).toEqual([5, 9])
    expect(listed(work, 'overdue').map((one) => one.quarter)).toEqual([3, 4])
  })

  it('keeps what a partner has to do apart, and lists what was lately approved', () => {
    const slots = [
      slot('due', 8),
      slot('draft', 7),
      slot('missing', 2),
      ...[1, 2, 3, 4, 5, 6, 7].map((at) => slot('approved', at, at)),
    ]
    const work = partnerWork(slots)
    expect(listed(work, 'open').map((one) => one.quarter)).toEqual([7, 8])
    expect(listed(work, 'overdue')).toEqual([])
    expect(listed(work, 'approved-lately').map((one) => one.changedAt)).toEqual([7, 6, 5, 4, 3, 2])
  })

  it('of two that have waited equally long takes the older quarter, of two lately approved the newer', () => {
    const same = [slot('submitted', 5, 9), slot('submitted', 4, 9), slot('submitted', 3)]
    expect(listed(managerWork(same), 'to-approve').map((one) => one.quarter)).toEqual([3, 4, 5])
    const approved = [slot('approved', 4, 9), slot('approved', 5, 9), slot('approved', 9)]
    expect(listed(partnerWork(approved), 'approved-lately').map((one) => one.quarter)).toEqual([5, 4, 9])
  })
})

describe('what waits for whom', () => {
  const oneOfEach = STATUSES.map((status) => slot(status, 3))

  it('is, for a partner, first what was returned, then what is overdue, what is to be entered, what is waited for', () => {
    const work = partnerWork(oneOfEach)
    expect(work.map(({ name }) => name)).toEqual(['returned', 'overdue', 'open', 'waiting', 'approved-lately'])
    expect(filled(work)).toEqual({
      returned: ['returned'],
      overdue: ['overdue'],
      open: expect.arrayContaining(['draft', 'due']),
      waiting: ['submitted'],
      'approved-lately': ['approved'],
    })
    expect(listed(work, 'open')).toHaveLength(2)
  })

  it('is, for a manager, what to approve, then what is overdue, then what was returned: nothing a partner still writes', () => {
    const work = managerWork(oneOfEach)
    expect(work.map(({ name }) => name)).toEqual(['to-approve', 'overdue', 'returned'])
    expect(filled(work)).toEqual({ 'to-approve': ['submitted'], overdue: ['overdue'], returned: ['returned'] })
  })

  it('is shown in the oldest quarter first, whatever the list', () => {
    const mixed = STATUSES.flatMap((status) => [slot(status, 6), slot(status, 2), slot(status, 4)])
    for (const { name, slots } of [...partnerWork(mixed), ...managerWork(mixed)].filter(
      (list) => list.name !== 'approved-lately',
    )) {
      const quarters = slots.map(({ quarter }) => quarter)
      expect(quarters, name).toEqual([...quarters].sort())
    }
  })

  it('shows twelve of a long list, and says how long it is', () => {
    const many = Array.from({ length: 13 }, (_, at) => slot('overdue', at))
    const overdue = managerWork(many).find(({ name }) => name === 'overdue')!
    expect([overdue.slots.length, overdue.first.length]).toEqual([13, 12])
    expect(overdue.first.map(({ quarter }) => quarter)).toEqual(many.slice(0, 12).map(({ quarter }) => quarter))
  })
})
