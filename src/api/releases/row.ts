import { z } from 'zod'
import { GAPS, MARKS, markCode, SIGNS } from '../../figures/marks.ts'
import type { Terms } from '../../language/terms.ts'
import { NOTHING } from '../../language/text.ts'
import { bilingualIn, languagesApart } from '../../releases/workbook/bilingual.ts'
import { DATA_COLUMNS, type DataColumn, type DataKey } from '../../releases/workbook/data-sheet/columns.ts'
import { type Cell, plainValue, type SheetPlan } from '../../releases/workbook/plan.ts'
import { dayOfSerial } from '../../spreadsheet/serial-day.ts'
import type { ReleaseLanguage } from '../../vocabulary/release.ts'
import { dayField, stateField } from '../fields.ts'

/** Columns with days, which a spreadsheet counts. */
const DAYS: readonly DataKey[] = ['first', 'last', 'as-at']

const code = z.string().nullable()
/** In the languages that the report was issued in. */
const worded = z.object({ vi: z.string().nullable().optional(), en: z.string().nullable().optional() })

/** What a column of the sheet is in an answer. */
function fieldOf({ key, kind }: DataColumn) {
  if (key === 'flag-codes') return z.array(z.string())
  if (DAYS.includes(key)) return dayField.nullable()
  if (kind === 'worded') return worded
  return kind === 'number' ? z.number().nullable() : code
}

/** "of_target" of "of-target". */
function nameOf(key: DataKey): string {
  return key.replaceAll('-', '_')
}

/** A row of the sheet *Data*, column by column, with the state of its figure. */
export const releaseRow = z.object({
  ...Object.fromEntries(DATA_COLUMNS.map((column) => [nameOf(column.key), fieldOf(column)])),
  state: stateField,
})
export type ReleaseRow = Readonly<Record<string, unknown>> & { state: string }

/** A column as it stands on the sheet of one report: in which places, by language. */
type Found = { column: DataColumn; at: number; language: 'vi' | 'en' | null }

/**
 * Rows of the sheet *Data* as it was issued. Columns are found by their headings, since a report that was issued by an earlier version of the program
 * has the columns of that one; what it has not is null.
 */
export function rowsOfData(sheet: SheetPlan, language: ReleaseLanguage, terms: Terms): ReleaseRow[] {
  const [, heading, ...rows] = sheet.rows
  const headings = (heading?.cells ?? []).map((cell) => String(plainValue(cell) ?? ''))
  const found = columnsIn(headings, language, terms)
  return rows.map(({ cells }) => rowOf(cells, found))
}

function columnsIn(headings: readonly string[], language: ReleaseLanguage, terms: Terms): Found[] {
  const together = bilingualIn(language, terms)
  const apart = languagesApart(language, terms)
  return DATA_COLUMNS.flatMap((column): Found[] =>
    (column.kind === 'worded' ? apart : [together]).map((bilingual) => {
      const wanted = headingsOf(column.key).map((key) => bilingual.t(`releases:workbook.column.${key}`))
      const places = wanted.map((heading) => headings.indexOf(heading.replaceAll('\n', ' / ')))
      const at = Math.max(...places)
      return { column, at, language: column.kind === 'worded' ? bilingual.main : null }
    }),
  )
}

/** Where a project has no areas, its partners stand in their place. */
function headingsOf(key: DataKey): NameOfColumn[] {
  return key === 'place' ? ['place', 'partner'] : [key]
}
type NameOfColumn = DataKey | 'partner'

function rowOf(cells: readonly Cell[], found: readonly Found[]): ReleaseRow {
  const row: Record<string, unknown> = {}
  for (const { column, at, language } of found) {
    const name = nameOf(column.key)
    const value = valueIn(cells[at] ?? null, column)
    if (language === null) row[name] = value
    else row[name] = { ...(row[name] as object | undefined), [language]: value }
  }
  return { ...row, state: stateBy(row.mark) }
}

function valueIn(cell: Cell, { key }: DataColumn): string | number | string[] | null {
  const value = plainValue(cell)
  const isNothing = value === null || value === NOTHING || value === ''
  if (key === 'flag-codes') return isNothing || isSign(value) ? [] : String(value).split(', ')
  if (isNothing) return null
  if (DAYS.includes(key)) return typeof value === 'number' ? dayOfSerial(value) : null
  // A sign stands once, in its own column.
  return key !== 'mark' && isSign(value) ? null : value
}

function isSign(value: unknown): boolean {
  return SIGNS.some((sign) => sign === value)
}

/** What stands in the place of a number, or that there is one: what is held has one too. */
function stateBy(mark: unknown): string {
  return markCode(GAPS.find((gap) => MARKS[gap].sign === mark) ?? 'reported')
}
