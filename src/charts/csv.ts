import { datesOf } from '../calendar/span.ts'
import { gapIn, type PublishableCell, type PublishableTable, type ShownFigure } from '../disclosure/publishable.ts'
import { markWord, whyText } from '../figures/in-words.ts'
import { MARKS } from '../figures/marks.ts'
import { unitText } from '../indicators/in-words.ts'
import type { Words } from '../language/words.ts'
import { type Heading, spanOfCell } from '../targets/figure-table.ts'
import { planText, ratingInWords } from '../targets/in-words.ts'

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

function line(
  row: Heading,
  column: Heading,
  cell: PublishableCell,
  table: PublishableTable,
  words: Words,
): (string | number)[] {
  const heads = [row, column].flatMap((head) => [words.of(head.label), head.dates ? words.of(head.dates) : ''])
  const { shown, hiddenFromDonor } = cell
  const days = datesOf(spanOfCell(cell))
  const unit = unitText(table.indicator, words)
  const gap = gapIn(shown)
  const state = [gap ? MARKS[gap].sign : valueIn(shown), markWord(gap ?? 'reported', words)]
  if (shown.kind === 'confidential')
    return [...heads, ...state, '', '', '', '', unit, ...Array(11).fill(''), days.first, days.last]
  const { figure, target, progress } = shown
  const plan = progress?.plan
  return [
    ...heads,
    ...state,
    figure.numerator ?? '',
    figure.denominator ?? '',
    figure.n ?? '',
    figure.of ?? '',
    unit,
    figure.coverage[0],
    figure.coverage[1],
    [...(figure.why ? [whyText(figure.why, words)] : []), ...figure.flags.map((flag) => markWord(flag, words))].join(
      '; ',
    ),
    target ?? '',
    progress?.ofTarget ?? '',
    target === null ? '' : ratingInWords(target, progress, words).text,
    plan ? datesOf({ from: plan.by, to: plan.by }).last : '',
    plan ? planText(plan, words) : '',
    progress?.life?.target ?? '',
    progress?.life?.ofTarget ?? '',
    hiddenFromDonor ? MARKS.confidential.sign : '',
    days.first,
    days.last,
  ]
}

function valueIn(shown: ShownFigure): number | string {
  return shown.kind === 'figure' ? (shown.figure.value ?? '') : ''
}

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
