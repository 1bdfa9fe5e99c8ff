import type { Span } from '../calendar/span.ts'
import type { Figure } from '../figures/figure.ts'
import type { Basis, PlaceMap } from '../figures/question.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import type { Progress } from './progress.ts'

/** Which figure a cell holds: keys of the question that was asked. `cell` is '' for the undivided total. */
export type FigureRef = { indicator: string; group: string; span: string; cell: string }

export type TableCell = {
  /** Unique in one outlet (a page, a release): two cells with the same id hold the same figure. */
  id: string
  ref: FigureRef
  figure: Figure
  /** The quarters it was asked for. */
  period: Span
  /** The quarters that its values cover by their own spans, where these are not all of its period. */
  covers: Span | null
  /** What it is compared with, on the scale stored; null when there is no target. */
  target: number | null
  progress: Progress | null
  /** How stages are called in its span, where that is otherwise than in the table's definition. */
  stages?: Text[]
}

export type Heading = {
  key: string
  label: Text
  /** Dates of a period: a label is never shown without them. */
  dates?: Text
}

/** Rows x columns of figures of one indicator; what charts draw and workbooks print. Plain data: it can be sent to a worker. */
export type FigureTable = {
  id: string
  title: Text
  indicator: Indicator
  rowsAre: 'places' | 'periods' | 'categories'
  columnsAre: 'places' | 'periods' | 'categories'
  rows: Heading[]
  columns: Heading[]
  cells: TableCell[][]
  basis: Basis
  map: PlaceMap
  asAt: number
  source: Text
  /** The same person may stand in several rows: no total, and the table says so. */
  overlapping: boolean
  /** As whom its figures are looked at, where staff look at them as the readers of a report would. */
  seenAs?: Text
  /** From when on the series is another one, and what is otherwise: a sentence for each break. */
  breaks: Text[]
}

/** The quarters a figure stands under: those that its values cover, else those it was asked for. */
export function spanOfCell({ period, covers }: Pick<TableCell, 'period' | 'covers'>): Span {
  return covers ?? period
}

export function figureId(ref: FigureRef): string {
  return `${ref.indicator}|${ref.group}|${ref.span}|${ref.cell}`
}
