import { describe, expect, it } from 'vitest'
import { firstThatFit, linesTaken } from '../../../src/dashboards/brief/fitting.ts'
import { textWidth } from '../../../src/spreadsheet/text-width.ts'

describe('what a side of paper holds of a list', () => {
  const tall = (n: number) => n

  it('is its first, whole, until one has no room, and how many are left', () => {
    expect(firstThatFit([2, 3, 4], 9, tall)).toEqual({ shown: [2, 3, 4], more: 0 })
    expect(firstThatFit([2, 3, 4, 1], 8, tall)).toEqual({ shown: [2, 3], more: 2 })
    expect(firstThatFit([8], 8, tall)).toEqual({ shown: [8], more: 0 })
    // What has no room anywhere does not keep the others out.
    expect(firstThatFit([2, 9, 3], 8, tall)).toEqual({ shown: [2, 3], more: 1 })
  })

  it('is counted in lines of words, of which nothing has none', () => {
    expect(linesTaken('', { width: 10, size: 8 })).toBe(0)
    expect(linesTaken('one', { width: 100, size: 8 })).toBe(1)
    // In the font that it is measured in, it would just fit.
    const width = textWidth('one two', { size: 8 })
    expect([width, width * 1.1].map((room) => linesTaken('one two', { width: room, size: 8 }))).toEqual([2, 1])
    expect(linesTaken('one word after the other until the line ends', { width: 60, size: 8 })).toBe(3)
  })
})
