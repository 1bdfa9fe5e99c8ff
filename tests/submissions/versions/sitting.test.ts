import { describe, expect, it } from 'vitest'
import { bySitting, type LastVersion, sittingAt } from '../../../src/submissions/versions/sitting.ts'

const MINUTE = 60_000
const last: LastVersion = { at: 100 * MINUTE, byId: 7, sitting: 3, isFollowed: false }

describe('what is typed', () => {
  it.each([
    ['goes on with the sitting', last, 7, 129, 3],
    ['begins one after a pause of half an hour', last, 7, 130, 9],
    ['begins one after somebody else', last, 8, 101, 9],
    ['begins one after a save by button', { ...last, sitting: null }, 7, 101, 9],
    ['begins one after it was handed in or returned', { ...last, isFollowed: true }, 7, 101, 9],
    ['begins one with the submission', null, 7, 101, 9],
  ])('%s', (_, before, by, minute, sitting) => {
    expect(sittingAt(before, by, minute * MINUTE, 9)).toBe(sitting)
  })
})

describe('saves as they are listed', () => {
  const version = (nth: number, sitting: number | null, by = 'A') => ({ version: nth, at: nth, by, sitting })

  it('are one for a sitting: at its end, from what it found to what it left', () => {
    const versions = [version(5, null), version(4, 2), version(3, 2), version(2, 2), version(1, null)]
    const changes = [
      { a: [3, 4] },
      { a: [2, 3], b: [1, null] },
      { a: [1, 2] },
      { a: [null, 1], b: [null, 1] },
      {},
    ] as const
    expect(bySitting(versions, changes)).toEqual([
      { ...version(5, null), changes: { a: [3, 4] } },
      { ...version(4, 2), changes: { a: [null, 3] } },
      { ...version(1, null), changes: {} },
    ])
  })

  it('are two for two sittings that follow each other', () => {
    const listed = bySitting([version(2, 2, 'B'), version(1, 1, 'A')], [{ a: [1, 2] }, { a: [null, 1] }])
    expect(listed.map(({ by }) => by)).toEqual(['B', 'A'])
  })
})
