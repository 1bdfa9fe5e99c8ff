import { describe, expect, it } from 'vitest'
import { cellsOfSheet, type FoundCell, TooManyCells } from '../../src/spreadsheet/sheet-cells.ts'
import { NotAWorkbook } from '../../src/spreadsheet/xml-parts.ts'

const styles = { dates: new Set([1]), percents: new Set([2]) }
const read = (inside: string, most = 10) =>
  cellsOfSheet(`<worksheet>${inside}</worksheet>`, { strings: ['không', 'một'], styles, most })
const cell = (more: Partial<FoundCell>): FoundCell => ({
  ...{ row: 0, column: 0, value: null, isFormula: false, isDate: false, isPercent: false },
  ...more,
})

describe('the cells of a sheet', () => {
  it.each<[string, string, Partial<FoundCell>]>([
    ['a number', '<c r="A1"><v>5</v></c>', { value: 5 }],
    ['nothing', '<c r="A1"/>', {}],
    ['nothing, and shown as a day', '<c r="A1" s="1"/>', { isDate: true }],
    ['a number shown as a day', '<c r="A1" s="1"><v>5</v></c>', { value: 5, isDate: true }],
    ['a number shown as per cent', '<c r="A1" s="2"><v>0.5</v></c>', { value: 0.5, isPercent: true }],
    ['a text shown as a day', '<c r="A1" s="1" t="s"><v>1</v></c>', { value: 'một' }],
    ['a text shown as per cent', '<c r="A1" s="2" t="str"><v>a</v></c>', { value: 'a' }],
    ['a day as text', '<c r="A1" t="d"><v>2026-01-31</v></c>', { value: '2026-01-31', isDate: true }],
    ['a text of no letters', '<c r="A1" t="inlineStr"><is><t/></is></c>', { value: '' }],
    ['a shared text that is not said', '<c r="A1" t="s"/>', {}],
    ['truth', '<c r="A1" t="b"><v>1</v></c>', { value: '1' }],
    ['a formula', '<c r="A1"><f>B1</f><v>5</v></c>', { value: 5, isFormula: true }],
    ['what is neither value nor text', '<c r="A1">x<f>B1</f>y<v>5</v>z</c>', { value: 5, isFormula: true }],
    ['an address of three letters', '<c r="XFD1048576"><v>5</v></c>', { row: 1048575, column: 16383, value: 5 }],
  ])('hold %s', (_, inside, expected) => {
    expect(read(inside)).toEqual([cell(expected)])
  })

  it('know nothing of how they look where styles are not told', () => {
    const inside = '<worksheet><c r="A1" s="1"><v>5</v></c><c r="B1" s="2"><v>5</v></c></worksheet>'
    expect(cellsOfSheet(inside, { strings: [], styles: null, most: 2 })).toEqual([
      cell({ value: 5 }),
      cell({ value: 5, column: 1 }),
    ])
  })

  it('begin anew with each: a formula, a text, a look stay with their own', () => {
    expect(read('<c r="A1" s="1" t="str"><f>x</f><v>a</v></c><c r="B1"><v>7</v></c>')).toEqual([
      cell({ value: 'a', isFormula: true }),
      cell({ column: 1, value: 7 }),
    ])
  })

  it('are as many as may be read, and not one more', () => {
    const cells = (count: number) => '<c r="A1"/>'.repeat(count)
    expect(read(cells(10))).toHaveLength(10)
    expect(() => read(cells(11))).toThrow(TooManyCells)
  })

  it.each(['A0', '1A', 'ABCD1', 'A12345678', 'a1', 'xA1', 'A1x', '', 'A', '1'])('have addresses: %j is none', (at) => {
    expect(() => read(`<c r="${at}"/>`)).toThrow(new NotAWorkbook(`${at} is no address of a cell`))
  })

  it('name only texts that are there', () => {
    expect(() => read('<c r="C7" t="s"><v>2</v></c>')).toThrow(new NotAWorkbook('C7 has a text that is not there'))
  })
})
