import type { Flag } from '../figures/figure.ts'

/** `trend` and `lines` along time, `bars` side by side, `stacked` parts of a whole, `grouped` parts that may overlap. */
export const SHAPES = ['trend', 'lines', 'bars', 'stacked', 'grouped'] as const
export type Shape = (typeof SHAPES)[number]

/** One series. `data`, `texts` and `gaps` run along the labels. */
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
  /** Bars of provinces side by side each have their own. */
  roles?: ColourRole[]
  /** Tells series apart without colour. */
  dash: number[]
  order: number
}

export type ColourRole =
  | 'figure'
  | 'target'
  | 'baseline'
  | 'unknown'
  | 'unsplit'
  | `place-${number}`
  | `category-${number}`

/** Plain data that Chart.js takes once the browser has put in colours and number formats. */
export type ChartData = {
  type: 'line' | 'bar'
  data: { labels: string[]; datasets: Dataset[] }
  options: {
    indexAxis: 'x' | 'y'
    stacked: boolean
    unit: string
    /** Times this when written on the axis: 100 of a percentage. */
    scale: number
    decimals: number
    /** Names of stages by their number, where the axis has those. */
    stages?: string[]
    language: string
    /** Printed into the picture that is downloaded. */
    title: string
    foot: string
    /** What hollow, hatched and dashed mean here, in words. */
    key: string[]
  }
}
