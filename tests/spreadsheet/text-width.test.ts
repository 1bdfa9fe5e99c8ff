import { describe, expect, it } from 'vitest'
import { textWidth, wrapped, wrappedLines } from '../../src/spreadsheet/text-width.ts'

const SIZE = { size: 1000 }
const BOLD = { size: 1000, isBold: true }

describe('how wide a text is', () => {
  // Advance widths of Liberation Sans, which has those of Arial.
  it.each<[string, number, number]>([
    ['i', 222, 278],
    ['m', 833, 889],
    ['W', 944, 944],
    ['0', 556, 556],
    ['Đ', 722, 722],
    ['ư', 669, 724],
    ['…', 1000, 1000],
    ['', 0, 0],
  ])('is the sum of its letters: %s', (letter, regular, bold) => {
    expect([textWidth(letter, SIZE), textWidth(letter, BOLD)]).toEqual([regular, bold])
    expect(textWidth(letter + letter, SIZE)).toBe(2 * regular)
  })

  it('grows with the size of the letters', () => {
    expect(textWidth('mi', { size: 10 })).toBe(10.55)
  })

  it.each([
    ['ệ', 'e'],
    ['Ố', 'O'],
    ['ẳ', 'a'],
    ['ợ', 'ơ'],
    ['ự', 'ư'],
    ['Ữ', 'Ư'],
    ['ỹ', 'y'],
  ])('is that of the letter, whatever marks stand on it, once and again: %s', (marked, letter) => {
    for (const form of [marked, marked])
      for (const letters of [SIZE, BOLD]) expect(textWidth(form, letters)).toBe(textWidth(letter, letters))
  })

  it('of letters that it does not know is as wide as letters get', () => {
    expect([textWidth('漢', SIZE), textWidth('漢', BOLD)]).toEqual([1000, 1000])
  })
})

describe('a text in lines', () => {
  const lines = (text: string, room: number) => wrapped(text, room, SIZE)
  const wide = (text: string) => textWidth(text, SIZE)

  it.each<[string, string, string[]]>([
    ['a a', 'a a', ['a a']],
    ['a a a', 'a a', ['a a', 'a']],
    ['a  a', 'a', ['a', 'a']],
    ['aa-bb', 'aa-', ['aa-', 'bb']],
    ['2-3-4', '2-3-4', ['2-3-4']],
    ['a bbb a', 'bb', ['a', 'bb', 'b', 'a']],
    ['', 'a', ['']],
  ])('%j has room for %j', (text, room, expected) => {
    expect(lines(text, wide(room))).toEqual(expected)
  })

  it('holds a line that is just as wide as its room, and the blank at its end takes none', () => {
    expect(lines('aa bb', wide('aa'))).toEqual(['aa', 'bb'])
    expect(lines('aa', wide('aa'))).toEqual(['aa'])
    expect(lines('aa', wide('aa') - 1)).toEqual(['a', 'a'])
  })

  it('never loses a letter, and no line is wider than its room unless a letter is', () => {
    const text = 'Phân theo giới tính, nhóm tuổi – khuyết-tật và dân tộc thiểu số'
    for (let room = 600; room < 20_000; room += 700) {
      const found = lines(text, room)
      expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of found) if (line.length > 1) expect(wide(line.trimEnd())).toBeLessThanOrEqual(room)
    }
  })

  it('is counted line by line', () => {
    expect(wrappedLines('a\n\na a', wide('a'), SIZE)).toBe(4)
    expect(wrappedLines('a a\na', wide('a a'), SIZE)).toBe(2)
  })
})
