import type { Option } from '../../../../forms/option.ts'
import type { Words } from '../../../../language/words.ts'
import { columnLetters } from '../../../../spreadsheet/address.ts'
import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import { namedInWords } from '../../../page/heading.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { plainText } from '../reading/headings.ts'
import type { OwnMapping } from '../reading/mapping.ts'
import { type ChoiceGroup, columnChoices } from './choices.ts'
import { columnProblems, type Draft, shownColumns } from './draft.ts'

/** A list to choose from; `groups` are the same for all of a page. */
export type HeldField = { name: string; label: string; chosen: string; problem: string | null; groups: ChoiceGroup[] }

/** What is wrong, each with a link to its list. */
export type ChoiceSummary = { lead: null; items: { href: string; where: string; text: string }[] }

export type ColumnsModel = {
  address: string
  report: string
  sheets: Option[]
  sheet: number
  /** Rows of headings, counted from 1. */
  first: number
  last: number
  columns: { letters: string; field: HeldField }[]
  /** `chooses`: of a heading, the list above its column. */
  rows: { row: number; isHeading: boolean; cells: { text: string; chooses: string | null }[] }[]
  /** Columns of a remembered mapping that are not in this sheet. */
  missing: string
  summary: ChoiceSummary
}

declare module '../../../../web/views/models.ts' {
  interface Views {
    'submissions/own-sheet/columns': ColumnsModel
  }
  interface Parts {
    'submissions/own-sheet/choice': { field: HeldField }
  }
}

/** Rows that are shown below the headings, and above them. */
const [BELOW, ABOVE] = [10, 3]
/** Letters of a cell that are shown. */
const LONGEST_SHOWN = 40

export function columnsPage(
  address: string,
  loaded: LoadedSubmission,
  sheets: readonly ReadSheet[],
  { draft, known, isTried }: { draft: Draft; known: OwnMapping | null; isTried: boolean },
  words: Words,
): ColumnsModel {
  const { t } = words
  const { headings, holds } = draft
  const { cells } = sheets[draft.sheet]!
  const columns = shownColumns(cells, headings)
  const groups = columnChoices(loaded, words)
  const problems = isTried ? columnProblems(draft, columns, loaded.definition) : []
  const sentences = new Map(problems.map(({ column, code }) => [column, t(`submissions:own-sheet.problem.${code}`)]))
  const keys = new Set(columns.map(({ key }) => key))
  const labelOf = (letters: string, name: string) => t('submissions:own-sheet.column', { letters, name })
  const fields = columns.map(({ column, name }) => {
    const label = labelOf(columnLetters(column), name).trim()
    const problem = sentences.get(column) ?? null
    return { name: `column.${column}`, label, chosen: holds.get(column) ?? '', problem, groups }
  })
  return {
    address,
    report: namedInWords(loaded, words),
    sheets: sheets.map(({ name }, nth) => ({ value: String(nth), label: name })),
    sheet: draft.sheet,
    first: headings.first + 1,
    last: headings.last + 1,
    columns: fields.map((field, nth) => ({ letters: columnLetters(columns[nth]!.column), field })),
    rows: rowsShown(
      cells,
      headings,
      columns.map(({ column }) => column),
    ),
    missing: (known?.columns ?? [])
      .filter(({ heading }) => heading !== '' && !keys.has(heading))
      .map(({ heading }) => `“${heading}”`)
      .join(', '),
    summary: {
      lead: null,
      items: fields.flatMap(({ name, label, problem }) =>
        problem ? [{ href: `#${name}`, where: label, text: problem }] : [],
      ),
    },
  }
}

function rowsShown(
  cells: ReadSheet['cells'],
  { first, last }: Draft['headings'],
  columns: readonly number[],
): ColumnsModel['rows'] {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b)
  const shown = [
    ...rows.filter((row) => row < first).slice(-ABOVE),
    ...rows.filter((row) => row >= first && row <= last),
    ...rows.filter((row) => row > last).slice(0, BELOW),
  ]
  const texts = new Map(cells.map(({ row, column, value }) => [`${row}/${column}`, plainText(value)]))
  return shown.map((row) => ({
    row: row + 1,
    isHeading: row >= first && row <= last,
    cells: columns.map((column) => {
      const text = shortened(texts.get(`${row}/${column}`) ?? '')
      return { text, chooses: row >= first && row <= last && text !== '' ? `column.${column}` : null }
    }),
  }))
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN - 1).join('')}…` : text
}
