import { describe, expect, it } from 'vitest'
import { DueQuarters, merged } from '../../src/assignments/due.ts'

describe('quarters due', () => {
  const due = new DueQuarters([10, 12, 14, 16])

  it('are those within the span and the time in which a reporter is asked', () => {
    expect(due.in([{ from: 11, to: 99 }], { from: 0, to: 14 }, true)).toEqual({
      count: 2,
      last: 14,
      quarters: [12, 14],
    })
    expect(due.in([{ from: 12, to: 12 }], { from: 12, to: 12 }, true)).toEqual({ count: 1, last: 12, quarters: [12] })
    expect(due.in([{ from: 0, to: 99 }], { from: 0, to: 99 }, false)).toEqual({ count: 4, last: 16, quarters: [] })
  })

  it('are none where time and span do not meet', () => {
    expect(due.in([{ from: 13, to: 13 }], { from: 0, to: 99 }, true)).toEqual({ count: 0, last: null, quarters: [] })
    expect(due.in([{ from: 16, to: 99 }], { from: 0, to: 12 }, true)).toEqual({ count: 0, last: null, quarters: [] })
    expect(due.in([], { from: 0, to: 99 }, true)).toEqual({ count: 0, last: null, quarters: [] })
  })

  it('are counted over several stretches, and the last is the last of all', () => {
    const stretches = [
      { from: 14, to: 20 },
      { from: 0, to: 11 },
    ]
    expect(due.in(stretches, { from: 0, to: 99 }, true)).toEqual({ count: 3, last: 16, quarters: [14, 16, 10] })
  })
})

describe('stretches of time', () => {
  it('are joined where they touch or overlap, so that nothing is asked twice', () => {
    expect(
      merged([
        { from: 5, to: 9 },
        { from: 1, to: 3 },
        { from: 4, to: 4 },
        { from: 6, to: 7 },
      ]),
    ).toEqual([{ from: 1, to: 9 }])
  })

  it('are none when there is nothing in them', () => {
    expect(merged([{ from: 8, to: 7 }])).toEqual([])
  })

  it('stay apart where a quarter lies between, and empty ones go', () => {
    expect(
      merged([
        { from: 8, to: 7 },
        { from: 5, to: 9 },
        { from: 1, to: 3 },
      ]),
    ).toEqual([
      { from: 1, to: 3 },
      { from: 5, to: 9 },
    ])
  })
})
