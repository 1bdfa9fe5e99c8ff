import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { narrativeSheet } from '../../../src/releases/workbook/sheets/narrative.ts'
import { trackingSheet } from '../../../src/releases/workbook/sheets/tracking/tracking.ts'
import { q } from '../../support/small-project.ts'
import { en, inBoth, linesOf, smallContent, textOf } from './small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  const found = await smallContent()
  content = { ...found, project: { ...found.project, lastQuarter: q('2021-Q4') } }
})

const called = <T extends string>(is: T, name: string | null = null) => ({
  is,
  name: name === null ? null : inBoth(name),
})
const tracking = (columns: ReleaseContent['layout']['columns']) => {
  const sheet = trackingSheet({ ...content, layout: { ...content.layout, columns } }, en, 'S')
  const head = sheet.rows.findIndex(({ style }) => style === 'heading')
  const [headings, first] = [
    sheet.rows[head]!,
    sheet.rows.slice(head + 1).find(({ cells }) => textOf(cells[0]) === 'A')!,
  ]
  return { sheet, headings: headings.cells.map(textOf), cells: first.cells }
}

describe('a workbook by its donor’s layout', () => {
  it('has the sheets of the layout in their order, by their names', () => {
    const sheets = [called('tracking', 'IPTT'), called('notes'), called('data', 'Figures / all'), called('logframe')]
    const plan = workbookOf({ ...content, layout: { ...content.layout, sheets } })
    expect(plan.sheets.map(({ name }) => name)).toEqual(['Cover', 'IPTT', 'Notes', 'Figures – all', 'Logframe'])
    expect(plan.sheets.map(({ rows }) => textOf(rows[0]!.cells[0])).slice(1)).toEqual([
      ...['IPTT', 'Notes', 'Figures / all', 'Logframe'],
    ])
    // Whatever they are called, figures follow the rows of Data, and the cover leads to each.
    expect(
      plan.sheets[0]!.rows.flatMap(({ cells }) => cells).filter(
        (cell) => typeof cell === 'object' && cell !== null && 'sheet' in cell,
      ),
    ).toHaveLength(4)
  })

  it('tracks by the columns of the layout in their order, by their names', () => {
    const { headings, cells } = tracking([called('ref'), called('cumulative', 'Actual'), called('direction')])
    expect(headings).toEqual(['Ref', 'Actual', 'Direction'])
    expect(cells.map(textOf)).toEqual(['A', '240', 'Higher is better'])
  })

  it('sets each year beside the others: planned, achieved and how much of it that is, each a formula over Data', () => {
    const { headings, cells } = tracking([called('ref'), called('years')])
    expect(headings.map((heading) => heading.split(' (')[0])).toEqual([
      ...['Ref', '2020: planned', '2020: achieved', '2020: % of plan'],
      ...['2021: planned', '2021: achieved', '2021: % of plan'],
    ])
    expect(headings[1]).toContain('(Jan\u00a0– Dec)')
    expect(cells.slice(1, 4).map(textOf)).toEqual(['270', '240', String(240 / 270)])
    for (const cell of cells.slice(1, 4)) expect(cell).toMatchObject({ formula: expect.stringMatching(/data!/) })
    // Of a year that is not over nothing is told that has come in.
    expect(cells.slice(4)).toEqual(['not set', { mark: '[d]' }, { mark: '[z]' }])
  })

  it('has a little less room for sentences where that puts all columns on the page', () => {
    const { sheet } = tracking(
      (['ref', 'indicator', 'baseline-source', 'rule', 'plan', 'means', 'explanation'] as const).map((is) =>
        called(is),
      ),
    )
    const wide = sheet.columns.reduce((sum, { width }) => sum + width, 0)
    expect(sheet.print.columns).toBeUndefined()
    expect(wide).toBeLessThanOrEqual(179)
    const many = ['ref', 'indicator', 'baseline-source', 'rule', 'plan', 'means', 'definition', 'status', 'responsible']
    const more = tracking([...many, 'explanation'].map((is) => called(is as 'ref')))
    const printed = more.sheet.print.columns!
    expect(printed).toBeLessThan(10)
    expect(more.sheet.columns.slice(0, printed).reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(179)
  })

  it('is printed one page across: the columns that have room there, and of years the latest', () => {
    expect(tracking([called('ref'), called('indicator')]).sheet.print).toEqual({ landscape: true, repeatRows: 3 })
    const usual = trackingSheet(content, en, 'S')
    const printed = usual.columns.slice(0, usual.print.columns)
    expect(printed.length).toBeLessThan(usual.columns.length)
    expect(printed.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(179)
    expect(linesOf(usual).join()).toContain('On paper stand the columns')
    const long = {
      ...content,
      project: { ...content.project, lastQuarter: q('2025-Q4') },
      release: { ...content.release, to: q('2025-Q4') },
    }
    const columns = [called('ref'), called('definition'), called('years'), called('indicator')]
    const bounded = trackingSheet({ ...long, layout: { ...content.layout, columns } }, en, 'S')
    expect(bounded.print.columns).toBeUndefined()
    expect(linesOf(bounded)).toContain(
      'Other years (2020, 2021, 2022) stand in the logframe and in Data: a page has no room for more.',
    )
  })
})

describe('the narrative', () => {
  it('has what was chosen and nothing else, each with its indicator, place and quarter', () => {
    const explanations = [{ indicator: 'A', text: 'Floods.', place: inBoth('Ha Tinh'), quarter: q('2020-Q3') }] as never
    const lines = linesOf(narrativeSheet({ ...content, explanations }, en, 'S')!)
    const name = content.indicators.find(({ code }) => code === 'A')!.name.en
    expect(lines.at(-1)).toBe(`A\t${name}\tHa Tinh\tQ3 2020\tFloods.`)
    expect(lines.join()).toContain('Only explanations that a manager')
  })

  it('is not there where nothing was chosen', () => {
    expect(narrativeSheet(content, en, 'S')).toBeNull()
  })
})
