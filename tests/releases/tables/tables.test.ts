import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { blocksOf } from '../../../src/releases/tables/block.ts'
import { sheetInAddress, sheetOnScreen } from '../../../src/releases/tables/page.ts'
import type { RowPlan, SheetPlan, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'

const sheet = (rows: RowPlan[], over: Partial<SheetPlan> = {}): SheetPlan => ({
  key: 'one',
  name: 'Sheet one',
  columns: [{ width: 10 }, { width: 10, format: '#,##0' }],
  rows,
  freeze: { rows: 0, columns: 0 },
  print: { landscape: true, repeatRows: 0 },
  ...over,
})
const plan = (...sheets: SheetPlan[]): WorkbookPlan => ({
  title: 'R',
  author: '',
  language: 'en',
  createdAt: 0,
  sheets,
})
const RELEASE = { id: 7, title: 'Report' }
const page = (book: WorkbookPlan, query: object = {}) =>
  sheetOnScreen(RELEASE, book, sheetInAddress.parse(query), wordsFor('en'))

describe('the rows of a sheet', () => {
  it('are lines, and tables that begin with their headings and end at an empty row or a line', () => {
    const rows: RowPlan[] = [
      { cells: ['Tracking'], style: 'title' },
      { cells: ['Code', 'Now'], style: 'heading' },
      { cells: ['Prevention'], style: 'group' },
      { cells: ['P1', 2] },
      { cells: [] },
      { cells: ['Next'], style: 'group' },
      { cells: ['Code', 'Then'], style: 'heading' },
      { cells: ['P2', 3] },
      { cells: ['A note'], style: 'text' },
      { cells: ['Fact', 'Value'] },
    ]
    const seen = blocksOf({ rows }).map((one) =>
      one.kind === 'line' ? one.style : one.rows.map(({ cells }) => cells[0]),
    )
    expect(seen).toEqual(['title', ['Prevention', 'P1'], 'group', ['P2'], 'text', ['Fact']])
  })
})

describe('a sheet on screen', () => {
  const rows: RowPlan[] = [
    { cells: ['Code', 'Now', 'Rating'], style: 'heading' },
    { cells: ['P1', 1234, { text: 'Red', tone: 'red' }, null] },
    { cells: ['V3', { mark: '[c]' }, { text: 'Data', sheet: 'two' }] },
    { cells: ['V4', { number: 0.5, format: '0.0%' }, ''] },
  ]
  const book = plan(sheet(rows), sheet([], { key: 'two', name: 'Two' }))

  it('has numbers, their headings and what stands in their place to the right, and no way back where the sheets are above', () => {
    const told: RowPlan[] = [
      { cells: ['Sheet', null, { text: '← Contents', sheet: 'cover' }], style: 'title' },
      { cells: ['Ref', 'To date'], style: 'heading', numbers: [false, true] },
      { cells: ['P1', 'not set'] },
    ]
    const [title, table] = page(plan(sheet(told)))!.blocks
    expect(title).toMatchObject({ style: 'title', text: 'Sheet' })
    if (table?.style !== 'table') throw new Error('no table')
    expect(table.heading.map(({ number }) => number)).toEqual([false, true])
    expect(table.rows[0]!.cells.map(({ isAmongNumbers }) => isAmongNumbers)).toEqual([false, true])
  })

  it('has texts whole, that run on over rows of the workbook, no signs that fill a column, and its own title once', () => {
    const told: RowPlan[] = [
      { cells: ['Report 7'], style: 'title' },
      { cells: ['What was'], style: 'subtitle' },
      { cells: ['planned by then.'], style: 'subtitle', runsOn: true },
      { cells: ['Another.'], style: 'subtitle' },
      { cells: ['!', 'Not issued'], style: 'notice' },
    ]
    const texts = (name: string) =>
      page(plan(sheet(told, { name })))!.blocks.map((block) => (block.style === 'table' ? null : block.text))
    const under = ['What was planned by then.', 'Another.', 'Not issued']
    expect(texts('Cover')).toEqual(['Report 7', ...under])
    expect(texts('Report 7')).toEqual(under)
  })

  it('gives long headings room', () => {
    const headings = ['Ref', 'FY2019/20 (Apr 2019 – Mar 2020) or 2019']
    const [table] = page(plan(sheet([{ cells: headings, style: 'heading' }, { cells: ['P1', 1] }])))!.blocks
    if (table?.style !== 'table') throw new Error('no table')
    expect(table.heading.map(({ isLong }) => isLong)).toEqual([false, true])
  })

  it('has groups as wide as their table, with headings or without, and the lines of a text', () => {
    const facts: RowPlan[] = [
      { cells: ['Project', 'Dự án\nProject', 1] },
      { cells: ['Contents'], style: 'group' },
      { cells: ['Summary'] },
    ]
    const [without] = page(plan(sheet(facts)))!.blocks
    if (without?.style !== 'table') throw new Error('no table')
    expect(without.across).toBe(3)
    expect(without.rows[0]!.cells.map(({ isInLines }) => isInLines)).toEqual([false, true, false])
    const [headed] = page(book)!.blocks
    expect(headed).toMatchObject({ style: 'table', across: 4 })
  })

  it('says what the workbook says: numbers in their formats, signs, ratings, links', () => {
    const [table] = page(book)!.blocks
    if (table?.style !== 'table') throw new Error('no table')
    expect(table.heading.map(({ label }) => label)).toEqual(['Code', 'Now', 'Rating'])
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['P1', '1,234', 'Red'],
      ['V3', '[c]', 'Data'],
      ['V4', '50.0%', ''],
    ])
    const [first, second] = table.rows.map(({ cells }) => cells)
    expect([first![1]!.isAmongNumbers, first![2]!.tone, second![1]!.isAmongNumbers]).toEqual([true, 'bad', true])
    expect(second![2]!.href).toBe('/releases/7/tables?sheet=two')
  })

  it('has tables of names of their own, as a list of landmarks would read them', () => {
    const twice = plan(sheet([...rows, { cells: [] }, { cells: ['What'], style: 'group' }, ...rows]))
    const labels = (one: WorkbookPlan) => page(one)!.blocks.flatMap((block) => ('label' in block ? block.label : []))
    expect(labels(book)).toEqual(['Sheet one'])
    expect(labels(twice)).toEqual(['Sheet one, table 1', 'Sheet one, table 2'])
  })

  it('has the signs that stand on it explained, and no others', () => {
    expect(page(book)!.marks.map(({ sign }) => sign)).toEqual(['[c]'])
    expect(page(book, { sheet: 'two' })!.marks).toEqual([])
  })

  it('is one of those of the workbook, the first unless another is asked for', () => {
    expect(page(book)!.sheets.map(({ label, here }) => [label, here])).toEqual([
      ['Sheet one', true],
      ['Two', false],
    ])
    expect(page(book, { sheet: 'two' })!.name).toBe('Two')
    expect(page(book, { sheet: 'three' })!.name).toBe('Sheet one')
  })

  it('shows a long table by pages, each with its headings', () => {
    const long = plan(sheet([rows[0]!, ...Array.from({ length: 450 }, (_, at): RowPlan => ({ cells: [`r${at}`] }))]))
    const shown = (query: object) => {
      const model = page(long, query)!
      const [table] = model.blocks
      if (table?.style !== 'table') throw new Error('no table')
      const { pager } = model
      const leads = [pager.before, pager.after].map((one) => one?.href ?? null)
      return [table.rows[0]!.cells[0]!.text, table.rows.length, table.heading[0]!.label, ...leads]
    }
    const at = (nth: number) => `/releases/7/tables?sheet=one${nth > 1 ? `&page=${nth}` : ''}`
    expect(shown({})).toEqual(['r0', 200, 'Code', null, at(2)])
    expect(shown({ page: '2' })).toEqual(['r200', 200, 'Code', at(1), at(3)])
    expect(shown({ page: '3' })).toEqual(['r400', 50, 'Code', at(2), null])
    expect(shown({ page: '99' })).toEqual(shown({ page: '3' }))
    for (const odd of ['0', '-1', 'x', '1.5', '']) expect(shown({ page: odd })).toEqual(shown({}))
    expect(page(book)!.pager).toMatchObject({ before: null, after: null })
  })
})
