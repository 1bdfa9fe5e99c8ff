import { expect, it } from 'vitest'
import type { Cell } from '../../../../src/releases/workbook/plan.ts'
import { heightOf } from '../../../../src/releases/workbook/print/row-heights.ts'
import { OF_SENTENCES, sharedRoom } from '../../../../src/releases/workbook/print/shared-room.ts'

const WORDS = 'a sentence that takes two lines or more in a column of usual width, whatever it says'
const tall = (rows: readonly Cell[][], widths: readonly number[]) =>
  rows.reduce((sum, cells) => sum + heightOf({ cells }, { columns: widths.map((width) => ({ width })) }), 0)
const keeping = (...columns: number[]) => new Map(columns.map((at) => [at, OF_SENTENCES]))
const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0)

it('gives a column of long sentences what one of short ones has too much, and all together stay as wide', () => {
  const rows: Cell[][] = [
    ['P1', 'short', 12, WORDS],
    ['P2', 'short', 3, `${WORDS}; ${WORDS}`],
  ]
  const before = [5, 40, 9, 24]
  const after = sharedRoom(before, keeping(1, 3), rows)
  expect(after[1]).toBeLessThan(40)
  expect(after[1]).toBeGreaterThanOrEqual(18)
  expect([after[0], after[2], sum(after)]).toEqual([5, 9, sum(before)])
  expect(tall(rows, after)).toBeLessThan(tall(rows, before))
})

it('changes nothing where no row gets shorter by it: nothing to share, one column alone, a row that another column makes tall', () => {
  const before = [5, 40, 24]
  expect(sharedRoom(before, keeping(), [['P1', WORDS, WORDS]])).toEqual(before)
  expect(sharedRoom(before, keeping(1), [['P1', WORDS, WORDS]])).toEqual(before)
  expect(sharedRoom(before, keeping(1, 2), [])).toEqual(before)
  expect(sharedRoom(before, keeping(1, 2), [['one\ntwo\nthree\nfour\nfive\nsix', WORDS, WORDS]])).toEqual(before)
})

it('takes of each column what it can do without, and leaves it what it has to keep', () => {
  const rows: Cell[][] = [['P1', 'short', Array(9).fill(WORDS).join('; ')]]
  const kept = (least: number) =>
    sharedRoom(
      [5, 40, 20],
      new Map([
        [1, least],
        [2, 18],
      ]),
      rows,
    )[1]!
  expect(kept(40)).toBe(40)
  expect(kept(30)).toBeGreaterThanOrEqual(30)
  expect(kept(10)).toBeLessThan(kept(30))
})
