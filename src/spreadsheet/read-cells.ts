import { strFromU8, unzipSync } from 'fflate'
import { type CellValue, cellsOfSheet } from './sheet-cells.ts'
import { NotAWorkbook, relationTargets, sheetPath, sheetsIn, stringsIn } from './xml-parts.ts'

/** Rows from the top, cells from the left; also of sheets, rows and columns that are hidden. */
export type SheetCells = { name: string; rows: CellValue[][] }

/**
 * Every cell of a workbook that was made here (ECMA-376, part 1, §18), in the order of its sheets. It shares no code with
 * what writes workbooks, so that a fault there is seen here. Of a file that came from outside see `readWorkbook`.
 * @throws NotAWorkbook
 */
export function readCells(file: Uint8Array): SheetCells[] {
  const parts = partsOf(file)
  const part = (path: string): string => {
    const bytes = parts[path]
    if (!bytes) throw new NotAWorkbook(`${path} is missing`)
    return strFromU8(bytes)
  }
  const targets = relationTargets(part('xl/_rels/workbook.xml.rels'))
  const strings = parts['xl/sharedStrings.xml'] ? stringsIn(part('xl/sharedStrings.xml')) : []
  return sheetsIn(part('xl/workbook.xml')).map(({ name, relation }) => ({
    name,
    rows: rowsIn(part(sheetPath(targets.get(relation))), strings),
  }))
}

function partsOf(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file)
  } catch (cause) {
    throw new NotAWorkbook('it is no zip file, or a damaged one', { cause })
  }
}

function rowsIn(xml: string, strings: readonly string[]): CellValue[][] {
  const rows: CellValue[][] = []
  for (const { row, column, value } of cellsOfSheet(xml, {
    strings,
    styles: null,
    most: Number.POSITIVE_INFINITY,
  })) {
    rows[row] ??= []
    rows[row][column] = value
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null))
}
