import { isFormMark, rowFields } from '../workbook/row-fields.ts'

/** A field of the form with what stands in its cell of the sheet, and what its row is called there. */
export type SheetField = { name: string; text: string; label: string }

/**
 * A sheet of an Excel form that was copied whole: the marks that stand hidden beside its rows and above its columns come along, and
 * say which field each cell is. `other-form`: its heading is that of another partner, place or quarter. `moved`: a row or column
 * stands twice or not where its mark says.
 */
export type PastedSheet =
  | { kind: 'sheet'; fields: SheetField[] }
  | { kind: 'other-form'; heading: string[] }
  | { kind: 'moved'; at: string }

/**
 * @param cells lines of one width
 * @param headings whose form the page is, and of which quarter, in each language
 * @returns null: it is no sheet of an Excel form, or not all of one
 */
export function pastedSheet(
  cells: readonly (readonly string[])[],
  headings: readonly (readonly string[])[],
): PastedSheet | null {
  const [marks = [], ...lines] = cells
  if (!isFormMark(marks[0] ?? '')) return null
  const columns = new Map<string, number>()
  for (const [nth, letter] of marks.entries()) {
    if (nth === 0 || letter === '') continue
    if (columns.has(letter)) return { kind: 'moved', at: letter }
    columns.set(letter, nth)
  }
  const first = columns.get('B') ?? 1
  const heading = lines.slice(0, headings.length).map((line) => line[first] ?? '')
  const isOurs = headings.every((names, nth) => names.some((name) => isHeading(heading[nth] ?? '', name)))
  if (!isOurs) return { kind: 'other-form', heading }
  return fieldsIn(lines, columns, first)
}

/** The quarter is followed by its component: "Quý IV/2021 (…) · Bảo vệ". */
function isHeading(text: string, name: string): boolean {
  return text === name || text.startsWith(`${name} · `)
}

function fieldsIn(
  lines: readonly (readonly string[])[],
  columns: ReadonlyMap<string, number>,
  first: number,
): PastedSheet {
  const fields = new Map<string, SheetField>()
  for (const line of lines) {
    const label = line[first] ?? ''
    for (const { column, field } of rowFields(line[0] ?? '')?.fields ?? []) {
      const at = columns.get(column)
      if (at === undefined || fields.has(field)) return { kind: 'moved', at: label }
      fields.set(field, { name: field, text: line[at] ?? '', label })
    }
  }
  return { kind: 'sheet', fields: [...fields.values()] }
}
