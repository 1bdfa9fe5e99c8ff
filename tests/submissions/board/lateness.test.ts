import { describe, expect, it } from 'vitest'
import { notThereOn } from '../../../src/submissions/board/filters.ts'
import { boardQuery } from '../../../src/submissions/board/form.ts'
import { board, Q2, Q3, slot, stateOf, words } from './given.ts'

describe('the board', () => {
  it('says by how many days what is overdue or was returned is late, and of nothing else', () => {
    const { reporters } = board([
      slot([4, 3, Q2, 'overdue']),
      slot([4, 3, Q3, 'returned']),
      slot([9, 3, Q2, 'approved']),
      slot([9, 3, Q3, 'submitted']),
    ])
    expect(reporters.map(({ slots }) => slots.map((one) => one?.late))).toEqual([
      [null, null],
      [3, 3],
    ])
    const onTime = board([slot([4, 3, Q2, 'returned'])], { today: '2021-10-15' })
    expect(onTime.reporters[0]!.slots[0]!.late).toBeNull()
  })

  it('has whoever is latest first where that is asked for, then whoever has more that is late', () => {
    const dueOn = new Map([
      [Q2, '2021-07-15'],
      [Q3, '2021-10-15'],
    ])
    const slots = [
      slot([9, 7, Q3, 'approved']),
      slot([9, 3, Q3, 'overdue']),
      slot([4, 3, Q2, 'overdue']),
      slot([4, 7, Q2, 'overdue']),
      slot([4, 7, Q3, 'overdue']),
    ]
    const rows = (order: string) =>
      board(slots, { dueOn }, { order }).reporters.map(({ partner, place }) => `${partner} ${place}`)
    expect(rows('late')).toEqual(['Union Nghe An', 'Union Ha Tinh', 'Police Ha Tinh', 'Police Nghe An'])
    expect(rows('partner')).toEqual(['Police Nghe An', 'Police Ha Tinh', 'Union Nghe An', 'Union Ha Tinh'])
    const order = board(slots, { dueOn }, { order: 'late' }).selects.at(-1)
    expect(order).toMatchObject({ name: 'order', chosen: 'late' })
  })

  it('names what of the address makes no sense, and shows as if it had not been asked', () => {
    const slots = [slot([4, 3, Q2, 'draft']), slot([9, 7, Q2, 'draft'])]
    const asked = {
      from: 'x',
      to: '2031-Q1',
      component: 'none',
      place: 'mars',
      order: 'up',
      page: '-1',
      other: 'y',
    }
    const query = boardQuery.parse(asked)
    expect(query.misread.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['from', 'x'],
      ['order', 'up'],
      ['page', '-1'],
    ])
    expect(notThereOn(stateOf(slots), query, words).map(({ parameter, value }) => [parameter, value])).toEqual([
      ['to', 'Q1 2031'],
      ['component', 'none'],
      ['place', 'mars'],
    ])
    expect(board(slots, {}, asked).count).toBe(2)
    const right = boardQuery.parse({ from: '', order: 'late', page: '1', place: 'ha-tinh' })
    expect([right.misread, notThereOn(stateOf(slots), right, words)]).toEqual([[], []])
  })
})
