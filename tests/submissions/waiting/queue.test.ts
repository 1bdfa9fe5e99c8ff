import { describe, expect, it } from 'vitest'
import { nextAfter, queueAt } from '../../../src/submissions/waiting/queue.ts'

describe('what waits for approval', () => {
  it.each([
    [7, { position: 1, of: 3, before: null, after: 4 }],
    [4, { position: 2, of: 3, before: 7, after: 9 }],
    [9, { position: 3, of: 3, before: 4, after: null }],
    [5, null],
  ])('has %d at its place, with its neighbours', (id, place) => {
    expect(queueAt([7, 4, 9], id)).toEqual(place)
  })

  it.each([
    ['the one behind', [7, 4, 9], 7, 4],
    ['the one behind, past the one decided', [7, 4, 9], 4, 9],
    ['the first that was passed over', [7, 4, 9], 9, 7],
    ['none when it was the only one', [7], 7, null],
    ['the first where it did not wait', [7, 4], 5, 7],
    ['none where nothing waits', [], 5, null],
  ])('leads on to %s', (_, waiting, id, next) => {
    expect(nextAfter(waiting, id)).toBe(next)
  })
})
