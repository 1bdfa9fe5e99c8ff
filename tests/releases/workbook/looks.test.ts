import { describe, expect, it } from 'vitest'
import type { Cell, ColumnPlan, RowStyle, SheetPlan } from '../../../src/releases/workbook/plan.ts'
import { heightOf, withRowHeights } from '../../../src/releases/workbook/print/row-heights.ts'
import { columnLook, ROW_LOOK } from '../../../src/releases/workbook/theme.ts'

const LINE = 9 * 1.16
const tall = (lines: number, size = 9) => Math.ceil((lines * size * 1.16 + 0.75) * 4) / 4
const height = (cells: Cell[], style?: RowStyle, columns: ColumnPlan[] = [{ width: 10 }, { width: 20, wrap: false }]) =>
  heightOf({ cells, ...(style ? { style } : {}) }, { columns })

describe('the height of a row', () => {
  it('is that of a line, and follows from the words that wrap', () => {
    expect(height(['short'])).toBe(Math.ceil((LINE + 0.75) * 4) / 4)
    expect(height(['two words here'])).toBe(tall(2))
    expect(height(['one\ntwo\nthree'])).toBe(tall(3))
    expect(height(['m'.repeat(12)])).toBe(tall(2))
    expect(height(['self-contained'])).toBe(tall(2))
    expect(height([{ text: 'two words here', sheet: 'y' }])).toBe(tall(2))
    expect(height([])).toBe(tall(1))
  })

  it('is that of its tallest cell', () => {
    const columns = [{ width: 10 }, { width: 10 }]
    expect(height(['two words here', 'one\ntwo\nthree'], undefined, columns)).toBe(tall(3))
    expect(height(['one\ntwo\nthree', 'two words here'], undefined, columns)).toBe(tall(3))
  })

  it('follows from no number, no mark, and no column that does not wrap', () => {
    expect(height([123456789012345])).toBe(tall(1))
    expect(height([{ number: 1, format: 'x'.repeat(99) }])).toBe(tall(1))
    expect(height([{ mark: '[c]' }])).toBe(tall(1))
    expect(height([null, 'a long text that would take two lines'])).toBe(tall(1))
    expect(height(['a', 'b', 'beside all columns: '.repeat(9)])).toBe(tall(1))
  })

  it('is larger of running text, which wraps in every column, and of titles one line', () => {
    expect(height(['two words here'], 'text')).toBe(tall(2))
    expect(height([null, 'a long text that takes two lines'], 'text')).toBe(tall(2))
    expect(height(['two words here'], 'title')).toBe(tall(1, 14))
    expect(height(['two words here'], 'subtitle')).toBe(tall(1))
    expect(height(['two words here'], 'group')).toBe(tall(1) + 1)
  })

  it('has an end, and stays what a sheet says', () => {
    expect(height(['a\n'.repeat(99)])).toBe(409)
    const sheet: SheetPlan = {
      ...{ key: 'x', name: 'X', columns: [{ width: 10 }], rows: [{ cells: ['two words here'], height: 7 }] },
      ...{ freeze: { rows: 0, columns: 0 }, print: { landscape: true, repeatRows: 0 } },
    }
    expect(withRowHeights(sheet).rows[0]!.height).toBe(7)
  })

  it('counts bold letters as wider than plain ones', () => {
    expect(height(['abcdefg hij'])).toBe(tall(1))
    expect(height(['abcdefg hij'], 'heading')).toBe(tall(2))
  })
})

describe('how a column looks', () => {
  const look = columnLook({ width: 10 })

  it('has numbers to the right, whole unless the column says otherwise, and texts that wrap', () => {
    expect(look.number).toMatchObject({ numFmt: '#,##0', alignment: { horizontal: 'right' } })
    expect(columnLook({ width: 10, format: '0.0%' }).number.numFmt).toBe('0.0%')
    expect(look.text.alignment).toMatchObject({ wrapText: true, vertical: 'top' })
    expect(columnLook({ width: 10, wrap: false }).text.alignment).toMatchObject({ wrapText: false })
    expect(look.text.numFmt).toBeUndefined()
    expect(look.formulaLike).toEqual({ ...look.text, numFmt: '@' })
  })

  it('tells marks, links and ratings apart by more than colour', () => {
    // Slanted letters are hard to read for some (Analysis Function, spreadsheets): the brackets of a sign tell it apart.
    expect(look.mark).toMatchObject({ font: { color: { argb: 'FF4D5F64' } }, alignment: { horizontal: 'right' } })
    for (const { font } of [look.mark, look.text, look.number, ...Object.values(ROW_LOOK)])
      expect(font!.italic).toBeUndefined()
    expect(look.link.font).toMatchObject({ underline: true })
    expect(look.tones.strong.font).toMatchObject({ bold: true })
    for (const tone of ['green', 'amber', 'red', 'grey'] as const)
      expect(look.tones[tone]).toMatchObject({ font: { bold: true }, fill: { type: 'pattern', pattern: 'solid' } })
  })

  it('has letters that carry Vietnamese, and enough contrast with what they stand on', () => {
    const inks = [
      ...Object.values(look.tones),
      look.number,
      look.text,
      look.mark,
      look.link,
      ...Object.values(ROW_LOOK),
    ]
    for (const { font, fill } of inks) {
      expect(font!.name).toBe('Arial')
      const paper = (fill as { fgColor?: { argb: string } } | undefined)?.fgColor?.argb ?? 'FFFFFFFF'
      expect(contrast(font!.color!.argb!, paper)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('has a line under each cell, and takes no format from another column', () => {
    for (const style of [look.number, look.text, look.mark, look.link, look.tones.red])
      expect(style.border).toEqual({ bottom: { style: 'hair', color: { argb: 'FFC3CFD1' } } })
    expect(look.formats.size).toBe(0)
    expect(columnLook({ width: 10 }).formats).not.toBe(look.formats)
  })
})

/** Contrast of two colours (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const light = (argb: string) => {
    const [r, g, b] = [2, 4, 6].map((at) => {
      const share = Number.parseInt(argb.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}
