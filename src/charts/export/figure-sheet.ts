import { isoInstant } from '../../calendar/day.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import { numberStyleOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { audienceText } from '../audience-in-words.ts'
import { FIGURE_COLUMNS, type FigureColumn, figureLines } from './figure-line.ts'
import { type ExportCell, type ExportColumn, type ExportSheet, PLAIN } from './sheet.ts'

/** What is said of tables besides what they say of themselves. `dates`: of the whole span. */
export type ExportOptions = { words: Words; dates: string; illustrative: boolean }

const TEXTS: ReadonlySet<FigureColumn> = new Set<FigureColumn>([
  ...(['code', 'indicator', 'row', 'row-dates', 'column', 'column-dates', 'state', 'unit', 'marks'] as const),
  ...(['rating', 'planned-from', 'state-code', 'mark-codes', 'stage'] as const),
])
const DAYS: ReadonlySet<FigureColumn> = new Set<FigureColumn>(['planned-by', 'first-day', 'last-day'])

/**
 * One line a figure, with everything that travels with it. Several tables are told apart by their indicators.
 * @param title of all of them
 */
export function figureSheet(
  tables: readonly PublishableTable[],
  wish: ExportOptions,
  title = wish.words.of(tables[0]!.title),
): ExportSheet {
  const { words } = wish
  const names = tables.length === 1 ? FIGURE_COLUMNS.slice(2) : FIGURE_COLUMNS
  return {
    name: words.t('charts:export.figures'),
    title,
    ...exportHead(wish),
    facts: exportFacts(tables, wish),
    columns: names.map((key) => ({ key, label: words.t(`charts:csv.${key}`), kind: kindOf(key) })),
    rows: tables.flatMap((table) => figureLines(table, words).map((line) => names.map((name) => line[name] ?? null))),
  }
}

/** What stands under the title of a table that leaves its page. */
export function exportHead({ words, dates, illustrative }: ExportOptions): Pick<ExportSheet, 'warning' | 'lead'> {
  return { warning: illustrative ? words.t('common:illustrative') : null, lead: dates }
}

/** What is said of tables besides. */
export function exportFacts(tables: readonly PublishableTable[], { words }: Pick<ExportOptions, 'words'>): string[] {
  const { t } = words
  const { basis, asAt, map, source } = tables[0]!
  return [
    `${t('figures:basis.label')}: ${t(`figures:basis-short.${basis}`)}`,
    `${t('figures:as-at')}: ${isoInstant(asAt).replace('T', ' ')}`,
    `${t('figures:map.label')}: ${t(`figures:map-short.${map}`)}`,
    `${t('charts:source')}: ${words.of(source)}`,
    ...(tables.some((table) => table.overlapping) ? [t('charts:overlapping')] : []),
    ...new Set(tables.flatMap(({ breaks }) => breaks.map(words.of))),
    ...new Set(tables.flatMap((table) => audienceText(table, words) ?? [])),
  ]
}

const MACHINE_COLUMNS = [
  ...([
    'indicator',
    'group',
    'period',
    'category',
    'first_day',
    'last_day',
    'value',
    'scale',
    'unit',
    'state',
  ] as const),
  ...(['marks', 'numerator', 'denominator', 'n', 'of', 'received', 'expected', 'planned', 'share_of_planned'] as const),
  ...([
    'rating',
    'planned_by',
    'life_target',
    'share_of_life_target',
    'basis',
    'map',
    'as_at',
    'illustrative',
  ] as const),
]

/**
 * The same for programs: codes in place of words, and on every line what is said once above the other. A number times its scale is what
 * its unit counts.
 */
export function machineSheet(tables: readonly PublishableTable[], { words, illustrative }: ExportOptions): ExportSheet {
  const rows = tables.flatMap((table) => {
    const { indicator, basis, map, asAt } = table
    const style = numberStyleOf(indicator)
    const lines = figureLines(table, words)
    return table.cells.flat().map(({ ref, shown }, nth): ExportCell[] => {
      const line = lines[nth]!
      const isShown = typeof line.value === 'object'
      const codes = [ref.indicator, ref.group, ref.span, ref.cell]
      const days = [line['first-day'], line['last-day']]
      const value = [isShown ? line.value : null, { number: style.scale, style: PLAIN }, line.unit, line['state-code']]
      const base = [line['mark-codes'], line.numerator, line.denominator, line.n, line.of, line.k, line.expected]
      const rag = shown.kind === 'figure' && shown.target !== null ? (shown.progress?.rag ?? null) : null
      const plan = [line.target, line['of-target'], rag, line['planned-by'], line['life-target'], line['of-life']]
      const all = [...codes, ...days, ...value, ...base, ...plan, basis, map, isoInstant(asAt), String(illustrative)]
      return all.map((cell) => cell ?? null)
    })
  })
  return { name: '', title: '', warning: null, lead: '', facts: [], columns: MACHINE_COLUMNS.map(codeColumn), rows }
}

function codeColumn(key: string): ExportColumn {
  return { key, label: key, kind: 'text' }
}

function kindOf(key: FigureColumn): ExportColumn['kind'] {
  if (DAYS.has(key)) return 'day'
  return TEXTS.has(key) ? 'text' : 'number'
}
