import { describe, expect, it } from 'vitest'
import type { RowPlan, SheetPlan } from '../../../../src/releases/workbook/plan.ts'
import { acrossPage, PAPER_MARGINS, printedAs } from '../../../../src/releases/workbook/print/pages.ts'
import { pointsOnPaper } from '../../../../src/spreadsheet/writing/room.ts'

describe('where pages end', () => {
  const sheet = (rows: RowPlan[], repeatRows = 0): SheetPlan => ({
    ...{ key: 'x', name: 'X', columns: [{ width: 160 }], rows: rows.map((row) => ({ height: 130, ...row })) },
    ...{ freeze: { rows: 0, columns: 0 }, print: { landscape: true, repeatRows } },
  })
  const plain = (count: number, more: Partial<RowPlan> = {}) =>
    Array.from({ length: count }, (): RowPlan => ({ cells: ['x'], ...more }))

  it('is after the last row that fits, less the headings that stand again on each', () => {
    // Five of such rows on a page.
    expect(printedAs(sheet(plain(12))).breaks).toEqual([4, 9])
    expect(printedAs(sheet(plain(12), 1)).breaks).toEqual([4, 8])
  })

  it('is before rows that stay together', () => {
    expect(printedAs(sheet([...plain(3), ...plain(2, { keepWithNext: true }), ...plain(3)])).breaks).toEqual([2])
  })

  it('is nowhere on a sheet that is not printed', () => {
    const off = { ...sheet(plain(300)), print: { landscape: true, repeatRows: 0, isOff: true as const } }
    expect(printedAs(off).breaks).toEqual([])
  })

  it('is nowhere on a sheet of one page, which gets smaller', () => {
    const one = { ...sheet(plain(30)), print: { landscape: true, repeatRows: 0, onePage: true as const } }
    expect(printedAs(one).breaks).toEqual([])
    expect(printedAs(one).scale).toBeLessThan(20)
  })

  it('is nowhere before the first row, however many stay together, and the last row ends with the sheet', () => {
    expect(printedAs(sheet([...plain(7, { keepWithNext: true }), ...plain(2)])).breaks).toEqual([7])
    expect(printedAs(sheet(plain(2, { keepWithNext: true }))).breaks).toEqual([])
    expect(printedAs(sheet([])).breaks).toEqual([])
  })

  it('is, where nobody has said how tall rows are, by the heights that their words need', () => {
    const rows = [...plain(100), ...plain(100, { cells: ['x\nx'] })].map(({ cells }): RowPlan => ({ cells }))
    const [first, , last] = printedAs({ ...sheet([]), columns: [{ width: 80 }], rows }).breaks
    // 11.25 points a line, 21.75 two.
    expect([first! + 1, last! - printedAs({ ...sheet([]), columns: [{ width: 80 }], rows }).breaks[1]!]).toEqual([
      61, 31,
    ])
  })
})

describe('how large a sheet is on paper', () => {
  const rows = (count: number): RowPlan[] => Array.from({ length: count }, () => ({ cells: ['x'], height: 10 }))
  const paper = (landscape: boolean, width: number, more: Partial<SheetPlan['print']> = {}, count = 1) =>
    printedAs({ columns: [{ width }, { width }], rows: rows(count), print: { landscape, repeatRows: 0, ...more } })

  it.each([
    [true, 11.69],
    [false, 8.27],
  ])('fills A4 across, less its margins, and no more (landscape: %s)', (landscape, inches) => {
    const width = acrossPage({ landscape })
    const used = (pointsOnPaper([{ width }]) * 0.78) / 72
    const free = inches - PAPER_MARGINS.left - PAPER_MARGINS.right
    // Two in a hundred are left to programs that round, and less than a character.
    expect(used).toBeLessThanOrEqual(free * 0.98)
    expect(used).toBeGreaterThan(free * 0.98 - (pointsOnPaper([{ width: 1 }]) * 0.78) / 72)
  })

  it.each([true, false])('is as large as is read well, or as its columns have room (landscape: %s)', (landscape) => {
    const across = acrossPage({ landscape })
    expect(paper(landscape, across / 2).scale).toBe(78)
    expect(paper(landscape, across / 2 + 1).scale).toBeLessThan(78)
    expect(paper(landscape, across).scale).toBe(39)
    // Those that are printed.
    expect(paper(landscape, across, { columns: 1 }).scale).toBe(78)
  })

  it.each([
    [true, 68],
    [false, 99],
  ])('has a page as tall as A4 less its margins (landscape: %s)', (landscape, count) => {
    // 7.62 inches × 72 × 0.98 ÷ 0.78 = 689 points of rows; of the other way 11.04 inches, 999.
    expect(paper(landscape, 10, {}, 300).breaks.slice(0, 2)).toEqual([count - 1, 2 * count - 1])
  })

  it('is, on a sheet of one page, as large as its rows have room, and never smaller than programs can', () => {
    const one = (count: number) => paper(true, 10, { onePage: true }, count).scale
    expect([one(1), one(68), one(69), one(107), one(10_000)]).toEqual([78, 78, 77, 50, 10])
  })
})
