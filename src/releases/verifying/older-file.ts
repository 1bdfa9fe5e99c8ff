import type { SheetCells } from '../../spreadsheet/read-cells.ts'
import type { CellValue } from '../../spreadsheet/sheet-cells.ts'
import { ROWS_ABOVE } from '../workbook/data-sheet/layout.ts'
import { type CellDifference, differencesOf } from '../workbook/file-check.ts'

/** A column of *Data* as this version writes it: `isWorded`, where it says in words what others say in codes and numbers. */
export type KnownColumn = { heading: string; isWorded: boolean }

/**
 * How a file that another version of the program wrote stands beside what this one would write. `cells` of *Data* were compared by what
 * they are of, wherever they stand, and `differences` are those in which the database would say something else. The rest is no fault of
 * either: columns and figures that only one of both has (`added` by this version; `unasked`: its report has them no more, so nothing is
 * known of them), and cells that it words or places otherwise, by sheet.
 */
export type OlderFile = {
  cells: number
  differences: CellDifference[]
  columns: { added: string[]; gone: string[] }
  added: number
  unasked: number
  worded: { sheet: string; cells: number }[]
}

/**
 * Figures stand on *Data*, each in a row that its codes name; every other sheet refers to them by formulas, which were held against them when
 * the file was issued. So this sheet tells whether the database still gives what was issued, however a later version arranges the others.
 * @param key the heading of the column that names a row
 */
export function olderFile(
  issued: readonly SheetCells[],
  now: readonly SheetCells[],
  data: { sheet: number; key: string; columns: readonly KnownColumn[] },
): OlderFile {
  const name = now[data.sheet]?.name ?? ''
  const [then, today] = [tableOf(issued.find((sheet) => sheet.name === name)), tableOf(now[data.sheet])]
  const gone = then.headings.filter((heading) => !today.headings.includes(heading))
  const added = today.headings.filter((heading) => !then.headings.includes(heading))
  const [byKey, againByKey] = [then.rowsBy(data.key), today.rowsBy(data.key)]
  const telling = data.columns.filter(({ heading, isWorded }) => !isWorded && then.headings.includes(heading))
  const inBoth = [...byKey].filter(([key]) => againByKey.has(key))
  const differences = inBoth.flatMap(([key, row]) =>
    telling.flatMap(({ heading }) => {
      const [expected, found] = [then.cell(row, heading), today.cell(againByKey.get(key)!, heading)]
      return expected === found ? [] : [{ at: `${name}: ${key}, ${heading}`, expected, found }]
    }),
  )
  // Of rows that can't be named nothing is known, nor where none is in both: that is no agreement.
  if (inBoth.length === 0 || byKey.size < then.rows.length)
    differences.unshift({ at: `${name}: ${data.key}`, expected: then.rows.length, found: byKey.size })
  return {
    cells: inBoth.length * telling.length,
    differences,
    columns: { added, gone },
    added: againByKey.size - inBoth.length,
    unasked: byKey.size - inBoth.length,
    worded: wordedOtherwise(issued, now, name),
  }
}

/** Cells of the other sheets that are not the same, and sheets of which there is only one. */
function wordedOtherwise(issued: readonly SheetCells[], now: readonly SheetCells[], data: string): OlderFile['worded'] {
  const names = [...new Set([...issued, ...now].map(({ name }) => name))].filter((name) => name !== data)
  return names.flatMap((sheet) => {
    const called = (sheets: readonly SheetCells[]) => sheets.filter(({ name }) => name === sheet)
    const cells = differencesOf(called(issued), called(now)).length
    return cells === 0 ? [] : [{ sheet, cells }]
  })
}

/** Headings and the rows under them. Of two rows of one key (held against two plans) the second has a name of its own. */
function tableOf(sheet: SheetCells | undefined) {
  const [above, rows] = [sheet?.rows.slice(0, ROWS_ABOVE) ?? [], sheet?.rows.slice(ROWS_ABOVE) ?? []]
  const headings = (above.at(-1) ?? []).map(String)
  const cell = (row: readonly CellValue[], heading: string): CellValue => {
    const value = row[headings.indexOf(heading)]
    return value === undefined || value === '' ? null : value
  }
  const rowsBy = (heading: string) => {
    const [named, times] = [new Map<string, readonly CellValue[]>(), new Map<string, number>()]
    for (const row of rows) {
      const key = String(cell(row, heading) ?? '')
      const nth = (times.get(key) ?? 0) + 1
      times.set(key, nth)
      if (key !== '') named.set(nth === 1 ? key : `${key} (${nth})`, row)
    }
    return named
  }
  return { headings, rows, cell, rowsBy }
}
