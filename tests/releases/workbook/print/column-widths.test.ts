import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/releases/workbook/plan.ts'
import { fittingColumn } from '../../../../src/releases/workbook/print/column-widths.ts'
import { CELL_LETTERS, ROW_LETTERS, STRONG_LETTERS } from '../../../../src/releases/workbook/theme.ts'
import { type Letters, textWidth, wrappedLines } from '../../../../src/spreadsheet/text-width.ts'
import { roomAcross, widthFor } from '../../../../src/spreadsheet/writing/room.ts'
import { en } from '../small-content.ts'

type Asked = Parameters<typeof fittingColumn>[1]
const fitted = (cells: Cell[], more: Partial<Asked> = {}) =>
  fittingColumn(cells, { heading: '', bilingual: en, least: 0, most: 1000, ...more }).width
const inOneLine = (text: string, letters: Letters = CELL_LETTERS) => widthFor(textWidth(text, letters))

describe('a column is as wide as', () => {
  it.each<[string, Cell[], string]>([
    ['its longest number, written out', [5, 1_234_567, 88], '1,234,567'],
    ['a number in the format it is shown in', [{ number: 0.12345, format: '0.0%' }, 1], '12.3%'],
    ['a sign in the place of a number', [{ mark: '[c]' }], '[c]'],
    ['its longest text', ['ab', 'abcdef', 'abc'], 'abcdef'],
    ['the longest line of a text of several', ['ab\nabcdef\nabc'], 'abcdef'],
    ['a text of several words, where it may not wrap', ['persons and cases'], 'persons and cases'],
    ['a text that leads elsewhere', [{ text: 'abcdef', sheet: 'data' }], 'abcdef'],
    ['its texts and numbers alike', ['ab', 1_234_567], '1,234,567'],
    ['nothing, where nothing stands', [null], ''],
  ])('%s', (_, cells, widest) => {
    expect(fitted(cells)).toBe(inOneLine(widest))
  })

  it('a word in bold', () => {
    expect(fitted([{ text: 'On track', tone: 'green' }])).toBe(inOneLine('On track', STRONG_LETTERS))
  })

  it.each([
    ['the longest word of its heading', 'Rate of change', 'change'],
    ['a part of a word with hyphens', 'Year-on-year x', 'Year-'],
    ['a span of numbers, which are not parted', '2020-2021 x', '2020-2021'],
  ])('%s', (_, heading, widest) => {
    expect(fitted(['a'], { heading })).toBe(inOneLine(widest, ROW_LETTERS.heading))
  })

  it('it is to be at least, and as texts may make it at most; a number is never cut', () => {
    expect(fitted(['a'], { least: 20 })).toBe(20)
    expect(fitted(['a text that is quite long'], { most: 10 })).toBe(10)
    expect(fitted([1_234_567], { most: 3 })).toBe(inOneLine('1,234,567'))
  })
})

describe('a column whose texts wrap', () => {
  const WORDS = 'those who were told where to go for help, and by whom, and those who were not told anything'
  const linesAt = (width: number) => wrappedLines(WORDS, roomAcross([{ width }]), CELL_LETTERS)

  it('has a text of a word or two in one line', () => {
    expect(fitted(['not set up'], { byWords: true })).toBe(inOneLine('not set up'))
    expect(fitted(['not set yet'], { byWords: true })).toBeLessThan(inOneLine('not set yet'))
  })

  it('is as wide as its longest word where a text of these takes three lines or fewer', () => {
    expect(fitted(['responsible for it'], { byWords: true })).toBe(inOneLine('responsible'))
  })

  it('is as wide as it has to be for three lines, and no wider', () => {
    const width = fitted([WORDS], { byWords: true })
    expect([linesAt(width), linesAt(width - 0.6)]).toEqual([3, 4])
    expect(fitted([WORDS, 'a few of them'], { byWords: true })).toBe(width)
  })

  it('is no wider than it may be, whatever lines that takes', () => {
    expect(fitted([WORDS], { byWords: true, most: 15 })).toBe(15)
  })
})
