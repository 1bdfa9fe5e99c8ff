import { describe, expect, it } from 'vitest'
import { leftFollowing } from '../../../src/attack/read/following-cells.ts'
import type { Sheet } from '../../../src/attack/read/read-xlsx.ts'

const DATA: Sheet = { name: "Dữ liệu's", rows: [] }
const cell = (formula: string, number: number | null = 3) => ({
  at: 'IPTT!B4',
  text: null,
  number,
  sign: null,
  formula,
})
const read = (formula: string, number?: number | null) =>
  leftFollowing([{ name: 'IPTT', rows: [[cell(formula, number)]] }, DATA], DATA, {
    hidden: new Map([[12, { indicator: 'V3', hidden: 'Data!R12' }]]),
    telling: new Set(['R', 'AC']),
  })
const LEFT = [{ indicator: 'V3', hidden: 'Data!R12', at: 'IPTT!B4', column: 'value' }]

describe('a number on any sheet that follows from a hidden row of Data', () => {
  it.each([
    ['is found', "'Dữ liệu''s'!R12", LEFT],
    ['is found once, wherever in a formula it stands', "ROUND(AVERAGE('Dữ liệu''s'!$AC$12,'Dữ liệu''s'!R12),6)", LEFT],
    ['is another row', "'Dữ liệu''s'!R123", []],
    ['is another sheet', "'Dữ liệu'!R12", []],
    ['tells nothing of the figure', "'Dữ liệu''s'!W12", []],
    ['is a column from end to end', "COUNTIFS('Dữ liệu''s'!$R$12:$R$99,\"x\")", []],
  ])('%s', (_, formula, left) => {
    expect(read(formula)).toEqual(left)
  })

  it('is none where a sign stands in its place', () => {
    expect(read("'Dữ liệu''s'!R12", null)).toEqual([])
  })
})
