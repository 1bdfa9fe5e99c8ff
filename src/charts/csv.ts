import { datesOf } from '../calendar/span.ts'
import { gapIn, type PublishableCell, type PublishableTable, type ShownFigure } from '../disclosure/publishable.ts'
import { markWord, whyText } from '../figures/in-words.ts'
import { MARKS } from '../figures/marks.ts'
import { unitText } from '../indicators/in-words.ts'
import type { Words } from '../language/words.ts'
import { type Heading, spanOfCell } from '../targets/figure-table.ts'
import { planText, ratingInWords } from '../targets/in-words.ts'
import { numberIn } from './point.ts'

/** Excel reads UTF-8 only behind a byte order mark. */
const BOM = '\uFEFF'

const COLUMNS = [
  'row',
  'row-dates',
  'column',
  'column-dates',
  'value',
  'state',
  'numerator',
  'denominator',
  'n',
  'of',
  'unit',
  'k',
  'expected',
  'marks',
  'target',
  'of-target',
  'rating',
  'planned-by',
  'planned-from',
  'life-target',
  'of-life',
  'donor',
  'first-day',
  'last-day',
] as const

/**
 * One line a figure. Numbers are exact, with a decimal point, on the scale stored (0.19, not 19%) in both languages, so that
 * any program reads them; headings and states are in the person's language.
 */
export function csvOf(table: PublishableTable, dates: string, words: Words, illustrative = false): string {
  const lines = [
    ...(illustrative ? [[words.t('common:illustrative')]] : []),
    [words.of(table.title), dates],
    [`${words.t('figures:basis.label')}: ${words.t(`figures:basis-short.${table.basis}`)}`],
    [`${words.t('figures:as-at')}: ${new Date(table.asAt).toISOString()}`],
    [`${words.t('figures:map.label')}: ${words.t(`figures:map-short.${table.map}`)}`],
    [`${words.t('charts:source')}: ${words.of(table.source)}`],
    ...(table.overlapping ? [[words.t('charts:overlapping')]] : []),
    ...table.breaks.map((sentence) => [words.of(sentence)]),
    [],
    COLUMNS.map((column) => words.t(`charts:csv.${column}`)),
    ...table.rows.flatMap((row, r) =>
      table.columns.map((column, c) => {
        const cell = table.cells[r]?.[c]
        if (!cell) throw new Error(`table ${table.id} has no cell ${r}, ${c}`)
        return line(row, column, cell, table, words)
      }),
    ),
  ]
  return `${BOM}${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** What stands in the columns of a line; the others are empty. */
type Line = Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>

function line(
  row: Heading,
  column: Heading,
  cell: PublishableCell,
  table: PublishableTable,
  words: Words,
): (string | number)[] {
  const { shown } = cell
  const gap = gapIn(shown)
  const days = datesOf(spanOfCell(cell))
  const found: Line = {
    row: words.of(row.label),
    'row-dates': row.dates && words.of(row.dates),
    column: words.of(column.label),
    'column-dates': column.dates && words.of(column.dates),
    value: gap ? MARKS[gap].sign : numberIn(shown),
    state: markWord(gap ?? 'reported', words),
    unit: unitText(table.indicator, words),
    ...(shown.kind === 'figure' ? figureIn(shown, cell.smallToDonors, words) : {}),
    'first-day': days.first,
    'last-day': days.last,
  }
  return COLUMNS.map((name) => found[name] ?? '')
}

/** Of a hidden figure none of it is there. */
function figureIn(
  { figure, target, progress }: Extract<ShownFigure, { kind: 'figure' }>,
  smallToDonors: boolean,
  words: Words,
): Line {
  const why = figure.why ? [whyText(figure.why, words)] : []
  const plan = progress?.plan
  return {
    numerator: figure.numerator,
    denominator: figure.denominator,
    n: figure.n,
    of: figure.of,
    k: figure.coverage[0],
    expected: figure.coverage[1],
    marks: [...why, ...figure.flags.map((flag) => markWord(flag, words))].join('; '),
    target,
    'of-target': progress?.ofTarget,
    rating: target === null ? null : ratingInWords(target, progress, words).text,
    'planned-by': plan && datesOf({ from: plan.by, to: plan.by }).last,
    'planned-from': plan && planText(plan, words),
    'life-target': progress?.life?.target,
    'of-life': progress?.life?.ofTarget,
    donor: smallToDonors ? MARKS.confidential.sign : null,
  }
}

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
