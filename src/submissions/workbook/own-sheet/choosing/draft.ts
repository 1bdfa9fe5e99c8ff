import { folded } from '../../../../language/folded.ts'
import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import type { EntryFormDefinition } from '../../../entry-form/definition.ts'
import { type HeadingRows, headedColumns, type SheetColumn } from '../reading/headings.ts'
import { isColumnRole, LONGEST_LABEL, MOST_LABELS, MOST_SHEET_COLUMNS, type OwnMapping } from '../reading/mapping.ts'
import { fieldMeant, type Meaning, readMeaning } from '../reading/meaning.ts'
import { rowsBelow } from '../reading/own-rows.ts'
import { guessColumn, guessMeaning } from './guess.ts'

/** How a sheet would be read, while somebody chooses: what each column holds, what each text before a row says; '' is nothing. */
export type Draft = {
  sheet: number
  headings: HeadingRows
  holds: ReadonlyMap<number, string>
  says: ReadonlyMap<string, string>
}

/** What keeps the columns from being taken as they are; the sentences are under `submissions.own-sheet.problem`. */
export type ColumnProblem = {
  column: number
  code: 'no-numbers' | 'incomplete' | 'same' | 'no-quarter' | 'one-quarter'
}

/** A text that stands before rows with numbers, where it stands first. */
export type RowLabel = { text: string; key: string; row: number }

const NUMBER: Meaning = { part: 'v', indicator: null, categories: {} }

/** What each column held in a mapping that is known, or probably holds. */
export function draftOf(
  { cells }: ReadSheet,
  at: { sheet: number; headings: HeadingRows },
  known: OwnMapping | null,
  definition: EntryFormDefinition,
): Draft {
  const before = new Map(known?.columns.map(({ heading, holds }) => [heading, holds]))
  const held = ({ key, name, quarter }: SheetColumn) =>
    before.get(key) ?? (quarter && before.get('')) ?? (known ? '' : guessColumn(name, definition))
  const columns = shownColumns(cells, at.headings)
  return {
    ...at,
    holds: new Map(columns.map((column) => [column.column, held(column)])),
    says: new Map(known?.rows.map(({ text, says }) => [text, says])),
  }
}

/** The columns that can be chosen for. */
export function shownColumns(cells: ReadSheet['cells'], headings: HeadingRows): SheetColumn[] {
  return headedColumns(cells, headings).slice(0, MOST_SHEET_COLUMNS)
}

/** What is wrong with the columns, each by itself and together. */
export function columnProblems(
  { holds }: Draft,
  columns: readonly SheetColumn[],
  definition: EntryFormDefinition,
): ColumnProblem[] {
  const at = columns.map((column) => ({ ...column, holds: holds.get(column.column) ?? '' }))
  const numbers = at.filter(({ holds: one }) => isNumbers(one))
  if (numbers.length === 0) return [{ column: columns[0]?.column ?? 0, code: 'no-numbers' }]
  const has = (role: string) => at.some(({ holds: one }) => one === role)
  const seen = new Set<string>()
  return numbers.flatMap(({ column, quarter, holds: one }): ColumnProblem[] => {
    if (one === 'by-quarter' && !quarter) return [{ column, code: 'no-quarter' }]
    if (one === 'by-quarter' && has('quarter')) return [{ column, code: 'one-quarter' }]
    if (has('row')) return []
    const field = fieldMeant([readMeaning(one) ?? NUMBER], definition)
    if (field === null) return [{ column, code: 'incomplete' }]
    if (seen.has(field)) return [{ column, code: 'same' }]
    seen.add(field)
    return []
  })
}

function isNumbers(holds: string): boolean {
  return holds === 'by-quarter' || readMeaning(holds) !== null
}

/** The texts that say what rows are about, each once, where numbers stand beside them; null: no column says so. */
export function labelsOf({ cells }: ReadSheet, { headings, holds }: Draft): RowLabel[] | null {
  const columns = [...holds].filter(([, one]) => one === 'row').map(([column]) => column)
  if (columns.length === 0) return null
  const numbers = [...holds].filter(([, one]) => isNumbers(one)).map(([column]) => column)
  const found = new Map<string, RowLabel>()
  for (const { row, texts, cells: own } of rowsBelow(cells, headings, columns, columns.at(-1)!)) {
    if (!numbers.some((column) => own.has(column))) continue
    for (const text of texts.values()) {
      const key = folded(text)
      if (key !== '' && text.length <= LONGEST_LABEL && !found.has(key)) found.set(key, { text, key, row })
    }
  }
  return [...found.values()].slice(0, MOST_LABELS)
}

/** What each text says, as it was chosen or probably is. */
export function saysOf(
  { says }: Draft,
  labels: readonly RowLabel[],
  definition: EntryFormDefinition,
): Map<string, string> {
  const known = says.size > 0
  return new Map(labels.map(({ key, text }) => [key, says.get(key) ?? (known ? '' : guessMeaning(text, definition))]))
}

/** Whether any column, with any texts before its rows, comes to a field of the form. */
export function comesToField(
  { headings, holds, says }: Draft,
  { cells }: ReadSheet,
  definition: EntryFormDefinition,
): boolean {
  const columns = [...holds].filter(([, one]) => one === 'row').map(([column]) => column)
  const numbers = [...holds.values()].filter(isNumbers).map((one) => readMeaning(one) ?? NUMBER)
  return rowsBelow(cells, headings, columns, columns.at(-1) ?? null).some(({ texts }) => {
    const said = [...texts.values()].flatMap((text) => readMeaning(says.get(folded(text)) ?? '') ?? [])
    return numbers.some((number) => fieldMeant([...said, number], definition) !== null)
  })
}

/** As it is remembered: of columns and rows those alone that are read. */
export function mappingFrom({ headings, holds, says }: Draft, columns: readonly SheetColumn[]): OwnMapping {
  const held = columns.flatMap(({ column, key }) => {
    const one = holds.get(column) ?? ''
    return isColumnRole(one) || readMeaning(one) ? [{ heading: one === 'by-quarter' ? '' : key, holds: one }] : []
  })
  const byHeading = new Map(held.map((one) => [one.heading, one]))
  return {
    depth: headings.last - headings.first + 1,
    columns: [...byHeading.values()],
    rows: [...says].flatMap(([text, one]) => (readMeaning(one) ? [{ text, says: one }] : [])),
  }
}
