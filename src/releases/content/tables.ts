import type { Span } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import { UNSPLIT } from '../../figures/split.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { dates, period } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import { type Key, wordsFor } from '../../language/words.ts'
import { type FigureRef, type FigureTable, figureId, type Heading, type TableCell } from '../../targets/figure-table.ts'
import { type Progress, progressOf, type Thresholds } from '../../targets/progress.ts'
import { type Baseline, baselineFor, lifeTarget, type Target, targetFor } from '../../targets/target.ts'
import { PERIOD, type Section, TO_DATE } from './content.ts'
import { type Column, PROJECT, type Request, spanKey } from './layout.ts'

/** A table of a release before it has gone through disclosure control. */
export type RawTable = { section: Section; table: FigureTable; breakdown: Text | null }

export type Surroundings = {
  targets: readonly Target[]
  baselines: readonly Baseline[]
  thresholds: Thresholds
  breakdowns: readonly Breakdown[]
  /** By slug. */
  places: ReadonlyMap<string, { id: number; name: Text }>
  /** Codes of indicators whose baseline may not be known: nothing that would give it away is worked out. */
  secretBaselines: ReadonlySet<string>
}

/** The tables of one request, one for each indicator that had anything asked of it. */
export function tablesOf(request: Request, answer: Answer, around: Surroundings): RawTable[] {
  const breakdown = around.breakdowns.find(({ code }) => code === request.breakdown)
  const headings = request.columns.map(headingOf)
  return answer.indicators.flatMap((indicator): RawTable[] => {
    const rows = request.breakdown
      ? answer.cells(indicator.code).map((cell) => ({ key: cell, label: categoryName(cell, breakdown) }))
      : request.groups.map(({ key }) => ({
          key,
          label: around.places.get(key)?.name ?? text('releases:workbook.all-project'),
        }))
    const cells = rows.map((row) =>
      request.columns.map((column) => cellOf(request, answer, indicator, row.key, column, around)),
    )
    const due = rows.map((_, at) => cells[at]!.some(({ figure }) => figure.state !== 'not due'))
    if (request.section !== 'tracking' && !due.includes(true)) return []
    const kept = request.section === 'tracking' ? rows.map(() => true) : due
    return [
      {
        section: request.section,
        breakdown: breakdown?.name ?? null,
        table: {
          id: [request.section, indicator.code, request.breakdown ?? '', request.columns[0]?.named.grain].join('/'),
          title: titleOf(indicator, breakdown),
          indicator,
          rowsAre: request.breakdown ? 'categories' : 'places',
          columnsAre: 'periods',
          rows: rows.filter((_, at) => kept[at]),
          columns: headings,
          cells: cells.filter((_, at) => kept[at]),
          basis: answer.basis,
          map: answer.map,
          asAt: answer.asAt,
          source: indicator.meansOfVerification,
          overlapping: request.breakdown !== null && answer.overlaps(indicator.code),
        },
      },
    ]
  })
}

function cellOf(
  request: Request,
  answer: Answer,
  indicator: DefinedIndicator,
  row: string,
  column: Column,
  around: Surroundings,
): TableCell {
  const span = spanKey(column.named)
  const ref: FigureRef = request.breakdown
    ? { indicator: indicator.code, group: PROJECT, span, cell: row }
    : { indicator: indicator.code, group: row, span, cell: '' }
  const figure = answer.figure(ref.indicator, ref.group, ref.span, ref.cell)
  const goal = ref.cell === '' ? goalOf(indicator, ref, column, around) : NO_GOAL
  const compared: Progress | null =
    ref.cell === '' ? progressOf(figure, indicator, { ...goal, thresholds: around.thresholds }) : null
  return { id: figureId(ref), ref, figure, target: goal.target, progress: compared }
}

const NO_GOAL = { target: null, baseline: null }

function goalOf(indicator: DefinedIndicator, { group }: FigureRef, { key, named }: Column, around: Surroundings) {
  const placeId = group === PROJECT ? null : (around.places.get(group)?.id ?? null)
  const target =
    key === TO_DATE
      ? lifeTarget(around.targets, indicator.id, placeId)
      : targetFor(around.targets, indicator, placeId, named)
  const secret = around.secretBaselines.has(indicator.code)
  return { target, baseline: secret ? null : baselineFor(around.baselines, indicator, placeId) }
}

/** A period is never shown without its dates. */
function headingOf({ key, named }: Column): Heading {
  const label =
    key === PERIOD
      ? text('releases:workbook.column.achieved')
      : key === TO_DATE
        ? text('releases:workbook.column.cumulative')
        : { vi: period(named, 'vi'), en: period(named, 'en') }
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
