import { describe, expect, it } from 'vitest'
import type { Cell, RowPlan, SheetPlan } from '../../../../src/releases/workbook/plan.ts'
import { withNumberColumns } from '../../../../src/releases/workbook/print/number-columns.ts'
import { heightOf } from '../../../../src/releases/workbook/print/row-heights.ts'
import { columnLook } from '../../../../src/releases/workbook/theme.ts'
import { en } from '../small-content.ts'

const heading = (count: number): RowPlan => ({
  cells: Array.from({ length: count }, (_, nth) => `H${nth}`),
  style: 'heading',
})
const row = (...cells: Cell[]): RowPlan => ({ cells })
const sheetOf = (rows: RowPlan[], key = 'x'): SheetPlan => ({
  ...{ key, name: 'X', rows, columns: Array.from({ length: 4 }, () => ({ width: 10 })) },
  ...{ freeze: { rows: 0, columns: 0 }, print: { landscape: true, repeatRows: 0 } },
})
const numbersIn = (...rows: RowPlan[]) =>
  withNumberColumns(sheetOf(rows), en).rows.flatMap(({ numbers }) => numbers ?? [])
const number = { number: 0.5, format: '0%' }
const stage = { text: 'Drafted', formula: 'data!A1' }

describe('which columns hold numbers', () => {
  it.each<[string, boolean, Cell[]]>([
    ['numbers', true, [1, 2]],
    ['numbers with a format of their own', true, [number]],
    ['numbers, signs for those that are not there, and what was never set', true, [1, { mark: '[c]' }, '–', 'not set']],
    ['numbers and names of stages', true, [3, stage]],
    ['names of stages alone', true, [stage, stage]],
    ['signs and what was never set', true, [{ mark: '[d]' }, 'not set', '–']],
    ['words', false, ['persons', 'cases']],
    ['words and a sign among them', false, [{ text: 'On track', tone: 'green' }, { mark: '[c]' }]],
    ['words, where nothing is to say', false, ['Minutes', '–']],
    ['nothing', false, ['–', '–']],
  ])('%s', (_, expected, cells) => {
    expect(numbersIn(heading(1), ...cells.map((cell) => row(cell)))).toEqual([expected])
  })

  it('is another thing under each row of headings, whatever is said between the rows', () => {
    const about: RowPlan = { cells: ['A  Name (persons)'], style: 'group' }
    expect(numbersIn(heading(2), about, row('a', 1), heading(2), row(1, 'a'), about)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('is, where nothing stands, what stands under the same place of another table', () => {
    expect(numbersIn(heading(1), row(1), heading(1), row('–'))).toEqual([true, true])
    expect(numbersIn(heading(1), row('a'), heading(1), row('–'))).toEqual([false, false])
  })

  it('has words after numbers stand apart, and be as tall as they then need', () => {
    const sheet = withNumberColumns(sheetOf([heading(4), row('a', 1, 'two words', 2)]), en)
    expect(sheet.columns.map(({ indented }) => indented === true)).toEqual([false, false, true, false])
    const [apart, beside] = [sheet.columns[2]!, sheet.columns[0]!]
    const tall = (column: typeof apart) => heightOf(row('two words'), { columns: [column] })
    expect(tall(apart)).toBeGreaterThan(tall(beside))
    expect(columnLook(apart).text.alignment).toMatchObject({ horizontal: 'left', indent: 1 })
    expect(columnLook(beside).text.alignment).not.toHaveProperty('indent')
  })

  it('has nothing stand apart where no words follow', () => {
    const sheet = withNumberColumns(sheetOf([heading(3), row('a', 1, '–'), heading(2), row('a', 2)]), en)
    expect(sheet.columns.map(({ indented }) => indented)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('leaves Data as it is', () => {
    const data = sheetOf([heading(1), row(1)], 'data')
    expect(withNumberColumns(data, en)).toBe(data)
  })
})
