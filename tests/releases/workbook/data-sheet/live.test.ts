import { describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import type { DataKey } from '../../../../src/releases/workbook/data-sheet/columns.ts'
import { liveCells } from '../../../../src/releases/workbook/data-sheet/live.ts'
import type { DataTable } from '../../../../src/releases/workbook/data-sheet/table.ts'
import { COUNT, MEAN, MILESTONE, RATIO, reported } from '../../../charts/tables.ts'
import { dataRow, figureCell, numbersOf } from './given.ts'

const en = bilingualIn('en')
const CELL = figureCell(reported(3))

/** Cells that follow a sheet of data on which figures have these numbers. */
function following(
  numbers: Partial<Record<DataKey, number>>,
  indicator: Indicator = COUNT,
  of: PublishableCell = CELL,
) {
  const table = {
    numberOf: (cell: PublishableCell, key: DataKey) => (cell === of ? numbersOf(numbers)(key) : null),
    rowOf: (cell: PublishableCell) => dataRow(cell, indicator),
    rangeOf: (key: DataKey) => `$${key}`,
  }
  return liveCells(table as unknown as DataTable)
}

describe('a cell that follows a column of Data', () => {
  const made = { number: 2.9999, format: '0.0' }

  it('is the number that stands there, in its own format', () => {
    expect(following({ target: 3 }).beside(made, CELL, 'target')).toEqual({
      ...{ number: 3, format: '0.0', formula: 'data!target' },
    })
  })

  it('stays what it is where nothing stands there, or a sign or a sentence stands in the place of a number', () => {
    expect(following({}).beside(made, CELL, 'target')).toBe(made)
    for (const cell of [null, { mark: '[c]' as const }, 'not set', { text: 'x', tone: 'red' as const }])
      expect(following({ target: 3 }).beside(cell, CELL, 'target')).toBe(cell)
  })

  it('is the name of the stage whose number stands there', () => {
    const cell = (text: string, stages: string[]) => following({ target: 1 }).beside(text, CELL, 'target', stages)
    expect(cell('Issued', ['Draft', 'Issued'])).toEqual({
      ...{ text: 'Issued', formula: 'CHOOSE(data!target+1,"Draft","Issued")' },
    })
    expect(cell('a "b"\nc', ['–', 'a "b"\nc'])).toMatchObject({
      formula: 'CHOOSE(data!target+1,"–","a ""b"""&CHAR(10)&"c")',
    })
    expect(cell('Draft', ['Draft', 'Issued'])).toBe('Draft')
  })

  it('stays a text where a name is longer than a formula takes', () => {
    const cell = (length: number) =>
      following({ target: 0 }).beside('Draft', CELL, 'target', ['Draft', 'x'.repeat(length)])
    expect(cell(255)).toMatchObject({ text: 'Draft' })
    expect(cell(256)).toBe('Draft')
  })

  it('is what one column is more than another', () => {
    const cell = { number: 0.2, format: '+0;-0;0' }
    const { more } = following({ value: 0.3, before: 0.1 })
    expect(more(cell, CELL, 'value', 'before')).toEqual({
      ...{ number: 0.2, format: '+0;-0;0', formula: 'ROUND(data!value-data!before,12)' },
    })
    expect(more({ mark: '[x]' }, CELL, 'value', 'before')).toEqual({ mark: '[x]' })
    expect(more(cell, CELL, 'value', 'target')).toBe(cell)
  })
})

describe('a figure that follows Data', () => {
  const ratio = figureCell(reported(0.25, { numerator: 1, denominator: 4 }))

  it('is of a ratio its numerator by its denominator, and these are the cells there', () => {
    const live = following({ n: 1, d: 4, value: 0.25 }, RATIO, ratio)
    expect(live.value(ratio, RATIO, en)).toEqual({ number: 0.25, format: '0.0%', formula: 'data!n/data!d' })
    expect(live.base(ratio, RATIO)).toEqual({
      upper: { number: 1, format: '#,##0', formula: 'data!n' },
      lower: { number: 4, format: '#,##0', formula: 'data!d' },
    })
  })

  it('is of a hidden ratio the sign for it', () => {
    const hidden = figureCell('confidential')
    expect(following({ n: 1, d: 4 }, RATIO, hidden).value(hidden, RATIO, en)).toEqual({ mark: '[c]' })
  })

  it('is of others the value there, and of a milestone its stage', () => {
    expect(following({ value: 3 }).value(CELL, COUNT, en)).toMatchObject({ number: 3, formula: 'data!value' })
    const stage = figureCell(reported(1))
    expect(following({ value: 1 }, MILESTONE, stage).value(stage, MILESTONE, en)).toEqual({
      ...{ text: 'Issued', formula: 'CHOOSE(data!value+1,"Draft","Issued")' },
    })
    // No indicator but a milestone has a text for its number.
    expect(following({ value: 1 }, MEAN, stage).value(stage, { ...MEAN, stages: MILESTONE.stages }, en)).toMatchObject({
      formula: 'data!value',
    })
  })
})

describe('what is said of several figures', () => {
  const cells = [1, 2, 3].map((nth) => figureCell(reported(nth)))
  const { average, count } = liveCells({
    numberOf: (cell: PublishableCell) =>
      cell === cells[1] ? null : { at: `K${cells.indexOf(cell)}`, number: cells.indexOf(cell) / 3 },
    rangeOf: (key: DataKey) => `$${key}`,
  } as unknown as DataTable)

  it('is the mean of those that have a number, rounded to what is read, or nothing', () => {
    expect(average(cells, 'percent', '0%')).toEqual({
      ...{ number: 0.333333, format: '0%', formula: 'ROUND(AVERAGE(data!K0,data!K2),6)' },
    })
    expect(average([cells[1]!], 'percent', '0%')).toBeNull()
    expect(average([], 'percent', '0%')).toBeNull()
  })

  it('is how many rows have their codes', () => {
    expect(count(4, { 'component-code': 'a "b"', 'rag-planned-code': '<>–' })).toEqual({
      number: 4,
      format: '#,##0',
      formula: 'COUNTIFS(data!$component-code,"a ""b""",data!$rag-planned-code,"<>–")',
    })
  })
})
