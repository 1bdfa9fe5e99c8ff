import { wordsFor } from '../../../language/words.ts'
import { columnLetters } from '../../../spreadsheet/address.ts'
import type { Language } from '../../../vocabulary/language.ts'
import { headingColumns } from '../columns.ts'
import type { CsvField } from '../csv/csv-lines.ts'
import { DATA_KEYS, NUMBERED } from '../data-sheet.ts'
import type { Sheet, SheetCell } from '../read-xlsx.ts'

type DataKey = (typeof DATA_KEYS)[number]
const LANGUAGES: readonly Language[] = ['vi', 'en']

/** What stands above the rows of *Data* in another file than a workbook, and those as the sheet that they are. */
export type DataForm = { above: string[]; sheet: Sheet; languages: Language[] }

/** The rows of *Data* of a CSV file of a report: for programs, or as the region has it. Null when it is another table. */
export function dataFormOfCsv(lines: readonly CsvField[][]): DataForm | null {
  const codes = lines[0]?.map(({ text }) => codeOf(text)) ?? []
  if (MUST.every((key) => codes.some((code) => code?.key === key))) {
    const head = lines[0]!.map(({ text, at }, nth) => cell(at, { text: headingFor(codes[nth], text) }))
    const languages = LANGUAGES.filter((one) => codes.some((code) => code?.language === one))
    return { above: [], languages, sheet: sheetOf(head, lines.slice(1)) }
  }
  const headed = lines.findIndex((line) => {
    const found = headingColumns(textCells(line), DATA_KEYS)
    return MUST.every((key) => found.has(key))
  })
  if (headed < 0) return null
  const head = textCells(lines[headed]!)
  const languages = LANGUAGES.filter((one) => {
    const { t } = wordsFor(one)
    return head.some(({ text }) => text?.split(' / ').includes(t('releases:workbook.column.indicator')))
  })
  return {
    above: lines.slice(0, headed).flatMap((line) => line.map(({ text }) => text)),
    languages,
    sheet: sheetOf(head, lines.slice(headed + 1)),
  }
}

/** The same of rows that a program was answered with, as JSON has them: `place_code`, `{ "vi": …, "en": … }`. */
export function dataFormOfRows(rows: readonly Readonly<Record<string, unknown>>[]): DataForm {
  const named = DATA_KEYS.map((key) => ({ key, name: key.replaceAll('-', '_') }))
  const isWorded = (value: unknown): value is Partial<Record<Language, string | null>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const columns = named.flatMap(({ key, name }): { key: DataKey; name: string; language: Language | null }[] => {
    const worded = rows.map((row) => row[name]).find(isWorded)
    return worded
      ? LANGUAGES.filter((language) => language in worded).map((language) => ({ key, name, language }))
      : [{ key, name, language: null }]
  })
  const address = (column: number, row: number) => `${columnLetters(column)}${row + 1}`
  const head = columns.map((column, nth) => cell(address(nth, 0), { text: headingFor(column, column.name) }))
  const cells = rows.map((row, r) =>
    columns.map(({ name, language }, nth): SheetCell => {
      const value = row[name]
      const said = language !== null && isWorded(value) ? value[language] : value
      const at = address(nth, r + 1)
      if (typeof said === 'number') return cell(at, { number: said })
      return cell(at, { text: typeof said === 'string' ? said : null })
    }),
  )
  const languages = LANGUAGES.filter((one) => columns.some(({ language }) => language === one))
  return { above: [], languages, sheet: { name: 'figures', rows: [head, ...cells] } }
}

const MUST: readonly DataKey[] = ['ref', 'measure', 'first', 'last', 'value', 'mark']

/** "place-vi" of a column in words, "place-code" of one of codes. */
function codeOf(text: string): { key: DataKey; language: Language | null } | null {
  const own = DATA_KEYS.find((key) => key === text)
  if (own) return { key: own, language: null }
  const language = LANGUAGES.find((one) => text.endsWith(`-${one}`))
  const key = language && DATA_KEYS.find((one) => one === text.slice(0, -3))
  return key ? { key, language } : null
}

function headingFor(code: { key: DataKey; language: Language | null } | null | undefined, otherwise: string): string {
  return code ? wordsFor(code.language ?? 'en').t(`releases:workbook.column.${code.key}`) : otherwise
}

/** Numbers stand in columns of numbers alone: a code may look like one. */
function sheetOf(head: SheetCell[], lines: readonly CsvField[][]): Sheet {
  const found = headingColumns(head, DATA_KEYS)
  const numbered = new Set(NUMBERED.flatMap((key) => found.get(key) ?? []))
  const rows = lines.map((line) =>
    line.map(({ at, text, number }, nth) =>
      numbered.has(nth) && number !== null ? cell(at, { number }) : cell(at, { text: text === '' ? null : text }),
    ),
  )
  return { name: 'data', rows: [head, ...rows] }
}

function textCells(line: readonly CsvField[]): SheetCell[] {
  return line.map(({ at, text }) => cell(at, { text }))
}

function cell(at: string, { text = null, number = null }: Partial<Pick<SheetCell, 'text' | 'number'>>): SheetCell {
  return { at, text, number, sign: null }
}
