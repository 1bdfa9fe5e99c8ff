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

  /** Lines by their style, tables by what stands in their headings and in the first cells of their rows. */
  const seen = (...rows: RowPlan[]) =>
    blocksOf({ rows }).map((one) =>
      one.kind === 'line' ? one.style : [one.heading.join(), ...one.rows.map(({ cells }) => cells[0])],
    )

  it.each<[string, RowPlan['cells']]>([
    ['no cell', []],
    ['empty cells', [null, null]],
    ['cells without a text', ['', null]],
  ])('are several tables where a row has %s', (_, cells) => {
    expect(seen({ cells: ['A', 1] }, { cells }, { cells: ['B', 2] })).toEqual([
      ['', 'A'],
      ['', 'B'],
    ])
    expect(seen({ cells: ['A', 1] }, { cells: [null, 1] })).toEqual([['', 'A', null]])
  })

  it('are of one table with the notes under them, and with groups that neither a table nor a title follows', () => {
    const head: RowPlan = { cells: ['Code'], style: 'heading' }
    const group: RowPlan = { cells: ['Justice'], style: 'group' }
    const row: RowPlan = { cells: ['J1'] }
    expect(seen(head, row, { cells: ['Late'], style: 'note' }, row)).toEqual([['Code', 'J1', 'Late', 'J1']])
    expect(seen(head, row, group, row)).toEqual([['Code', 'J1', 'Justice', 'J1']])
    expect(seen(head, row, group)).toEqual([['Code', 'J1', 'Justice']])
    expect(seen(head, row, group, head, row)).toEqual([['Code', 'J1'], 'group', ['Code', 'J1']])
    expect(seen(head, row, group, { cells: ['S'], style: 'subtitle' })).toEqual([['Code', 'J1'], 'group', 'subtitle'])
    // Before any table they are lines.
    expect(seen(group, { cells: ['Late'], style: 'note' })).toEqual(['group', 'note'])
    expect(seen({ cells: ['S'], style: 'subtitle' }, row)).toEqual(['subtitle', ['', 'J1']])
  })

  it('run on in the line before them, and in nothing else', () => {
    const on: RowPlan = { cells: ['planned.'], style: 'text', runsOn: true }
    const lines = (...rows: RowPlan[]) =>
      blocksOf({ rows }).map((one) => (one.kind === 'line' ? one.cells.join('|') : one.rows.length))
    expect(lines({ cells: ['What', 'was'], style: 'text' }, on)).toEqual(['What was planned.'])
    expect(lines({ cells: ['What'], style: 'title' }, { cells: on.cells, style: 'text' })).toEqual(['What', 'planned.'])
    expect(lines(on)).toEqual(['planned.'])
    expect(lines({ cells: ['P1', 1] }, on)).toEqual([1, 'planned.'])
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

  it('gives headings of more than 24 letters room', () => {
    const headings = ['x'.repeat(24), 'x'.repeat(25)]
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

  it('has groups and notes across the table, in one with their codes', () => {
    const grouped = (style: 'group' | 'note' | undefined): RowPlan[] => [
      { cells: ['Code', 'Name'], style: 'heading' },
      { cells: ['V', null, 'Protection'], ...(style ? { style } : {}) },
      { cells: ['V3', 4] },
    ]
    const first = (style: 'group' | 'note' | undefined) => {
      const [table] = page(plan(sheet(grouped(style))))!.blocks
      if (table?.style !== 'table') throw new Error('no table')
      return table.rows.map(({ isGroup, words }) => [isGroup, words])[0]
    }
    expect([first('group'), first('note'), first(undefined)]).toEqual([
      [true, 'V  Protection'],
      [true, 'V  Protection'],
      [false, ''],
    ])
  })

  it('has texts beside numbers to the left where no heading says otherwise', () => {
    const [table] = page(plan(sheet([{ cells: ['Project', 3, { mark: '[c]' }, null, 'x'] }])))!.blocks
    if (table?.style !== 'table') throw new Error('no table')
    expect(table.rows[0]!.cells.map(({ isAmongNumbers }) => isAmongNumbers)).toEqual([false, true, true, false, false])
    expect(table.heading).toEqual([])
  })

  it('has the lines of a text in one', () => {
    const lines: RowPlan = { cells: ['Báo cáo\nReport', null, '–'], style: 'text' }
    expect(page(plan(sheet([lines])))!.blocks).toEqual([{ style: 'text', text: 'Báo cáo · Report' }])
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
    expect(page(book)!.release).toEqual({ id: 7, title: 'Report', number: 'No. 7' })
    expect(page(plan())).toBeNull()
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
    expect(page(long, { page: '2' })!.pager).toEqual({
      label: 'Pages',
      before: { href: at(1), label: 'Previous page' },
      here: 'Page 2 of 3',
      after: { href: at(3), label: 'Next page' },
    })
    expect(shown({ page: '99' })).toEqual(shown({ page: '3' }))
    for (const odd of ['0', '-1', 'x', '1.5', '']) expect(shown({ page: odd })).toEqual(shown({}))
    expect(page(book)!.pager).toMatchObject({ before: null, after: null })
  })
})
