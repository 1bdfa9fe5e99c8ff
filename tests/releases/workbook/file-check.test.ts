import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import type { DataKey } from '../../../src/releases/workbook/data-sheet/columns.ts'
import { columnAt, placedColumns, ROWS_ABOVE } from '../../../src/releases/workbook/data-sheet/layout.ts'
import { type DataTable, dataTable } from '../../../src/releases/workbook/data-sheet/table.ts'
import { cellsOfPlan, differencesOf, unlikeFigures } from '../../../src/releases/workbook/file-check.ts'
import { fingerprintOf, finishedFile } from '../../../src/releases/workbook/finished-file.ts'
import type { Cell, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'
import { readCells, type SheetCells } from '../../../src/spreadsheet/read-cells.ts'
import { smallContent } from './small-content.ts'

let content: ReleaseContent
let plan: WorkbookPlan
let data: DataTable
const dataColumn = (key: DataKey) => columnAt(placedColumns(content), key)
beforeAll(async () => {
  content = await smallContent()
  plan = workbookOf(content)
  data = dataTable(content)
})

describe('a finished file', () => {
  it('says what its plan and its figures say, and is known by its fingerprint', async () => {
    const made = await finishedFile(plan, content)
    if ('unlike' in made) throw new Error(JSON.stringify(made.unlike))
    expect(made.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(made.sha256).toBe(fingerprintOf(made.bytes))
    expect(differencesOf(cellsOfPlan(plan), readCells(made.bytes))).toEqual([])
  })

  it('is none when its writer writes another cell, and says which', async () => {
    const nth = plan.sheets.findIndex(({ key }) => key === 'data')
    const column = dataColumn('value')
    const wrongly = (written: WorkbookPlan) => {
      const [sheet, ...others] = [written.sheets[nth]!, ...written.sheets]
      const rows = sheet.rows.map((row, r) =>
        r === ROWS_ABOVE ? { ...row, cells: row.cells.map((cell, c): Cell => (c === column ? 999 : cell)) } : row,
      )
      return writeXlsx({ ...written, sheets: others.map((one, at) => (at === nth ? { ...sheet, rows } : one)) })
    }
    const made = await finishedFile(plan, content, wrongly)
    const at = `${plan.sheets[nth]!.name}!${ROWS_ABOVE + 1}:${column + 1}`
    // Once against the plan, once against the figure.
    expect(made).toMatchObject({
      unlike: [
        { at, found: 999 },
        { at, found: 999 },
      ],
    })
  })
})

describe('two workbooks', () => {
  const book = (name: string, ...rows: SheetCells['rows']): SheetCells[] => [{ name, rows }]
  it.each<[string, SheetCells[], SheetCells[], unknown[]]>([
    ['the same', book('A', [1, 'x']), book('A', [1, 'x']), []],
    ['empty in two ways', book('A', [1, null], []), book('A', [1, '']), []],
    ['another number', book('A', [1]), book('A', [2]), [{ at: 'A!1:1', expected: 1, found: 2 }]],
    ['a number as a text', book('A', [1]), book('A', ['1']), [{ at: 'A!1:1', expected: 1, found: '1' }]],
    ['zero and nothing', book('A', [0]), book('A', [null]), [{ at: 'A!1:1', expected: 0, found: null }]],
    ['a row more', book('A', [1]), book('A', [1], ['x']), [{ at: 'A!2:1', expected: null, found: 'x' }]],
    ['a column less', book('A', [1, 2]), book('A', [1]), [{ at: 'A!1:2', expected: 2, found: null }]],
    ['a sheet of another name', book('A', [1]), book('B', [1]), [{ at: 'A', expected: 'A', found: 'B' }]],
    ['a sheet more', [], book('B', [1]), [{ at: 'B', expected: null, found: 'B' }]],
  ])('%s', (_, one, other, expected) => {
    expect(differencesOf(one, other)).toEqual(expected)
  })
})

describe('the figures of a report beside its sheet of data', () => {
  const sheetOf = (change: (points: DataTable['rows'], rows: SheetCells['rows']) => void): SheetCells => {
    const found = cellsOfPlan(plan)[plan.sheets.findIndex(({ key }) => key === 'data')]!
    const rows = found.rows.map((row) => [...row])
    change(data.rows, rows)
    return { ...found, rows }
  }
  const unlike = (change: (points: DataTable['rows'], rows: SheetCells['rows']) => void) =>
    unlikeFigures(data, sheetOf(change))

  it('say the same', () => {
    expect(unlike(() => {})).toEqual([])
  })

  it.each(['value', 'n', 'd', 'target', 'variance-short', 'of-target'] as const)(
    'say nothing of one that is hidden: not in the column %s',
    (key) => {
      const found = unlike((points, rows) => {
        const hidden = points.findIndex(({ cell }) => cell.shown.kind === 'confidential')
        expect(hidden).toBeGreaterThan(-1)
        rows[ROWS_ABOVE + hidden]![dataColumn(key)] = 3
      })
      expect(found).toMatchObject([{ expected: null, found: 3 }])
    },
  )

  it('say its own number of each that is shown', () => {
    const found = unlike((points, rows) => {
      const shown = points.findIndex(({ cell: { shown } }) => shown.kind === 'figure' && shown.figure.value !== null)
      rows[ROWS_ABOVE + shown]![dataColumn('value')] = -1
    })
    expect(found).toMatchObject([{ found: -1 }])
    const ratio = unlike((points, rows) => {
      const nth = points.findIndex(({ cell: { shown } }) => shown.kind === 'figure' && shown.figure.denominator)
      rows[ROWS_ABOVE + nth]![dataColumn('d')] = -1
    })
    expect(ratio).toMatchObject([{ found: -1 }])
  })

  it('say no number where there is none, and leave no row out', () => {
    const gap = unlike((points, rows) => {
      const nth = points.findIndex(({ cell: { shown } }) => shown.kind === 'figure' && shown.figure.value === null)
      expect(nth).toBeGreaterThan(-1)
      rows[ROWS_ABOVE + nth]![dataColumn('value')] = 0
    })
    expect(gap).toMatchObject([{ expected: null, found: 0 }])
    expect(unlike((_, rows) => void rows.splice(ROWS_ABOVE, 1)).length).toBeGreaterThan(0)
  })
})
