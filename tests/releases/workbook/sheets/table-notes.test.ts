import { describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import type { ReleaseTable } from '../../../../src/releases/content/content.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { type DetailPeriod, periodKey } from '../../../../src/releases/workbook/sheets/detail/periods.ts'
import { tableNotes } from '../../../../src/releases/workbook/sheets/detail/table-notes.ts'
import { COUNT, reported } from '../../../charts/tables.ts'
import { q } from '../../../support/small-project.ts'
import { figureCell } from '../data-sheet/given.ts'
import { inBoth } from '../small-content.ts'

const SPANS = [2020, 2021].map((year) => ({ from: q(`${year}-Q1`), to: q(`${year}-Q4`) }))
const YEARS = SPANS.map((span): DetailPeriod => ({ key: periodKey(span), label: inBoth('Y'), span, isYear: true }))

/** A table of places, or categories, by two years: of each row its two figures. */
function tableOf(rows: Record<string, (Figure | 'confidential')[]>, breaks: string[] = []): ReleaseTable {
  const cells = Object.values(rows).map((row) => row.map((one, at) => figureCell(one, { period: SPANS[at]! })))
  const heading = (key: string) => ({ key, label: inBoth(key) })
  const table = { indicator: COUNT, rows: Object.keys(rows).map(heading), columns: ['2020', '2021'].map(heading) }
  return { section: 'provinces', breakdown: null, table: { ...table, cells, breaks: breaks.map(inBoth) } } as never
}

const notes = (tables: ReleaseTable[], more: object = {}) =>
  tableNotes(tables, bilingualIn('en'), { periods: YEARS, isWhole: true, ...more })
const partial = (k: number) => reported(1, { flags: ['partial'], coverage: [k, 4] })
const [WHOLE, BROKEN] = [reported(1), reported(1, { flags: ['break'] })]

describe('what has to be known of a table', () => {
  it('is nothing of figures that are as they seem, and of hidden ones', () => {
    expect(notes([tableOf({ A: [WHOLE, 'confidential'] })])).toEqual([])
  })

  it('is told once, with the rows and periods that it is so of; of all rows by the periods alone', () => {
    const one = tableOf({ A: [BROKEN, WHOLE], B: [BROKEN, WHOLE], C: [WHOLE, BROKEN] })
    expect(notes([one])).toEqual(['[b] break in series: A, B (2020); C (2021)'])
    expect(notes([tableOf({ A: [BROKEN, BROKEN], B: [BROKEN, BROKEN] })])).toEqual(['[b] break in series: 2020, 2021'])
  })

  it('tells of what is partial how much has come in each period', () => {
    expect(notes([tableOf({ A: [partial(2), partial(3)], B: [WHOLE, WHOLE] })])).toEqual([
      'partial: A (2020 2/4, 2021 3/4)',
    ])
  })

  it('tells of several tables a place that stands in both once', () => {
    expect(notes([tableOf({ A: [BROKEN, WHOLE] }), tableOf({ A: [BROKEN, WHOLE], B: [WHOLE, WHOLE] })])).toEqual([
      '[b] break in series: A (2020)',
    ])
  })

  it('tells of categories, all of which the same submissions are of, the periods alone, each once', () => {
    const one = tableOf({ women: [BROKEN, BROKEN], men: [BROKEN, WHOLE], others: [WHOLE, WHOLE] })
    expect(notes([one], { isBrokenDown: true })).toEqual(['[b] break in series: 2020, 2021'])
    const carried = reported(1, { flags: ['carried'] })
    expect(notes([tableOf({ women: [carried, WHOLE], men: [WHOLE, WHOLE] })], { isBrokenDown: true })).toEqual([
      expect.stringMatching(/: women \(2020\)$/),
    ])
  })

  it('tells first what can’t be added over a change of what is measured', () => {
    const apart: Figure = { ...BROKEN, state: 'not additive', value: null, why: 'definitions' }
    expect(notes([tableOf({ A: [apart, WHOLE], B: [WHOLE, WHOLE] })])).toEqual([
      expect.stringMatching(/^Cannot be added .*: A \(2020\)$/),
      '[b] break in series: A (2020)',
    ])
    expect(notes([tableOf({ A: [{ ...apart, flags: [], why: 'reporters' }, WHOLE] })])).toEqual([])
  })

  it('tells of the periods that are asked for, and with the whole of its breaks and of numbers of earlier reports', () => {
    const one = tableOf({ A: [BROKEN, BROKEN] }, ['Other forms.\nSince 2021.'])
    expect(notes([one], { periods: YEARS.slice(1) })).toEqual([
      '[b] break in series: 2021',
      'Other forms. / Since 2021.',
    ])
    expect(notes([one], { periods: [], isWhole: false })).toEqual([])
    const held = (cell: PublishableCell) => ({ ...cell, shown: { ...cell.shown, held: {} } })
    const plain = tableOf({ A: [WHOLE, WHOLE] })
    const cells = plain.table.cells.map((row) => row.map(held)) as unknown as PublishableCell[][]
    const ofEarlier = { ...plain, table: { ...plain.table, cells } }
    expect(notes([ofEarlier, ofEarlier])).toEqual([expect.stringMatching(/^Figures marked \[h\]|\[h\]/)])
    expect(notes([ofEarlier], { isWhole: false })).toEqual([])
  })
})
