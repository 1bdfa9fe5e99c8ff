import { codesOf, type Span } from '../../calendar/span.ts'
import { type ExportOptions, figureSheet, machineSheet } from '../../charts/export/figure-sheet.ts'
import { type ExportSheet, withoutEmpty } from '../../charts/export/sheet.ts'
import { tableSheet } from '../../charts/export/table-sheet.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import { dates } from '../../language/format.ts'
import type { PageState } from '../page-state.ts'
import { refuseWrong } from '../parameters/parameter.ts'

/** What of a page is taken away as data, in every form it is handed out in. */
export type PageExport = {
  /** Of the file, in words and without its ending. */
  name: string
  csv: ExportSheet
  machine: ExportSheet
  /** Of the workbook. */
  sheets: readonly ExportSheet[]
  /** What goes to the clipboard. */
  pasted: ExportSheet
}

/**
 * Tables of a page, with the state that they are shown in; `title`: of all, where there are several; `span`: of theirs, where it is not the
 * choice's.
 */
export type TakenTables = { state: PageState; tables: readonly PublishableTable[]; title?: string; span?: Span }

/**
 * One table as its page shows it and figure by figure; several figure by figure, one under the other.
 * @throws WrongAddress: a file has no room to say that it holds something else than was asked for
 */
export function exportOf(taken: TakenTables | null): PageExport | null {
  if (!taken) return null
  const { state, tables, title, span } = taken
  refuseWrong(state.wrong)
  const { words } = state
  const wish = exportOptions(state, span)
  const named = title ?? words.of(tables[0]!.title)
  const csv = figureSheet(tables, wish, named)
  const [only, ...others] = tables
  const alone = only && others.length === 0 ? tableSheet(only, wish) : null
  return {
    name: fileNameOf(named, state),
    csv,
    machine: machineSheet(tables, wish),
    sheets: [...(alone ? [alone] : []), withoutEmpty(csv)],
    pasted: alone ?? withoutEmpty(csv),
  }
}

export function exportOptions({ words, choice, project }: PageState, span: Span = choice): ExportOptions {
  return { words, dates: dates(span, words.language), illustrative: project.illustrative }
}

/** "V3. Clients – over time, 2019-Q1–2021-Q4". */
export function fileNameOf(title: string, { choice }: Pick<PageState, 'choice'>): string {
  const { first, last } = codesOf(choice)
  return `${title.replace(/: /g, ' – ')}, ${first}–${last}`
}
