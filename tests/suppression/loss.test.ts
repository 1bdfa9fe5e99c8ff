import { expect, test } from 'vitest'
import { byLoss, compareLoss, rowLosses, totalLoss } from '../../src/suppression/loss.ts'
import { row } from './row.ts'

test('a row costs its cells first, one that was suppressed before a little less, then its size', () => {
  const rows = [row(10, 'a'), row(20, 'b', 'c'), row(30)]
  expect(rowLosses(rows, new Set(['c', 'elsewhere']))).toEqual([
    { cells: 5, size: 10 },
    { cells: 9, size: 40 },
    { cells: 0, size: 0 },
  ])
})

test('one more cell weighs more than all cells of the block having been shown before', () => {
  const rows = [row(1, 'a'), row(1, 'b'), row(1, 'c')]
  const fresh = rowLosses(rows, new Set())
  const before = rowLosses(rows, new Set(['a', 'b', 'c']))
  expect(compareLoss(totalLoss(fresh, [0, 1]), totalLoss(before, [0, 1, 2]))).toBeLessThan(0)
})

test('of as many cells those that were suppressed before are less, then the smaller ones', () => {
  expect(compareLoss({ cells: 4, size: 9 }, { cells: 5, size: 1 })).toBeLessThan(0)
  expect(compareLoss({ cells: 5, size: 9 }, { cells: 5, size: 1 })).toBeGreaterThan(0)
  expect(compareLoss({ cells: 5, size: 9 }, { cells: 5, size: 9 })).toBe(0)
})

test('rows go from the least loss to the greatest, those of equal loss by number', () => {
  const losses = [3, 1, 2, 1, 3].map((cells) => ({ cells, size: 7 }))
  const rows = [4, 3, 0, 1, 2]
  expect(byLoss(losses, rows)).toEqual([1, 3, 2, 0, 4])
  expect(rows).toEqual([4, 3, 0, 1, 2])
  expect(totalLoss(losses, [])).toEqual({ cells: 0, size: 0 })
})
