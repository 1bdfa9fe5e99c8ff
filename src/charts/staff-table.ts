import type { PublishableTable } from '../disclosure/publishable.ts'
import { staffTable } from '../disclosure/suppress.ts'
import type { Answer } from '../figures/answer.ts'
import type { Figure } from '../figures/figure.ts'
import type { SpanGroup } from '../figures/question.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import { type FigureRef, type FigureTable, figureId, type Heading } from '../targets/figure-table.ts'
import type { Progress } from '../targets/progress.ts'

export type Axis = { are: FigureTable['rowsAre']; headings: Heading[] }

/** What a figure is compared with; both null when there is no target. */
export type Compared = { target: number | null; progress: Progress | null }
export type Compare = (indicator: DefinedIndicator, ref: FigureRef, span: SpanGroup, figure: Figure) => Compared

export type TableWish = {
  id: string
  title: Text
  indicator: DefinedIndicator
  rows: Axis
  columns: Axis
  /** Keys that are the same in the whole table. */
  at: Partial<Pick<FigureRef, 'group' | 'span' | 'cell'>>
  source: Text
}

const KEY = { places: 'group', periods: 'span', categories: 'cell' } as const

/** Lays figures of one answer out in rows and columns, and takes them through the door that staff read through. */
export function staffTableOf(answer: Answer, wish: TableWish, compare: Compare): PublishableTable {
  const { indicator, rows, columns } = wish
  const spans = new Map(answer.question.spans.map((span) => [span.key, span]))
  const cells = rows.headings.map((row) =>
    columns.headings.map((column) => {
      const ref = {
        indicator: indicator.code,
        group: '',
        span: '',
        cell: '',
        ...wish.at,
        [KEY[rows.are]]: row.key,
        [KEY[columns.are]]: column.key,
      }
      const figure = answer.figure(ref.indicator, ref.group, ref.span, ref.cell)
      return { id: figureId(ref), ref, figure, ...compare(indicator, ref, spans.get(ref.span)!, figure) }
    }),
  )
  return staffTable({
    id: wish.id,
    title: wish.title,
    indicator,
    rowsAre: rows.are,
    columnsAre: columns.are,
    rows: rows.headings,
    columns: columns.headings,
    cells,
    basis: answer.basis,
    map: answer.map,
    asAt: answer.asAt,
    source: wish.source,
    overlapping: [rows.are, columns.are].includes('categories') && answer.overlaps(indicator.code),
  })
}
