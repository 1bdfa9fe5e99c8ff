import { describe, expect, it } from 'vitest'
import type { Cell, ColumnPlan, RowPlan, SheetPlan } from '../../../../src/releases/workbook/plan.ts'
import { lettersOf } from '../../../../src/releases/workbook/print/letters.ts'
import { heightOf, roomIn, withRowHeights } from '../../../../src/releases/workbook/print/row-heights.ts'
import { running } from '../../../../src/releases/workbook/print/running.ts'
import { CELL_LETTERS, ROW_LETTERS, STRONG_LETTERS } from '../../../../src/releases/workbook/theme.ts'

const WORDS = 'two words'
const NARROW: ColumnPlan = { width: 6 }
const height = (cells: Cell[], style?: RowPlan['style'], columns: ColumnPlan[] = [NARROW]) =>
  heightOf(style ? { cells, style } : { cells }, { columns })
const ONE = height(['a'])
const lines = (...row: Parameters<typeof height>) => {
  const { size } = lettersOf('', row[1])
  return Math.round((height(...row) - 0.75) / (size * 1.16))
}

describe('a row is as tall as', () => {
  it.each<[string, number, Cell[], RowPlan['style'], ColumnPlan[]?]>([
    ['a line, where nothing wraps', 1, ['a'], undefined],
    ['the words of a column', 2, [WORDS], undefined],
    ['words that lead elsewhere', 2, [{ text: WORDS, sheet: 'data' }], undefined],
    ['the tallest of its cells', 3, ['a', 'a\nb\nc', WORDS], undefined, [NARROW, NARROW, NARROW]],
    ['a line, where a column does not wrap', 1, [WORDS], undefined, [{ ...NARROW, wrap: false }]],
    ['the words of a heading, though its column does not wrap', 2, [WORDS], 'heading', [{ ...NARROW, wrap: false }]],
    ['a line, where words run on over what is beside them', 1, [WORDS], 'title'],
    ['a line, where words have no column', 1, ['a', WORDS], undefined],
    ['a number, which never wraps', 1, [{ number: 1e12, format: '#,##0' }], undefined],
    ['a line, where nothing stands', 1, [null], undefined],
    ['a line of its style, where it has no cells', 1, [], 'note'],
  ])('%s', (_, expected, cells, style, columns) => {
    expect(lines(cells, style, columns)).toBe(expected)
  })

  it('its letters and a little, by quarters of a point', () => {
    // Nine points: 9 × 1.16 + 0.75 = 11.19.
    expect(ONE).toBe(11.25)
    expect(height(['a\nb'])).toBe(21.75)
  })

  it('the larger letters of a title, and a point more above a group', () => {
    expect(height(['a'], 'title')).toBe(17)
    expect(height(['a'], 'group')).toBe(height(['a'], 'heading') + 1)
  })

  it('programs let rows be, at most', () => {
    expect(height(['x\n'.repeat(100)])).toBe(409)
  })

  it('it was said to be, where somebody has', () => {
    const { rows } = withRowHeights({
      rows: [{ cells: ['a'], height: 5 }, { cells: ['a'] }],
      columns: [NARROW],
    } as SheetPlan)
    expect(rows).toEqual([
      { cells: ['a'], height: 5 },
      { cells: ['a'], height: ONE },
    ])
  })
})

describe('the room of words', () => {
  it('is less where they stand apart from numbers before them', () => {
    expect(roomIn({ width: 20 }) - roomIn({ width: 20, indented: true })).toBeCloseTo(
      roomIn({ width: 11.8 }) - roomIn({ width: 10 }),
    )
  })

  it('is measured in the letters they are set in', () => {
    expect(lettersOf('a', undefined)).toBe(CELL_LETTERS)
    expect(lettersOf('a', 'note')).toBe(ROW_LETTERS.note)
    expect(lettersOf(null, 'note')).toBe(CELL_LETTERS)
    expect(lettersOf({ text: 'a', sheet: 'data' }, 'note')).toBe(CELL_LETTERS)
    expect(lettersOf({ text: 'a', tone: 'red' }, 'note')).toBe(STRONG_LETTERS)
  })
})

describe('a text that runs on over a sheet', () => {
  it('takes a row for each line, and each but the first goes on with the one before', () => {
    expect(running('a b', [{ width: 2 }], 'note')).toEqual([
      { cells: ['a'], style: 'note' },
      { cells: ['b'], style: 'note', runsOn: true },
    ])
  })

  it('begins anew in a second language', () => {
    expect(running('một\none', [{ width: 40 }, { width: 40 }], 'title')).toEqual([
      { cells: ['một'], style: 'title' },
      { cells: ['one'], style: 'title' },
    ])
  })

  it('stays with what it is the heading of', () => {
    expect(running('a', [{ width: 40 }], 'group')).toEqual([{ cells: ['a'], style: 'group', keepWithNext: true }])
  })
})
