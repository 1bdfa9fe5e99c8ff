import { calledIn, type PublishableCell, type PublishableTable } from '../../disclosure/publishable.ts'
import { coverageText } from '../../figures/in-words.ts'
import { unitText } from '../../indicators/in-words.ts'
import { numberStyleOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { ratingInWords } from '../../targets/in-words.ts'
import { OF_TARGET } from '../../targets/progress.ts'
import { cornerOf } from '../card.ts'
import { figureCell, figureRemarks } from './figure-cell.ts'
import { type ExportOptions, exportFacts, exportHead } from './figure-sheet.ts'
import { type ExportCell, type ExportColumn, type ExportSheet, exported } from './sheet.ts'

/**
 * A table as its page shows it: a row a row, a column a column, numbers as numbers. Signs that stand in place of a number stand there
 * too; what else is to be said of a figure stands in a column beside it, if anything is.
 */
export function tableSheet(table: PublishableTable, wish: ExportOptions): ExportSheet {
  const { words } = wish
  const { warning, lead } = exportHead(wish)
  const dated = table.rows.some(({ dates }) => dates !== undefined)
  const single = table.columns.length === 1
  const groups = table.columns.map((_, c) => columnOf(table, c, words))
  const beside = single ? besideColumns(table, words) : []
  return {
    name: words.t('charts:export.table'),
    title: words.of(table.title),
    warning,
    lead: `${words.t('figures:unit')}: ${unitText(table.indicator, words)} · ${lead}`,
    facts: exportFacts([table], wish),
    columns: [
      { key: 'row', label: cornerOf(table, words), kind: 'text' },
      ...(dated ? [{ key: 'dates', label: words.t('charts:csv.row-dates'), kind: 'text' as const }] : []),
      ...groups.flatMap(({ columns }) => columns),
      ...beside.map(({ column }) => column),
    ],
    rows: table.rows.map(({ label, dates }, r) => [
      words.of(label),
      ...(dated ? [dates ? words.of(dates) : null] : []),
      ...groups.flatMap(({ cells }) => cells[r]!),
      ...beside.map(({ cells }) => cells[r]!),
    ]),
  }
}

/** The figures of a column, with what is said of them where something is. */
function columnOf(
  table: PublishableTable,
  c: number,
  words: Words,
): { columns: ExportColumn[]; cells: ExportCell[][] } {
  const { label, dates } = table.columns[c]!
  const name = [words.of(label), dates && `(${words.of(dates)})`].filter(Boolean).join(' ')
  const cells = table.cells.map((row) => row[c]!)
  const remarks = cells.map((cell) => figureRemarks(cell.shown, calledIn(cell, table.indicator), words))
  const isRemarked = remarks.some((remark) => remark !== '')
  const key = table.columns[c]!.key
  const said = {
    key: `${key}-remarks`,
    label: `${words.t('charts:csv.marks')} – ${words.of(label)}`,
    kind: 'text' as const,
  }
  return {
    columns: [{ key, label: name, kind: 'number' }, ...(isRemarked ? [said] : [])],
    cells: cells.map((cell, r) => [
      figureCell(cell.shown, calledIn(cell, table.indicator), words),
      ...(isRemarked ? [remarks[r]!] : []),
    ]),
  }
}

/** What stands beside a single column: what was planned, how much of it is reached, on how many reports it rests. */
function besideColumns(table: PublishableTable, words: Words): { column: ExportColumn; cells: ExportCell[] }[] {
  const style = numberStyleOf(table.indicator)
  const cells = table.cells.map(([cell]) => cell!)
  const each = (make: (shown: Extract<PublishableCell['shown'], { kind: 'figure' }>) => ExportCell) =>
    cells.map(({ shown }) => (shown.kind === 'figure' ? make(shown) : null))
  const column = (key: 'target' | 'of-target' | 'rating' | 'coverage', kind: ExportColumn['kind']) => ({
    key,
    label: key === 'coverage' ? words.t('figures:coverage.label') : words.t(`charts:csv.${key}`),
    kind,
  })
  return [
    { column: column('target', 'number'), cells: each(({ target }) => exported(target, style)) },
    { column: column('of-target', 'number'), cells: each(({ progress }) => exported(progress?.ofTarget, OF_TARGET)) },
    {
      column: column('rating', 'text'),
      cells: each(({ target, progress }) => ratingInWords(target, progress, words).text),
    },
    { column: column('coverage', 'text'), cells: each(({ figure }) => coverageText(figure, table.indicator, words)) },
  ]
}
