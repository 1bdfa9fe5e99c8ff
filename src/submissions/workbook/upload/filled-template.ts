import { areHeadingsOfPeople } from '../../../privacy/personal-records.ts'
import { cellAddress } from '../../../spreadsheet/address.ts'
import type { ReadSheet } from '../../../spreadsheet/read-workbook.ts'
import type { FoundCell } from '../../../spreadsheet/sheet-cells.ts'
import { KEY_SHEET, readRowMark, readSheetMark } from '../marks.ts'
import { readKey, type TemplateKey } from '../template-key.ts'

/** What stands in a cell of a filled template that belongs to a field of the form. */
export type FilledCell = {
  value: string | number | null
  sheet: string
  address: string
  isFormula: boolean
  isDate: boolean
  isPercent: boolean
}

/** A template as it came back: of each of its forms what stands in its fields, by their names. */
export type FilledTemplate = {
  key: TemplateKey
  forms: ReadonlyMap<string, FilledCell>[]
  /** Sheets that are none of the template's; nothing of them was read. */
  extra: string[]
}

/** Why a workbook is not taken for a template; the sentences are under `submissions.workbook.refused`. */
export const TEMPLATE_REFUSALS = ['personal-records', 'not-a-template', 'forged', 'moved'] as const
export type TemplateRefusal = { refused: (typeof TEMPLATE_REFUSALS)[number]; at: string }

/**
 * Finds the fields of a template's forms by the marks beside them, wherever their rows and columns stand now. A row or a
 * column that is there twice, or whose words are another row's, makes the whole file doubtful: nothing of it is taken.
 */
export function readTemplate(sheets: readonly ReadSheet[], secret: string): FilledTemplate | TemplateRefusal {
  const own = sheets.map(({ name, cells }) => ({ name, cells, mark: readSheetMark(valueAt(cells, 0, 0)) }))
  const others = own.filter(({ name, mark }) => mark === null && name !== KEY_SHEET)
  const people = sheetOfPeople(others)
  if (people) return { refused: 'personal-records', at: people.name }
  const signed = valueAt(sheets.find(({ name }) => name === KEY_SHEET)?.cells ?? [], 0, 0)
  if (typeof signed !== 'string') return { refused: 'not-a-template', at: '' }
  const key = readKey(signed, secret)
  if (!key) return { refused: 'forged', at: '' }
  const forms = key.forms.map(() => new Map<string, FilledCell>())
  for (const { name, cells, mark } of own) {
    const fields = forms[mark?.form ?? -1]
    const wrong = fields && readSheet(name, cells, fields)
    if (wrong) return { refused: 'moved', at: `${name}, ${wrong}` }
  }
  return { key, forms, extra: others.map(({ name }) => name) }
}

/** @returns the address of the first row or column that is not where its mark says, or twice there */
function readSheet(name: string, cells: readonly FoundCell[], fields: Map<string, FilledCell>): string | null {
  const byAddress = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  const columns = new Map<unknown, number>()
  for (const { row, column, value } of cells) {
    if (row !== 0 || column === 0) continue
    if (columns.has(value)) return cellAddress(column, row)
    columns.set(value, column)
  }
  for (const { row, column, value } of cells) {
    const mark = column === 0 ? readRowMark(value) : null
    if (!mark) continue
    if (!mark.isOf(String(byAddress.get(`${row}/${columns.get('B')}`)?.value ?? ''))) return cellAddress(1, row)
    for (const { column: named, field } of mark.fields) {
      const at = columns.get(named)
      if (at === undefined || fields.has(field)) return cellAddress(at ?? 1, row)
      const cell = byAddress.get(`${row}/${at}`)
      const { isFormula = false, isDate = false, isPercent = false } = cell ?? {}
      fields.set(field, {
        value: cell?.value ?? null,
        sheet: name,
        address: cellAddress(at, row),
        isFormula,
        isDate,
        isPercent,
      })
    }
  }
  return null
}

/** Headings stand in the first rows; a form about one person has them in a column. */
const FIRST_ROWS = 40

/** The first sheet that seems to be a list of people, or a form about one. */
export function sheetOfPeople<S extends { cells: readonly FoundCell[] }>(sheets: readonly S[]): S | undefined {
  return sheets.find(({ cells }) => holdsPeople(cells))
}

function holdsPeople(cells: readonly FoundCell[]): boolean {
  const lines = new Map<string, string[]>()
  for (const { row, column, value } of cells) {
    if (typeof value !== 'string' || row >= FIRST_ROWS) continue
    for (const line of [`row ${row}`, `column ${column}`]) lines.set(line, [...(lines.get(line) ?? []), value])
  }
  return [...lines.values()].some(areHeadingsOfPeople)
}

function valueAt(cells: readonly FoundCell[], row: number, column: number): FoundCell['value'] {
  return cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null
}
