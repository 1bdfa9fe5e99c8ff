import { datesOf } from '../../calendar/span.ts'
import {
  calledIn,
  gapIn,
  type PublishableCell,
  type PublishableTable,
  type ShownFigure,
} from '../../disclosure/publishable.ts'
import { isWithheld } from '../../figures/figure.ts'
import { markWord, valueText, whyText } from '../../figures/in-words.ts'
import { MARKS, markCode } from '../../figures/marks.ts'
import { unitText } from '../../indicators/in-words.ts'
import type { NumberStyle } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { type Heading, spanOfCell } from '../../targets/figure-table.ts'
import { planText, ratingInWords } from '../../targets/in-words.ts'
import { OF_TARGET } from '../../targets/progress.ts'
import { isStaged } from '../model/chart.ts'
import { numberIn } from '../point.ts'
import { styleOfShown } from './figure-cell.ts'
import { type ExportCell, exported, PLAIN, WHOLE_NUMBER_STYLE } from './sheet.ts'

/** What a line about one figure can hold, in the order of its columns. Those of one indicator begin with `row`. */
export const FIGURE_COLUMNS = [
  'code',
  'indicator',
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
  'state-code',
  'mark-codes',
  'stage',
  'first-day',
  'last-day',
] as const
export type FigureColumn = (typeof FIGURE_COLUMNS)[number]

/** A figure with all that travels with it; of a hidden one there is its sign, and where it stands. */
export type FigureLine = Partial<Record<FigureColumn, ExportCell>>

/** One line a figure, row by row. */
export function figureLines(table: PublishableTable, words: Words): FigureLine[] {
  return table.rows.flatMap((row, r) =>
    table.columns.map((column, c) => {
      const cell = table.cells[r]?.[c]
      if (!cell) throw new Error(`table ${table.id} has no cell ${r}, ${c}`)
      return lineOf(row, column, cell, table, words)
    }),
  )
}

function lineOf(row: Heading, column: Heading, cell: PublishableCell, table: PublishableTable, words: Words) {
  const { shown } = cell
  const { indicator } = table
  const gap = gapIn(shown)
  const days = datesOf(spanOfCell(cell))
  const style = styleOfShown(shown, indicator)
  const line: FigureLine = {
    code: indicator.code,
    indicator: words.of(indicator.name),
    row: words.of(row.label),
    'row-dates': (row.dates && words.of(row.dates)) ?? null,
    column: words.of(column.label),
    'column-dates': (column.dates && words.of(column.dates)) ?? null,
    value: gap ? MARKS[gap].sign : exported(numberIn(shown), style),
    state: markWord(gap ?? 'reported', words),
    unit: unitText(indicator, words),
    'state-code': markCode(gap ?? 'reported'),
    'first-day': days.first,
    'last-day': days.last,
  }
  return shown.kind === 'figure' && !isWithheld(shown.figure.state)
    ? { ...line, ...besideFigure(shown, cell, table, style, words) }
    : line
}

/** Of one that is withheld none of it is there. */
function besideFigure(
  { figure, target, progress }: Extract<ShownFigure, { kind: 'figure' }>,
  cell: PublishableCell,
  table: PublishableTable,
  style: NumberStyle,
  words: Words,
): FigureLine {
  const why = figure.why ? [whyText(figure.why, words)] : []
  const plan = progress?.plan
  const isStage = isStaged(table) && figure.value !== null
  return {
    numerator: exported(figure.numerator, PLAIN),
    denominator: exported(figure.denominator, PLAIN),
    n: exported(figure.n, WHOLE_NUMBER_STYLE),
    of: exported(figure.of, WHOLE_NUMBER_STYLE),
    k: exported(figure.coverage[0], WHOLE_NUMBER_STYLE),
    expected: exported(figure.coverage[1], WHOLE_NUMBER_STYLE),
    marks: [...why, ...figure.flags.map((flag) => markWord(flag, words))].join('; '),
    target: exported(target, style),
    'of-target': exported(progress?.ofTarget, OF_TARGET),
    rating: target === null ? null : ratingInWords(target, progress, words).text,
    'planned-by': plan ? datesOf({ from: plan.by, to: plan.by }).last : null,
    'planned-from': plan ? planText(plan, words) : null,
    'life-target': exported(progress?.life?.target, style),
    'of-life': exported(progress?.life?.ofTarget, OF_TARGET),
    'mark-codes': figure.flags.map(markCode).join(';'),
    stage: isStage ? valueText(figure.value!, calledIn(cell, table.indicator), words) : null,
  }
}
