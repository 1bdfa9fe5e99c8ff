import type { Flag } from '../../figures/figure.ts'
import type { ValueAxis } from './value-axis.ts'

/**
 * `trend` and `lines` along time, `sums` of periods with what they come to, `bars` side by side, `stacked` parts of a whole, `grouped`
 * parts that may overlap.
 */
export const SHAPES = ['trend', 'sums', 'lines', 'bars', 'stacked', 'grouped'] as const
export type Shape = (typeof SHAPES)[number]

/** One series. `data`, `texts`, `gaps` and `rings` run along the labels. */
export type Dataset = {
  type: 'line' | 'bar'
  label: string
  /** Exactly the table's figures, on the scale stored; null is a gap, never a zero. */
  data: (number | null)[]
  /** What the table prints for each. */
  texts: string[]
  /** The sign to draw where there is no number; '0' stands over a bar of no height, '0 ○' over an unsettled one. */
  gaps: (string | null)[]
  /** What is to be seen of each figure besides its number: partial, carried, provisional, at a break. */
  flags: Flag[][]
  /** What it means; the same meaning has the same colour on every page. */
  role: ColourRole
  /** What is written beside bars that lie down. */
  values?: string[]
  /** Bars of provinces side by side each have their own. */
  roles?: ColourRole[]
  /** Tells series apart without colour. */
  dash: number[]
  /** The lowest lies on top; of those that are alike the first. */
  order: number
  /** A level that holds until the next is known. */
  stepped?: true
  /** How far it is drawn from its values, where several run along the same levels and would hide each other. */
  shift?: number
  /** How many earlier series, which lie on top, have a point in the same place: it is drawn around theirs. */
  rings?: number[]
}

export type ColourRole =
  | 'figure'
  | 'sum'
  | 'target'
  | 'baseline'
  | 'unknown'
  | 'unsplit'
  | `place-${number}`
  | `category-${number}`

/** A picture as plain data: the server draws it, and a script once more where it can be pointed at and read by keyboard. */
export type ChartData = {
  type: 'line' | 'bar'
  data: { labels: string[]; datasets: Dataset[] }
  options: {
    indexAxis: 'x' | 'y'
    stacked: boolean
    unit: string
    /** The axis of numbers or, of stages, of their names. */
    axis: ValueAxis
    /** What hollow, hatched and dashed mean here, in words. */
    key: string[]
  }
}
