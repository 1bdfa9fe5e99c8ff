import { describe, expect, it } from 'vitest'
import {
  type CellPlace,
  type Grid,
  type KeyPress,
  stepOf,
  type Typing,
} from '../../../src/submissions/typing/key-step.ts'
import fc from '../../fast-check.ts'

/** Three lines of two cells; and a list of a count; and a list of numerator and denominator. */
const TABLE: Grid = { widths: [2, 2, 2], isList: false }
const LIST: Grid = { widths: [1, 1, 1], isList: true }
const PAIRS: Grid = { widths: [2, 2], isList: true }

const ARRIVED: Typing = { arrived: true, atStart: false, atEnd: true }
const WITHIN: Typing = { arrived: false, atStart: false, atEnd: false }
const BEFORE: Typing = { ...WITHIN, atStart: true }
const BEHIND: Typing = { ...WITHIN, atEnd: true }

/** "Ctrl+Shift+Enter" as the key event it is. */
function keyOf(name: string): KeyPress {
  const parts = name.split('+')
  return { key: parts.at(-1)!, shift: parts.includes('Shift'), ctrl: parts.includes('Ctrl') }
}

function step(name: string, grid: Grid, [row, column]: [number, number], typing: Typing): unknown {
  const to = stepOf(keyOf(name), { row, column }, grid, typing)
  return to && [to.row, to.column]
}

describe('a key in a cell', () => {
  it.each<[string, Grid, [number, number], Typing, [number, number] | null]>([
    ['Enter', TABLE, [0, 0], WITHIN, [1, 0]],
    ['Enter', TABLE, [2, 0], WITHIN, [0, 1]],
    ['Enter', TABLE, [2, 1], WITHIN, [2, 1]],
    ['Shift+Enter', TABLE, [1, 1], WITHIN, [0, 1]],
    ['Shift+Enter', TABLE, [0, 1], WITHIN, [2, 0]],
    ['Shift+Enter', TABLE, [0, 0], WITHIN, [0, 0]],
    ['Enter', LIST, [0, 0], WITHIN, [1, 0]],
    ['Enter', LIST, [2, 0], WITHIN, [2, 0]],
    ['Shift+Enter', LIST, [1, 0], WITHIN, [0, 0]],
    ['Enter', PAIRS, [0, 0], WITHIN, [0, 1]],
    ['Enter', PAIRS, [0, 1], WITHIN, [1, 0]],
    ['Shift+Enter', PAIRS, [1, 0], WITHIN, [0, 1]],
    ['ArrowDown', TABLE, [0, 1], WITHIN, [1, 1]],
    ['ArrowDown', TABLE, [2, 1], WITHIN, [2, 1]],
    ['ArrowUp', TABLE, [0, 1], WITHIN, [0, 1]],
    ['Ctrl+ArrowDown', TABLE, [0, 1], WITHIN, [2, 1]],
    ['Ctrl+ArrowUp', TABLE, [2, 1], WITHIN, [0, 1]],
    ['ArrowRight', TABLE, [0, 0], ARRIVED, [0, 1]],
    ['ArrowRight', TABLE, [0, 0], BEHIND, [0, 1]],
    ['ArrowRight', TABLE, [0, 0], BEFORE, null],
    ['ArrowRight', TABLE, [0, 1], ARRIVED, [0, 1]],
    ['ArrowLeft', TABLE, [0, 1], ARRIVED, [0, 0]],
    ['ArrowLeft', TABLE, [0, 1], BEFORE, [0, 0]],
    ['ArrowLeft', TABLE, [0, 1], BEHIND, null],
    ['ArrowRight', LIST, [0, 0], ARRIVED, [1, 0]],
    ['ArrowLeft', PAIRS, [1, 0], ARRIVED, [0, 1]],
    ['ArrowRight', PAIRS, [1, 1], ARRIVED, [1, 1]],
    ['Ctrl+ArrowRight', TABLE, [1, 0], ARRIVED, [1, 1]],
    ['Ctrl+ArrowLeft', TABLE, [1, 1], BEHIND, null],
    ['Ctrl+ArrowLeft', TABLE, [1, 1], ARRIVED, [1, 0]],
    ['Home', TABLE, [1, 1], ARRIVED, [1, 0]],
    ['Home', TABLE, [1, 1], WITHIN, null],
    ['Ctrl+Home', TABLE, [1, 1], WITHIN, [0, 0]],
    ['End', TABLE, [1, 0], ARRIVED, [1, 1]],
    ['End', TABLE, [1, 0], BEFORE, null],
    ['Ctrl+End', TABLE, [0, 0], WITHIN, [2, 1]],
    ['5', TABLE, [0, 0], ARRIVED, null],
    ['Tab', TABLE, [0, 0], ARRIVED, null],
  ])('%s', (name, grid, at, typing, to) => {
    expect(step(name, grid, at, typing)).toEqual(to)
  })

  it('never leads out of the block, and Enter passes every cell once', () => {
    const grids = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).map(
        ([rows, width]): Grid => ({
          widths: Array.from({ length: rows }, () => width),
          isList: false,
        }),
      ),
      fc
        .array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 8 })
        .map((widths): Grid => ({ widths, isList: true })),
    )
    fc.assert(
      fc.property(grids, (grid) => {
        let at: CellPlace = { row: 0, column: 0 }
        const passed = new Set<string>()
        while (!passed.has(`${at.row} ${at.column}`)) {
          passed.add(`${at.row} ${at.column}`)
          at = stepOf(keyOf('Enter'), at, grid, WITHIN)!
        }
        expect(passed.size).toBe(grid.widths.reduce((sum, width) => sum + width, 0))
        const back = [...passed].reduce((from) => stepOf(keyOf('Shift+Enter'), from, grid, WITHIN)!, at)
        expect(back).toEqual({ row: 0, column: 0 })
      }),
    )
  })
})
