import type { PublishableTable, Shown } from '../disclosure/publishable.ts'
import type { FigureState } from '../figures/figure.ts'
import type { Key, Words } from '../language/words.ts'
import type { Heading } from '../targets/figure-table.ts'
import { unitText } from './figure-words.ts'

/** Excel reads UTF-8 only behind a byte order mark. */
const BOM = '\uFEFF'

/** Shorthand of UK government statistics in the place of a number; the state stands beside it in words. */
export const SHORTHAND: Record<Exclude<FigureState, 'reported'>, string> = {
  'not reported': '[x]',
  'not applicable': '[z]',
  'not due': '[z]',
  undefined: '[z]',
  'not additive': '[z]',
}

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
  'donor',
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
    [],
    COLUMNS.map((column) => words.t(`charts:csv.${column}`)),
    ...table.rows.flatMap((row, r) =>
      table.columns.map((column, c) => {
        const cell = table.cells[r]?.[c]
        if (!cell) throw new Error(`table ${table.id} has no cell ${r}, ${c}`)
        return line(row, column, cell.shown, cell.hiddenFromDonor, table, words)
      }),
    ),
  ]
  return `${BOM}${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

function line(
  row: Heading,
  column: Heading,
  shown: Shown,
  hidden: boolean,
  table: PublishableTable,
  words: Words,
): (string | number)[] {
  const heads = [row, column].flatMap((head) => [words.of(head.label), head.dates ? words.of(head.dates) : ''])
  const unit = unitText(table.indicator, words)
  if (shown.kind === 'confidential') return [...heads, '[c]', words.t('figures:legend.c'), '', '', '', '', unit]
  const { figure, target, progress } = shown
  const state = figure.state === 'reported' ? null : figure.state
  return [
    ...heads,
    state ? SHORTHAND[state] : (figure.value ?? ''),
    words.t(`figures:state.${figure.state.replace(' ', '-')}` as Key),
    figure.numerator ?? '',
    figure.denominator ?? '',
    figure.n ?? '',
    figure.of ?? '',
    unit,
    figure.coverage[0],
    figure.coverage[1],
    figure.flags.map((flag) => words.t(`figures:flag.${flag}`)).join('; '),
    target ?? '',
    progress?.ofTarget ?? '',
    target === null ? '' : words.t(`figures:rag.${progress?.rag ?? 'grey'}`),
    hidden ? '[c]' : '',
  ]
}

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
