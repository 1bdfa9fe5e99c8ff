import type { Span } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { dates, periodName } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import { type Key, wordsFor } from '../../language/words.ts'
import { type Axis, comparedTable } from '../../targets/compared-table.ts'
import type { Compare } from '../../targets/comparison.ts'
import type { FigureTable, Heading } from '../../targets/figure-table.ts'
import { PERIOD, PHASE_TO_DATE, type ReportSection, TO_DATE } from './content.ts'
import { type SpanColumn, spanKey, type TableRequest } from './layout.ts'

/** A table of a release before it has gone through disclosure control. */
export type RawTable = { section: ReportSection; table: FigureTable; breakdown: Text | null }

/** Whether tables hold no number up to the end of the period but those of spans before it: nothing was approved by the instant of the report. */
export function isEmpty(tables: readonly RawTable[]): boolean {
  return !tables.some(
    ({ section, table }) =>
      section !== 'before' && table.cells.some((row) => row.some(({ figure }) => figure.state === 'reported')),
  )
}

export type TableContext = {
  compare: Compare
  breakdowns: readonly Breakdown[]
  /** By slug. */
  places: ReadonlyMap<string, { name: Text }>
}

/** The tables of one request, one for each indicator that had anything asked of it. */
export function tablesOf(request: TableRequest, answer: Answer, context: TableContext): RawTable[] {
  const breakdown = context.breakdowns.find(({ code }) => code === request.breakdown)
  const columns: Axis = {
    are: 'periods',
    headings: request.columns.map(columnHeading),
    keys: request.columns.map(({ named }) => spanKey(named)),
  }
  return answer.indicators.flatMap((indicator): RawTable[] => {
    const table = comparedTable(
      answer,
      {
        id: [request.section, indicator.code, request.breakdown ?? '', request.columns[0]?.named.grain].join('/'),
        title: titleOf(indicator, breakdown),
        indicator,
        rows: rowsOf(request, answer, indicator, context),
        columns,
        at: request.breakdown ? { group: PROJECT } : {},
        source: indicator.meansOfVerification,
      },
      context.compare,
    )
    const due = table.cells.map((row) => row.some(({ figure }) => figure.state !== 'not due'))
    const isWhole = request.section === 'tracking' || request.section === 'years'
    if (!isWhole && !due.includes(true)) return []
    const kept = <T>(list: readonly T[]) => list.filter((_, at) => isWhole || due[at])
    const { section } = request
    return [
      {
        section,
        breakdown: breakdown?.name ?? null,
        table: { ...table, rows: kept(table.rows), cells: kept(table.cells) },
      },
    ]
  })
}

function rowsOf(request: TableRequest, answer: Answer, indicator: DefinedIndicator, context: TableContext): Axis {
  if (request.breakdown) {
    const breakdown = context.breakdowns.find(({ code }) => code === request.breakdown)
    const cells = answer.cells(indicator.code)
    return { are: 'categories', headings: cells.map((key) => ({ key, label: categoryName(key, breakdown) })) }
  }
  const nameOf = (key: string) => context.places.get(key)?.name ?? text('releases:workbook.all-project')
  return { are: 'places', headings: request.groups.map(({ key }) => ({ key, label: nameOf(key) })) }
}

/** A period is never shown without its dates. */
export function columnHeading({ key, named }: SpanColumn): Heading {
  const label =
    key === PERIOD
      ? text('releases:workbook.column.achieved')
      : key === TO_DATE
        ? text('releases:workbook.column.cumulative')
        : key === PHASE_TO_DATE
          ? text('releases:workbook.column.phase-cumulative')
          : { vi: periodName(named, 'vi'), en: periodName(named, 'en') }
  return { key, label, dates: datesText(named) }
}

export function datesText(span: Span): Text {
  return { vi: dates(span, 'vi'), en: dates(span, 'en') }
}

function titleOf(indicator: DefinedIndicator, breakdown: Breakdown | undefined): Text {
  if (!breakdown) return indicator.name
  return {
    vi: `${indicator.name.vi} – ${breakdown.name.vi}`,
    en: `${indicator.name.en} – ${breakdown.name.en}`,
  }
}

function categoryName(cell: string, breakdown: Breakdown | undefined): Text {
  if (cell === UNSPLIT) return text('releases:workbook.unsplit')
  const code = cell.split('=')[1]
  return breakdown?.categories.find((category) => category.code === code)?.name ?? { vi: cell, en: cell }
}

/** A sentence of the language files in both languages. */
export function text(key: Key): Text {
  return { vi: wordsFor('vi').t(key), en: wordsFor('en').t(key) }
}
